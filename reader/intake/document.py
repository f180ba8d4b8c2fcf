"""One source's bytes, and how they came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.intake.web import is_address


@dataclass(frozen=True, slots=True)
class Document:
    """What is read into one or more drafts."""

    source: str
    """The path or address as it was given."""
    data: bytes
    charset: str | None = None
    """The encoding that its transport declares."""
    address: str | None = None
    """Where on the web it came from."""

    kind: str | None = None
    """The media type that its transport declares, without parameters."""

    @property
    def name(self) -> str:
        """The host of an address, else the file's name without its suffix."""
        if is_address(self.source):
            return self.source.split("/", 3)[2].removeprefix("www.") or self.source
        inner = self.source.rpartition("#")[2]
        return PurePosixPath(inner.replace("\\", "/")).stem or self.source

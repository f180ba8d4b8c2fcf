"""One source's bytes, and how they came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


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

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return PurePosixPath(self.source.replace("\\", "/")).stem or self.source

"""Pages fetched before, kept by the hash of their content, so that they are read again without asking for them."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave for an address."""

    data: bytes
    address: str
    """Where it was found in the end, after redirects."""
    kind: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    fetched: float = 0.0
    """Seconds since 1970."""


class Cache:
    """A folder with a small file for each address and one for each content. A damaged entry counts as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, address: str) -> Page | None:
        """What is kept for an address."""
        try:
            entry = json.loads(self._entry(address).read_text(encoding="utf-8"))
            digest = entry.pop("sha256")
            data = self._content(digest).read_bytes()
            if hashlib.sha256(data).hexdigest() != digest:
                return None
            return Page(data=data, **entry)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, address: str, page: Page) -> None:
        """Keep a page. A full or unwritable disk is no reason to stop: the page is at hand."""
        entry = asdict(page)
        digest = hashlib.sha256(entry.pop("data")).hexdigest()
        try:
            if not self._content(digest).exists():
                write(self._content(digest), page.data)
            write(self._entry(address), json.dumps({**entry, "sha256": digest}).encode())
        except OSError:
            return

    def confirm(self, address: str, page: Page) -> Page:
        """The same page, known to be current now."""
        current = Page(**{**asdict(page), "fetched": time.time()})
        self.put(address, current)
        return current

    def _entry(self, address: str) -> Path:
        return self._folder / "addresses" / f"{hashlib.sha256(address.encode()).hexdigest()}.json"

    def _content(self, digest: str) -> Path:
        return self._folder / "contents" / str(digest)


def write(path: Path, data: bytes) -> None:
    """Write so that a reader sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

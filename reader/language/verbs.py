"""Which printed words are verbs, and what verb each is a form of, found without a parser."""

from __future__ import annotations

from functools import lru_cache

from reader.language.tables import rows


def verb(word: str) -> str | None:
    """The stem of the verb of which a word in lower case is mostly a form: "stole" and "stealing" are one.

    None for auxiliaries and for "say", which stand beside every fact. English.
    """
    return _table().get(word)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {form: stem for stem, *forms in map(str.split, rows("verbs")) for form in forms}

"""Makes reader/language/data/rarity.txt from the word counts that symspellpy ships.

pip install symspellpy && python -m reader.evaluate.preparation.rarity_table > reader/language/data/rarity.txt
"""

from __future__ import annotations

import math
from collections import Counter
from importlib.resources import files

from reader.language.words import words

KEPT = 9_000
"""Stems in the table: what is not among them is rare, and told apart no further."""

HEADER = """\
# How rare a word is in English: a stem and its surprise in bits, the most frequent first.
# Summed over word forms from SymSpell's frequency_dictionary_en_82_765 (MIT licence, Wolf Garbe), whose counts are
# those of the Google Books Ngrams (CC BY 3.0). Made by reader/evaluate/preparation/rarity_table.py."""


def main() -> None:
    """Print the table."""
    counts: Counter[str] = Counter()
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        form, number = line.rsplit(" ", 1)
        found = words(form)
        if len(found) == 1 and not found[0].common and form.isalpha():
            counts[found[0].stem] += int(number)
    total = sum(counts.values())
    print(HEADER)
    for stem, count in counts.most_common(KEPT):
        print(stem, round(-math.log2(count / total), 1))


if __name__ == "__main__":
    main()

"""Makes reader/language/data/antonyms.txt: which words are opposites.

apt install wordnet-base
python -m reader.evaluate.preparation.antonym_table > reader/language/data/antonyms.txt
"""

from __future__ import annotations

from collections import defaultdict

from reader.evaluate.preparation.wordnet import antonyms
from reader.language.rarity import general

HEADER = """\
# Opposite words: a stem, and those of its opposites that come after it. Verbs, adjectives and adverbs that WordNet
# calls antonyms (WordNet licence, Princeton University), as far as the table of rarity has both.
# Made by reader/evaluate/preparation/antonym_table.py."""


def main() -> None:
    """Print the table."""
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in antonyms("verb", "adj", "adv"):
        if general(one) < 1 and general(other) < 1:
            lines[one].add(other)
    print(HEADER)
    for one in sorted(lines):
        print(one, *sorted(lines[one]))


if __name__ == "__main__":
    main()

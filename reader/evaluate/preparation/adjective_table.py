"""Makes reader/language/data/adjectives.txt: which printed words mostly say what a thing is like.

apt install wordnet-base
python -m reader.evaluate.preparation.adjective_table > reader/language/data/adjectives.txt
"""

from __future__ import annotations

from reader.evaluate.preparation.wordnet import adjectives, counts
from reader.language.rarity import general
from reader.language.words import words

TELLING = 0.55
"""Rarity in English of a word that tells how an outlet sees a thing: "new" does not."""
HEADER = """\
# Words that say what a thing is like: adjectives of WordNet, with participles that it lists among them. Not those that
# only say of what kind a thing is, those that its tagged texts have more often as another part of speech, and those
# that are common in English (WordNet licence, Princeton University). Made by
# reader/evaluate/preparation/adjective_table.py."""


def main() -> None:
    """Print the table."""
    tagged = counts()
    print(HEADER)
    for lemma in sorted(adjectives()):
        of = tagged.get(lemma)
        word = words(lemma)[0]
        mostly = not of or of["adj"] >= max(of["noun"], of["adv"])
        if mostly and not word.common and general(word.stem) >= TELLING:
            print(lemma)


if __name__ == "__main__":
    main()

"""Makes reader/language/data/related.txt: which words stand near which in meaning.

apt install wordnet-base && pip install symspellpy '.[semantic]'
python -m reader.evaluate.preparation.related_table > reader/language/data/related.txt
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files

import numpy as np

from reader.evaluate.preparation.wordnet import antonyms, stem_of
from reader.language.vectors import load

KNOWN = 14_000
"""Stems that are looked at, the most frequent of English."""
NEAREST = 12
"""Neighbours of a stem, at most."""
NEAR = 0.6
"""Cosine from which two words are neighbours."""

HEADER = """\
# Words that stand near each other in meaning: a stem, and its neighbours that come after it, each with a cosine in
# hundredths. Cosines of single words by all-MiniLM-L6-v2 (Apache-2.0), the most frequent form for each stem by the
# counts of SymSpell (MIT) and Google Books Ngrams (CC BY 3.0); WordNet's antonyms are left out (WordNet licence,
# Princeton University). Made by reader/evaluate/preparation/related_table.py."""


def main() -> None:
    """Print the table."""
    forms = _forms()
    stems = sorted(forms, key=lambda stem: (-forms[stem].total(), stem))[:KNOWN]
    vectors = load().encode([forms[stem].most_common(1)[0][0] for stem in stems]).sentences
    opposed = set(antonyms("noun", "verb", "adj", "adv"))
    near: dict[tuple[str, str], float] = {}
    for row, stem in enumerate(stems):
        cosines = vectors @ vectors[row]
        for other in np.argsort(-cosines, kind="stable")[: NEAREST + 1]:
            left, right = sorted((stem, stems[other]))
            if left != right and cosines[other] >= NEAR and (left, right) not in opposed:
                near[left, right] = float(cosines[other])
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for (left, right), cosine in sorted(near.items()):
        lines[left].append(f"{right}:{round(100 * cosine)}")
    print(HEADER)
    for left, neighbours in lines.items():
        print(left, *neighbours)


def _forms() -> dict[str, Counter[str]]:
    """How often each form of each stem is printed."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    for line in source.read_text(encoding="utf-8-sig").splitlines():
        form, count = line.rsplit(" ", 1)
        stem = stem_of(form)
        if stem and form.isalpha():
            forms[stem][form] += int(count)
    return forms


if __name__ == "__main__":
    main()

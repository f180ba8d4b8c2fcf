"""Makes reader/language/data/verbs.txt: which printed words are, more often than not, forms of a verb.

apt install wordnet-base
python -m reader.evaluate.preparation.verb_table > reader/language/data/verbs.txt
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from reader.evaluate.preparation.wordnet import counts, irregular, stem_of
from reader.language.words import words

EVERYWHERE = frozenset(("be", "have", "do", "say"))
"""Verbs that tell nothing of what was done: auxiliaries, and what every outlet does with every fact."""

HEADER = """\
# Forms of verbs: the stem of a verb, and the words that are printed for it. Verbs of WordNet that its tagged texts
# have, and of their forms those that are a verb there more often than a noun, an adjective or an adverb (WordNet
# licence, Princeton University). Made by reader/evaluate/preparation/verb_table.py."""


def main() -> None:
    """Print the table."""
    tagged = counts()
    verbs = {lemma: of["verb"] for lemma, of in tagged.items() if of["verb"] and lemma.isalpha()}
    readings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    own: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in irregular("verb"):
        if lemma in verbs:
            readings[form][lemma] = verbs[lemma]
            own[lemma].add(form)
    for lemma in sorted(verbs):
        for form in _regular(lemma, own[lemma]):
            # "Found" is a form of "find" rather than a verb of its own.
            if form not in readings or form.endswith("s"):
                readings[form][lemma] = verbs[lemma]
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(readings):
        lemma, count = max(readings[form].items(), key=lambda reading: (reading[1], reading[0]))
        nouns = tagged[lemma]["noun"] if form in (lemma, _third_person(lemma)) else 0
        if lemma not in EVERYWHERE and count > max(nouns, sum(tagged[form].values()) - tagged[form]["verb"]):
            forms[stem_of(lemma) or words(lemma)[0].stem].append(form)
    print(HEADER)
    for stem in sorted(forms):
        print(stem, *forms[stem])


def _regular(lemma: str, irregular: Collection[str]) -> Iterator[str]:
    """The forms that are made by rule, but for those that have a form of their own."""
    yield lemma
    yield _third_person(lemma)
    if not any(form.endswith("ing") for form in irregular):
        yield (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma.removesuffix("e")) + "ing"
    if all(form.endswith(("ing", "s")) for form in irregular):
        yield lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if _hard_y(lemma) else lemma + "ed"


def _third_person(lemma: str) -> str:
    if _hard_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _hard_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"


if __name__ == "__main__":
    main()

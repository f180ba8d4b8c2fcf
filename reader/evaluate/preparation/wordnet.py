"""What WordNet knows of words: `apt install wordnet-base` puts its files where they are looked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from reader.language.words import words

Part = Literal["noun", "verb", "adj", "adv"]
WORDNET = Path("/usr/share/wordnet")
_TAGS: dict[Part, str] = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


def antonyms(*parts: Part) -> Iterator[tuple[str, str]]:
    """Pairs of stems that WordNet calls antonyms, in alphabetical order, of the parts of speech that are named."""
    lemmas: dict[tuple[str, str], list[str]] = {}
    pointers: list[tuple[str, tuple[str, str], int]] = []
    for part in parts:
        for line in (WORDNET / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            number = int(fields[3], 16)
            own = [fields[4 + 2 * place].split("(")[0].lower() for place in range(number)]
            lemmas[_TAGS[part], fields[0]] = own
            first = 5 + 2 * number
            for at in range(first, first + 4 * int(fields[first - 1]), 4):
                symbol, offset, kind, places = fields[at : at + 4]
                source, target = int(places[:2], 16), int(places[2:], 16)
                if symbol == "!" and source:
                    pointers.append((own[source - 1], (kind.replace("s", "a"), offset), target))
    for lemma, synset, place in pointers:
        if synset in lemmas:
            one, other = stem_of(lemma), stem_of(lemmas[synset][place - 1])
            if one and other and one != other:
                yield min(one, other), max(one, other)


def counts() -> Mapping[str, Counter[Part]]:
    """How often each word is tagged as each part of speech in the texts that WordNet's makers read."""
    parts: dict[str, Part] = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    found: defaultdict[str, Counter[Part]] = defaultdict(Counter)
    for line in (WORDNET / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        sense, _, count = line.split()
        lemma, place = sense.split("%")
        found[lemma][parts[place[0]]] += int(count)
    return found


def adjectives() -> Iterator[str]:
    """Adjectives of one word that say what a thing is like: they resemble others or are the opposite of one. Those that
    say of what kind it is ("nuclear") pertain to a noun."""
    for line in (WORDNET / "index.adj").read_text(encoding="latin-1").splitlines():
        lemma, _, _, number, *fields = [*line.split(), "0", "0", "0"]
        if not line.startswith(" ") and lemma.isascii() and lemma.isalpha():
            pointers = fields[: int(number)]
            if {"&", "!"} & set(pointers) and "\\" not in pointers:
                yield lemma


def irregular(part: Part) -> Iterator[tuple[str, str]]:
    """Irregular forms of words, each with the word that it is a form of."""
    for line in (WORDNET / f"{part}.exc").read_text(encoding="latin-1").splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            yield form, lemma


def stem_of(form: str) -> str | None:
    """The stem of a word; None where it is several words or tells nothing."""
    found = words(form)
    return found[0].stem if len(found) == 1 and not found[0].common else None

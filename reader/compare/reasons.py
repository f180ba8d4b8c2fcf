"""Why passages were aligned, in words that a reader can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.compare.evidence import Lexicon
from reader.compare.grouping import Group
from reader.language import multilingual
from reader.language.words import Word, words
from reader.model import Article, Evidence

SHOWN = 6
"""Words that are named, at most, of each kind."""


def reasons(group: Group, articles: Sequence[Article], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """What the members have in common, the weightiest first: names, numbers and other words.

    The weight of each is what its words weigh in the story; numbers of which none is shared speak against it.
    """
    if group.ruled:
        said = "a reader agreed with it" if group.confirmed else "a reader put them together"
        return (Evidence("reader", said, 1.0),)
    printed: dict[str, str] = {}
    kinds: dict[str, str] = {}
    holders: Counter[str] = Counter()
    numbers: list[set[str]] = []
    for article in sorted({member.article for member in group.members}):
        text, language = articles[article].text, articles[article].language
        here: dict[str, Word] = {}
        for member in sorted(group.members):
            if member.article == article:
                here |= {word.stem: word for word in words(text, member.start, member.end, language) if not word.common}
        holders.update(here.keys())
        numbers.append({stem for stem in here if stem[0].isdigit()})
        for stem, word in here.items():
            printed.setdefault(stem, text[word.start : word.end])
            kind = "numbers" if stem[0].isdigit() else "names" if text[word.start].isupper() else "words"
            kinds[stem] = kind if kinds.get(stem, kind) == kind else "words"
    found = []
    for kind in ("words", "names", "numbers"):
        shared = [stem for stem, count in holders.items() if count > 1 and kinds[stem] == kind]
        shared.sort(key=lambda stem: (-lexicon.weight.get(stem, 0.0), stem))
        if shared:
            weight = lexicon.mass(frozenset(stem for stem in shared if stem in lexicon.weight))
            said = "share: " + ", ".join(printed[stem] for stem in shared[:SHOWN])
            found.append(Evidence(kind, said, round(weight, 3)))
    languages = multilingual.languages([articles[member.article] for member in group.members])
    if len(languages) > 1 and multilingual.available():
        found.append(Evidence("meaning", f"say the same in {', '.join(languages)}", 1.0))
    given = [some for some in numbers if some]
    if len(given) > 1 and not set.intersection(*given):
        said = "other numbers: " + " / ".join(", ".join(printed[stem] for stem in sorted(some)) for some in given)
        found.append(Evidence("numbers", said, -0.4))
    return tuple(sorted(found, key=lambda each: (-abs(each.weight), each.kind)))

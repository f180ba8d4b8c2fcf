"""Sentences that several articles print word for word: one is aligned and the others follow it, so that two hundred
copies of a wire text cost little more than one."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.compare.grouping import Group
from reader.compare.passages import Passage, Sentence
from reader.model import Article

TELLING = 4
"""Words that carry news, at least, before a sentence that is printed twice is taken for a copy and not for a phrase."""
CERTAIN = 4.0
"""Score of copies."""

Copies = Mapping[Passage, Sequence[Passage]]
"""For the sentence that stands for its copies, where those stand."""


def collapsed(sentences: Iterable[Sentence], articles: Sequence[Article]) -> tuple[list[Sentence], Copies]:
    """The sentences without those that repeat an earlier one to the letter, and where these are."""
    first: dict[str, Passage] = {}
    kept = []
    copies: dict[Passage, list[Passage]] = defaultdict(list)
    for sentence in sentences:
        passage = sentence.passage
        text = articles[passage.article].text[passage.start : passage.end]
        if len(sentence.stems) >= TELLING and first.setdefault(text, passage) != passage:
            copies[first[text]].append(passage)
        else:
            kept.append(sentence)
    return kept, copies


def spread(groups: Iterable[Group], sentences: Iterable[Sentence], copies: Copies) -> list[Group]:
    """The groups with the copies of their members, and beside them one group for each stretch of a copied sentence
    that stands in none."""
    found = []
    covered: dict[Passage, list[Passage]] = defaultdict(list)
    starts = sorted(copies)

    def around(member: Passage) -> Passage | None:
        """The copied sentence in which the member lies."""
        place = bisect_right(starts, Passage(member.article, member.start, sys.maxsize)) - 1
        return starts[place] if place >= 0 and starts[place].covers(member) == 1 else None

    for group in groups:
        members = list(group.members)
        for member in group.members:
            sentence = around(member)
            if sentence is not None:
                covered[sentence].append(member)
                members += [_moved(member, sentence, copy) for copy in copies[sentence] if not group.ruled]
        found.append(Group(list(dict.fromkeys(members)), group.scores, group.confirmed, group.ruled))
    for here in sentences:
        there = copies.get(here.passage, ())
        if {copy.article for copy in there} - {here.passage.article}:
            for part in here.parts():
                if not any(part.overlaps(member) for member in covered[here.passage]):
                    members = [part, *(_moved(part, here.passage, copy) for copy in there)]
                    found.append(Group(members, [CERTAIN]))
    return found


def _moved(part: Passage, sentence: Passage, copy: Passage) -> Passage:
    """Where the part of a sentence stands in a copy."""
    offset = copy.start - sentence.start
    return Passage(copy.article, part.start + offset, part.end + offset)

"""Missed facts and false alignments, side by side: what the figures are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.evaluate.gold import Gold, Key
from reader.evaluate.judgement import Judgement, Miss, facts_of
from reader.evaluate.result import beside, decimal, rounded
from reader.model import Alignment, Span


def lines(judgement: Judgement, alignments: Sequence[Alignment], key: Key) -> list[str]:
    """For a reader: what the key says, and below it the passages that were predicted there."""
    shown = []
    for miss in judgement.missed:
        shown.append(f"missed  {key.name}  {miss.fact.id}  {miss.left} · {miss.right}")
        sides = []
        for article in (miss.left, miss.right):
            gold = [f"“{one_line(gold.text)}”{_note(gold)}" for gold in miss.fact.members[article]]
            got = [
                f"> {_where(alignment)} {one_line(span.text)}" for alignment, span in _there(miss, article, alignments)
            ]
            sides.append([*gold, *(got or ["> no aligned passage finds this"])])
        shown.extend([*beside(sides[0], sides[1]), ""])
    for stray in judgement.false:
        shown.append(f"false  {key.name}  {_where(stray.alignment)}  {stray.left.article} · {stray.right.article}")
        sides = [[one_line(span.text), f"> carries {_carried(span, key)}"] for span in (stray.left, stray.right)]
        shown.extend(beside(sides[0], sides[1]))
        shown.extend(f"  because: {evidence.text} ({evidence.weight:+.2f})" for evidence in stray.alignment.evidence)
        shown.append("")
    return shown


def figures(judgement: Judgement, alignments: Sequence[Alignment], key: Key) -> dict[str, Any]:
    """The same as JSON has it."""
    return {
        "missed": [
            {
                "fact": miss.fact.id,
                "articles": {
                    article: {
                        "gold": [gold.text for gold in miss.fact.members[article]],
                        "predicted": [
                            {"alignment": alignment.id, "confidence": rounded(alignment.confidence), "text": span.text}
                            for alignment, span in _there(miss, article, alignments)
                        ],
                    }
                    for article in (miss.left, miss.right)
                },
            }
            for miss in judgement.missed
        ],
        "false": [
            {
                "alignment": stray.alignment.id,
                "confidence": rounded(stray.alignment.confidence),
                "articles": {
                    span.article: {"text": span.text, "facts": _facts(span, key)} for span in (stray.left, stray.right)
                },
                "evidence": [
                    {"kind": evidence.kind, "text": evidence.text, "weight": rounded(evidence.weight)}
                    for evidence in stray.alignment.evidence
                ],
            }
            for stray in judgement.false
        ],
    }


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def _note(gold: Gold) -> str:
    return "" if gold.places else "  (intake removed this)"


def _where(alignment: Alignment) -> str:
    return f"{alignment.id} at {decimal(alignment.confidence)}"


def _there(miss: Miss, article: str, alignments: Sequence[Alignment]) -> list[tuple[Alignment, Span]]:
    """The aligned passages of an article that find the missed fact."""
    return [
        (alignment, member)
        for alignment in alignments
        for member in alignment.members
        if member.article == article and facts_of(member, [miss.fact])
    ]


def _carried(span: Span, key: Key) -> str:
    return ", ".join(_facts(span, key)) or "no fact of the key"


def _facts(span: Span, key: Key) -> list[str]:
    return [key.facts[position].id for position in sorted(facts_of(span, key.facts))]

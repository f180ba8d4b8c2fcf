"""The grammars of quantities and dates beside another reader of both, recognizers-text 1.0.2a2.

Its answers on the sentences of a set of news articles were recorded once, by `tests/benchmarks/record_recognizers.py`:
a hash of each sentence, and the offsets, kind and value of what it finds. The sentences themselves are not here; where
the set is not beside the project, the agreement cannot be measured.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from reader.language.dates import moments
from reader.language.quantities import quantities

ROOT = Path(__file__).parents[2]
RECORDED = ROOT / "tests" / "data" / "recognizers.jsonl"
EVENTS = ROOT.parent / "shared" / "gold" / "events.jsonl"
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
ENOUGH = 0.90
"""Share of the sentences on which both must agree."""
EXPLAINED = {
    "a pronoun is taken for the number 1": re.compile(
        r"\b(?i:no|middle|principle) ⟦one⟧"
        r"|(?i:⟦one⟧) (?:of (?:the|his|its|our|those|a)\b|another|after the other|way or|that\b)"
    ),
    "a number in a name is taken for an amount": re.compile(
        r"\b(?:Model|Apollo|Boeing|Formula|Capital|turn) ⟦(?:\d+|[Oo]ne)⟧"
    ),
    "a verb, a surname or a rally is taken for a month or a season": re.compile(
        r"(?:\b[a-z]+|\b[A-Z][a-z]+|^) ?⟦may⟧|Theresa ⟦May⟧|(?:to|child) ⟦fall⟧|⟦Jan⟧ [A-Z]|Women’?'?s ⟦March⟧"
    ),
    "a part of a name is taken for a time": re.compile(r"⟦(?:Morning|Daily)⟧ News|⟦late-night⟧ talk show"),
    "letters or a common word are taken for a unit or a currency": re.compile(r"⟦(?:L|NPR|mad|bits?)⟧"),
    "a unit is read without the number that stands before it, or where there is none": re.compile(
        r"(?:\d [A-Z][a-z]+|millions of|hundreds of|lives) ⟦(?:pounds|dollars|kilometers|metres)⟧|plus ⟦one in⟧"
    ),
    "half of a match, or of a staff, is taken for the number 0.5": re.compile(r"second ⟦half⟧|⟦half⟧-staff"),
    "the number of a message, or of picture elements, is taken for a date or an amount": re.compile(
        r"^⟦1/2⟧|⟦1024⟧\*768"
    ),
}
"""What the other reader finds by mistake, seen by the words around it. What these grammars fail to find is not here."""


def sentences() -> dict[str, str]:
    """The sentences of the set by their hashes."""
    found = {}
    for line in EVENTS.read_text(encoding="utf-8").splitlines():
        for match in SENTENCE.finditer(json.loads(line)["text"]):
            sentence = match[0].strip()
            found[hashlib.sha256(sentence.encode()).hexdigest()[:16]] = sentence
    return found


def mistake(text: str, start: int, end: int) -> str | None:
    """Which mistake of the other reader a finding is, if it is one."""
    marked = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return next((why for why, pattern in EXPLAINED.items() if pattern.search(marked)), None)


@pytest.mark.skipif(not EVENTS.exists(), reason="the set of news articles is not beside the project")
def test_both_read_the_same() -> None:
    """On nine sentences of ten, all that the other reader finds is found, but for its own mistakes."""
    texts = sentences()
    recorded = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
    known = [(texts[key], found) for key, found in recorded if key in texts and found]
    assert len(known) > 500
    agreeing = 0
    mistakes: Counter[str] = Counter()
    for text, found in known:
        ours = [(each.start, each.end) for each in (*quantities(text), *moments(text))]
        missed = [(start, end) for start, end, *_ in found if not any(a < end and start < b for a, b in ours)]
        reasons = [mistake(text, start, end) for start, end in missed]
        mistakes.update(why for why in reasons if why)
        agreeing += all(reasons)
    assert agreeing / len(known) >= ENOUGH
    assert set(mistakes) == set(EXPLAINED), "a mistake that is made no more"


@pytest.mark.skipif(not EVENTS.exists(), reason="the set of news articles is not beside the project")
def test_both_read_the_same_numbers() -> None:
    """Where both find a number in one place, nine times of ten it is the same."""
    texts = sentences()
    recorded = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
    same = total = 0
    for key, found in recorded:
        if key not in texts:
            continue
        ours = {each.start: each for each in quantities(texts[key]) if each.dimension in ("count", "percent", "money")}
        for start, _, kind, value, _ in found:
            if kind == "number" and start in ours and value is not None and not ours[start].vague:
                total += 1
                same += float(value) in (ours[start].low, ours[start].high)
    assert total > 100
    assert same / total >= ENOUGH


def test_recorded_offsets_are_stretches() -> None:
    """The recording holds hashes, offsets and values, and no text."""
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        key, found = json.loads(line)
        assert re.fullmatch(r"[0-9a-f]{16}", key)
        assert all(0 <= start < end for start, end, *_ in found)

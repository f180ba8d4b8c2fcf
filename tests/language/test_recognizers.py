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
    "a pronoun or an article, not an amount": re.compile(r"(?:no )?one(?: in)?|a?\s?half|bits?|ones"),
    "a month's or season's name that is a verb or a noun here": re.compile(r"may|march|fall|spring|summer|mar|sat|sun"),
    "a word for the time of writing, which tells nothing beside a date": re.compile(
        r"(?:right |just |till |until |by )?now|previously|recently|currently|soon|later|the past|past|once"
    ),
    "something that recurs": re.compile(
        r"(?:every|each) .*|daily|weekly|monthly|annual(?:ly)?|yearly|nightly|hourly|biannual"
    ),
    "a holiday, which the grammar leaves to names": re.compile(
        r".*(?:christmas|new year|thanksgiving|easter|halloween|bastille|valentine|memorial day|labor day).*"
    ),
    "a unit without a number": re.compile(
        r"l|mad|npr|usd|(?:square )?(?:kilo)?(?:metre|meter)s?|miles?|pounds|dollars|euros|feet|inches|tons|[gcfpm]"
    ),
    "a stretch of time that nothing ties to the calendar": re.compile(
        r"(?:the|that|this|an?|few|late|early|all|whole|past|first|last|next)?[\s-]?(?:few )?"
        r"(?:second|minute|hour|day|week|weekend|month|year|decade|century|night|morning|afternoon|evening)s?"
    ),
    "a month that ends the sentence of a reader that parts at its abbreviation": re.compile(
        r"(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
    ),
    "a number in a name, a page counter, a resolution or a year's end, which counts nothing": re.compile(
        r"-?[\d,./*-]+(?:st|nd|rd|th)?|mid-\d+"
    ),
}
"""What the other reader finds and these grammars leave out on purpose, by why."""


def sentences() -> dict[str, str]:
    """The sentences of the set by their hashes."""
    found = {}
    for line in EVENTS.read_text(encoding="utf-8").splitlines():
        for match in SENTENCE.finditer(json.loads(line)["text"]):
            sentence = match[0].strip()
            found[hashlib.sha256(sentence.encode()).hexdigest()[:16]] = sentence
    return found


def reason(printed: str) -> str | None:
    """Why a finding is left out, if that is known."""
    return next((why for why, pattern in EXPLAINED.items() if pattern.fullmatch(printed.lower().strip())), None)


@pytest.mark.skipif(not EVENTS.exists(), reason="the set of news articles is not beside the project")
def test_both_read_the_same() -> None:
    """On nine sentences of ten, what the other reader finds is found, or left out for a reason that is written down."""
    texts = sentences()
    recorded = [json.loads(line) for line in RECORDED.read_text(encoding="utf-8").splitlines()]
    known = [(texts[key], found) for key, found in recorded if key in texts]
    assert len(known) > 500
    agreeing = 0
    left_out: Counter[str] = Counter()
    for text, found in known:
        ours = [(each.start, each.end) for each in (*quantities(text), *moments(text))]
        missed = [text[start:end] for start, end, *_ in found if not any(a < end and start < b for a, b in ours)]
        reasons = [reason(printed) for printed in missed]
        left_out.update(why for why in reasons if why)
        agreeing += all(reasons)
    assert agreeing / len(known) >= ENOUGH
    assert set(left_out) == set(EXPLAINED), "a reason that explains nothing any more"


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

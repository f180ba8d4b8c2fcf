"""Records what recognizers-text 1.0.2a2 finds in the sentences of a file of articles.

Run with a Python that has recognizers-text-suite; it is from 2019 and no dependency of anything here:

    python tests/benchmarks/record_recognizers.py EVENTS.jsonl tests/data/recognizers.jsonl

A sentence is kept as a hash alone, and each finding as its offsets, its kind and its value: no text is copied.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

ENGLISH = "en-us"
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")


def findings(sentence: str) -> list[list[object]]:
    """Start, end (not included), kind and value of everything that is found."""
    found: list[list[object]] = []
    for recognize in (recognize_number, recognize_age, recognize_currency, recognize_dimension):
        for each in recognize(sentence, ENGLISH):
            resolution = each.resolution or {}
            found.append([each.start, each.end + 1, each.type_name, resolution.get("value"), resolution.get("unit")])
    for each in recognize_datetime(sentence, ENGLISH):
        values = (each.resolution or {}).get("values") or [{}]
        found.append([each.start, each.end + 1, each.type_name, values[0].get("timex"), None])
    return found


def main(source: Path, target: Path) -> None:
    """One line for each sentence in which something is found."""
    seen = set()
    with target.open("w", encoding="utf-8") as file:
        for line in source.read_text(encoding="utf-8").splitlines():
            for match in SENTENCE.finditer(json.loads(line)["text"]):
                sentence = match[0].strip()
                key = hashlib.sha256(sentence.encode()).hexdigest()[:16]
                if key in seen or not 20 <= len(sentence) <= 400:
                    continue
                seen.add(key)
                if found := findings(sentence):
                    file.write(json.dumps([key, found], separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

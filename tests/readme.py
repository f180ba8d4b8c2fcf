"""Writes the parts of the README that are made from the program: the keys, the example and the figures.

`python -m tests.readme` writes them; a test holds that nobody forgot to.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BASELINE = ROOT / ".ci" / "baseline.json"
WEIGHTS = ROOT / "reader" / "compare" / "data" / "weights.json"
EXAMPLE = ("compare", "seeds", "--no-store", "--kind", "number")
_PART = re.compile(r"(<!-- begin (\w+)[^>]*-->\n).*?(<!-- end -->)", re.DOTALL)

_KEYS = {
    "../shared/gold/complete": "12 stories, 35 articles, read whole",
    "../shared/gold/seeds.yaml": "the demonstration story",
    "../shared/gold/stories": "33 stories, 93 articles, keys from summaries",
    "../shared/gold/events.jsonl": "383 articles in 69 events, look-alikes among them",
    "../shared/gold/answers.jsonl": "1,574 pairs of answers",
}
_FIGURES = {
    "found.f1": "found F1",
    "pinned.f1": "pinned F1",
    "whole": "whole facts",
    "b_cubed.f1": "B-cubed F1",
    "balanced_accuracy": "balanced accuracy",
}


def parts() -> dict[str, str]:
    """Every generated part by its name."""
    return {"keys": run("keys", "--markdown"), "example": example(), "figures": figures()}


def run(*arguments: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def example() -> str:
    """The first facts of a real comparison."""
    printed = run(*EXAMPLE)
    parts = re.split(r"(?m)^(?=\d+\. |ONLY |EVENT |BACKGROUND )", printed[printed.index("\nEVENT 1") :])
    shown = "".join([part for part in parts if part[0].isdigit()][:3]).rstrip()
    asked = " ".join(part for part in EXAMPLE if part != "--no-store")
    return f"```console\n$ rashomon {asked}\n…\n{shown}\n…\n```\n"


def figures() -> str:
    """The quality of the engine: as training found it on stories it had not seen, and as the gate measured it."""
    rows = ["| answer key | figure | |", "|---|---|---|"]
    trained = json.loads(WEIGHTS.read_text(encoding="utf-8"))["words"]["figures"]
    first = _KEYS["../shared/gold/complete"]
    rows += [f"| {first} | {figure}, cross-validated | {value:.2f} |" for figure, value in trained.items()]
    baseline: dict[str, dict[str, float]] = json.loads(BASELINE.read_text(encoding="utf-8"))
    for path, told in _KEYS.items():
        for figure, value in baseline[path].items():
            rows.append(f"| {told} | {_FIGURES[figure]} | {value:.2f} |")
    return "\n".join(rows) + "\n"


def written(text: str) -> str:
    """The README with every part as it should be."""
    made = parts()
    return _PART.sub(lambda part: part[1] + made[part[2]] + part[3], text)


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")

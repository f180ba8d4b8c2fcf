"""The quality gate: scores the engine on answer keys and fails where a figure has fallen below `baseline.json`.

`python .ci/gate.py` checks; `python .ci/gate.py --update` writes the figures of today, to be committed with the change
that reached them. A key that is not on this machine is passed over, and said so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BASELINE = ROOT / ".ci" / "baseline.json"
TOLERANCE = 0.005
"""Figures are exact on one machine; another version of a library may move a sentence."""


def main() -> int:
    """Check every baseline, or write a new one; the exit status is 1 where a figure has fallen."""
    baseline: dict[str, dict[str, float]] = json.loads(BASELINE.read_text(encoding="utf-8"))
    measured: dict[str, dict[str, float]] = {}
    fallen = 0
    for path, wanted in baseline.items():
        if not (ROOT / path).exists():
            print(f"{path}: not on this machine, passed over")
            continue
        result = score(path)
        measured[path] = {name: figure(result, name) for name in wanted}
        for name, floor in wanted.items():
            low = measured[path][name] < floor - TOLERANCE
            fallen += low
            print(f"{path}: {name} {measured[path][name]:.3f} (baseline {floor:.3f}){' FALLEN' if low else ''}")
    if "--update" in sys.argv[1:]:
        BASELINE.write_text(json.dumps(baseline | measured, indent=2) + "\n", encoding="utf-8")
        return 0
    return 1 if fallen else 0


def score(path: str) -> dict[str, Any]:
    """What `rashomon evaluate` says of one path."""
    command = [sys.executable, "-m", "reader", "evaluate", path, "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (result,) = json.loads(done.stdout)
    return dict(result)


def figure(result: dict[str, Any], name: str) -> float:
    """A figure by its dotted name: "found.f1", or "whole", of which a share is meant."""
    value: Any = result
    for part in name.split("."):
        value = value[part]
    if isinstance(value, dict):
        value = value["reached"] / value["wanted"] if value["wanted"] else 0.0
    return round(float(value), 4)


if __name__ == "__main__":
    sys.exit(main())

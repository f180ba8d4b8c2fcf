"""What each part of the evidence is worth: what is lost without it, on stories that the models were not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.evaluate.case import Case
from reader.evaluate.result import Options, Result, decimal, score_figures, table
from reader.evaluate.training import Trainer

PARTS = {
    "all evidence": (),
    "rarest shared word": ("rarest",),
    "names": ("names",),
    "numbers": ("numbers",),
    "verbs with what stands beside them": ("acts",),
    "how many words are shared": ("count",),
    "discount of what resembles everything": ("hub",),
    "sentences beside": ("neighbours", "context"),
    "place in the article": ("ledes", "early"),
    "what is not shared": ("unshared",),
    "rarity in English alone": ("plain",),
    "length of the passages": ("length", "balance", "long", "wide", "part"),
    "score of the sentences": ("sentence", "further"),
    "meaning of the sentences": ("meaning", "around"),
    "meaning of the stretches": ("resemblance",),
}
"""Parts of the evidence, and the measures that make them."""


def ablation(path: Path, cases: Sequence[Case], options: Options) -> Result:
    """Train and score without each part in turn, each story held out once."""
    trainer = Trainer(cases, semantic=options.meaning)
    figures: dict[str, Any] = {}
    rows = []
    parts = {name: part for name, part in PARTS.items() if options.meaning or not name.startswith("meaning")}
    for done, (name, measures) in enumerate(parts.items()):
        options.tell(f"training without {name}", done, len(parts))
        score = trainer.forgetting(frozenset(measures)).score()
        figures[name] = score_figures(score)
        whole = score.whole / max(1, score.shared)
        rows.append((name if not done else f"without {name}", *map(decimal, (score.found.f1, score.pinned.f1, whole))))
    lines = [
        f"{len(cases)} stories, each scored by models trained on the others",
        "",
        *table(("", "found F1", "pinned F1", "whole facts"), rows),
    ]
    return Result(str(path), "what the evidence is worth", figures, tuple(lines))

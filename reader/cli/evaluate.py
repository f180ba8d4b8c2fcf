"""`rashomon evaluate`: scores the engine on answer keys."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from reader.cli.meaning import add_meaning
from reader.cli.progress import ProgressLine
from reader.cli.streams import add_format


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments and options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="an answer key or a folder of them")
    add_format(parser)
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is false, side by side")
    parser.add_argument("--planted", action="store_true", help="of stories: plant changes in copies, and score them")
    add_meaning(parser)
    parser.add_argument("--ablation", action="store_true", help="of a folder of keys: what each evidence is worth")


def run(options: argparse.Namespace) -> int:
    """Score every path and print the figures."""
    from reader.evaluate.forms import evaluate
    from reader.evaluate.result import Options

    with ProgressLine() as told:
        asked = Options(
            errors=options.errors,
            planted=options.planted,
            meaning=options.meaning,
            ablation=options.ablation,
            report=told,
        )
        results = [evaluate(path, asked) for path in options.paths]
    if options.format == "json":
        figures = [{"path": result.path, "form": result.form, **result.figures} for result in results]
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join([f"{result.path} ({result.form})", *result.lines]) for result in results))
    return 0

"""`rashomon evaluate`: scores the engine on answer keys."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from reader.cli.meaning import add_meaning
from reader.model import Progress


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments and options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="an answer key or a folder of them")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the figures")
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is false, side by side")
    parser.add_argument("--planted", action="store_true", help="of stories: plant changes in copies, and score them")
    add_meaning(parser)
    parser.add_argument("--ablation", action="store_true", help="of a folder of keys: what each evidence is worth")


def run(options: argparse.Namespace) -> int:
    """Score every path and print the figures."""
    from reader.evaluate.forms import evaluate
    from reader.evaluate.result import Options

    asked = Options(
        errors=options.errors,
        planted=options.planted,
        meaning=options.meaning,
        ablation=options.ablation,
        report=_show if sys.stderr.isatty() else None,
    )
    results = []
    for path in options.paths:
        results.append(evaluate(path, asked))
        _clear()
    if options.format == "json":
        figures = [{"path": result.path, "form": result.form, **result.figures} for result in results]
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join([f"{result.path} ({result.form})", *result.lines]) for result in results))
    return 0


def _show(progress: Progress) -> None:
    print(f"\r\x1b[K{progress.step} ({progress.done + 1} of {progress.total})", end="", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)

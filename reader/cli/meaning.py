"""The option that has articles compared by meaning too, shared by the commands that compare."""

from __future__ import annotations

import argparse


def add_meaning(parser: argparse.ArgumentParser) -> None:
    """`--meaning`."""
    parser.add_argument("--meaning", action="store_true", help="compare by meaning too (needs the extra 'semantic')")

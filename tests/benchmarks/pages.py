"""How fast a folder of saved pages is read, beside trafilatura alone, and how much memory that takes.

    python -m tests.benchmarks.pages FOLDER [COPIES] [ROUNDS]

Each of the two runs in a process of its own, over the folder's pages copied until there are COPIES (1,000), in turn and
ROUNDS times (3): a machine's speed drifts, so what counts is the median of the rounds' ratios. Ours begins without
anything kept from an earlier run; at the end it runs once more with what it has kept.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path


def ours(pages: list[Path]) -> int:
    """Read by intake: extracted, cleaned, named, with all that was left out."""
    from reader.intake import load

    return len(load(list(map(str, pages))).articles)


def theirs(pages: list[Path]) -> int:
    """Extracted by trafilatura alone, with metadata and the same options."""
    from trafilatura import bare_extraction

    found = 0
    for page in pages:
        extracted = bare_extraction(page.read_bytes(), fast=True, include_comments=False, with_metadata=True)
        found += extracted is not None
    return found


def _measure(name: str, folder: Path) -> None:
    pages = sorted(folder.iterdir())
    started = time.process_time()
    found = {"ours": ours, "theirs": theirs}[name](pages)
    seconds = time.process_time() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"found": found, "seconds": seconds, "megabytes": megabytes}))


def _measured(name: str, place: str, cache: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.pages", "--measure", name, place]
    home = {**os.environ, "XDG_CACHE_HOME": cache}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=home)
    figures: dict[str, float] = json.loads(done.stdout)
    print(f"{name:6}  {figures['found']} pages in {figures['seconds']:.1f} s of CPU, {figures['megabytes']:.0f} MB")
    return figures


def main(folder: str, copies: str = "1000", rounds: str = "3") -> None:
    """Copy the pages and measure both ways."""
    originals = sorted(path for path in Path(folder).iterdir() if path.suffix in (".html", ".htm"))
    ratios = []
    with tempfile.TemporaryDirectory() as place:
        for number, page in enumerate(islice(cycle(originals), int(copies))):
            # No two alike, since trafilatura remembers what it has seen.
            (Path(place) / f"{number:05}.html").write_bytes(page.read_bytes() + f"<!-- {number} -->".encode())
        for _ in range(int(rounds)):
            with tempfile.TemporaryDirectory() as cache:
                alone, with_ours = (_measured(name, place, cache) for name in ("theirs", "ours"))
                ratios.append(alone["seconds"] / with_ours["seconds"])
                if len(ratios) == int(rounds):
                    _measured("ours", place, cache)
    print(f"ours is as fast as {statistics.median(ratios):.2f} of theirs ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    if sys.argv[1] == "--measure":
        _measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main(*sys.argv[1:])

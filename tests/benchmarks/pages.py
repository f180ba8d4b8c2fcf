"""How fast a folder of saved pages is read, beside trafilatura alone, and how much memory that takes.

    python -m tests.benchmarks.pages FOLDER [COPIES]

Each of the two runs in a process of its own, over the folder's pages copied until there are COPIES (1,000).
"""

from __future__ import annotations

import resource
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
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = f"{seconds:.1f} s of CPU, {len(pages) / seconds:.0f}/s"
    print(f"{name}: {found} of {len(pages)} pages in {speed}, {memory:.0f} MB")


def main(folder: str, copies: str = "1000") -> None:
    """Copy the pages and measure both ways."""
    originals = sorted(path for path in Path(folder).iterdir() if path.suffix in (".html", ".htm"))
    with tempfile.TemporaryDirectory() as place:
        for number, page in enumerate(islice(cycle(originals), int(copies))):
            # No two alike, since trafilatura remembers what it has seen.
            (Path(place) / f"{number:05}.html").write_bytes(page.read_bytes() + f"<!-- {number} -->".encode())
        for name in ("theirs", "ours"):
            subprocess.run([sys.executable, "-m", "tests.benchmarks.pages", "--measure", name, place], check=True)


if __name__ == "__main__":
    if sys.argv[1] == "--measure":
        _measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main(*sys.argv[1:])

"""Makes the pictures of the README from the demonstration story, with a headless Chromium.

    python -m tests.pictures [FOLDER]

PNG and no SVG: the SVG that Textual writes takes its font from a CDN, and readers of a README load nothing from there.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from reader.compare import compare
from reader.config import Config
from reader.intake import load
from reader.notes import Store
from reader.tui import themes
from reader.tui.app import Rashomon
from reader.tui.keys import key_map
from reader.tui.reading import Reading

FOLDER = Path(__file__).parent / "pictures"

PICTURES = {
    "columns-dark": ("dusk", "] #"),
    "columns-light": ("paper", "] #"),
    "focus-dark": ("dusk", "] # v"),
    "focus-light": ("paper", "] # v"),
    "matrix-dark": ("dusk", "] d v v"),
    "matrix-light": ("paper", "] d v v"),
    "ledger-dark": ("dusk", "L"),
}
"""For each picture its theme, and the keys that lead to it."""

_SIZE = (126, 38)


async def drawn(theme: str, keys: str) -> str:
    """The app as SVG."""
    intake = load(["seeds"])
    reading = Reading(intake.articles, Store.open(None), intake.story.name if intake.story else None)
    reading.compare(compare(intake.articles))
    app = Rashomon(reading, None, themes.load()[0], key_map()[0], Config(theme=theme))
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*keys.split())
        await pilot.pause()
        return app.export_screenshot()


def photograph(svg: str, target: Path) -> None:
    """SVG as PNG, in a font of this machine."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("pictures need Chromium; install it and try again")
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    width, height = (round(float(number)) for number in found.groups())
    own = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "picture.html"
        page.write_text(f'<body style="margin:0">{own}', encoding="utf-8")
        subprocess.run(
            [
                *(chromium, "--headless", "--no-sandbox", "--hide-scrollbars", "--default-background-color=00000000"),
                *(f"--window-size={width},{height}", f"--screenshot={target}", str(page)),
            ],
            check=True,
            capture_output=True,
        )


def main() -> None:
    """All pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, (theme, keys) in PICTURES.items():
        photograph(asyncio.run(drawn(theme, keys)), folder / f"{name}.png")
        print(folder / f"{name}.png")


if __name__ == "__main__":
    main()

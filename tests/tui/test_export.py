"""The export screen: format, name and filters, what would be written below them, and nothing replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.config import Config, KeyChange
from reader.export import FORMATS, format_of
from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, room

SIZES = ((120, 36), (80, 24), (50, 14))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is written goes into a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _words(text: str) -> str:
    """Without white space, in which lines differ when they are wrapped."""
    return "".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_each_format_shows_the_beginning_of_what_is_written(
    reading: Reading, opened: Opened, folder: Path, size: tuple[int, int]
) -> None:
    """Tab goes through all of them, either way; what stands in the file begins with what was shown."""
    seen = set()
    async with opened(reading, size) as pilot:
        for step in range(len(FORMATS)):
            back = len(FORMATS) - step
            await pilot.press("s", *["tab"] * step if step < back else ["shift+tab"] * back)
            await pilot.pause()
            # The last cell of a line is the scrollbar's.
            lines = [line[: size[0] - 1] for line in frame(pilot).splitlines()]
            rules = [place for place, line in enumerate(lines) if line.startswith("──")]
            shown = _words("\n".join(lines[rules[0] + 1 : rules[1]]))
            await pilot.press("enter")
            await pilot.pause()
            (path,) = (path for path in folder.iterdir() if path not in seen)
            seen.add(path)
            written = _words(path.read_bytes().decode("utf-8-sig"))
            if path.suffix == ".html":
                head, _, tail = written.partition("<style>")
                written = f"{head}<style>…</style>{tail.partition('</style>')[2]}"
            assert len(shown) > 40
            assert written.startswith(shown)
    assert {form.name for path in seen if (form := format_of(path))} == set(FORMATS)


async def test_filters_change_the_preview_at_once_and_the_views(reading: Reading, opened: Opened) -> None:
    """While the filters are open, behind them; leaving them as they were brings everything back."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("s", "ctrl+f", "space")
        await pilot.pause()
        assert "Hidden by the selection" in frame(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Hidden by the selection" not in frame(pilot)
        await pilot.press("ctrl+f", "space", "enter", "enter")
        await pilot.pause()
        assert pilot.app.screen is room(pilot)
        assert {stop.mark for stop in reading.stops} == {"agreement"}
    text = Path("the-bridge.md").read_text(encoding="utf-8")
    assert "What several agree on" in text
    assert "What differs" not in text


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(reading: Reading, opened: Opened) -> None:
    """Leaving, or another name after the question, leaves it as it was."""
    path = Path("the-bridge.md")
    path.write_text("My own text, of years.\n", encoding="utf-8")
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("s", "enter")
        await pilot.pause()
        assert "'the-bridge.md' exists. Enter again replaces it" in frame(pilot)
        await pilot.press("escape", "s", "enter", "end", "x", "backspace", "enter")
        await pilot.pause()
        assert path.read_text(encoding="utf-8") == "My own text, of years.\n"
        await pilot.press("enter")
        await pilot.pause()
        assert path.read_text(encoding="utf-8").startswith("# The bridge")


async def test_the_preview_has_the_readers_own_paragraphs(reading: Reading, opened: Opened) -> None:
    """What was written into an export before will be there again, and is seen to be."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("s", "enter")
        await pilot.pause()
        path = Path("the-bridge.md")
        first, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
        path.write_text(f"{first}\n\nMy own words.\n\n{rest}", encoding="utf-8")
        await pilot.press("s")
        await pilot.pause()
        assert "My own words." in frame(pilot)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert path.read_text(encoding="utf-8").startswith(f"{first}\n\nMy own words.\n\n{rest[:20]}")


async def test_any_name_can_be_typed(reading: Reading, opened: Opened, folder: Path) -> None:
    """What is nobody's home, a folder, and what is too long for any file."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("n", "s")
        line = pilot.app.screen.query_one(Input)
        for name, told in (
            (f"{'x' * 300}.md", "cannot be written (File name too long)"),
            (f"{'x' * 300}.txt", "cannot be written (File name too long)"),
            (f"{folder}.md", "cannot be written (it is a folder)"),
        ):
            Path(f"{folder}.md").mkdir(exist_ok=True)
            line.value = name
            await pilot.press("enter")
            await pilot.pause()
            assert told in " ".join(frame(pilot).split())
        line.value = "~draft.md"
        await pilot.press("enter")
        await pilot.pause()
        assert Path("~draft.md").is_file()
        await pilot.press("Y")
        pilot.app.screen.query_one(Input).value = "~quoted.txt"
        await pilot.press("enter")
        await pilot.pause()
        assert Path("~quoted.txt").is_file()


@pytest.mark.slow
async def test_what_cannot_be_written_is_told(reading: Reading, opened: Opened, folder: Path) -> None:
    """A name that says no format, a folder that is not there, and a note changed in the file but not taken back."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("n", "i", *"one", "enter", "s", "enter", "s", "x", "enter")
        await pilot.pause()
        assert "End the name with one of .txt" in frame(pilot)
        await pilot.press("ctrl+u", *"no/such.md", "enter")
        await pilot.pause()
        assert "no/such.md cannot be written" in " ".join(frame(pilot).split())
        path = folder / "the-bridge.md"
        path.write_text(path.read_text(encoding="utf-8").replace("> one", "> two"), encoding="utf-8")
        await pilot.press("ctrl+u", *"the-bridge.md", "enter")
        await pilot.pause()
        assert "was changed in the file" in " ".join(frame(pilot).split())
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "> two" in path.read_text(encoding="utf-8")


async def test_its_keys_are_changed_like_all_others(reading: Reading, opened: Opened) -> None:
    """What the settings give it holds while the name is typed, and so does Escape, whatever they say."""
    changed = Config(
        keys=(
            KeyChange("export-format", ("f2",), "config.yaml", 1),
            KeyChange("leave", ("Q",), "config.yaml", 2),
        )
    )
    async with opened(reading, (80, 24), changed) as pilot:
        await pilot.press("s", "f2")
        await pilot.pause()
        assert "the-bridge.html" in frame(pilot)
        assert "F2 another format" in frame(pilot)
        await pilot.press("Q", "escape")
        await pilot.pause()
        assert pilot.app.screen is room(pilot)


async def test_more_of_it_is_scrolled_to(reading: Reading, opened: Opened) -> None:
    """By line and by page, while the name is being typed."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "# The bridge" in frame(pilot)
        await pilot.press("down", "pagedown")
        await pilot.pause()
        assert "# The bridge" not in frame(pilot)
        await pilot.press("up", "pageup")
        await pilot.pause()
        assert "# The bridge" in frame(pilot)

"""Themes: read strictly, measured, and good ones side by side with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.config import Config
from reader.errors import ThemeError
from reader.tui import themes
from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, room

SHIPPED = sorted(path.stem for path in paths.themes().glob("*.yaml"))


def test_six_themes_are_shipped() -> None:
    """Dark, light and high contrast are among them, and all are good."""
    known, problems = themes.load([paths.themes()])
    assert problems == ()
    assert len(known) >= 6
    assert {theme.dark for theme in known.values()} == {True, False}
    assert themes.DEFAULT in known


@pytest.mark.parametrize("name", SHIPPED)
def test_contrast(name: str) -> None:
    """Everything that is read has a contrast of 4.5 on every ground it stands on; in high contrast, 7."""
    theme = themes.read(paths.themes() / f"{name}.yaml")
    if theme.contrast is None:
        pytest.skip("the terminal's own colours cannot be measured")
    assert theme.contrast >= (7 if name.startswith("contrast") else 4.5)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, and the order does not matter."""
    assert themes.contrast("#000", "#ffffff") == pytest.approx(21)
    assert themes.contrast("#777777", "#ffffff") == pytest.approx(themes.contrast("#ffffff", "#777777"))
    assert themes.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", SHIPPED)
async def test_the_app_opens_in_every_theme(name: str, reading: Reading, opened: Opened) -> None:
    """Also in the one that leaves the colours to the terminal, of which Textual's own styles ask for more."""
    async with opened(reading, config=Config(theme=name)) as pilot:
        assert pilot.app.theme == name
        await pilot.press("n")
        await pilot.pause()
        assert "▌" in frame(pilot)


@pytest.mark.parametrize("name", ["dusk", "terminal"])
@pytest.mark.parametrize("key", ["f", "t", "I", "i"])
async def test_what_lies_over_the_texts_leaves_them_in_sight(
    name: str, key: str, reading: Reading, opened: Opened
) -> None:
    """Filters and themes hold at once, and a reader is to see what they do."""
    async with opened(reading, config=Config(theme=name)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.screen is not room(pilot)
        assert "The Herald" in frame(pilot)


async def test_themes_are_switched_live(reading: Reading, opened: Opened) -> None:
    """Each is put on as one comes to it; Escape takes the old one back, Enter keeps the new one."""
    known = themes.load([paths.themes()])[0].values()
    first, *others = (theme.id for theme in sorted(known, key=lambda theme: theme.name))
    async with opened(reading, config=Config(theme=first)) as pilot:
        await pilot.press("t")
        for name in others:
            await pilot.press("j")
            await pilot.pause()
            assert pilot.app.theme == name
        await pilot.press("j", "k", "k", "g", "escape")
        await pilot.pause()
        assert pilot.app.theme == first
        await pilot.press("t", "G", "enter")
        await pilot.pause()
        assert pilot.app.theme == others[-1]
        assert pilot.app.screen is room(pilot)


GOOD = (paths.themes() / "dusk.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ('accent: "#8fb8ff"', 'accnt: "#8fb8ff"', 9, "did you mean 'accent'"),
        ('accent: "#8fb8ff"', 'accent: "#8fb8fg"', 9, "'accent' must be a colour"),
        ('accent: "#8fb8ff"', 'accent: "red; x"', 9, "'accent' must be a colour"),
        ('  accent: "#8fb8ff"\n', "", 5, "lacks the colour 'accent'"),
        ("dark: true", "dark: yes please", 3, "true or false"),
        ("colours:", "colors:", 4, "did you mean 'colours'"),
    ],
)
def test_a_wrong_theme_is_named_with_its_line(tmp_path: Path, before: str, after: str, line: int, words: str) -> None:
    """Unknown keys, wrong colours and missing ones are refused, with file and line."""
    assert before in GOOD
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(ThemeError) as raised:
        themes.read(path)
    assert raised.value.line == line
    assert words in str(raised.value)


def test_good_themes_and_problems_side_by_side(tmp_path: Path) -> None:
    """One broken theme does not cost the others."""
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("colours: 3", encoding="utf-8")
    known, problems = themes.load([tmp_path])
    assert list(known) == ["good"]
    assert len(problems) == 1
    assert "bad.yaml, line 1" in problems[0]

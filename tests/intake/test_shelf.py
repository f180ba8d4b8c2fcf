"""A page whose story was found once is not taken apart again, whatever happened in between."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader import paths
from reader.errors import Cancelled
from reader.intake import load, pages, shelf
from reader.intake.draft import Draft
from reader.model import Progress
from tests.intake.test_formats import PAGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four pages."""
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.html").write_text(PAGE.replace("ferry ran", f"ferry {number} ran"), encoding="utf-8")
    return folder


@pytest.fixture
def taken_apart(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the pages that are taken apart from now on."""
    sources: list[str] = []
    first = pages.page

    def told(html: str, source: str, name: str, address: str | None = None) -> Draft:
        sources.append(Path(source).name)
        return first(html, source, name, address)

    monkeypatch.setattr(pages, "page", told)
    return sources


def test_a_folder_that_was_stopped_goes_on(folder: Path, taken_apart: list[str]) -> None:
    """What had been read is at hand, and the articles are the same as of one run."""

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        load([str(folder)], report=stop)
    assert taken_apart == ["0.html", "1.html"]
    resumed = load([str(folder)])
    assert taken_apart == ["0.html", "1.html", "2.html", "3.html"]
    for kept in paths.cache_folder().rglob("*.json"):
        kept.unlink()
    assert load([str(folder)]) == resumed


def test_it_is_known_by_its_content(folder: Path, taken_apart: list[str]) -> None:
    """Under another name it is at hand; changed in one word it is not."""
    load([str(folder / "0.html")])
    (folder / "0.html").rename(folder / "other.html")
    article = load([str(folder / "other.html")]).articles[0]
    assert article.source.endswith("other.html")
    (folder / "other.html").write_text(PAGE.replace("thick", "thin"), encoding="utf-8")
    assert "thin fog" in load([str(folder / "other.html")]).articles[0].text
    assert taken_apart == ["0.html", "other.html"]


def test_a_damaged_file_counts_as_none(folder: Path, taken_apart: list[str]) -> None:
    """The page is read again."""
    first = load([str(folder / "0.html")])
    for kept in paths.cache_folder().rglob("*.json"):
        kept.write_text('{"text": 1}', encoding="utf-8")
    assert load([str(folder / "0.html")]) == first
    assert len(taken_apart) == 2


def test_another_version_of_the_program_reads_anew(
    folder: Path, taken_apart: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its extraction may be a better one."""
    load([str(folder / "0.html")])
    monkeypatch.setattr(shelf, "_version", lambda: ("another",))
    load([str(folder / "0.html")])
    assert len(taken_apart) == 2


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    """Pages are read all the same."""
    paths.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_folder().write_text("in the way", encoding="utf-8")
    assert len(load([str(folder)]).articles) == 4


def test_it_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is too much, the older half of what may stay goes."""
    place = paths.cache_folder() / "stories"
    place.mkdir(parents=True)
    for number in range(7):
        (place / f"{number}.json").write_text("{}", encoding="utf-8")
        os.utime(place / f"{number}.json", (number, number))
    monkeypatch.setattr(shelf, "_MOST", 6)
    load([str(folder / "0.html")])
    assert {"4.json", "5.json", "6.json"} < {path.name for path in place.iterdir()}
    assert len(list(place.iterdir())) == 4

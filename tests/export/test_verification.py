"""Every quotation of an export is found in its sources, however they were saved again; what is not is told."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reader.compare import compare
from reader.errors import ExportError
from reader.export import FORMATS, render
from reader.export.quoted import Quoted, plain_markdown, quotations
from reader.export.verification import FAILURES, Checked, counts, verify
from reader.intake import load
from reader.model import Article
from reader.notes import note_on_passage
from tests.conftest import ROOT
from tests.story import DAILY, HERALD, TIDES, comparison, span

STORY = comparison()
VERIFIED = [form for form in FORMATS if form != "csl"]


def _straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _wrapped(text: str) -> str:
    lines = (textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(lines)


def _inserted(text: str) -> str:
    lines = text.split("\n")
    lines.insert(len(lines) // 2, "\nAn editor put this paragraph in on Tuesday, with a name and a number.\n")
    return "\n".join(lines)


RESAVED: dict[str, Callable[[str], str]] = {
    "as it was": lambda text: text,
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
    "with other line breaks": _wrapped,
    "with blank lines": lambda text: text.replace("\n", "\n\n"),
    "with straight quotation marks": _straight,
    "with one paragraph inserted": _inserted,
}


@cache
def _quoted(files: tuple[Path, ...]) -> tuple[tuple[Quoted, ...], ...]:
    """The quotations of every export of a story; none where nothing is found in it."""
    compared = compare(load([str(file) for file in files]).articles)
    if not compared.alignments and not compared.unique:
        return ()
    return tuple(quotations(render(compared, (), form)) for form in VERIFIED)


def _not_found(folder: Path, resave: Callable[[str], str], elsewhere: Path) -> list[Checked]:
    """What of the exports of a story cannot be found when its files were saved again."""
    files = tuple(sorted(folder.glob("*.txt")))
    elsewhere.mkdir()
    for file in files:
        (elsewhere / file.name).write_bytes(resave(file.read_text(encoding="utf-8")).encode())
    again = load([str(elsewhere / file.name) for file in files]).articles
    checked = (entry for quoted in _quoted(files) for entry in verify(quoted, again))
    return [entry for entry in checked if entry.outcome in FAILURES]


@pytest.mark.parametrize("how", RESAVED)
@pytest.mark.parametrize("story", ["seeds", "tests/data/ferry"])
def test_every_quotation_of_every_export_is_found(story, how, tmp_path):
    """Also when the sources were saved again with other breaks and marks."""
    assert _not_found(ROOT / story, RESAVED[how], tmp_path / "again") == []


@pytest.mark.slow
@pytest.mark.parametrize("how", RESAVED)
def test_every_quotation_of_the_development_stories_is_found(gold, how, tmp_path):
    """In all of them."""
    stories = sorted(folder for folder in (gold / "stories").iterdir() if folder.is_dir())
    failed = {story.name: _not_found(story, RESAVED[how], tmp_path / story.name) for story in stories}
    assert {name: entries for name, entries in failed.items() if entries} == {}


@pytest.mark.parametrize("form", VERIFIED)
class TestOutcomes:
    """What is told of a quotation that does not stand where it stood."""

    def _check(self, form: str, *articles: Article) -> dict[str, list[str]]:
        outcomes: dict[str, list[str]] = {}
        for entry in verify(quotations(render(STORY, (), form)), articles):
            outcomes.setdefault(entry.outcome, []).append(entry.quoted.exact)
        return outcomes

    def test_all_is_well(self, form):
        """The same articles, in another order."""
        assert set(self._check(form, TIDES, DAILY, HERALD)) == {"found"}

    def test_moved(self, form):
        """A paragraph before it moves it, and loses nothing."""
        edited = replace(HERALD, text=HERALD.text.replace("\n\nA ferry", "\n\nUpdated at noon.\n\nA ferry"))
        outcomes = self._check(form, edited, DAILY, TIDES)
        assert "Nobody was hurt." in outcomes["moved"]
        assert not set(outcomes) & set(FAILURES)

    def test_changed(self, form):
        """One word is another."""
        edited = replace(HERALD, text=HERALD.text.replace("built in 1987", "built in 1978"))
        assert self._check(form, edited, DAILY, TIDES)["changed"] == ["The ferry was built in 1987."]

    def test_missing(self, form):
        """The sentence is gone."""
        edited = replace(HERALD, text=HERALD.text.replace("The ferry was built in 1987.", ""))
        assert self._check(form, edited, DAILY, TIDES)["missing"] == ["The ferry was built in 1987."]

    def test_the_article_is_not_there(self, form):
        """Everything that it is quoted with is missing."""
        assert "Nobody was hurt." in self._check(form, DAILY, TIDES)["missing"]


def test_a_quotation_of_another_outlet_is_missing_and_says_where_it_stands():
    """To ascribe words to the wrong outlet is worse than to get them wrong."""
    text = render(STORY, (), "markdown").replace(
        "| Harbour Herald | paragraph 1 | Nobody", "| The Daily Wire | paragraph 1 | Nobody"
    )
    (entry,) = (entry for entry in verify(quotations(text), STORY.articles) if entry.outcome != "found")
    assert (entry.outcome, entry.now) == ("missing", "it stands in Harbour Herald")


def test_words_changed_in_the_export_are_found_out():
    """Whoever edits a quotation in Markdown is told."""
    text = render(STORY, (), "markdown").replace("Nobody was hurt", "Almost nobody was hurt")
    outcomes = counts(verify(quotations(text), STORY.articles))
    assert outcomes["changed"] + outcomes["missing"] == 1


def test_notes_are_verified_with_the_rest():
    """In the formats that quote for them."""
    note = note_on_passage(STORY, span(TIDES, "a new pier in May"), "When?")
    for form in ("json", "annotations"):
        assert "a new pier in May" in [entry.exact for entry in quotations(render(STORY, [note], form))]


def test_text_that_intake_took_out_counts_as_moved():
    """What was story and is now page furniture still stands in the source."""
    from reader.model import Removed

    cut = HERALD.text.index("The ferry was built")
    edited = replace(HERALD, text=HERALD.text[:cut], removed=(Removed(HERALD.text[cut:], "page furniture", cut),))
    outcomes = counts(verify(quotations(render(STORY, (), "json")), [edited, DAILY, TIDES]))
    assert (outcomes["moved"], outcomes["missing"]) == (1, 0)


@pytest.mark.parametrize(
    "text",
    ["", "# A heading\n\nand text", "{}", '{"format": "rashomon-comparison"}', "<!doctype html><p>x", "a,b\n1,2"],
)
def test_what_has_no_quotations_is_refused(text):
    """An empty answer would look like "all is well"."""
    with pytest.raises(ExportError):
        quotations(text, "file")


def test_escapes_are_undone():
    """Backslashes and strong marks, in one pass."""
    assert plain_markdown(r"a \| b \\\| **c** \*\*d\*\* \\") == r"a | b \| c **d** " + "\\"


def test_a_table_that_a_formatter_aligned_is_read():
    """Cells may be padded."""
    text = render(STORY, (), "markdown").replace(" | paragraph 1 | ", "    |  paragraph 1   |   ")
    assert set(quotations(text)) == set(quotations(render(STORY, (), "markdown")))


def test_a_hostile_export_is_refused_or_read_soon():
    """No line makes the reader of Markdown or text search for ever."""
    for line in ("|" + " | paragraph 1" * 100_000, "1. " + " ()" * 100_000, "- *x*" + "a “b”; " * 100_000):
        with pytest.raises(ExportError):
            quotations(f"# x\n\n{line}\n")
        with pytest.raises(ExportError):
            quotations(f"x\n\nARTICLES\n{line}\n")


class TestCommand:
    """`rashomon verify`."""

    @pytest.mark.parametrize("form", VERIFIED)
    def test_an_export_that_is_right(self, command, tmp_path, form):
        """The sources are those that it names; exit status 0."""
        command("compare", "tests/data/ferry", "-f", form, "-o", tmp_path / "export")
        done = command("verify", tmp_path / "export")
        assert done.stdout.endswith(" found, 0 moved, 0 changed, 0 missing\n")
        assert done.returncode == 0

    def test_an_export_that_is_wrong(self, command, tmp_path):
        """What is not found is listed with what stands there; exit status 1."""
        command("compare", "tests/data/ferry", "-f", "json", "-o", tmp_path / "export.json")
        value = json.loads((tmp_path / "export.json").read_text())
        value["unique"][0]["text"] += " Really, truly, absolutely."
        (tmp_path / "export.json").write_text(json.dumps(value))
        done = command("verify", tmp_path / "export.json")
        assert done.returncode == 1
        assert done.stdout.startswith("changed ")
        assert "1 changed, 0 missing" in done.stdout

    def test_sources_beside_the_export_are_found(self, command, tmp_path):
        """A folder that was moved with export and articles together."""
        folder = tmp_path / "moved"
        folder.mkdir()
        for file in (ROOT / "tests/data/ferry").glob("*.txt"):
            (folder / file.name).write_bytes(file.read_bytes())
        names = sorted(file.name for file in folder.iterdir())
        command("compare", *names, "-o", "export.md", cwd=folder)
        assert command("verify", folder / "export.md").returncode == 0

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (["missing.md"], "missing.md cannot be read"),
            (["seeds/000_fceea5c6c23d308f.txt"], "has no quotations that can be verified"),
            (["reader/export"], "cannot be read"),
        ],
    )
    def test_what_cannot_be_verified_is_one_sentence(self, command, arguments, reason):
        """Exit status 2."""
        done = command("verify", *arguments)
        assert done.returncode == 2
        assert reason in done.stderr
        assert done.stderr.count("\n") == 1

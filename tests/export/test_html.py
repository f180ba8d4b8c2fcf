"""The HTML export: one valid file that needs nothing else, and that everybody can read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.export import render
from reader.export.marked import Marked, pieces
from reader.notes import note_on_alignment, note_on_story
from tests.conftest import ROOT
from tests.export.test_hostile import ATTACKS, hostile_story
from tests.story import HERALD, comparison

STORY = comparison()
NOTES = (note_on_story(STORY, "All in all …"), note_on_alignment(STORY, STORY.alignments[0], "Ask.", ["police"]))
PAGE = render(STORY, NOTES, "html")
TOOLS = ROOT / "tests" / "browser" / "node_modules"
INSTALL = "run 'npm install' in tests/browser"


class _Outline(HTMLParser):
    """What a browser would see: elements in order, ids, links and text."""

    VOID = frozenset({"meta", "br", "img", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def _outline(page: str) -> _Outline:
    outline = _Outline()
    outline.feed(page)
    outline.close()
    return outline


def test_every_element_is_closed_and_every_link_leads_somewhere():
    """Ids are unique, and a link inside the page has its target."""
    found = _outline(PAGE)
    assert found.stack == []
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_it_needs_nothing_else():
    """No script, no image, no style or font from elsewhere; and the page itself forbids them."""
    found = _outline(PAGE)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert "default-src 'none'" in PAGE
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_whole_articles_stand_side_by_side():
    """With every paragraph, whatever is marked in it."""
    text = re.sub(r"[=≠+]\d*(?=\S)", "", " ".join("".join(_outline(PAGE).text).split()))
    for article in STORY.articles:
        for paragraph in article.text.split("\n\n"):
            assert " ".join(paragraph.split()) in text


def test_marks_say_in_words_what_they_mean():
    """A screen reader gets the relation and the number of the fact, and a link to it."""
    assert 'href="#fact-1" aria-label="differ, fact 1">≠1</a>' in PAGE
    assert 'href="#fact-2" aria-label="agree, fact 2">=2</a>' in PAGE


def test_words_of_another_language_say_which():
    """So that they are pronounced and laid out rightly."""
    arabic = replace(HERALD, language="ar")
    page = render(comparison(arabic, *STORY.articles[1:]), (), "html")
    assert page.count('lang="ar" dir="rtl"') > 3
    assert "dir=" not in PAGE


def test_only_web_addresses_become_links():
    """A file is named, not linked; other schemes are text."""
    assert 'href="https://tides.example/ferry"' in PAGE
    links = _outline(PAGE).links
    assert all(link.startswith(("#", "https://")) for link in links)


def test_pieces_join_up_to_the_whole():
    """Marks that overlap, nest and run over the ends lose no character."""
    marks = [
        Marked(0, 10, "agreement", 1),
        Marked(5, 15, "difference", 2),
        Marked(7, 9, None, 0, strong=True),
        Marked(12, 40, "unique", 0),
    ]
    found = list(pieces(marks, 2, 30))
    assert [(piece.start, piece.end) for piece in found] == [
        (2, 5),
        (5, 7),
        (7, 9),
        (9, 10),
        (10, 12),
        (12, 15),
        (15, 30),
    ]
    assert [piece.kind for piece in found] == ["agreement", *["difference"] * 4, "unique", "unique"]
    assert [piece.strong for piece in found] == [False, False, True, False, False, False, False]
    assert [[mark.number for mark in piece.begins] for piece in found] == [[], [2], [], [], [], [0], []]


@pytest.mark.slow
@pytest.mark.parametrize("source", ["by hand", "seeds", "hostile"])
def test_the_official_validator_finds_nothing(source, tmp_path):
    """Neither in the HTML nor in the CSS."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists() or not shutil.which("java"):
        pytest.skip(f"the Nu HTML checker is not installed: {INSTALL}; it needs Java")
    path = tmp_path / "page.html"
    path.write_text(_page(source), encoding="utf-8")
    done = subprocess.run(
        ["java", "-jar", str(jar), "--also-check-css", "--format", "json", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stderr)["messages"] == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("source", ["by hand", "seeds"])
def test_axe_finds_no_obstacle(source, scheme, tmp_path):
    """All of axe's rules, contrast of every mark among them, in both colour schemes."""
    axe = TOOLS / "axe-core" / "axe.min.js"
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not axe.exists() or not browser:
        pytest.skip(f"axe-core or Chromium is not installed: {INSTALL}")
    # The page forbids scripts; for the test that line goes, and the wanted colour scheme is made the only one.
    page = re.sub(r"<meta http-equiv.*\n", "", _page(source))
    dark = "all" if scheme == "dark" else "not all"
    page = page.replace("(prefers-color-scheme: dark)", dark)
    script = (
        f"<script>{axe.read_text(encoding='utf-8')}</script><script>axe.run(document).then(found => {{"
        "document.title = 'done'; document.body.textContent = JSON.stringify(found.violations.map("
        "rule => [rule.id, rule.nodes.length, rule.nodes[0].html]))})</script>"
    )
    path = tmp_path / "page.html"
    path.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"),
            *("--virtual-time-budget=60000", "--dump-dom", path.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert "<title>done</title>" in done.stdout
    found = re.search(r"<body[^>]*>(.*)</body>", done.stdout, re.DOTALL)
    assert found is not None
    assert found[1].strip() == "[]"


def _page(source: str) -> str:
    if source == "by hand":
        return PAGE
    if source == "hostile":
        story = hostile_story(" ".join(attack for attack in ATTACKS.values() if len(attack) < 1000))
        return render(story, [note_on_story(story, ATTACKS["script"])], "html")
    from reader.compare import compare
    from reader.intake import load

    return render(compare(load([str(ROOT / "seeds")]).articles), (), "html")


def test_the_style_is_part_of_the_package():
    """It lies beside the module that reads it."""
    import reader.export

    assert (Path(reader.export.__file__).parent / "page.css").read_text(encoding="utf-8") in PAGE
    assert HERALD.title in PAGE

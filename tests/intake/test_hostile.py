"""Hostile files get an article or one clear sentence: never a crash, a hang, or a word to the terminal.

Hostile servers are in `test_fetching`, and what fuzzing has found is in `test_fuzzing`.
"""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import pytest

from reader.errors import IntakeError
from reader.intake import load, reading
from tests.conftest import Run
from tests.intake.test_formats import PAGE, STORY, TITLE, packed

_ENTITIES = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'

# Seconds of CPU. These are no timings: what blows up takes minutes, the rest about one.
A_BLOW_UP = 60


def refused(path: Path) -> str:
    """The sentence that a file gives."""
    with pytest.raises(IntakeError) as caught:
        load([str(path)])
    return str(caught.value)


class TestPages:
    def test_a_great_many_nested_tags(self, tmp_path: Path) -> None:
        """A page of nothing but opening tags is refused by their number."""
        path = tmp_path / "deep.html"
        path.write_text("<div>" * 400_000 + STORY, encoding="utf-8")
        assert "more than 300,000 tags" in refused(path)

    @pytest.mark.parametrize("tag", ["div", "b", "table", "p", "ul><li", "font"])
    def test_nested_tags(self, tmp_path: Path, tag: str) -> None:
        """Some thousands are read or refused within seconds, and no stack overflows."""
        path = tmp_path / "deep.html"
        path.write_text(f"<html><body>{f'<{tag}>' * 3_000}{STORY}</body></html>", encoding="utf-8")
        started = time.process_time()
        try:
            article = load([str(path)]).articles[0]
        except IntakeError as problem:
            # Which of the two it is, the version of libxml2 decides.
            assert str(path) in str(problem)  # noqa: PT017
        else:
            assert "ferry ran aground" in article.text
        assert time.process_time() - started < A_BLOW_UP

    def test_a_title_that_commands_the_terminal(self, tmp_path: Path) -> None:
        """Metadata is as clean as the text."""
        path = tmp_path / "page.html"
        path.write_text(PAGE.replace("Harbour Post", "Harbour\u202e \x9b2JPost\u200b"), encoding="utf-8")
        outlet = load([str(path)]).articles[0].outlet
        assert outlet.startswith("The Harbour")
        assert outlet.isprintable()

    def test_entities_that_unfold(self, tmp_path: Path) -> None:
        """HTML knows no declarations of entities: none is unfolded, and the story is read."""
        path = tmp_path / "page.html"
        path.write_text(PAGE.replace("<!doctype html>", _ENTITIES).replace("<h1>", "<p>&c;</p><h1>"), encoding="utf-8")
        article = load([str(path)]).articles[0]
        assert article.title == TITLE
        assert "haha" not in article.text

    @pytest.mark.parametrize(
        ("encoding", "claimed"),
        [("utf-8", "iso-8859-1"), ("iso-8859-1", "utf-8"), ("utf-8", "klingon"), ("utf-8", "utf-16")],
    )
    def test_a_lying_charset(self, tmp_path: Path, encoding: str, claimed: str) -> None:
        """A claim that does not fit the bytes, or is no encoding at all, is not believed."""
        path = tmp_path / "page.html"
        page = PAGE.replace("thick fog", "dichtem Nebel über Öland").replace('"utf-8"', f'"{claimed}"')
        path.write_bytes(page.encode(encoding))
        assert "dichtem Nebel über Öland" in load([str(path)]).articles[0].text

    def test_nuls(self, tmp_path: Path) -> None:
        """They are no part of the text."""
        path = tmp_path / "page.html"
        path.write_text(PAGE.replace("thick fog", "thick\x00 fog"), encoding="utf-8")
        article = load([str(path)]).articles[0]
        assert article.title == TITLE
        assert "\x00" not in article.text


class TestText:
    def test_one_line_of_9_mb(self, tmp_path: Path) -> None:
        """What is within the limit is read in seconds, even without a single line end."""
        path = tmp_path / "line.txt"
        path.write_text("The ferry ran aground (again) by | night / day. " * 190_000, encoding="utf-8")
        started = time.process_time()
        assert len(load([str(path)]).articles[0].text) > 9_000_000
        assert time.process_time() - started < A_BLOW_UP

    @pytest.mark.parametrize(
        "unit", ["(", "((Photo: ", "By A ", "A, ", "<", "[x](", "**", "http://", "\x1b]", "AA / ", "&amp;", "|by"]
    )
    def test_what_a_pattern_could_choke_on(self, tmp_path: Path, unit: str) -> None:
        """No expression takes more than a moment on any repetition."""
        for name in ("line.txt", "line.md"):
            path = tmp_path / name
            path.write_text(f"{STORY}\n\n{unit * 4_000}\n{unit * 30}\n{unit * 10} x", encoding="utf-8")
            started = time.process_time()
            assert load([str(path)]).articles
            assert time.process_time() - started < A_BLOW_UP

    @pytest.mark.parametrize(
        "opening", ["(Ann Gray/", "(", "Photo: Ann/", "Ann Gray, ", "By ", "OBAN (", "| Ann/", "**", "["]
    )
    @pytest.mark.parametrize("word", ["x", "ÿ", "A", "Ab", "A ", "a.", "-"])
    def test_a_word_without_end(self, tmp_path: Path, opening: str, word: str) -> None:
        """Nor on any beginning with one long word after it; fuzzing found one that took a minute."""
        path = tmp_path / "word.md"
        lines = (f"{opening}{word * length}" for length in (20, 60, 120, 500))
        path.write_text(STORY + "\n\n" + "\n".join(lines), encoding="utf-8")
        started = time.process_time()
        assert load([str(path)]).articles
        assert time.process_time() - started < A_BLOW_UP

    @pytest.mark.parametrize("name", ["line.txt", "line.html", "line.md", "line.json", "line.eml"])
    def test_50_mb_in_one_line(self, tmp_path: Path, name: str) -> None:
        """They are refused by their size, whatever they call themselves."""
        path = tmp_path / name
        path.write_bytes(b"word " * 10_000_000)
        assert refused(path) == f"'{path}' is larger than 10 MB; articles are smaller, so split it first"

    def test_50_mb_piped_in(self, rashomon: Run) -> None:
        """Standard input has the same limit."""
        done = rashomon("extract", "-", stdin="word " * 10_000_000)
        sentence = "standard input holds more than 10 MB; articles are smaller, so split it first"
        assert (done.returncode, done.stderr) == (2, f"rashomon: {sentence}\n")

    @pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
    def test_utf_16_without_a_mark(self, tmp_path: Path, encoding: str) -> None:
        """It is read as what it is, as text and as a page."""
        for name, content, title in (("a.txt", STORY, None), ("a.html", PAGE.replace("fog", "Næbel"), TITLE)):
            path = tmp_path / name
            path.write_bytes(content.encode(encoding))
            article = load([str(path)]).articles[0]
            assert STORY.split("\n")[-1] in article.text
            assert title is None or article.title == title.replace("fog", "Næbel")

    def test_nuls_in_a_text(self, tmp_path: Path) -> None:
        """They move to what was removed."""
        path = tmp_path / "a.txt"
        path.write_text(STORY.replace("fog", "f\x00og"), encoding="utf-8")
        article = load([str(path)]).articles[0]
        assert article.text == STORY
        assert [(piece.text, piece.reason) for piece in article.removed] == [("\x00", "control character")]

    def test_nothing_but_nuls(self, tmp_path: Path) -> None:
        """They are no text at all."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"\x00" * 5_000)
        assert refused(path) == f"'{path}' is a binary file, not text; give text, a saved page or an address"


class TestXml:
    @pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "list.opml"])
    def test_an_entity_bomb(self, tmp_path: Path, name: str) -> None:
        """It is refused before any parser sees it."""
        path = tmp_path / name
        path.write_text(f"{_ENTITIES}<rss>&c;</rss>", encoding="utf-8")
        assert refused(path) == f"'{path}' declares XML entities, which may unfold without end; it is not read"

    @pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "list.opml"])
    def test_a_great_many_nested_tags(self, tmp_path: Path, name: str) -> None:
        """So is one of more tags than a parser can take."""
        path = tmp_path / name
        path.write_text("<?xml version='1.0'?><rss><channel>" + "<a>" * 1_000_000, encoding="utf-8")
        assert refused(path) == f"'{path}' has more than 100,000 tags, more than any feed; it is not read"

    def test_nested_tags(self, tmp_path: Path) -> None:
        """Some thousands are read within seconds."""
        path = tmp_path / "feed.xml"
        item = f"<item><title>{TITLE}</title><description>{STORY}{'<a>' * 9_000}</description></item>"
        path.write_text(f"<?xml version='1.0'?><rss><channel>{item}</channel></rss>", encoding="utf-8")
        started = time.process_time()
        assert "ferry ran aground" in load([str(path)]).articles[0].text
        assert time.process_time() - started < A_BLOW_UP


class TestArchives:
    @pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt"])
    def test_a_name_that_leads_out(self, tmp_path: Path, name: str) -> None:
        """It is told and not read, and the rest is."""
        intake = load([packed(tmp_path / "a.zip", [("good.txt", STORY), (name, STORY)])])
        assert len(intake.articles) == 1
        assert "leads out of its archive" in intake.problems[0]

    def test_a_bomb(self, tmp_path: Path) -> None:
        """A file that unpacks to a thousand times its size is not unpacked."""
        intake = load([packed(tmp_path / "a.zip", [("good.txt", STORY), ("bomb.txt", b" " * 9_000_000)])])
        assert len(intake.articles) == 1
        assert "is a bomb" in intake.problems[0]

    def test_many_bombs(self, tmp_path: Path) -> None:
        """An archive is refused by what its files come to."""
        path = packed(tmp_path / "a.zip", [(f"{number}.txt", b"ab" * 4_500_000) for number in range(24)])
        with pytest.raises(IntakeError, match="would unpack to more than 200 MB"):
            load([path])

    def test_a_lying_size(self, tmp_path: Path) -> None:
        """What is read counts, not what the archive's directory says."""
        path = Path(packed(tmp_path / "a.zip", [("lie.txt", bytes(range(32, 127)) * 120_000), ("good.txt", STORY)]))
        with zipfile.ZipFile(path) as archive:
            size = archive.getinfo("lie.txt").file_size
        path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
        intake = load([str(path)])
        assert [article.outlet for article in intake.articles] == ["good"]
        assert "lie.txt" in intake.problems[0]


class TestFiles:
    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its folders")
    def test_a_fifo(self, tmp_path: Path) -> None:
        """It is refused without waiting for somebody to write, alone and in a folder."""
        pipe = tmp_path / "pipe.txt"
        os.mkfifo(pipe)
        sentence = f"'{pipe}' is a pipe, not a file; save what it gives and open that, or use '-'"
        assert refused(pipe) == sentence
        (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
        assert load([str(tmp_path)]).problems == (sentence,)

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no device files")
    def test_a_device_file(self) -> None:
        """An endless one is refused before it is read."""
        sentence = "'/dev/zero' is a device, not a file; save what it gives and open that, or use '-'"
        assert refused(Path("/dev/zero")) == sentence

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        """The loop is named."""
        link = tmp_path / "loop.txt"
        link.symlink_to(link)
        assert refused(link) == f"'{link}' is a link that leads back to itself; give the file it should point to"

    def test_a_folder_that_holds_itself(self, tmp_path: Path) -> None:
        """Its files are read once."""
        (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / "again").symlink_to(tmp_path)
        assert len(load([str(tmp_path)]).articles) == 1

    def test_a_file_that_vanishes_while_it_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is one problem, and the rest opens."""
        good, gone = tmp_path / "a.txt", tmp_path / "b.txt"
        good.write_text(STORY, encoding="utf-8")
        gone.write_text(STORY, encoding="utf-8")
        first = reading.read

        def vanishing(path: Path, limit: int) -> bytes:
            data = first(path, limit)
            gone.unlink(missing_ok=True)
            return data

        monkeypatch.setattr(reading, "read", vanishing)
        intake = load([str(tmp_path)])
        assert [article.outlet for article in intake.articles] == ["a"]
        assert "there is no file or folder" in intake.problems[0]

    def test_a_name_that_commands_the_terminal(self, tmp_path: Path, rashomon: Run) -> None:
        """It is not repeated as it is, on either stream."""
        path = tmp_path / "a\x1b]0;owned\x07.txt"
        path.write_text(STORY, encoding="utf-8")
        empty = tmp_path / "b\x1b[2J.txt"
        empty.write_text("", encoding="utf-8")
        for sources in ((path, empty), (empty,)):
            done = rashomon("extract", *sources)
            assert "\x1b" not in done.stdout + done.stderr

    @pytest.mark.parametrize("source", ["a\x00b", "", "~", "x" * 5_000, "http://", "https://[", "library:\x1b[2J"])
    def test_odd_names(self, source: str) -> None:
        """Any name at all gives one sentence."""
        with pytest.raises(IntakeError) as caught:
            load([source])
        assert str(caught.value)

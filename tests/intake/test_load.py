"""Files, folders and stories become articles; what cannot be read is told in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from reader.errors import Cancelled, IntakeError, NothingToRead, ReaderError, StoryError
from reader.intake import load
from reader.intake.cuts import weave
from reader.model import Progress
from tests.conftest import ROOT

TEXT = "The harbour was closed on Tuesday after a ferry ran aground in thick fog, officials said.\n"


def write(folder: Path, name: str, text: str = TEXT) -> str:
    """A file in a folder, and its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestSeeds:
    def test_metadata(self) -> None:
        """What the five texts say of themselves, and what the story file adds."""
        intake = load(["seeds"])
        told = {
            article.id: (article.outlet, article.byline, article.published, article.place, article.language)
            for article in intake.articles
        }
        assert told == {
            "arirang": ("Arirang News", "Kim Mok-yeon", "2019-10-24", None, "en"),
            "yonhap": ("Yonhap", None, "2019-10-24", None, "en"),
            "sputnik": ("Pakistan Point News / Sputnik", None, "2019-10-24", "TOKYO", "en"),
            "arirang-2018": ("Arirang News", "Lee Ji-won", "2018-04-11", None, "en"),
            "reuters": (
                "Reuters",
                "Hyonhee Shin and Norihiko Shirouzu",
                "2019-12-24",
                "SEOUL / CHENGDU",
                "en",
            ),
        }
        assert intake.story is not None
        assert intake.story.name == "Lee–Abe talks in Tokyo"
        assert intake.problems == ()

    def test_furniture(self) -> None:
        """What stands around the five texts is removed, and nothing else is."""
        gone = {article.id: [piece.text.strip() for piece in article.removed] for article in load(["seeds"]).articles}
        assert gone["arirang"] == ["Our Kim Mok-yeon has this story.", "Kim Mok-yeon, Arirang News."]
        assert gone["yonhap"] == ["Back To Top", "(Yonhap)"]
        assert gone["arirang-2018"][:2] == ["• 6 years ago", "Lee Ji-won with more."]
        assert gone["reuters"][:3] == ["date 2019-12-24 advertisement", "SEOUL / CHENGDU –", "advertisement"]

    def test_no_character_is_lost(self) -> None:
        """Text and what was removed are together the file."""
        for article in load(["seeds"]).articles:
            assert weave(article.text, article.removed) == Path(article.source).read_text(encoding="utf-8").rstrip("\n")


class TestSources:
    def test_a_folder(self, tmp_path: Path) -> None:
        """Its texts are read, also nested, in the order of their paths; the rest is passed over."""
        for name in (
            "b.txt",
            "a.txt",
            "deep/er/c.txt",
            ".hidden.txt",
            "notes.xlsx",
            "page_files/x.txt",
        ):
            write(tmp_path, name)
        sources = [article.source for article in load([str(tmp_path)]).articles]
        assert [Path(source).name for source in sources] == ["a.txt", "b.txt", "c.txt", "x.txt"]

    def test_a_file_given_twice_is_read_once(self, tmp_path: Path) -> None:
        """Once by itself and once in its folder is still one article."""
        path = write(tmp_path, "a.txt")
        assert len(load([path, str(tmp_path), path]).articles) == 1

    def test_one_bad_file_among_good_ones(self, tmp_path: Path) -> None:
        """It is told, and the rest opens."""
        good, empty = write(tmp_path, "good.txt"), write(tmp_path, "empty.txt", " \n")
        intake = load([good, empty])
        assert [article.outlet for article in intake.articles] == ["good"]
        assert intake.problems == (f"'{empty}' is empty; there is nothing in it to read",)

    def test_progress_and_cancelling(self, tmp_path: Path) -> None:
        """Each source is reported, and the report may stop the work."""
        paths = [write(tmp_path, f"{number}.txt") for number in range(3)]
        seen: list[Progress] = []
        load(paths, report=seen.append)
        assert [(step.done, step.total) for step in seen] == [(0, 3), (1, 3), (2, 3), (3, 3)]

        def stop(_: Progress) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            load(paths, report=stop)

    def test_the_order_changes_only_the_order(self) -> None:
        """Every id and every word is the same, whichever file is given first."""
        paths = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
        expected = {article.source: article for article in load(paths).articles}
        for order in list(permutations(paths))[::17]:
            articles = load(order).articles
            assert [article.source for article in articles] == list(order)
            assert {article.source: article for article in articles} == expected


class TestRefusal:
    def refused(self, *sources: str) -> str:
        with pytest.raises(IntakeError) as caught:
            load(sources)
        return str(caught.value)

    def test_no_such_file(self, tmp_path: Path) -> None:
        """The nearest name is offered."""
        path = write(tmp_path, "harbour.txt")
        wrong = str(tmp_path / "harbor.txt")
        assert self.refused(wrong) == f"there is no file or folder '{wrong}'; did you mean '{path}'?"

    def test_no_such_folder(self, tmp_path: Path) -> None:
        """The missing folder is named."""
        assert "no folder" in self.refused(str(tmp_path / "no" / "where.txt"))

    def test_an_empty_file(self, tmp_path: Path) -> None:
        """It is called empty."""
        assert "is empty" in self.refused(write(tmp_path, "a.txt", ""))

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        """It is called empty."""
        assert self.refused(str(tmp_path)) == f"the folder '{tmp_path}' is empty; give a folder with articles"

    def test_a_folder_without_an_article(self, tmp_path: Path) -> None:
        """What is looked for is told."""
        write(tmp_path, "table.xlsx")
        assert ".txt" in self.refused(str(tmp_path))

    def test_a_file_without_words(self, tmp_path: Path) -> None:
        """Dots and dashes are no article."""
        assert "holds no words" in self.refused(write(tmp_path, "a.txt", "... --- ...\n"))

    def test_several_bad_ones(self, tmp_path: Path) -> None:
        """All are named in one error."""
        paths = [write(tmp_path, name, "") for name in ("a.txt", "b.txt")]
        with pytest.raises(NothingToRead) as caught:
            load(paths)
        assert all(path in str(caught.value) for path in paths)

    def test_nothing_given(self) -> None:
        """No source at all is an error too."""
        with pytest.raises(NothingToRead):
            load([])

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_permission_denied(self, tmp_path: Path) -> None:
        """The permissions are blamed."""
        path = write(tmp_path, "a.txt")
        Path(path).chmod(0)
        assert "permissions" in self.refused(path)

    def test_a_link_to_nothing(self, tmp_path: Path) -> None:
        """The missing target is named."""
        link = tmp_path / "gone.txt"
        link.symlink_to(tmp_path / "nothing.txt")
        assert "a link to a file that does not exist" in self.refused(str(link))


class TestStory:
    def test_it_adds_what_the_text_does_not_say(self, tmp_path: Path) -> None:
        """Its fields outrank what was found, and say how they are known."""
        write(tmp_path, "a.txt", "By Ann Gray\n\n" + TEXT)
        story = "name: Fog\narticles:\n  - source: a.txt\n    outlet: Harbour Post\n    note: printed on the page\n"
        intake = load([write(tmp_path, "mine.yaml", story)])
        assert (intake.articles[0].outlet, intake.articles[0].byline) == ("Harbour Post", "Ann Gray")
        assert dict(intake.articles[0].provenance)["outlet"] == "story file: printed on the page"

    def test_a_folder_with_a_story(self, tmp_path: Path) -> None:
        """Its list comes first and in its order, then the folder's other texts."""
        for name in ("a.txt", "b.txt", "c.txt"):
            write(tmp_path, name)
        write(tmp_path, "story.yaml", "name: Fog\narticles: [c.txt, a.txt]\n")
        assert [article.outlet for article in load([str(tmp_path)]).articles] == ["c", "a", "b"]

    @pytest.mark.parametrize(
        ("text", "line", "problem"),
        [
            ("articles: [a.txt]\n", 1, "needs a name"),
            ("name: Fog\n", 1, "needs a list of articles"),
            ("name: Fog\nartikles: [a.txt]\n", 2, "did you mean 'articles'"),
            ("name: Fog\narticles:\n  - source: a.txt\n    outlett: X\n", 4, "did you mean 'outlet'"),
            ("name: Fog\narticles:\n  - source: a.txt\n    published: soon\n", 4, "as the day of publication"),
            ("name: Fog\narticles:\n  - outlet: X\n", 3, "without 'source: …'"),
            ("name: Fog\narticles:\n  - source: a.txt\n  - source: a.txt\n", 4, "twice"),
            ("name: Fog\narticles:\n  - source: a.txt\n    language: english\n", 4, "two letters"),
            ("name: Fog\narticles:\n  - source: a.txt\n    id: My Id\n", 4, "('my-id')"),
            ("name: Fog\narticles:\n  - source: a.txt\n    title: 12\n", 4, "no text for 'title'"),
            ("name: Fog\narticles:\n  - 7\n", 2, "neither a path nor"),
        ],
    )
    def test_a_mistake_is_told_with_its_line(self, tmp_path: Path, text: str, line: int, problem: str) -> None:
        """What is wrong, and on which line."""
        path = write(tmp_path, "mine.yaml", text)
        with pytest.raises(StoryError) as caught:
            load([path])
        assert caught.value.line == line
        assert problem in str(caught.value)

    def test_a_broken_story_in_a_folder(self, tmp_path: Path) -> None:
        """It is told, and the folder's texts open without it."""
        write(tmp_path, "a.txt")
        write(tmp_path, "story.yaml", "name: [\n")
        intake = load([str(tmp_path)])
        assert len(intake.articles) == 1
        assert "story.yaml" in intake.problems[0]

    def test_a_listed_file_that_is_missing(self, tmp_path: Path) -> None:
        """It is one problem among good articles."""
        write(tmp_path, "a.txt")
        intake = load([write(tmp_path, "mine.yaml", "name: Fog\narticles: [a.txt, b.txt]\n")])
        assert len(intake.articles) == 1
        assert "mine.yaml, line 2: lists what cannot be read: there is no file or folder" in intake.problems[0]

    def test_an_address_of_another_kind(self) -> None:
        """Only http and https are fetched."""
        with pytest.raises(IntakeError, match="must begin with http or https"):
            load(["ftp://example.org/story"])


def test_plain_text_is_read_without_the_heavy_libraries(tmp_path: Path) -> None:
    """A comparison of text files must start fast: nothing for pages, addresses, stories or odd names is imported."""
    code = (
        "import sys; from reader.intake import load; load(sys.argv[1:]); "
        "print([name for name in ('ftfy', 'charset_normalizer', 'lxml', 'trafilatura', 'httpx', 'feedparser', 'yaml',"
        " 'anyascii', 'rich', 'textual') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, write(tmp_path, "a.txt"), write(tmp_path, "b.txt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_error_is_a_reader_error() -> None:
    """Commands catch one type."""
    assert issubclass(NothingToRead, ReaderError)

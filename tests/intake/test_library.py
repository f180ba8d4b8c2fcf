"""The library keeps articles, knows them again with all their versions, and finds them by their words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader import paths
from reader.errors import IntakeError, StoreError
from reader.intake import load
from reader.intake.document import Document
from reader.intake.library import Added, Library
from reader.intake.reading import Reading
from reader.intake.web import Web

STORY = "The harbour of Port Ellen was closed on Tuesday after a ferry ran aground in thick fog, officials said.\n"


def add(library: Library, path: Path, text: str) -> list[Added]:
    """Write a file and keep its articles."""
    path.write_text(text, encoding="utf-8")
    document = Document(str(path), path.read_bytes())
    return library.add(document, list(Reading(Web(), print).articles(document)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a test writes its article."""
    return tmp_path / "ferry.txt"


class TestKeeping:
    def test_an_article_comes_back_as_it_was(self, file: Path) -> None:
        """With its text, what was removed, and its metadata."""
        with Library() as library:
            add(library, file, "By Ann Gray\n\n" + STORY)
        (expected,) = load([str(file)]).articles
        file.unlink()
        (article,) = load(["library:1"]).articles
        assert (article.text, article.removed, article.byline) == (expected.text, expected.removed, expected.byline)
        assert article.provenance == expected.provenance
        assert article.source == "library:1"

    def test_the_same_text_is_known(self, file: Path) -> None:
        """Given again it is not kept twice."""
        with Library() as library:
            assert [added.standing for added in add(library, file, STORY)] == ["new"]
            assert [added.standing for added in add(library, file, STORY)] == ["known"]
            assert len(library.everything()) == 1

    def test_a_new_version(self, file: Path) -> None:
        """Another text at the same place is a version, and two versions open side by side."""
        with Library() as library:
            add(library, file, STORY)
            assert [added.standing for added in add(library, file, STORY + "Nobody was hurt.\n")] == ["version"]
            assert [(kept.version, kept.versions) for kept in library.everything()] == [(2, 2), (1, 2)]
        outlets = [article.outlet for article in load(["library:1", "library:2"]).articles]
        assert outlets == ["ferry (version 1)", "ferry (version 2)"]

    def test_what_was_read_is_not_read_again(self, file: Path) -> None:
        """So that a long run goes on where it was stopped."""
        with Library() as library:
            add(library, file, STORY)
            assert library.has_read(Document(str(file), STORY.encode()))
            assert not library.has_read(Document(str(file), b"something else"))

    def test_removing(self, file: Path) -> None:
        """All of the articles or none; and the file can be added again."""
        with Library() as library:
            add(library, file, STORY)
            with pytest.raises(IntakeError, match="has no article 7"):
                library.remove([1, 7])
            assert len(library.everything()) == 1
            library.remove([1])
            assert library.everything() == library.find("ferry") == []
            assert not library.has_read(Document(str(file), STORY.encode()))

    def test_what_was_removed_is_not_found_by_its_words(self, file: Path, tmp_path: Path) -> None:
        """Nor under the number that the next article gets."""
        with Library() as library:
            add(library, file, STORY)
            library.remove([1])
            assert [
                added.id for added in add(library, tmp_path / "cafe.txt", "The café on the quay was closed.\n")
            ] == [1]
            assert library.find("ferry") == []
            assert [kept.outlet for kept in library.find("café")] == ["cafe"]


class TestFinding:
    @pytest.fixture(autouse=True)
    def _kept(self, tmp_path: Path) -> None:
        with Library() as library:
            add(library, tmp_path / "ferry.txt", "Ferry runs aground in fog\n\n" + STORY)
            add(
                library,
                tmp_path / "cafe.txt",
                "The café on the quay was closing early, its owner said on Monday evening.\n",
            )

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("ferry", ["ferry"]),
            ("FERRIES fog", ["ferry"]),
            ("closed", ["cafe", "ferry"]),
            ("cafe", ["cafe"]),
            ("ferry owner", []),
            ('" OR * NEAR( -', []),
            ("", []),
        ],
    )
    def test_words(self, words: str, found: list[str]) -> None:
        """All of them, in any form, without accents; what looks like a query is words too."""
        with Library() as library:
            assert sorted(kept.outlet for kept in library.find(words)) == found

    def test_the_words_around(self) -> None:
        """A finding shows where the words stand."""
        with Library() as library:
            assert "thick fog" in library.find("officials")[0].snippet


class TestTrouble:
    @pytest.mark.parametrize("name", ["library:x", "library:9", "library:", "library:" + "9" * 40])
    def test_no_such_article(self, name: str) -> None:
        """The command that lists them is named."""
        with pytest.raises(IntakeError, match="'rashomon list'"):
            load([name])

    def test_a_file_that_is_no_database(self) -> None:
        """It is named and left alone."""
        path = paths.library_file()
        path.parent.mkdir(parents=True)
        path.write_bytes(b"not a database at all, and long enough to be taken for one" * 40)
        with pytest.raises(StoreError, match=r"library\.sqlite3 cannot be used"):
            Library()

    def test_another_programs_database(self, tmp_path: Path) -> None:
        """It is named and left alone."""
        other = sqlite3.connect(tmp_path / "other.sqlite3")
        other.execute("CREATE TABLE things (a)")
        other.commit()
        other.close()
        with pytest.raises(StoreError, match="another program"):
            Library(tmp_path / "other.sqlite3")

    def test_a_newer_library(self, tmp_path: Path) -> None:
        """An older program does not touch it."""
        path = tmp_path / "library.sqlite3"
        Library(path).__exit__(None, None, None)
        newer = sqlite3.connect(path)
        newer.execute("PRAGMA user_version = 99")
        newer.close()
        with pytest.raises(StoreError, match="newer rashomon"):
            Library(path)

"""Feeds each parser of intake with bytes that nobody would write, guided by what they reach.

    pip install atheris
    python -m tests.intake.fuzzing PARSER SECONDS FOLDER

FOLDER keeps what was found on the way. `python -m tests.intake.fuzzing keep PARSER FOLDER` writes the smallest of it to
`tests/data/fuzz/PARSER.txt`, one input a line in base64, which `test_fuzzing` reads on every run.
"""

from __future__ import annotations

import base64
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from reader.errors import ReaderError

CORPUS = Path(__file__).parent.parent / "data" / "fuzz"
_KEPT, _LONGEST = 60, 1_500
"""Inputs of one parser that are kept, and their bytes at most."""


def _document(suffix: str) -> Callable[[bytes], None]:
    """A parser that is reached by a file of that suffix."""

    def parse(data: bytes) -> None:
        from reader.intake.document import Document
        from reader.intake.reading import Reading
        from reader.intake.web import Web

        if not data.strip():
            return
        web = Web(offline=True, cache=Path(tempfile.gettempdir()) / "rashomon-fuzzing-has-no-cache")
        reading = Reading(web, lambda problem: check_sentence(str(problem)))
        for article in reading.articles(Document(f"fuzz{suffix}", data)):
            check_article(article)

    return parse


def _story(data: bytes) -> None:
    from reader.intake.story import read_story

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.yaml"
        path.write_bytes(data)
        read_story(path)


def _zipped(data: bytes) -> None:
    """Bytes as an archive, and as a file in one."""
    _document(".zip")(data)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.html", data)
        archive.writestr("b.md", data)
    _document(".zip")(packed.getvalue())


PARSERS: Mapping[str, Callable[[bytes], None]] = {
    "text": _document(".txt"),
    "markdown": _document(".md"),
    "pages": _document(".html"),
    "json": _document(".json"),
    "feeds": _document(".rss"),
    "outlines": _document(".opml"),
    "mail": _document(".eml"),
    "archives": _zipped,
    "story": _story,
}


def run(parser: str, data: bytes) -> None:
    """One input: an article that keeps its promises, or one sentence."""
    try:
        PARSERS[parser](data)
    except ReaderError as problem:
        check_sentence(str(problem))


def check_sentence(problem: str) -> None:
    """What a user is told says something and is not endless; `load` prints it on one line."""
    from reader.intake.controls import printable

    problem = printable(problem)
    assert problem
    assert "\n" not in problem
    assert len(problem) < 2_000


def check_article(article: object) -> None:
    """The promises that every article keeps, whatever it was made of."""
    from reader.intake.controls import controls
    from reader.model import Article

    assert isinstance(article, Article)
    assert any(map(str.isalnum, article.text))
    assert not list(controls(article.text))
    places = [piece.at for piece in article.removed]
    assert places == sorted(places)
    assert all(0 <= place <= len(article.text) for place in places)
    assert article.outlet
    article.text.encode("utf-8")
    for name in ("outlet", "title", "byline", "published", "place", "agency", "address"):
        value = getattr(article, name)
        assert value is None or not list(controls(value)), (name, value)
        assert value is None or "\n" not in value, (name, value)


def inputs(parser: str) -> list[bytes]:
    """What fuzzing has found for a parser."""
    return [base64.b64decode(line) for line in (CORPUS / f"{parser}.txt").read_text(encoding="ascii").split()]


def _keep(parser: str, folder: Path) -> None:
    """Write a sample of the inputs, and every one whose name says that it was a finding."""
    paths = [path for path in folder.iterdir() if path.is_file()]
    findings = [path.read_bytes() for path in paths if path.name.startswith("found")]
    others = sorted((path.read_bytes() for path in paths), key=lambda data: (len(data), data))
    fitting = [data for data in others if 0 < len(data) <= _LONGEST]
    # Of a long list every nth, so that small and large ones stay.
    step = max(1, len(fitting) // _KEPT)
    kept = sorted({*findings, *fitting[::step][:_KEPT]}, key=lambda data: (len(data), data))
    lines = [base64.b64encode(data).decode("ascii") for data in kept]
    (CORPUS / f"{parser}.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


def _fuzz(parser: str, seconds: str, folder: str) -> None:
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["reader.intake", "reader.yamlfile"]):
        import reader.intake.archives
        import reader.intake.feeds
        import reader.intake.mail
        import reader.intake.markdown
        import reader.intake.outlines
        import reader.intake.pages
        import reader.intake.reading
        import reader.intake.records
        import reader.intake.story  # noqa: F401

    arguments = [
        f"-max_total_time={seconds}",
        "-max_len=4096",
        "-timeout=30",
        "-rss_limit_mb=1500",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *arguments, folder], lambda data: run(parser, data))
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1] == "keep":
        _keep(sys.argv[2], Path(sys.argv[3]))
    else:
        _fuzz(*sys.argv[1:4])

"""Whatever a reader has becomes the same clean article: pages, Markdown, JSON, feeds, mails, archives."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.errors import IntakeError
from reader.intake import Intake, load
from reader.intake.cuts import weave
from reader.model import Article

BODY = (
    "The harbour of Port Ellen was closed on Tuesday after a ferry ran aground in thick fog, officials said.",
    "All 212 passengers were brought ashore by lifeboats, and nobody was hurt, according to the coast guard.",
    "The company that runs the ferry said it would examine the ship before it sails again on Friday.",
    "A spokesman for the harbour said the tide should lift the ship during the night, if the wind allows it.",
)
STORY = "\n\n".join(BODY)
LONG = STORY + "\n\n" + "\n\n".join(f"On day {day} the ship lay where it was, the harbour said." for day in range(9))
HTML = "".join(f"<p>{paragraph}</p>\n" for paragraph in BODY)
TITLE = "Ferry runs aground in fog"
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ann Gray">
<meta property="article:published_time" content="2021-05-03T10:00:00Z">
<link rel="canonical" href="https://harbour.example/2021/ferry"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{TITLE}</h1>{HTML}</article>
<aside><h3>Most read</h3><a href="/gulls">Why gulls steal chips from visitors</a></aside>
<footer>Imprint and contact of The Harbour Post</footer><script>var hidden = "never shown";</script></body></html>"""


def read(folder: Path, name: str, content: str | bytes) -> Intake:
    """What is made of one file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load([str(path)])


def one(folder: Path, name: str, content: str | bytes) -> Article:
    """The only article of one file."""
    (article,) = read(folder, name, content).articles
    return article


class TestPages:
    def test_story_and_metadata(self, tmp_path: Path) -> None:
        """The story is kept under its headline, and what the page says of itself becomes metadata."""
        article = one(tmp_path, "page.html", PAGE)
        assert article.text == f"{TITLE}\n\n" + "\n".join(BODY)
        assert (article.title, article.outlet, article.byline) == (TITLE, "The Harbour Post", "Ann Gray")
        assert (article.published, article.address) == ("2021-05-03", "https://harbour.example/2021/ferry")
        assert dict(article.provenance)["published"] == "page metadata"

    @pytest.mark.parametrize("end", [" | The Harbour Post", " – harbour.example", " | Harbour Post | 03.05.2021", ""])
    def test_the_outlets_name_is_no_part_of_the_headline(self, tmp_path: Path, end: str) -> None:
        """Nor is the day, where the page's title has them at its end."""
        page = PAGE.replace(f"{TITLE} | The Harbour Post", TITLE + end).replace(f"<h1>{TITLE}</h1>", "")
        assert one(tmp_path, "page.html", page).title == TITLE

    def test_what_is_left_out_is_told(self, tmp_path: Path) -> None:
        """Everything a browser would show is in the text or removed, with the place on the page as reason."""
        article = one(tmp_path, "page.html", PAGE)
        gone = {piece.reason: piece.text for piece in article.removed}
        assert gone["navigation"] == "Home\nSport\n"
        assert "Why gulls steal chips" in gone["sidebar"]
        assert "Imprint" in gone["page footer"]
        assert "never shown" not in weave(article.text, article.removed)
        assert all(0 <= piece.at <= len(article.text) for piece in article.removed)

    @pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15", "utf-16"])
    def test_charset(self, tmp_path: Path, encoding: str) -> None:
        """The page's own charset is believed where it fits."""
        page = PAGE.replace("thick fog", "dichtem Nebel über Öland").replace("utf-8", encoding)
        assert "über Öland" in one(tmp_path, "page.html", page.encode(encoding)).text

    def test_the_address_it_was_saved_from(self, tmp_path: Path) -> None:
        """Browsers note it in a comment."""
        page = PAGE.replace('<link rel="canonical" href="https://harbour.example/2021/ferry">', "")
        page = page.replace("<html", "<!-- saved from url=(0034)https://harbour.example/2021/ferry -->\n<html")
        assert one(tmp_path, "page.html", page).address == "https://harbour.example/2021/ferry"

    def test_a_page_without_a_story(self, tmp_path: Path) -> None:
        """It is told in one sentence."""
        with pytest.raises(IntakeError, match="no story was found"):
            read(tmp_path, "page.html", "<html><body><script>1</script></body></html>")

    def test_a_page_by_any_name(self, tmp_path: Path) -> None:
        """A file whose name tells nothing is known by how it begins."""
        assert one(tmp_path, "page", PAGE).title == TITLE


class TestMarkdown:
    def test_marks_and_front_matter(self, tmp_path: Path) -> None:
        """Front matter is metadata; marks are taken out of the text, and nothing is lost."""
        source = (
            f"---\ntitle: {TITLE}\nauthor: [Ann Gray, Bo Lee]\npublished: 2021-05-03\n"
            "source: https://harbour.example/f\n---\n"
            f"# {TITLE}\n\n**{BODY[0]}**\n\n"
            f"See [the report](https://harbour.example/r) by *Bo* and 2 * 3 * 4.\n\n> {BODY[1]}"
        )
        article = one(tmp_path, "a.md", source)
        assert article.text == f"{TITLE}\n\n{BODY[0]}\n\nSee the report by Bo and 2 * 3 * 4.\n\n{BODY[1]}"
        assert (article.title, article.byline, article.published) == (TITLE, "Ann Gray, Bo Lee", "2021-05-03")
        assert article.address == "https://harbour.example/f"
        assert weave(article.text, article.removed) == source

    def test_the_first_heading_is_the_title(self, tmp_path: Path) -> None:
        """Without front matter."""
        assert one(tmp_path, "a.md", f"# {TITLE}\n\n{STORY}").title == TITLE


class TestJson:
    @pytest.mark.parametrize(
        "record",
        [
            {"title": TITLE, "maintext": STORY, "authors": ["Ann Gray"], "date_publish": "2021-05-03 10:00:00",
             "source_domain": "harbour.example", "url": "https://harbour.example/f", "language": "en"},
            {"title": TITLE, "text": STORY, "authors": ["Ann Gray"], "publish_date": "2021-05-03",
             "source_domain": "harbour.example", "url": "https://harbour.example/f", "meta_lang": "en"},
            {"@type": "NewsArticle", "headline": TITLE, "articleBody": STORY, "author": {"name": "Ann Gray"},
             "datePublished": "2021-05-03", "publisher": {"name": "harbour.example"}, "url": "https://harbour.example/f"},
        ],
        ids=["news-please", "newspaper", "schema.org"],
    )  # fmt: skip
    def test_records(self, tmp_path: Path, record: dict[str, object]) -> None:
        """Each program's field names are understood, one record, a list of them, or one a line."""
        for name, content in (
            ("one.json", json.dumps(record)),
            ("list.json", json.dumps([record])),
            ("lines.jsonl", json.dumps(record) + "\n" + json.dumps({**record, "title": "Another"})),
        ):
            article = read(tmp_path, name, content).articles[0]
            assert article.text.startswith(f"{TITLE}\n\n{BODY[0]}")
            assert (article.title, article.byline, article.outlet) == (TITLE, "Ann Gray", "harbour.example")
            assert (article.published or "")[:10] == "2021-05-03"
            assert article.address == "https://harbour.example/f"

    def test_our_own_export(self, tmp_path: Path) -> None:
        """What `extract --format json` prints can be read again."""
        value = {"articles": [{"id": "x", "source": "a.txt", "outlet": "Harbour Post", "title": None, "text": STORY}]}
        article = one(tmp_path, "a.json", json.dumps(value))
        assert (article.outlet, article.text) == ("Harbour Post", STORY)

    def test_a_json_feed(self, tmp_path: Path) -> None:
        """Its items are articles of the feed's outlet."""
        html = "".join(f"<p>{paragraph}</p>" for paragraph in LONG.split("\n\n"))
        item = {"id": "1", "title": TITLE, "content_html": html, "authors": [{"name": "Ann Gray"}]}
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "items": [item]}
        article = one(tmp_path, "feed.json", json.dumps(feed))
        assert (article.outlet, article.byline, article.text) == ("Harbour Post", "Ann Gray", f"{TITLE}\n\n{LONG}")

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            ("{", "not valid JSON (line 1)"),
            ('{"name": "package"}', "JSON without an article"),
            ("[" * 100_000, "nested too deeply"),
            ('{"text":' + '{"name":' * 400 + '"x"' + "}" * 401, "JSON without an article"),
            ('{"text": "' + "\\ud800" * 3 + '"}', "holds no words"),
        ],
        ids=["broken", "no article", "deep", "deep names", "lone surrogates"],
    )
    def test_refusal(self, tmp_path: Path, content: str, problem: str) -> None:
        """What is wrong is told in one sentence."""
        with pytest.raises(IntakeError) as caught:
            read(tmp_path, "a.json", content)
        assert problem in str(caught.value)


def _rss(*items: str) -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour Post</title>{''.join(items)}</channel></rss>"
    )


class TestFeeds:
    def test_rss(self, tmp_path: Path) -> None:
        """Each entry is an article of the feed's outlet."""
        item = (
            f"<item><title>{TITLE}</title><author>Ann Gray</author><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
            f"<link>https://harbour.example/f</link><description><![CDATA[{LONG}]]></description></item>"
        )
        article = one(tmp_path, "feed.xml", _rss(item))
        assert (article.outlet, article.title) == ("Harbour Post", TITLE)
        assert (article.published, article.address) == ("2021-05-03T10:00:00+00:00", "https://harbour.example/f")

    def test_atom(self, tmp_path: Path) -> None:
        """The content outranks the summary."""
        feed = (
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour Post</title><entry>"
            f"<title>{TITLE}</title><summary>Fog.</summary><content type='text'>{LONG}</content></entry></feed>"
        )
        assert one(tmp_path, "feed.atom", feed).text.endswith(LONG[-40:])

    def test_xml_that_is_no_feed(self, tmp_path: Path) -> None:
        """It is told in one sentence."""
        with pytest.raises(IntakeError, match="without an entry"):
            read(tmp_path, "a.xml", "<?xml version='1.0'?><config><a/></config>")

    def test_a_list_without_feeds(self, tmp_path: Path) -> None:
        """It is told in one sentence."""
        with pytest.raises(IntakeError, match="list without a feed"):
            read(tmp_path, "a.opml", "<?xml version='1.0'?><opml version='2.0'><head/><body/></opml>")


class TestMail:
    def _mail(self, text: str, html: str | None = None) -> bytes:
        message = EmailMessage()
        message["Subject"], message["From"] = TITLE, "Harbour Post <news@harbour.example>"
        message["Date"] = "Mon, 03 May 2021 10:00:00 +0000"
        message.set_content(text)
        if html:
            message.add_alternative(html, subtype="html")
        return bytes(message)

    def test_a_newsletter(self, tmp_path: Path) -> None:
        """Its subject is the headline, its sender the outlet."""
        article = one(tmp_path, "a.eml", self._mail(STORY))
        assert article.text == f"{TITLE}\n\n{STORY}"
        assert (article.outlet, article.published) == ("Harbour Post", "2021-05-03T10:00:00+00:00")

    @pytest.mark.parametrize("date", ["Mon, 03 May 99999999999999999999 10:00:00 +0000", "soon", "=?utf-8?b?//?="])
    def test_a_date_that_is_none(self, tmp_path: Path, date: str) -> None:
        """The mail is read without it."""
        mail = self._mail(STORY).replace(b"Mon, 03 May 2021 10:00:00 +0000", date.encode())
        article = one(tmp_path, "a.eml", mail)
        assert (article.title, article.published) == (TITLE, None)

    def test_lines_broken_by_the_mail_program(self, tmp_path: Path) -> None:
        """Paragraphs are put together again."""
        import textwrap

        wrapped = "\n\n".join(textwrap.fill(" ".join(BODY[at : at + 2]), 72) for at in (0, 1, 2))
        joined = "\n\n".join(" ".join(BODY[at : at + 2]) for at in (0, 1, 2))
        assert one(tmp_path, "a.eml", self._mail(wrapped)).text == f"{TITLE}\n\n{joined}"

    def test_a_newsletter_in_html(self, tmp_path: Path) -> None:
        """Where the plain part says nothing, the other is read."""
        article = one(tmp_path, "a.eml", self._mail("See the HTML part.", f"<table><tr><td>{HTML}</td></tr></table>"))
        assert article.text == f"{TITLE}\n\n{STORY}"

    def test_a_web_archive(self, tmp_path: Path) -> None:
        """A page that a browser packed as a mail is a page."""
        archive = (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.example/2021/ferry\r\n"
            'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + PAGE + "\r\n--B--\r\n"
        )
        article = one(tmp_path, "a.mhtml", archive)
        assert (article.title, article.address) == (TITLE, "https://harbour.example/2021/ferry")


def packed(path: Path, files: Sequence[tuple[str, str | bytes]]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return str(path)


class TestArchives:
    def test_files_in_it(self, tmp_path: Path) -> None:
        """Each readable file is an article; pictures and hidden files are passed over."""
        path = packed(
            tmp_path / "a.zip",
            [
                ("b/two.txt", STORY),
                ("page.html", PAGE),
                ("a.png", b"\x89PNG"),
                ("__MACOSX/._two.txt", "x"),
                (".x.txt", "x"),
            ],
        )
        intake = load([path])
        assert [article.source for article in intake.articles] == [f"{path}#b/two.txt", f"{path}#page.html"]
        assert intake.articles[0].outlet == "two"
        assert intake.problems == ()

    def test_an_archive_in_an_archive(self, tmp_path: Path) -> None:
        """It is not opened."""
        packed(tmp_path / "inner.zip", [("a.txt", STORY)])
        with pytest.raises(IntakeError, match="holds no article"):
            load([packed(tmp_path / "outer.zip", [("inner.zip", (tmp_path / "inner.zip").read_bytes())])])

    @pytest.mark.parametrize(
        ("files", "problem"),
        [
            ([("mimetype", "application/epub+zip"), ("a.xhtml", PAGE)], "a book or an Office document"),
            ([("picture.png", b"\x89PNG")], "holds no article"),
        ],
    )
    def test_refusal(self, tmp_path: Path, files: Sequence[tuple[str, str | bytes]], problem: str) -> None:
        """Books and archives without an article are refused in one sentence."""
        with pytest.raises(IntakeError, match=problem):
            load([packed(tmp_path / "a.zip", files)])

    def test_a_damaged_archive(self, tmp_path: Path) -> None:
        """It is told in one sentence."""
        with pytest.raises(IntakeError, match="damaged ZIP archive"):
            read(tmp_path, "a.zip", b"PK\x03\x04 and nothing more")


def test_standard_input(rashomon: object) -> None:
    """`-` reads what is piped in, whatever its format."""
    for piped, outlet in ((STORY, "-"), (PAGE, "The Harbour Post")):
        done = rashomon("extract", "-", "--format", "json", stdin=piped)  # type: ignore[operator]
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["articles"][0]["outlet"] == outlet


def test_empty_standard_input(rashomon: object) -> None:
    """Nothing piped in is an error of one sentence."""
    done = rashomon("extract", "-", stdin="")  # type: ignore[operator]
    assert (done.returncode, done.stderr) == (2, "rashomon: standard input is empty; pipe an article into it\n")


@pytest.mark.parametrize(
    ("name", "content", "module"),
    [
        ("page.html", PAGE, "trafilatura"),
        ("feed.rss", _rss(f"<item><title>{TITLE}</title><description>{LONG}</description></item>"), "feedparser"),
        ("list.opml", "<opml><body><outline xmlUrl='http://example.org/'/></body></opml>", "listparser"),
    ],
)
def test_without_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, module: str
) -> None:
    """What it takes to read a format is told, and plain text beside it opens."""
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "text.txt").write_text(STORY, encoding="utf-8")
    intake = load([str(tmp_path)])
    assert [article.outlet for article in intake.articles] == ["text"]
    assert f"needs the extra 'web': {sys.executable} -m pip install 'rashomon[web]'" in intake.problems[0]

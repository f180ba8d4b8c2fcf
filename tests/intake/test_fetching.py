"""Addresses: fetched politely, within limits, cached, and never inside the user's own network unasked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.errors import Cancelled, IntakeError
from reader.intake import Intake, Web, fetching, load, robots
from reader.intake.guard import is_public, target
from reader.model import Progress
from tests.intake.server import Server, answer, serving, slowly
from tests.intake.test_formats import BODY, LONG, PAGE, STORY, TITLE


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that has one page."""
    with serving() as running:
        running.answers["/page"] = answer(PAGE)
        yield running


def read(server: Server, *paths: str, **options: object) -> Intake:
    """What is made of these paths of the server."""
    web = Web(**{"allow_private": True, "patience": 60.0, **options})  # type: ignore[arg-type]
    return load([server.root + path for path in paths], web=web)


class Clock:
    """Time that passes at once where it is waited for."""

    time = staticmethod(time.time)

    def __init__(self) -> None:
        self.waited = 0.0

    def monotonic(self) -> float:
        """Seconds, those that nobody waited among them."""
        return time.monotonic() + self.waited

    def wait(self, seconds: float) -> bool:
        """Let them pass; nothing has stopped the work meanwhile."""
        self.waited += seconds
        return False

    def is_set(self) -> bool:
        """Nothing has stopped the work."""
        return False


def refused(server: Server, path: str, **options: object) -> str:
    """The sentence that a path gives."""
    with pytest.raises(IntakeError) as caught:
        read(server, path, **options)
    return str(caught.value)


class TestFetching:
    def test_a_page(self, server: Server) -> None:
        """It becomes the same article as the page saved in a file."""
        article = read(server, "/page").articles[0]
        assert article.source == f"{server.root}/page"
        assert (article.title, article.outlet) == (TITLE, "The Harbour Post")
        assert article.text == f"{TITLE}\n\n" + "\n".join(BODY)

    def test_the_charset_of_the_header(self, server: Server) -> None:
        """It decides where the bytes fit it."""
        page = PAGE.replace('<meta charset="utf-8">', "").replace("thick fog", "Nebel bei Łódź")
        server.answers["/page"] = answer(page.encode("iso8859-2"), kind="text/html; charset=ISO-8859-2")
        assert "Nebel bei Łódź" in read(server, "/page").articles[0].text

    def test_a_lying_charset(self, server: Server) -> None:
        """A header that does not fit the bytes is not believed."""
        page = PAGE.replace("thick fog", "dichtem Nebel über Öland")
        for claimed in ("iso-8859-1", "utf-16", "klingon"):
            server.answers["/page"] = answer(page, kind=f"text/html; charset={claimed}")
            assert "dichtem Nebel über Öland" in read(server, "/page", refresh=True).articles[0].text

    def test_redirects_are_followed(self, server: Server) -> None:
        """Where they lead is the address of the page."""
        server.answers["/old"] = answer("", "301 Moved", Location="/page")
        assert read(server, "/old").articles[0].title == TITLE

    def test_plain_text(self, server: Server) -> None:
        """A server may have text as well as pages."""
        server.answers["/a"] = answer(STORY, kind="text/plain")
        assert read(server, "/a").articles[0].text == STORY

    def test_what_failed_is_told_and_the_rest_opens(self, server: Server) -> None:
        """One missing page among good ones is a problem."""
        intake = read(server, "/page", "/none")
        assert len(intake.articles) == 1
        assert intake.problems == (f"'{server.root}/none' does not exist (status 404); check the address in a browser",)

    def test_one_at_a_time_of_a_host(self, server: Server) -> None:
        """A host is asked for one page after the other."""

        def slow(path: str, _: Mapping[str, str]) -> bytes:
            time.sleep(0.05)
            return answer(PAGE.replace("ferry ran", f"ferry {path[1:]} ran"))

        for number in range(4):
            server.answers[f"/{number}"] = slow
        intake = read(server, *(f"/{number}" for number in range(4)))
        assert len(intake.articles) == 4
        assert server.at_once == 1

    def test_progress_and_cancelling(self, server: Server) -> None:
        """Each page is reported, and the report may stop the work."""
        seen: list[Progress] = []
        load([f"{server.root}/page"], report=seen.append, web=Web(allow_private=True))
        assert any(step.step == "fetched 127.0.0.1" for step in seen)

        def stop(_: Progress) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            load([f"{server.root}/page"], report=stop, web=Web(allow_private=True))

    def test_a_story_file_lists_addresses(self, server: Server, tmp_path: Path) -> None:
        """What it says of a page outranks what the page says."""
        story = tmp_path / "story.yaml"
        story.write_text(f"name: Fog\narticles:\n  - source: {server.root}/page\n    outlet: Mine\n", encoding="utf-8")
        assert load([str(story)], web=Web(allow_private=True)).articles[0].outlet == "Mine"


class TestRobots:
    def test_they_are_honoured(self, server: Server) -> None:
        """A host that asks programs to stay away is not asked for the page."""
        server.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /page", kind="text/plain")
        assert "asks programs not to fetch" in refused(server, "/page")
        assert server.asked["/page"] == 0

    def test_they_are_asked_for_once(self, server: Server) -> None:
        """Not again for every page."""
        server.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /private", kind="text/plain")
        server.answers["/two"] = answer(PAGE)
        read(server, "/page", "/two")
        assert server.asked["/robots.txt"] == 1

    def test_the_pause_that_is_asked_for(self, server: Server) -> None:
        """It is kept between two pages."""
        asked: list[float] = []

        def timed(_: str, __: Mapping[str, str]) -> bytes:
            asked.append(time.monotonic())
            return answer(PAGE.replace("ferry ran", f"ferry {len(asked)} ran"))

        server.answers["/robots.txt"] = answer("User-agent: *\nRequest-rate: 5/1", kind="text/plain")
        server.answers["/one"] = server.answers["/two"] = timed
        assert len(read(server, "/one", "/two").articles) == 2
        assert asked[1] - asked[0] >= 0.18

    def test_a_long_pause(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever asks for one does not answer slowly: it may be longer than the patience with a page."""
        clock = Clock()
        for module in (fetching, robots):
            monkeypatch.setattr(module, "time", clock)
        waiting = SimpleNamespace(Event=lambda: clock, Lock=threading.Lock, Timer=threading.Timer)
        monkeypatch.setattr(fetching, "threading", waiting)
        server.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 50", kind="text/plain")
        server.answers["/two"] = answer(PAGE.replace("ferry ran", "ferry now ran"))
        assert len(read(server, "/page", "/two", patience=40.0).articles) == 2
        assert 45 < clock.waited <= 50

    def test_a_pause_that_nobody_would_wait_for(self, server: Server) -> None:
        """The first page is fetched, and of the second it is told."""
        server.answers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 3600", kind="text/plain")
        server.answers["/two"] = answer(PAGE)
        intake = read(server, "/page", "/two")
        assert len(intake.articles) == 1
        assert "asks programs to wait 3600 s between two pages" in intake.problems[0]

    def test_a_host_that_is_out_of_order(self, server: Server) -> None:
        """Where its rules cannot be had, nothing is fetched."""
        server.answers["/robots.txt"] = answer("", "503 Unavailable")
        assert "out of order" in refused(server, "/page")


class TestCache:
    def test_a_page_is_fetched_once(self, server: Server) -> None:
        """Read again it comes from the cache, also offline."""
        first = read(server, "/page")
        assert read(server, "/page") == first
        assert read(server, "/page", offline=True) == first
        assert server.asked["/page"] == 1

    def test_offline_without_a_copy(self, server: Server) -> None:
        """It is told, and nothing is asked."""
        assert "was never fetched" in refused(server, "/page", offline=True)
        assert not server.asked

    def test_refresh(self, server: Server) -> None:
        """The page is fetched anew."""
        read(server, "/page")
        server.answers["/page"] = answer(PAGE.replace("thick fog", "thin fog"))
        assert "thin fog" in read(server, "/page", refresh=True).articles[0].text

    def test_an_old_copy_is_asked_about(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """With its ETag; where nothing has changed, the copy is used."""

        def conditional(_: str, headers: Mapping[str, str]) -> bytes:
            if headers.get("if-none-match") == '"one"':
                return answer("", "304 Not Modified", ETag='"one"')
            return answer(PAGE, ETag='"one"')

        server.answers["/page"] = conditional
        first = read(server, "/page")
        monkeypatch.setattr("reader.intake.fetching._FRESH", -1)
        assert read(server, "/page") == first
        assert server.headers[-1]["if-none-match"] == '"one"'

    def test_a_damaged_copy_counts_as_none(self, server: Server, home: Path) -> None:
        """What does not fit its hash is fetched again."""
        read(server, "/page")
        for path in (home / "cache").rglob("contents/*"):
            path.write_bytes(b"damaged")
        assert read(server, "/page").articles[0].title == TITLE
        assert server.asked["/page"] == 2


class TestHostileServers:
    def test_a_redirect_loop(self, server: Server) -> None:
        """It is told after one round."""
        server.answers["/a"] = answer("", "302 Found", Location="/b")
        server.answers["/b"] = answer("", "302 Found", Location="/a")
        sentence = "leads in a circle; open it in a browser and save the page"
        assert refused(server, "/a") == f"'{server.root}/a' {sentence}"

    def test_redirects_without_end(self, server: Server) -> None:
        """They are followed ten times."""
        for number in range(20):
            server.answers[f"/{number}"] = answer("", "302 Found", Location=f"/{number + 1}")
        assert "leads on and on" in refused(server, "/0")

    @pytest.mark.parametrize(
        ("place", "sentence"),
        [
            ("file:///etc/passwd", "neither http nor https"),
            ("ftp://example.org/", "neither http nor https"),
            ("http://user:secret@example.org/", "user name or password"),
            ("http://[::1", "cannot be fetched"),
        ],
    )
    def test_redirects_out_of_the_web(self, server: Server, place: str, sentence: str) -> None:
        """They are refused as if they had been given."""
        server.answers["/a"] = answer("", "302 Found", Location=place)
        assert sentence in refused(server, "/a")

    def test_a_redirect_to_loopback(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        """A public host that leads into the user's own network is stopped there."""
        server.answers["/a"] = answer("", "302 Found", Location="http://localhost:9/secret")
        monkeypatch.setattr("reader.intake.guard.is_public", lambda machine: machine == "127.0.0.1" and not _inner())
        calls: list[str] = []

        def _inner() -> bool:
            # The first host is taken for public, the one it leads to is not.
            calls.append("asked")
            return len(calls) > 2

        sentence = "'localhost' is a machine of this network and is not asked; --allow-private allows it"
        assert refused(server, "/a", allow_private=False) == sentence
        assert server.asked["/a"] == 1

    @pytest.mark.parametrize(
        "host",
        ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "0.0.0.0", "[fd00::1]",
         "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "[64:ff9b::7f00:1]"],
    )  # fmt: skip
    def test_private_addresses(self, host: str) -> None:
        """However they are written, they are not asked."""
        with pytest.raises(IntakeError, match=r"is a machine of this network|cannot be found"):
            target(f"http://{host}/", allow_private=False)

    def test_public_addresses(self) -> None:
        """The rest of the internet is."""
        assert all(map(is_public, ("8.8.8.8", "1.1.1.1", "2606:4700::1111")))

    @pytest.mark.parametrize("part", ["head", "body"])
    def test_byte_by_byte(self, server: Server, part: str) -> None:
        """A server that keeps the connection alive is left when patience ends, long before its answer does."""
        head, body = answer(PAGE).split(b"\r\n\r\n", 1)
        drops = body if part == "body" else head
        sent: list[bytes] = []

        def drip(_: str, __: Mapping[str, str]) -> Iterator[bytes]:
            if part == "body":
                yield head + b"\r\n\r\n"
            for drop in slowly(drops, 0.2):
                sent.append(drop)
                yield drop

        server.answers["/page"] = drip
        assert refused(server, "/page", patience=0.8) == "'127.0.0.1' is too slow (over 0.8 s); try again later"
        assert len(sent) < len(drops)

    def test_too_large(self, server: Server) -> None:
        """Nothing is read beyond the limit, whatever the header says."""

        def endless(_: str, __: Mapping[str, str]) -> Iterator[bytes]:
            yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
            for _ in range(2_000):
                yield b"word " * 20_000

        server.answers["/page"] = endless
        assert "larger than 10 MB" in refused(server, "/page")

    def test_a_small_answer_that_unpacks_to_a_large_one(self, server: Server) -> None:
        """The limit counts what comes out."""
        bomb = gzip.compress(b" " * 50_000_000)
        server.answers["/page"] = answer(bomb, Content_Encoding="gzip")
        assert "larger than 10 MB" in refused(server, "/page")

    @pytest.mark.parametrize(
        "reply", [b"nonsense", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", b"", b"HTTP/1.1 999 Odd\r\n\r\n"]
    )
    def test_broken_answers(self, server: Server, reply: bytes) -> None:
        """They are told in one sentence."""
        server.answers["/page"] = reply
        assert server.root.removeprefix("http://").split(":")[0] in refused(server, "/page")

    def test_nobody_answers(self) -> None:
        """It is told in one sentence."""
        with socket.socket() as bound:
            # Its port is nobody else's, and nobody listens there.
            bound.bind(("127.0.0.1", 0))
            assert "does not answer" in refused(Server(f"http://127.0.0.1:{bound.getsockname()[1]}"), "/page")


class TestFeeds:
    def _feed(self, server: Server, text: str) -> str:
        item = f"<item><title>{TITLE}</title><link>{server.root}/page</link><description>{text}</description></item>"
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{item}</channel></rss>"

    def test_a_summary_is_replaced_by_the_article(self, server: Server) -> None:
        """The page that the entry links to is fetched."""
        server.answers["/feed"] = answer(self._feed(server, "A ferry ran aground."), kind="application/rss+xml")
        article = read(server, "/feed").articles[0]
        assert article.text == f"{TITLE}\n\n" + "\n".join(BODY)
        assert article.outlet == "The Harbour Post"

    def test_a_summary_stands_in_for_a_page_that_is_gone(self, server: Server) -> None:
        """And that the page is gone is told."""
        server.answers["/feed"] = answer(self._feed(server, "A ferry ran aground."), kind="application/rss+xml")
        server.answers["/page"] = answer("", "410 Gone")
        intake = read(server, "/feed")
        assert intake.articles[0].text == f"{TITLE}\n\nA ferry ran aground."
        assert "does not exist any more" in intake.problems[0]

    def test_a_whole_text_is_not_fetched_again(self, server: Server) -> None:
        """The feed has it already."""
        server.answers["/feed"] = answer(self._feed(server, LONG), kind="application/rss+xml")
        read(server, "/feed")
        assert server.asked["/page"] == 0

    def test_its_pages_are_fetched_ahead(self, server: Server) -> None:
        """Each is reported as it comes, and the report may stop the work in the middle."""
        items = ""
        for number in range(4):
            server.answers[f"/{number}"] = answer(PAGE.replace("ferry ran", f"ferry {number} ran"))
            items += f"<item><title>{number}</title><link>{server.root}/{number}</link></item>"
        feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
        server.answers["/feed"] = answer(feed, kind="application/rss+xml")
        seen: list[Progress] = []
        web = Web(allow_private=True)
        assert len(load([f"{server.root}/feed"], report=seen.append, web=web).articles) == 4
        assert [step.done for step in seen if step.step == "fetched 127.0.0.1" and step.total == 4] == [1, 2, 3, 4]

        seen.clear()

        def stop(progress: Progress) -> None:
            seen.append(progress)
            if progress.total == 4 and progress.done == 2:
                raise Cancelled

        with pytest.raises(Cancelled):
            load([f"{server.root}/feed"], report=stop, web=replace(web, refresh=True))
        assert seen[-1].done == 2

    def test_a_list_of_feeds(self, server: Server) -> None:
        """Each is fetched, and its entries' pages too."""
        server.answers["/feed"] = answer(self._feed(server, "A ferry ran aground."), kind="application/rss+xml")
        server.answers["/list"] = answer(
            f"<?xml version='1.0'?><opml version='2.0'><body><outline type='rss' xmlUrl='{server.root}/feed'/>"
            f"<outline type='rss' xmlUrl='{server.root}/none'/></body></opml>",
            kind="text/x-opml",
        )
        intake = read(server, "/list")
        assert [article.title for article in intake.articles] == [TITLE]
        assert "/none' does not exist" in intake.problems[0]

"""Pages from the web: politely, within limits, and never from inside the user's own network unasked."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlunsplit
from urllib.request import getproxies, proxy_bypass

from reader import __version__
from reader.errors import Cancelled, IntakeError, MissingExtra, ReaderError
from reader.intake.cache import Cache, Page
from reader.intake.document import Document
from reader.intake.files import LIMIT
from reader.intake.guard import Target, split, target
from reader.intake.robots import Rules
from reader.intake.web import Web
from reader.model import Progress, Report

if TYPE_CHECKING:
    import httpx

AGENT = "rashomon"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (a reader's comparison of articles)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
}
_AT_ONCE = 4
_REDIRECTS = 10
_FRESH = 3_600
"""Seconds for which a page is read from the cache without asking whether it has changed."""
_ROBOTS_LIMIT = 500_000
_LONGEST_PAUSE = 60
"""Seconds between two pages up to which a host's wish is waited for; nobody would wait longer for a page to read."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came over the wire for one request."""

    status: int
    headers: Any
    data: bytes


class Fetcher:
    """Fetches addresses, four at a time and one from each host, and keeps what it fetched."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._cache = Cache(web.cache)
        self._hosts: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._robots: dict[str, Rules] = {}
        self._stopped = threading.Event()
        self._done: dict[str, Document | ReaderError] = {}

    def fetch(self, address: str) -> Document:
        """What is at an address. Raises `IntakeError` where it cannot be had."""
        if address not in self._done:
            try:
                self._done[address] = self._get(address)
            except ReaderError as problem:
                self._done[address] = problem
        found = self._done[address]
        if isinstance(found, ReaderError):
            raise found
        return found

    def fetch_all(self, addresses: Sequence[str], report: Report | None) -> None:
        """Fetch many at once; each is at hand, or its problem is, when `fetch` asks for it."""
        waiting = [address for address in dict.fromkeys(addresses) if address not in self._done]
        if not waiting:
            return
        with ThreadPoolExecutor(max_workers=_AT_ONCE, thread_name_prefix="fetch") as pool:
            running: dict[Future[Document], str] = {pool.submit(self._get, address): address for address in waiting}
            try:
                self._collect(running, len(waiting), report)
            except (Cancelled, KeyboardInterrupt):
                self._stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _collect(self, running: dict[Future[Document], str], total: int, report: Report | None) -> None:
        pending = set(running)
        while pending:
            if report:
                report(Progress("fetching pages", total - len(pending), total))
            # Twice a second, so that the report can stop the work while a server is slow.
            done, pending = wait(pending, timeout=0.5, return_when=FIRST_COMPLETED)
            for future in done:
                address = running[future]
                try:
                    self._done[address] = future.result()
                except ReaderError as problem:
                    self._done[address] = problem
                if report:
                    report(Progress(f"fetched {address.split('/')[2].partition(':')[0]}", total - len(pending), total))

    def _get(self, address: str) -> Document:
        known = self._cache.get(address)
        if known and not self._web.refresh and (self._web.offline or time.time() - known.fetched < _FRESH):
            return _document(address, known)
        if self._web.offline:
            raise IntakeError(f"'{address}' was never fetched; leave out --offline to fetch it")
        with self._hosts[split(address).netloc.casefold()]:
            if self._stopped.is_set():
                raise IntakeError(f"'{address}' was not fetched")
            page = self._page(address, None if self._web.refresh else known)
        if page is known and known:
            return _document(address, self._cache.confirm(address, known))
        self._cache.put(address, page)
        return _document(address, page)

    def _page(self, address: str, known: Page | None) -> Page:
        """What an address gives in the end, or what is known of it where that has not changed."""
        deadline = time.monotonic() + self._web.patience
        place, answer = self._follow(address, deadline, _conditions(known), LIMIT, self._ask_robots)
        return known if answer.status == 304 and known else _page(address, place, answer)

    def _follow(
        self,
        address: str,
        deadline: float,
        headers: dict[str, str],
        limit: int,
        ask: Callable[[Target, str, float], float],
    ) -> tuple[str, _Answer]:
        """Where redirects lead and what is there; every step is checked as the first was."""
        place = urlunsplit(split(address)._replace(fragment=""))
        seen: set[str] = set()
        for _ in range(_REDIRECTS + 1):
            if place in seen:
                raise IntakeError(f"'{address}' leads in a circle; open it in a browser and save the page")
            seen.add(place)
            step = target(place, allow_private=self._web.allow_private)
            deadline += ask(step, place, deadline)
            answer = self._request(step, place, deadline, headers, limit)
            location = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not location:
                return place, answer
            place = urlunsplit(split(location, place)._replace(fragment=""))
        raise IntakeError(
            f"'{address}' leads on and on ({_REDIRECTS} redirects); open it in a browser and save the page"
        )

    def _ask_robots(self, step: Target, place: str, deadline: float) -> float:
        """Wait for as many seconds as the host asks for between two pages, and return them.

        Raises `IntakeError` where it asks programs to stay away.
        """
        root = f"{step.url.scheme}://{step.url.netloc}"
        rules = self._robots.get(root)
        if rules is None:
            _, answer = self._follow(f"{root}/robots.txt", deadline, {}, _ROBOTS_LIMIT, lambda *_: 0.0)
            if answer.status >= 500:
                raise IntakeError(f"'{step.host}' is out of order (status {answer.status}); try again later")
            rules = Rules(answer.data.decode("utf-8", errors="replace") if answer.status == 200 else "", AGENT)
            self._robots[root] = rules
        if not rules.allow(place):
            raise IntakeError(f"'{step.host}' asks programs not to fetch '{place}'; save the page in a browser instead")
        pause = rules.wait()
        if pause > _LONGEST_PAUSE:
            asked = f"asks programs to wait {rules.pause:g} s between two pages"
            raise IntakeError(f"'{step.host}' {asked}, so '{place}' is not fetched now; save it in a browser instead")
        rules.take_turn()
        if self._stopped.wait(pause):
            raise IntakeError(f"'{place}' was not fetched")
        return pause

    def _request(self, step: Target, place: str, deadline: float, headers: dict[str, str], limit: int) -> _Answer:
        try:
            import httpx
        except ImportError:
            raise MissingExtra("web", f"fetching '{place}'") from None
        proxied = step.url.scheme in getproxies() and not proxy_bypass(step.host)
        machines: tuple[str | None, ...] = (None,) if proxied else step.machines
        failure = "does not answer"
        for machine in machines:
            left = deadline - time.monotonic()
            client = httpx.Client(trust_env=proxied, follow_redirects=False, timeout=max(0.05, min(10.0, left)))
            # The limit for a single read cannot stop a server that sends its headers byte by byte.
            watch = threading.Timer(max(0.05, left), client.close)
            watch.start()
            try:
                return self._read(client, _to_machine(client, step, machine, headers), place, deadline, limit)
            except httpx.ConnectError as problem:
                failure = "has no valid certificate" if "CERTIFICATE" in str(problem).upper() else "does not answer"
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, RuntimeError, OSError, ValueError) as problem:
                if isinstance(problem, httpx.TimeoutException | TimeoutError) or time.monotonic() >= deadline:
                    seconds = f"{self._web.patience:g} s"
                    raise IntakeError(f"'{step.host}' is too slow (over {seconds}); try again later") from None
                raise IntakeError(f"'{place}' cannot be fetched ({type(problem).__name__}); try again later") from None
            finally:
                watch.cancel()
                client.close()
        raise IntakeError(f"'{step.host}' {failure}; check the address and the connection")

    def _read(self, client: httpx.Client, request: httpx.Request, place: str, deadline: float, limit: int) -> _Answer:
        response = client.send(request, stream=True)
        try:
            pieces: list[bytes] = []
            size = 0
            # After unpacking, so that a small answer cannot become a large one unseen.
            for piece in response.iter_bytes():
                size += len(piece)
                if size > limit:
                    raise IntakeError(f"'{place}' is larger than {limit / 1_000_000:g} MB and is no article")
                if time.monotonic() > deadline:
                    raise TimeoutError
                if self._stopped.is_set():
                    raise IntakeError(f"'{place}' was not fetched to its end")
                pieces.append(piece)
            return _Answer(response.status_code, response.headers, b"".join(pieces))
        finally:
            response.close()


def _to_machine(client: httpx.Client, step: Target, machine: str | None, headers: dict[str, str]) -> httpx.Request:
    """The request for a page, sent to the machine that was checked; host name and certificate stay the page's."""
    host = f"[{machine}]" if machine and ":" in machine else machine or step.host
    url = urlunsplit((step.url.scheme, f"{host}:{step.port}", step.url.path or "/", step.url.query, ""))
    default = step.port == (443 if step.url.scheme == "https" else 80)
    named = {"Host": step.host if default else f"{step.host}:{step.port}"}
    return client.build_request(
        "GET", url, headers={**_HEADERS, **headers, **named}, extensions={"sni_hostname": step.host}
    )


def _conditions(known: Page | None) -> dict[str, str]:
    if known is None:
        return {}
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in given.items() if value}


def _page(address: str, place: str, answer: _Answer) -> Page:
    if answer.status != 200:
        meaning = _MEANINGS.get(answer.status, "cannot be had")
        raise IntakeError(f"'{address}' {meaning} (status {answer.status}); check the address in a browser")
    if not answer.data.strip():
        raise IntakeError(f"'{address}' is empty; open it in a browser and save the page")
    kind, _, parameters = answer.headers.get("content-type", "").partition(";")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return Page(
        data=answer.data,
        address=place,
        kind=kind.strip().lower() or None,
        charset=charset,
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
        fetched=time.time(),
    )


_MEANINGS = {
    401: "needs a login",
    402: "has to be paid for",
    403: "is not given to programs",
    404: "does not exist",
    410: "does not exist any more",
    429: "was asked for too often",
    451: "is blocked for legal reasons",
}


def _document(address: str, page: Page) -> Document:
    return Document(address, page.data, page.charset, page.address, page.kind)

"""`rashomon serve`: the app in a browser, on this machine alone."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from reader.intake import load
from tests.conftest import ROOT, Run

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'serve' is not installed")
pytest.importorskip("textual_serve", reason="the extra 'serve' is not installed")

FERRY = ROOT / "tests" / "data" / "ferry"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LOCAL = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No other host is known, whatever the browser itself may want to ask."""
HEARD = """
    window.heard = "";
    window.WebSocket = class extends WebSocket {
        constructor(...options) {
            super(...options);
            const decoder = new TextDecoder();
            this.addEventListener("message", ({ data }) => {
                heard += typeof data === "string" ? data : decoder.decode(data, { stream: true });
            });
        }
    };
"""
"""Before the page's own script: what its terminal is given to draw; it draws on a canvas, which holds no words."""
COLOURS = """(() => {
    const canvas = document.querySelector('.xterm-text-layer');
    if (!canvas || !canvas.width) return 0;
    const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return new Set(pixels).size;
})()"""
"""How many colours the canvas has."""


PATIENCE = 120
"""Seconds to wait for what comes within one on a machine that has nothing else to do."""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether a server is there at last; it ends where another program was quicker to take the port."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None:
        assert time.monotonic() < end, "the server does not listen"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return server.poll() is None
        time.sleep(0.05)
    return False


@contextmanager
def served(source: str) -> Iterator[str]:
    """The address at which something is served."""
    for _ in range(5):
        port = free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "reader", "serve", source, "--port", str(port), "--no-store"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with server:
            if listens(server, port):
                try:
                    yield f"http://127.0.0.1:{port}/"
                finally:
                    server.terminate()
                return
    raise AssertionError("nothing is served at any port")


async def played(address: str) -> str:
    """What the app draws for a browser that connects, steps once and goes away."""
    drawn = ""
    async with aiohttp.ClientSession() as session:
        page = await session.get(address)
        assert page.status == 200
        async with session.ws_connect(f"{address}ws?width=120&height=36") as socket_:
            async with asyncio.timeout(PATIENCE):
                async for message in socket_:
                    drawn += message.data.decode(errors="replace") if isinstance(message.data, bytes) else ""
                    if "alignments" in drawn and "▌" not in drawn:
                        await socket_.send_str(json.dumps(["stdin", "n"]))
                    if "▌" in drawn:
                        break
    return drawn


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_browser_can_read_and_step() -> None:
    """The page is there, the app is drawn, and keys reach it."""
    with served(str(FERRY)) as address:
        drawn = asyncio.run(played(address))
    assert "Lind Courier" in drawn
    assert "▌" in drawn


class Page:
    """A page in Chromium, driven over its debugging protocol."""

    def __init__(self, socket_: Any) -> None:
        self._socket = socket_
        self._numbers = count(1)
        self.requests: list[str] = []
        """What the page has asked for."""

    async def do(self, method: str, **parameters: Any) -> Any:
        """Send a command, and await its result."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while (message := await self._socket.receive_json()).get("id") != number:
            if message.get("method") == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
        assert "error" not in message, message
        return message["result"]

    async def value(self, expression: str) -> Any:
        """The value of an expression of JavaScript."""
        return (await self.do("Runtime.evaluate", expression=expression, returnByValue=True))["result"].get("value")

    async def press(self, *keys: str) -> None:
        """Type, without a click before."""
        for key in keys:
            await self.do("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
            await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def until(self, condition: str) -> None:
        """Wait until an expression of JavaScript is true, on a page that has loaded so far that it can be asked."""
        async with asyncio.timeout(PATIENCE):
            while (
                await self.value(f"document.body !== null && window.heard !== undefined && ({condition})") is not True
            ):
                await asyncio.sleep(0.05)

    async def shown(self, *words: str) -> None:
        """Wait until the terminal was given all these words."""
        await self.until(f"{json.dumps(words)}.every(word => heard.includes(word))")


@asynccontextmanager
async def browsed(address: str, profile: Path) -> AsyncIterator[Page]:
    """The page at an address, in Chromium."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server", LOCAL)
    browser = await asyncio.create_subprocess_exec(
        *(str(CHROMIUM), *options, "--window-size=2400,900", f"--user-data-dir={profile}"),
        *("--remote-debugging-port=0", "about:blank"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as session:
            async with asyncio.timeout(PATIENCE):
                target = await first_page(session, profile / "DevToolsActivePort")
            async with session.ws_connect(target, max_msg_size=0) as socket_:
                page = Page(socket_)
                await page.do("Page.enable")
                await page.do("Network.enable")
                await page.do("Page.addScriptToEvaluateOnNewDocument", source=HEARD)
                await page.do("Page.navigate", url=address)
                yield page
    finally:
        browser.terminate()
        await browser.wait()


async def first_page(session: Any, told: Path) -> str:
    """Where a browser's first page can be driven, once it is there; the browser writes its port into a file."""
    while True:
        await asyncio.sleep(0.05)
        with suppress(FileNotFoundError, IndexError, aiohttp.ClientConnectionError):
            port = told.read_text(encoding="ascii").split()[0]
            async with session.get(f"http://127.0.0.1:{port}/json/list") as targets:
                for target in await targets.json():
                    if target["type"] == "page":
                        return str(target["webSocketDebuggerUrl"])


chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.mark.slow
@chromium
@pytest.mark.filterwarnings("ignore::ResourceWarning")
async def test_chromium_draws_the_seeds(tmp_path: Path) -> None:
    """Every outlet reaches the terminal of a real browser, which draws text in its colours, and asks no other host."""
    outlets = [article.outlet for article in load(["seeds"]).articles]
    with served("seeds") as address:
        async with browsed(address, tmp_path) as page:
            await page.shown(*outlets)
            await page.until(f"{COLOURS} > 20")
            assert {urlsplit(url).netloc for url in page.requests if not url.startswith("data:")} == {
                urlsplit(address).netloc
            }


@pytest.mark.slow
@chromium
@pytest.mark.filterwarnings("ignore::ResourceWarning")
async def test_keys_work_in_chromium(tmp_path: Path) -> None:
    """Without a click, n steps, v goes to the next view, ? opens the help, and q closes it and ends the session."""
    with served(str(FERRY)) as address:
        async with browsed(address, tmp_path) as page:
            await page.shown("alignments")
            await page.press("n")
            await page.shown("▌")
            await page.press("v")
            await page.shown("beside it:")
            await page.press("?")
            await page.shown("Space turns a page")
            await page.press("q", "q")
            await page.until("document.body.className.includes('-closed')")


async def refusal(address: str, **headers: str) -> int:
    """The status with which a connection is refused."""
    async with aiohttp.ClientSession() as session:
        try:
            async with session.ws_connect(f"{address}ws", headers=headers):
                return 101
        except aiohttp.WSServerHandshakeError as refused:
            return int(refused.status)


@pytest.mark.slow
def test_only_its_own_page_may_connect() -> None:
    """A page of another site cannot type into the app, nor one whose name was made to lead to this machine."""
    with served(str(FERRY)) as address:
        host = urlsplit(address).netloc
        assert asyncio.run(refusal(address, Origin=f"http://{host}")) == 101
        assert asyncio.run(refusal(address, Origin="https://elsewhere.example")) == 403
        stranger = f"elsewhere.example:{urlsplit(address).port}"
        assert asyncio.run(refusal(address, Origin=f"http://{stranger}", Host=stranger)) == 403


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.txt",), "no file or folder 'nowhere.txt'"),
        (("--port", "99999"), "no port 99999"),
        (("--port", "x"), "invalid int value"),
    ],
)
def test_what_cannot_be_served_is_said(rashomon: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """One sentence and exit status 2, before anything listens."""
    done = rashomon("serve", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1

"""`rashomon serve`: the app in a browser, on this machine alone."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
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
    const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return new Set(pixels).size;
})()"""
"""How many colours the canvas has."""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(source: str) -> Iterator[str]:
    """The address at which something is served."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "reader", "serve", source, "--port", str(port), "--no-store"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)


async def answer(session: Any, address: str) -> Any:
    """What answers at an address, once something does."""
    for _ in range(100):
        try:
            return await session.get(address)
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0.2)
    raise AssertionError(f"nothing answers at {address}")


async def played(address: str) -> str:
    """What the app draws for a browser that connects, steps once and goes away."""
    drawn = ""
    async with aiohttp.ClientSession() as session:
        page = await answer(session, address)
        assert page.status == 200
        async with session.ws_connect(f"{address}ws?width=120&height=36") as socket_:
            async with asyncio.timeout(60):
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

    async def shown(self, *words: str) -> str:
        """What the terminal was given, once all these words are in it."""
        given = ""
        async with asyncio.timeout(60):
            while not all(word in given for word in words):
                await asyncio.sleep(0.1)
                given = await self.value("heard")
        return given


@asynccontextmanager
async def browsed(address: str, profile: Path) -> AsyncIterator[Page]:
    """The page at an address, in Chromium."""
    port = free_port()
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=2400,900", LOCAL)
    browser = await asyncio.create_subprocess_exec(
        *(str(CHROMIUM), *options, f"--user-data-dir={profile}", f"--remote-debugging-port={port}", "about:blank"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as session:
            await answer(session, address)
            targets = await (await answer(session, f"http://127.0.0.1:{port}/json/list")).json()
            target = next(target for target in targets if target["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket_:
                page = Page(socket_)
                await page.do("Page.enable")
                await page.do("Network.enable")
                await page.do("Page.addScriptToEvaluateOnNewDocument", source=HEARD)
                await page.do("Page.navigate", url=address)
                yield page
    finally:
        browser.terminate()
        await browser.wait()


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
            async with asyncio.timeout(60):
                while await page.value(COLOURS) <= 20:
                    await asyncio.sleep(0.1)
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
            await page.shown("From passage to passage")
            await page.press("q", "q")
            async with asyncio.timeout(60):
                while "-closed" not in await page.value("document.body.className"):
                    await asyncio.sleep(0.1)


async def refusal(address: str, **headers: str) -> int:
    """The status with which a connection is refused."""
    async with aiohttp.ClientSession() as session:
        await answer(session, address)
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

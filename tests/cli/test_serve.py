"""`rashomon serve`: the app in a browser, on this machine alone."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'serve' is not installed")
pytest.importorskip("textual_serve", reason="the extra 'serve' is not installed")

FERRY = ROOT / "tests" / "data" / "ferry"


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def played(port: int) -> str:
    """What the app draws for a browser that connects, steps once and goes away."""
    drawn = ""
    async with aiohttp.ClientSession() as session:
        for _ in range(100):
            try:
                page = await session.get(f"http://127.0.0.1:{port}/")
                break
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.2)
        assert page.status == 200
        async with session.ws_connect(f"http://127.0.0.1:{port}/ws?width=120&height=36") as socket_:
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
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "reader", "serve", str(FERRY), "--port", str(port), "--no-store"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        drawn = asyncio.run(played(port))
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert "Lind Courier" in drawn
    assert "▌" in drawn


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

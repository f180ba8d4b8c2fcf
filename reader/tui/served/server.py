"""The server: textual-serve with a page of our own that asks no other host for anything, and with a locked door."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class BrowserServer(Server):
    """Serves the app to the browsers of this machine or, where another address is asked for, to those that reach it."""

    def __init__(self, command: str, host: str, port: int) -> None:
        super().__init__(command, host=host, port=port, title="Rashomon", templates_path=Path(__file__).parent)

    @property
    def local(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host in _LOOPBACK or self.host == "::1"

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Connect the page to an app of its own, and no other page.

        A browser lets every site connect to this machine, and whoever connects can type into the app: the connection
        must come from the page that this server gave, and on this machine not under a name that a stranger may own.
        """
        origin = request.headers.get("Origin")
        if origin is not None and origin.partition("://")[2] != request.host:
            raise web.HTTPForbidden(text="Another site's page asked for this.")
        if self.local and request.host.rpartition(":")[0] not in _LOOPBACK:
            raise web.HTTPForbidden(text="This server answers on this machine alone.")
        return await super().handle_websocket(request)

"""A web server on loopback whose answers a test decides, byte by byte where it must."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = bytes | Callable[[str, Mapping[str, str]], bytes | Iterator[bytes]]


def answer(body: str | bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A whole answer."""
    data = body.encode() if isinstance(body, str) else body
    lines = {"Content-Type": kind, "Content-Length": str(len(data)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\nConnection: close\r\n{head}\r\n".encode() + data


def slowly(data: bytes, seconds: float) -> Iterator[bytes]:
    """An answer byte by byte."""
    for byte in data:
        yield bytes([byte])
        time.sleep(seconds)


@dataclass
class Server:
    """Where it answers, and what it was asked for."""

    root: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    at_once: int = 0
    """The most requests for pages that it had at the same time."""
    running: int = 0
    headers: list[Mapping[str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, connection: socket.socket) -> None:
        """Answer one request; whoever goes away before the end is let go."""
        with connection, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(65_536)
                if not piece:
                    return
                request += piece
            first, *lines = request.decode("latin-1").split("\r\n")
            path = first.split(" ")[1]
            headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            page = path != "/robots.txt"
            with self.lock:
                self.asked[path] += 1
                self.headers.append(headers)
                self.running += page
                self.at_once = max(self.at_once, self.running)
            given = self.answers.get(path, answer("", "404 Not Found"))
            reply = given(path, headers) if callable(given) else given
            # Before it is sent: whoever has it may ask for the next one at once.
            with self.lock:
                self.running -= page
            for piece in [reply] if isinstance(reply, bytes) else reply:
                connection.sendall(piece)


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the time of a test."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(f"http://127.0.0.1:{listening.getsockname()[1]}")

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=server.serve, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        # Closing alone does not wake a thread that waits in accept.
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)

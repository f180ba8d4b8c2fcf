"""What a host asks of programs in its robots.txt: which pages to leave alone, and how long to wait between two."""

from __future__ import annotations

import time
from urllib.robotparser import RobotFileParser


class Rules:
    """The rules of one host for one program (RFC 9309; Crawl-delay and Request-rate are older customs)."""

    def __init__(self, text: str, agent: str) -> None:
        self._parser = RobotFileParser()
        self._parser.parse(text.splitlines())
        self._agent = agent
        self._next = 0.0
        self.pause = self._pause()
        """Seconds from one page to the next."""

    def allow(self, address: str) -> bool:
        """Whether a page may be fetched."""
        return self._parser.can_fetch(self._agent, address)

    def wait(self) -> float:
        """Seconds until another page may be asked for."""
        return max(0.0, self._next - time.monotonic())

    def take_turn(self) -> None:
        """Count the pause to the next page from when this one may be asked for."""
        self._next = time.monotonic() + self.wait() + self.pause

    def _pause(self) -> float:
        delay = self._parser.crawl_delay(self._agent)
        rate = self._parser.request_rate(self._agent)
        return max(float(delay or 0), rate.seconds / rate.requests if rate and rate.requests else 0.0)

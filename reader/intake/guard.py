"""Which addresses may be asked: only the web, and nothing inside the user's own network unless that is allowed."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from reader.errors import IntakeError

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""How networks without IPv4 write its addresses (RFC 6052)."""

_EXAMPLE = "it should look like https://example.org/story"


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked, and the machine that answers for it."""

    url: SplitResult
    host: str
    port: int
    machines: tuple[str, ...]
    """IP addresses. They are connected to directly, so that a name cannot change its meaning after the check."""


def target(address: str, *, allow_private: bool) -> Target:
    """Where an address leads. Raises `IntakeError` for what is no web address, unknown, or not public."""
    url = split(address)
    try:
        port = url.port or (443 if url.scheme == "https" else 80)
        host = (url.hostname or "").encode("idna").decode("ascii") if url.hostname else ""
    except ValueError:
        raise IntakeError(f"'{address}' is not a web address; {_EXAMPLE}") from None
    if url.scheme not in ("http", "https"):
        raise IntakeError(f"'{address}' is neither http nor https, and only these are read")
    if not host:
        raise IntakeError(f"'{address}' names no host; {_EXAMPLE}")
    if url.username or url.password:
        raise IntakeError(f"the address of '{host}' holds a user name or password; save the page and open the file")
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise IntakeError(f"the host '{host}' cannot be found; check the address and the connection") from None
    machines = tuple(dict.fromkeys(str(answer[4][0]).split("%")[0] for answer in answers))
    if not allow_private and not all(map(is_public, machines)):
        raise IntakeError(f"'{host}' is a machine of this network and is not asked; --allow-private allows it")
    return Target(url, host, port, machines)


def split(address: str, base: str = "") -> SplitResult:
    """The parts of an address, which may be relative to another. Raises `IntakeError` for what is none."""
    try:
        return urlsplit(urljoin(base, address))
    except ValueError:
        raise IntakeError(f"'{address}' is not a web address; {_EXAMPLE}") from None


def is_public(machine: str) -> bool:
    """Whether an IP address is one of the public internet, also when it is wrapped in an IPv6 one."""
    ip = ipaddress.ip_address(machine)
    if isinstance(ip, ipaddress.IPv6Address):
        translated = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else None
        inner = ip.ipv4_mapped or ip.sixtofour or translated or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast

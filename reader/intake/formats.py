"""The formats that articles come in: how each is recognised, and which module reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.intake.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Its module has `drafts(document, desk) -> Iterator[Draft]` and is imported only to read one."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    kinds: tuple[str, ...]
    """Media types, as a server declares them."""
    opening: str
    """A pattern of how a file begins whose name tells nothing."""

    @property
    def path(self) -> str:
        """Where the module is."""
        return f"reader.intake.{self.module}"


PLAIN = Format("plain text", "plain", (".txt", ".text"), ("text/plain",), r"(?!)")
PAGE = Format(
    "saved page",
    "pages",
    (".html", ".htm", ".xhtml"),
    ("text/html", "application/xhtml+xml"),
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
)
FEED = Format(
    "feed",
    "feeds",
    (".rss", ".atom", ".xml"),
    ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
    r"<\?xml|<(?:rss|feed|rdf:RDF)\b",
)
MAIL = Format(
    "mail or web archive", "mail", (".eml", ".mht", ".mhtml"), ("message/rfc822", "multipart/related"), r"(?!)"
)
FORMATS = (
    PLAIN,
    Format("Markdown", "markdown", (".md", ".markdown"), ("text/markdown",), r"(?!)"),
    MAIL,
    Format("ZIP archive", "archives", (".zip",), ("application/zip",), r"PK\x03\x04"),
    Format(
        "list of feeds",
        "outlines",
        (".opml",),
        ("text/x-opml", "text/x-opml+xml"),
        r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<opml\b",
    ),
    PAGE,
    FEED,
    Format(
        "JSON",
        "records",
        (".json", ".jsonl"),
        ("application/json", "application/feed+json", "application/ld+json"),
        r"[\[{]\s*[\"{\[]",
    ),
)

ARTICLE_SUFFIXES = frozenset(suffix for format in FORMATS for suffix in format.suffixes)
"""What a folder is searched for; a file that is named on the command line may have any suffix."""

_MAIL = re.compile(
    rb"(?:[!-9;-~]+:[ \t][^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.IGNORECASE
)  # Header fields, as RFC 5322 writes them.
_MAIL_FIELD = re.compile(rb"^(?:from|mime-version|message-id|received):", re.IGNORECASE | re.MULTILINE)
_SAMPLE = 4_000


def format_of(document: Document) -> Format:
    """The format of a document by its media type, its suffix, or how it begins; plain text where nothing tells."""
    opened = _by_opening(document.data)
    suffix = PurePosixPath(document.source.split("?")[0]).suffix.lower()
    if document.kind:
        for format in FORMATS:
            # A server's "text/plain" and "text/xml" are often said of anything.
            if document.kind in format.kinds:
                return opened or format if format in (PLAIN, FEED) else format
    for format in FORMATS:
        if suffix in format.suffixes:
            return opened or format if suffix == ".xml" else format
    return opened or PLAIN


def _by_opening(data: bytes) -> Format | None:
    sample = data[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    text = sample.decode("latin-1")
    for format in FORMATS:
        if re.match(format.opening, text, re.IGNORECASE | re.DOTALL):
            return format
    fields = _MAIL.match(sample)
    if fields and _MAIL_FIELD.search(fields[0]):
        return MAIL
    return None

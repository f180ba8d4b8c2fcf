"""Saved pages: HTML becomes the story in it, by trafilatura, with what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.errors import IntakeError, MissingExtra
from reader.intake import shelf
from reader.intake.calendar import iso_day
from reader.intake.decoding import decode, mend
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft, Found
from reader.intake.web import is_address

if TYPE_CHECKING:
    from reader.intake.blocks import Block

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S{4,2000})")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{1,2})[/-]?(\d{1,2})(?:[/-]|$)")

_TAGS = 300_000
"""A front page has some 10,000. More is a bomb, or a page that no extraction finishes in reasonable time."""

_SHORT = 1_000
_MUCH = 5_000
_PARAGRAPH = 100
"""A story of fewer characters, on a page with more of them in blocks of at least so many, is probably not its story:
2 of 102 news pages, of which the thorough extraction finds both. Asked more often, it takes a fifth of all the time and
brings teasers in."""

_LONGEST_TITLE = 300

WHERE = "page metadata"


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The article of a page."""
    draft = shelf.kept(desk.shelf, document) if desk.shelf else None
    if draft is None:
        declared = document.charset or _declared(document.data)
        html = decode(document.data, document.source, declared)
        draft = page(html, document.source, document.name, document.address)
        if desk.shelf:
            shelf.keep(desk.shelf, document, draft)
    yield draft


def page(html: str, source: str, name: str, address: str | None = None) -> Draft:
    """The article of a page that is decoded already. Raises `IntakeError` where there is no story in it."""
    _refuse_bomb(html, source)
    try:
        # trafilatura needs lxml_html_clean, which lxml no longer brings along.
        import lxml_html_clean  # noqa: F401
        import trafilatura  # noqa: F401

        from reader.intake.blocks import blocks, left_out, parse
    except ImportError:
        raise MissingExtra("web", f"reading the page '{source}'") from None
    # It logs an error for every page without a story; that is told in the sentence below.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    saved_from = _SAVED_FROM.search(html[:4_000])
    address = address or (saved_from[1] if saved_from else None)
    try:
        tree = parse(html)
        shown = list(blocks(tree))
        titled = (tree.findtext(".//head/title") or "") if tree is not None else ""
        found, body = _extracted(html, address, shown) if shown else (None, "")
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, UnicodeError) as failure:
        raise IntakeError(
            f"the page '{source}' cannot be taken apart ({type(failure).__name__}); save it anew"
        ) from None
    body = mend(body)
    if not body.strip():
        raise IntakeError(f"no story was found in the page '{source}'; copy its text into a file")
    told = _metadata(found, html, titled, address, shown)
    title = told.get("title")
    text = body
    if title:
        first, _, rest = body.partition("\n")
        text = f"{title.value}\n\n{rest.lstrip() if _letters(first) == _letters(title.value) else body}"
    return Draft(source, name, text, told, left_out(iter(shown), text))


def _extracted(html: str, address: str | None, shown: Sequence[Block]) -> tuple[object, str]:
    """What trafilatura makes of a page, and its text: the thorough one where the quick one leaves the prose out."""
    from trafilatura import bare_extraction

    # The page and not its tree: trafilatura needs one of lxml.html, and would make a copy.
    found = bare_extraction(html, url=address, fast=True, include_comments=False, with_metadata=True)
    text = getattr(found, "text", None) or ""
    prose = sum(len(block.text) for block in shown if len(block.text) >= _PARAGRAPH)
    if len(text) < _SHORT and prose > _MUCH:
        # Metadata is half of the work, and the quick extraction has it already.
        again = bare_extraction(html, url=address, fast=False, include_comments=False, with_metadata=found is None)
        found, text = found or again, getattr(again, "text", None) or text
    return found, text


def _declared(data: bytes) -> str | None:
    """The encoding that a page's own head names."""
    match = _CHARSET.search(data[:4_096])
    return match[1].decode("ascii", errors="ignore") if match else None


def _refuse_bomb(html: str, source: str) -> None:
    if html.count("<") > _TAGS:
        raise IntakeError(
            f"the page '{source}' has more than {_TAGS:,} tags and is no article; copy its text into a file"
        )


def _metadata(found: object, html: str, titled: str, address: str | None, shown: Sequence[Block]) -> dict[str, Found]:
    """What trafilatura found, checked, with where each piece stands as far as that can be told."""
    told: dict[str, Found] = {}
    site = _told(found, "sitename")
    title = headline((_told(found, "title"), " ".join(titled.split())), (site, _told(found, "hostname")), shown)
    if title:
        told["title"] = Found(title, WHERE)
    author = _told(found, "author")
    if author:
        author = re.sub(r"^(?:View all posts by|Posts by|By)\s+", "", author).replace("; ", ", ")
        if author.casefold() != (site or "").casefold() and "://" not in author:
            told["byline"] = Found(author, WHERE)
    link = _told(found, "url") or address
    if link and is_address(link):
        told["address"] = Found(link, "address" if link == address else WHERE)
    if site:
        host = re.sub(r"^https?://(?:www\.)?([^/:]+).*", r"\1", link or "")
        told["outlet"] = Found(site, "address" if site in (host, f"www.{host}") else WHERE)
    day = _told(found, "date")
    if day:
        told["published"] = Found(day, _where_day(day, link or "", html))
    return told


def _told(found: object, field: str) -> str:
    """A field of trafilatura's answer on one line; empty where it has none."""
    value = getattr(found, field, None)
    return " ".join(mend(value).split()) if isinstance(value, str) else ""


def _where_day(day: str, address: str, html: str) -> str:
    in_address = _DAY_IN_ADDRESS.search(address)
    if in_address and iso_day("-".join([in_address[1], in_address[2].zfill(2), in_address[3].zfill(2)])) == day:
        return "address"
    stated = re.search(rf"""<(?:meta|time)\b[^>]{{0,400}}{day}|"date\w+"\s*:\s*"{day}""", html, re.IGNORECASE)
    return WHERE if stated else "text of the page"


_SUFFIX = re.compile(r"\s+[|–—·»:-]\s+([^|–—·»]{2,60})$")


def headline(titles: Sequence[str], names: Sequence[str], shown: Sequence[Block]) -> str:
    """The best of a page's titles, without the outlet's name after it ("… | Harbour Post").

    A title that the page shows is the headline; else one that carries the outlet's name is the page's own, where
    others may be made for sharing.
    """
    stripped = {title: _without_name(title, names) for title in titles if title}
    visible = {block.text for block in shown if len(block.text) <= _LONGEST_TITLE}
    for title in stripped.values():
        if title in visible:
            return title
    for title, alone in stripped.items():
        if alone != title:
            return alone
    return next(iter(stripped), "")


def _without_name(title: str, names: Sequence[str]) -> str:
    """A title without the outlet's name and the day that stand after its end."""
    known = [name for name in map(_letters, names) if name]
    while match := _SUFFIX.search(title):
        suffix = _letters(match[1])
        named = any(
            name.startswith(suffix) or (len(suffix) > 2 and (suffix in name or name in suffix)) for name in known
        )
        if not suffix or not (named or iso_day(match[1])):
            break
        title = title[: match.start()].strip()
    return title


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())

"""Mails (newsletters) and web archives, which are pages packed as mails."""

from __future__ import annotations

import email
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart

from reader.errors import IntakeError
from reader.intake.decoding import decode, mend, unwrapped
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft, Found
from reader.intake.fragments import text_of
from reader.intake.web import is_address

WHERE = "mail header"

_ENOUGH = 400
"""Characters of plain text from which on it is the mail; less says "see the other part"."""


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The article of a mail or of a web archive."""
    try:
        message = email.message_from_bytes(document.data, policy=email.policy.default)
        page = _page(message, document)
        draft = None if page else _mail(message, document)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as failure:
        # The standard library's parser of headers raises these on hostile ones.
        raise IntakeError(f"the mail '{document.source}' cannot be read ({type(failure).__name__})") from None
    if page:
        yield from desk.read(page)
    elif draft:
        yield draft


def _page(message: EmailMessage, document: Document) -> Document | None:
    """The page of a web archive: the first part that is HTML."""
    if message.get_content_type() != "multipart/related" or message["To"]:
        return None
    for part in message.walk():
        if part.get_content_type() == "text/html":
            address = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "").strip()
            link = address if is_address(address) else None
            return Document(document.source, _bytes(part), _charset(part), link, "text/html")
    return None


def _mail(message: EmailMessage, document: Document) -> Draft:
    plain, html = (_body(message, kind, document.source) for kind in ("plain", "html"))
    text = unwrapped(plain)
    if len(plain) < _ENOUGH and html:
        text = text_of(html, f"reading the mail '{document.source}'") or text
    if not text.strip():
        raise IntakeError(f"the mail '{document.source}' holds no text")
    told: dict[str, Found] = {}
    subject = " ".join(str(message["Subject"] or "").split())
    if subject:
        told["title"] = Found(subject, WHERE)
        if not text.lstrip().startswith(subject):
            text = f"{subject}\n\n{text.lstrip()}"
    name, address = email.utils.parseaddr(str(message["From"] or ""))
    sender = " ".join(name.split()) or address.rpartition("@")[2]
    if sender:
        told["outlet"] = Found(sender, WHERE)
    moment = _moment(message)
    if moment:
        told["published"] = Found(moment, WHERE)
    return Draft(document.source, document.name, text, told)


def _moment(message: EmailMessage) -> str:
    """The time of a mail in ISO 8601; empty where its header tells none."""
    try:
        return email.utils.parsedate_to_datetime(str(message["Date"] or "")).isoformat()
    except (ValueError, TypeError, LookupError, OverflowError):
        return ""


def _body(message: EmailMessage, kind: str, source: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    return mend(decode(_bytes(part), source, _charset(part)))


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: MIMEPart) -> str | None:
    charset = part.get_content_charset()
    return charset if isinstance(charset, str) else None

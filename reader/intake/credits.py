"""Who wrote and sent a story: datelines, bylines, sign-offs and credit lines, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.intake.agencies import agency, names_agency
from reader.intake.calendar import DATE, SHORT_DATE, iso_day
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, tail, whole
from reader.intake.pictures import pictures
from reader.language.lists import listed

DATELINE = "dateline"
BYLINE = "byline"
SIGN_OFF = "sign-off"
CREDIT = "credit line"

TOP = 8
"""Lines in which a byline and a dateline are looked for."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A cut, and what the words that it takes out say about the article."""

    cut: Cut
    found: tuple[tuple[str, str], ...] = ()
    """Fields of `Article` and their values."""


# All patterns are for text with straight apostrophes: a class of characters that has a curly one takes twenty times as
# long to compile. Those that few articles need are compiled when a line looks as if it needed them.
_NAME = r"[A-ZÀ-Ž][\w.'-]*(?:\s+(?:(?:de|van|von|der|den|al|bin|da|del|la|le)\s+)*[A-ZÀ-Ž][\w.'-]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:,\s+|,?\s+(?:and|und|et|y|&)\s+){_NAME}){{0,5}}"

_PLACE = (
    r"[A-ZÀ-Þ][A-ZÀ-Þ'.-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'.-]*){0,3}"
    r"(?:\s*/\s*[A-ZÀ-Þ][A-ZÀ-Þ'. -]+){0,3}"
    r"(?:,\s+(?:[A-Z][a-z]+\.?|[A-Z]\.(?:[A-Z]\.)+|[A-Z]{2})(?:\s[A-Z][a-z]+\.?)?)?"
)
_DASH = r"\s*(?:--?|–|—|:)\s+"

_DATELINES = (
    # As in TOKYO (Pakistan Point News / Sputnik - 24th October, 2019), WASHINGTON (AP) -, or SEOUL / CHENGDU –
    rf"(?P<place>{_PLACE})(?:,\s+{SHORT_DATE})?(?:\s+\((?P<credit>[^()]{{2,80}})\)(?:{_DASH}|\s+)|{_DASH})",
    # As in Berlin (dpa) -, or (CNN) alone.
    rf"(?:(?P<place>{_NAME}|[A-ZÀ-Þ][\w'-]+)\s+)?\((?P<agency>[^()]{{2,40}})\)(?:{_DASH}|\s+)",
)
_NO_PLACE = frozenset(
    listed("""
        ANALYSIS BREAKING COMMENT CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FAQ INTERVIEW LIVE MORE
        NOTE OPINION PHOTO PHOTOS Q&A RELATED REVIEW RT SPOILER SPOILERS UPDATE UPDATED VIDEO WARNING WATCH
        AIDS COVID FIFA NASA NATO NBA NFL OPEC UNESCO UNICEF
    """)
)

_BYLINE_OPENINGS = ("By", "BY", "by", "Von", "Par", "Por", "Written by", "Text:", "Author:", "Story by", "Report by")
_BYLINE = (
    rf"(?:{'|'.join(_BYLINE_OPENINGS)})\s+(?:(?P<names>{_NAMES})|(?P<agency>[\w' -]{{2,40}}))"
    r"(?P<role>\s*[,|/•·-]\s*[^.!?]{2,60})?\.?"
)
_SPOKEN_ENDS = ("more", "story", "report", "reports", "details", "latest", "for us")
_INTRODUCED = (
    rf"(?:Our\s+|Here's\s+|As\s+)?(?P<names>{_NAME})(?:(?:'s\s+got|\s+has|\s+with|\s+brings(?:\s+us)?|\s+filed)\s+"
    r"(?:(?:this|the|that|our)\s+)?(?:full\s+)?(?:more|story|report|details|latest)(?:\s+for\s+us)?\s*\.?"
    r"|\s+reports\.)"
)
_SIGN_OFF = rf"(?P<names>{_NAME})\s*[,|]\s*(?P<outlet>[^,|]{{2,60}}?)(?:\s*,\s*[A-Z][\w .'-]{{2,40}})?\.?"
_BROADCASTERS = ("News", "TV", "Television", "Radio", "Today", "World", "CNN", "BBC", "NPR")

_CREDIT_WORDS = (
    *("eporting by", "ontributed", "dited by", "diting by", "ompiled by", "ranslated by"),
    *("ith files", "ith input", "ith reporting"),
)
_REPORTING = r"\(?\s*(?:Additional\s+)?[Rr]eporting\s+by\s+(?P<names>[^()]{3,400}?)\)?\.?$"
_REPORTING_END = r"\((?:Additional )?[Rr]eporting by (?P<names>[^()]{3,400})\)\s*$"
_CONTRIBUTED = (
    r"(?i).{4,160}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?"
    r"|(?:edited|compiled|translated) by .{4,80}|\(?editing by .{4,80}\)?"
    r"|with (?:reporting (?:by|from)|(?:files|inputs?) from) .{2,80}"
)
_CLOSING_AGENCY = r"\((?P<credit>[^()]{2,80})\)\.?$"
_NAMED = r"[A-ZÀ-Þ][\w&'.-]*(?:\s+[A-ZÀ-Þ][\w&'.-]*){0,3}"
_PAPERS = (
    *("News", "Daily", "Post", "Times", "Herald", "Tribune", "Gazette", "Courier", "Journal", "Chronicle", "Observer"),
    *("Mirror", "Telegraph", "Guardian", "Press", "Agency", "Today", "Weekly", "Zeitung", "Presse"),
)
_CLOSING_OUTLET = (
    # The last line, alone: any name in brackets, or one that only an outlet has.
    rf"\((?P<credit>{_NAMED})\)|(?P<outlet>(?:The\s+)?(?:[A-ZÀ-Þ][\w&'.-]*\s+){{1,3}}(?:{'|'.join(_PAPERS)}))"
)


def credits(source: str, story: Sequence[Line]) -> Iterator[Credit]:
    """The credits of an article; `story` is its lines without the furniture."""
    dateline_at = None
    for position, line in enumerate(story[:TOP]):
        dateline = _dateline(source, line)
        if dateline:
            yield dateline
            dateline_at = position
            break
    for position, line in enumerate(story):
        from_end = len(story) - 1 - position
        if position < TOP and position != dateline_at:
            byline = _byline(source, line)
            if byline:
                yield byline
                continue
        closing = _closing_outlet(source, line) if from_end == 0 and position >= 2 else None
        if closing:
            yield closing
            continue
        spoken = _spoken(source, line, last=from_end < 2)
        if spoken:
            yield spoken
            continue
        yield from _line_credits(source, line, last=from_end < 3)


def _dateline(source: str, line: Line) -> Credit | None:
    for pattern in _DATELINES:
        # A space, because a dateline may have a line to itself.
        match = re.match(pattern, _straight(line.text) + " ")
        if not match:
            continue
        place, credit, sender = (_printed(line, match, name) for name in ("place", "credit", "agency"))
        if place and (len(place) < 3 or re.split(r"[^\w&]", place, maxsplit=1)[0] in _NO_PLACE):
            continue
        if sender and not agency(sender):
            continue
        found: list[tuple[str, str]] = [("place", place.strip())] if place else []
        if credit or sender:
            day = iso_day(credit)
            # A place in capitals, any name in brackets and a dash are a dateline; without the dash the name must tell.
            dashed = place.isupper() and match[0].rstrip().endswith(("-", "–", "—"))
            if not (day or dashed or names_agency(sender or credit)):
                continue
            if day:
                found.append(("published", day))
            name = re.sub(DATE, "", credit, flags=re.IGNORECASE) if day else credit or sender
            name = re.sub(r"\s*[-–,]\s*$", "", name).strip()
            known = agency(name)
            if name:
                found.append(("agency", known) if known else ("outlet", name))
        if match.end() > len(line.text):
            return Credit(whole(source, line, DATELINE), tuple(found))
        return Credit(head(source, line.start, line.start + match.end(), DATELINE), tuple(found))
    return None


def _straight(text: str) -> str:
    """The text with straight apostrophes, every character at its place."""
    return text.replace("’", "'")


def _printed(line: Line, match: re.Match[str], name: str) -> str:
    """A part of a match as the line prints it; empty where there is none."""
    return line.text[match.start(name) : match.end(name)] if match.groupdict().get(name) else ""


def _byline(source: str, line: Line) -> Credit | None:
    if len(line.text) > 140 or not line.text.startswith(_BYLINE_OPENINGS):
        return None
    match = re.fullmatch(_BYLINE, _straight(line.text))
    if not match:
        return None
    found: list[tuple[str, str]] = []
    names = _printed(line, match, "names")
    sender = agency(names or _printed(line, match, "agency"))
    if sender:
        found.append(("agency", sender))
    elif names:
        found.append(("byline", _titled(names)))
        sender = agency((match["role"] or "").strip(" ,|/•·-"))
        if sender:
            found.append(("agency", sender))
    else:
        return None
    return Credit(whole(source, line, BYLINE), tuple(found))


def _titled(names: str) -> str:
    """A byline set in capitals, as names are written elsewhere."""
    in_capitals = re.sub(r"\b(?:and|und|et|y)\b", "", names).isupper()
    return (
        re.sub(r"\w{2,}", lambda word: word[0].capitalize() if word[0].isupper() else word[0], names)
        if in_capitals
        else names
    )


def _spoken(source: str, line: Line, *, last: bool) -> Credit | None:
    """A reporter's introduction or sign-off in the script of a broadcast."""
    text = _straight(line.text)
    if len(text) > 90:
        return None
    introduced = re.fullmatch(_INTRODUCED, text) if text.rstrip(" .").endswith(_SPOKEN_ENDS) else None
    if introduced:
        name = re.sub(r"^(?:Our|As)\s+", "", _printed(line, introduced, "names"))
        return Credit(whole(source, line, SIGN_OFF), (("byline", name),))
    signed = re.fullmatch(_SIGN_OFF, text) if last and ("," in text or "|" in text) else None
    if signed:
        outlet = _printed(line, signed, "outlet").strip()
        sender = agency(outlet)
        if sender or _names_broadcaster(outlet):
            told = ("agency", sender) if sender else ("outlet", outlet)
            return Credit(whole(source, line, SIGN_OFF), (("byline", _printed(line, signed, "names")), told))
    return None


def _names_broadcaster(name: str) -> bool:
    return name[:1].isupper() and name.endswith(_BROADCASTERS) and len(name.split()) <= 5


def _closing_outlet(source: str, line: Line) -> Credit | None:
    if not line.text.endswith((")", *_PAPERS)):
        return None
    match = re.fullmatch(_CLOSING_OUTLET, _straight(line.text))
    if not match:
        return None
    printed = _printed(line, match, "credit") or _printed(line, match, "outlet")
    sender = agency(printed)
    return Credit(whole(source, line, CREDIT), (("agency", sender) if sender else ("outlet", printed),))


def _line_credits(source: str, line: Line, *, last: bool) -> Iterator[Credit]:
    text = line.text
    if any(word in text for word in _CREDIT_WORDS):
        if len(text) <= 300 and (match := re.fullmatch(_REPORTING, text)):
            yield Credit(whole(source, line, CREDIT), (("byline", reporters(match["names"])),))
            return
        if len(text) <= 300 and re.fullmatch(_CONTRIBUTED, text):
            yield Credit(whole(source, line, CREDIT))
            return
        if match := re.search(_REPORTING_END, text):
            yield Credit(
                tail(source, line.start + match.start(), line.end, CREDIT), (("byline", reporters(match["names"])),)
            )
            return
    closing = _closing_agency(source, line) if last else None
    if closing:
        yield closing
        return
    yield from (Credit(cut) for cut in pictures(source, line, _straight(text)))


def _closing_agency(source: str, line: Line) -> Credit | None:
    """Agencies in brackets at the end of a line, or one after the bracket that closes it."""
    match = re.search(_CLOSING_AGENCY, line.text)
    if match and all(map(agency, match["credit"].split("/"))):
        sender = agency(match["credit"])
        start = line.start + match.start()
        cut = tail(source, start, line.end, CREDIT) if match.start() else whole(source, line, CREDIT)
        return Credit(cut, (("agency", sender),) if sender else ())
    before, bracket, after = line.text.rpartition(")")
    if bracket and after[:1].isspace() and agency(after):
        return Credit(tail(source, line.start + len(before) + 1, line.end, CREDIT))
    return None


def reporters(credit: str) -> str:
    """The names of a credit such as "Hyonhee Shin in Seoul and Norihiko Shirouzu in Chengdu; Editing by …"."""
    first = re.split(r";|\s+(?:Additional|Editing|Writing|Edited|Written)\b", credit, maxsplit=1)[0]
    return re.sub(r"\s+in\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*", "", first).strip(" .,")

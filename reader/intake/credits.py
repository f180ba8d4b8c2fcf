"""Who wrote, sent and photographed a story: datelines, bylines, sign-offs and credit lines, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.intake.agencies import FORMS, agency, names_agency
from reader.intake.calendar import DATE, iso_day
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, tail, whole

DATELINE = "dateline"
BYLINE = "byline"
SIGN_OFF = "sign-off"
CREDIT = "credit line"
PICTURE = "picture credit"

TOP = 8
"""Lines in which a byline and a dateline are looked for."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A cut, and what the words that it takes out say about the article."""

    cut: Cut
    found: tuple[tuple[str, str], ...] = ()
    """Fields of `Article` and their values."""


_NAME = r"[A-ZÀ-ÞĀ-Ž][\w.'’-]*(?:\s+(?:(?:de|van|von|der|den|al|bin|da|del|la|le)\s+)*[A-ZÀ-ÞĀ-Ž][\w.'’-]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:,\s+|,?\s+(?:and|und|et|y|&)\s+){_NAME}){{0,5}}"

_PLACE = (
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3}"
    r"(?:\s*/\s*[A-ZÀ-Þ][A-ZÀ-Þ'’. -]+){0,3}"
    r"(?:,\s+(?:[A-Z][a-z]+\.?|[A-Z]\.(?:[A-Z]\.)+|[A-Z]{2})(?:\s[A-Z][a-z]+\.?)?)?"
)
_SHORT_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s*\d{4})?"
_DASH = r"\s*(?:--|[-–—:])\s+"

_DATELINES = (
    # As in TOKYO (Pakistan Point News / Sputnik - 24th October, 2019), or WASHINGTON (AP) -
    re.compile(rf"(?P<place>{_PLACE})(?:,\s+{_SHORT_DATE})?\s+\((?P<credit>[^()]{{2,80}})\)(?:{_DASH}|\s+)"),
    # As in Berlin (dpa) -, or (CNN) alone.
    re.compile(rf"(?:(?P<place>{_NAME}|[A-ZÀ-Þ][\w’'-]+)\s+)?\((?P<credit>{FORMS})\)(?:{_DASH}|\s+)"),
    # As in SEOUL / CHENGDU –, or DULUTH, Minn. -
    re.compile(rf"(?P<place>{_PLACE})(?:,\s+{_SHORT_DATE})?{_DASH}"),
)
_NO_PLACE = re.compile(
    r"(?:NATO|UNICEF|UNESCO|OPEC|COVID|AIDS|BREAKING|EXCLUSIVE|UPDATED?|WATCH|VIDEO|PHOTOS?|OPINION|ANALYSIS|EXPLAINER|FACTBOX"
    r"|CORRECT(?:ED|ION)|LIVE|REVIEW|INTERVIEW|COMMENT|EDITORIAL|SPOILERS?|WARNING|NOTE|MORE|RELATED|Q&A|FAQ|RT|NASA|FIFA|NBA|NFL)\b"
)

_BYLINE = re.compile(
    rf"(?:By|BY|by|Von|Par|Por|Written by|Text:|Author:|Story by|Report by)\s+(?P<names>{_NAMES}|{FORMS})"
    rf"(?P<role>\s*[,|/•·-]\s*[^.!?]{{2,60}}|\s+(?:{FORMS}))?\.?",
)
_INTRODUCED = re.compile(
    rf"(?:Our\s+|Here's\s+|As\s+)?(?P<names>{_NAME})(?:'s\s+got|\s+has|\s+with|\s+brings(?:\s+us)?|\s+filed)\s+"
    r"(?:(?:this|the|that|our)\s+)?(?:full\s+)?(?:more|story|report|details|latest)(?:\s+for\s+us)?\s*\.?"
    rf"|(?P<reporter>{_NAME})\s+reports\."
)
_SIGN_OFF = re.compile(
    rf"(?P<names>{_NAME})\s*[,|]\s*(?P<outlet>[A-Z][\w&'’.-]*(?:\s+[\w&'’.-]+){{0,3}}\s*(?:News|TV|Television|Radio|Today|World)"
    rf"|CNN|BBC(?:\s+News)?|NPR(?:\s+News)?|{FORMS})(?:\s*,\s*[A-Z][\w .'’-]{{2,40}})?\.?"
)
_REPORTING = re.compile(r"\(?\s*(?:Additional\s+)?[Rr]eporting\s+by\s+(?P<names>[^()]{3,400}?)\)?\.?$")
_REPORTING_END = re.compile(r"\((?:Additional )?[Rr]eporting by (?P<names>[^()]{3,400})\)\s*$")
_CONTRIBUTED = re.compile(
    r".{4,160}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?"
    r"|(?:edited|compiled|translated) by .{4,80}|\(?editing by .{4,80}\)?"
    r"|with (?:reporting (?:by|from)|(?:files|inputs?) from) .{2,80}",
    re.IGNORECASE,
)
_CLOSING_AGENCY = re.compile(rf"\((?P<credit>(?:{FORMS})(?:\s*/\s*(?:{FORMS}))*)\)\.?$|(?<=\))\s+(?:{FORMS})$")
_NAMED = r"[A-ZÀ-Þ][\w&'’.-]*(?:\s+[A-ZÀ-Þ][\w&'’.-]*){0,3}"
_CLOSING_OUTLET = re.compile(
    # The last line, alone: any name in brackets, or one that only an outlet has.
    rf"\((?P<credit>{_NAMED})\)|(?P<outlet>(?:The\s+)?(?:[A-ZÀ-Þ][\w&'’.-]*\s+){{1,3}}(?:News|Daily|Post|Times|Herald|Tribune"
    r"|Gazette|Courier|Journal|Chronicle|Observer|Mirror|Telegraph|Guardian|Press|Agency|Today|Weekly|Zeitung|Presse))"
)

_PICTURE_AGENCIES = (
    r"(?:Getty(?:\s+Images)?|Shutterstock|iStock|Alamy|EPA(?:-EFE)?|Rex(?:\s+Features)?|Unsplash|Pixabay"
    rf"|AP\s+Photo|Google\s+Maps|{FORMS})"
)
_PERSON = r"(?:[\w.'’-]+\s+){0,3}[\w.'’-]+"
_PICTURES = (
    re.compile(
        r"\((?:Photo(?:graph)?|Picture|Image|Pic|Foto|Bild|Video|Credit)s?\s*(?::|by|credit|courtesy)[^()]{2,100}\)"
    ),
    re.compile(
        r"\[(?:Photo(?:graph)?|Picture|Image|Pic|Foto|Bild|Credit)s?\s*(?::|by|via|credit|courtesy)[^\[\]]{2,100}\]"
    ),
    re.compile(
        rf"\({_PERSON}\s*/\s*(?:[\w.'’-]+[\s/]+){{0,5}}[\w.'’-]+\)(?:\s+{_PERSON}\s*[-/]\s*(?:[A-Z]{{2,5}}/)?{_PICTURE_AGENCIES})?$"
    ),
    re.compile(rf"\((?:(?:AP\s+Photo|{_PICTURE_AGENCIES})(?:/[^()]{{2,60}})?)\)$"),
    re.compile(rf"\((?:{_SHORT_DATE})\)\s+{_PICTURE_AGENCIES}$"),
    re.compile(
        rf"(?:Photograph|Photo|Picture|Image)\s*(?::|by|courtesy of)\s+{_PERSON}(?:\s*/\s*{_PICTURE_AGENCIES})+"
    ),
    re.compile(rf"\|\s+{_PERSON}/{_PICTURE_AGENCIES}(?=\s|$)"),
)
_PICTURE_LINE = re.compile(
    r"(?:Photograph|Photo|Picture|Image)s?(?: credit)?\s*(?::|by|courtesy of)\s+[^.!?]{2,80}"
    r"|(?:Beitragsbild|Titelbild|Bildquelle|Bildnachweis|Image illustrative|Crédit photo|Foto)\s*:\s+.{2,140}"
    rf"|{_PERSON}\s*/\s*{_PICTURE_AGENCIES}(?:\s*[-/]\s*{_PICTURE_AGENCIES})*",
    re.IGNORECASE,
)
_PICTURE_HINT = re.compile(r"hoto|icture|mage|\)|\]|\|\s|Foto|[Bb]ild|Pic|/")
_MAY_CREDIT = re.compile(
    r"[Rr]eporting by|ontributed|dited by|diting by|ompiled by|ranslated by|[Ww]ith (?:files|inputs?|reporting)"
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
        closing = _CLOSING_OUTLET.fullmatch(line.text) if from_end == 0 and position >= 2 else None
        if closing:
            printed = closing["credit"] or closing["outlet"]
            sender = agency(printed)
            yield Credit(whole(source, line, CREDIT), (("agency", sender) if sender else ("outlet", printed),))
            continue
        spoken = _spoken(source, line, last=from_end < 2)
        if spoken:
            yield spoken
            continue
        yield from _line_credits(source, line, last=from_end < 3)


def _dateline(source: str, line: Line) -> Credit | None:
    for pattern in _DATELINES:
        # A space, because a dateline may have a line to itself.
        match = pattern.match(line.text + " ")
        if not match:
            continue
        parts = match.groupdict()
        place, credit = parts.get("place"), parts.get("credit")
        if place and (_NO_PLACE.match(place) or len(place) < 3):
            continue
        found: list[tuple[str, str]] = []
        if credit:
            day = iso_day(credit)
            # A place in capitals, any name in brackets and a dash are a dateline; without the dash the name must tell.
            dashed = place and place.isupper() and match[0].rstrip().endswith(("-", "–", "—"))
            if not (day or dashed or names_agency(credit)):
                continue
            if day:
                found.append(("published", day))
            name = re.sub(r"\s*[-–,]\s*$", "", DATE.sub("", credit)).strip()
            known = agency(name)
            if name:
                found.append(("agency", known) if known else ("outlet", name))
        if place:
            found.insert(0, ("place", place.strip()))
        if match.end() > len(line.text):
            return Credit(whole(source, line, DATELINE), tuple(found))
        return Credit(head(source, line.start, line.start + match.end(), DATELINE), tuple(found))
    return None


def _byline(source: str, line: Line) -> Credit | None:
    match = _BYLINE.fullmatch(line.text) if len(line.text) <= 140 else None
    if not match:
        return None
    found: list[tuple[str, str]] = []
    names = match["names"].strip()
    sender = agency(names)
    if sender:
        found.append(("agency", sender))
    else:
        found.append(("byline", _titled(names)))
        sender = agency((match["role"] or "").strip(" ,|/•·-"))
        if sender:
            found.append(("agency", sender))
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
    if len(line.text) > 90:
        return None
    introduced = _INTRODUCED.fullmatch(line.text)
    if introduced:
        name = introduced["names"] or introduced["reporter"]
        return Credit(whole(source, line, SIGN_OFF), (("byline", re.sub(r"^(?:Our|As)\s+", "", name)),))
    signed = _SIGN_OFF.fullmatch(line.text) if last else None
    if signed:
        sender = agency(signed["outlet"])
        found = (("byline", signed["names"]), ("agency", sender) if sender else ("outlet", signed["outlet"]))
        return Credit(whole(source, line, SIGN_OFF), found)
    return None


def _line_credits(source: str, line: Line, *, last: bool) -> Iterator[Credit]:
    text = line.text
    if _MAY_CREDIT.search(text):
        if len(text) <= 300 and (match := _REPORTING.fullmatch(text)):
            yield Credit(whole(source, line, CREDIT), (("byline", reporters(match["names"])),))
            return
        if len(text) <= 300 and _CONTRIBUTED.fullmatch(text):
            yield Credit(whole(source, line, CREDIT))
            return
        if match := _REPORTING_END.search(text):
            yield Credit(
                tail(source, line.start + match.start(), line.end, CREDIT), (("byline", reporters(match["names"])),)
            )
            return
    if last and (match := _CLOSING_AGENCY.search(text)):
        sender = agency(match["credit"] or "")
        whole_line = match.start() == 0
        cut = whole(source, line, CREDIT) if whole_line else tail(source, line.start + match.start(), line.end, CREDIT)
        yield Credit(cut, (("agency", sender),) if sender else ())
        return
    if not _PICTURE_HINT.search(text):
        return
    if len(text) <= 160 and _PICTURE_LINE.fullmatch(text):
        yield Credit(whole(source, line, PICTURE))
        return
    for pattern in _PICTURES:
        for match in pattern.finditer(text):
            start, end = line.start + match.start(), line.start + match.end()
            if match.end() - match.start() == len(text):
                yield Credit(whole(source, line, PICTURE))
            else:
                yield Credit(tail(source, start, end, PICTURE) if match.start() else head(source, start, end, PICTURE))


def reporters(credit: str) -> str:
    """The names of a credit such as "Hyonhee Shin in Seoul and Norihiko Shirouzu in Chengdu; Editing by …"."""
    first = re.split(r";|\s+(?:Additional|Editing|Writing|Edited|Written)\b", credit, maxsplit=1)[0]
    return re.sub(r"\s+in\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*", "", first).strip(" .,")

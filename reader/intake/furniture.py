"""Page furniture: what a web page prints around every story, recognised by its wording.

Only whole lines go, or a phrase that no story uses; a line that merely mentions such a phrase stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.intake.calendar import DATE
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, tail, whole

FURNITURE = "page furniture"
RELATED = "link to other stories"
SEPARATOR = "separator"
PROMOTION = "advertisement for the outlet itself"
DATE_LINE = "date line"
CAPTION = "caption label"
WEB_ADDRESS = "web address"

_FURNITURE = re.compile(
    r"""
      (?:(?:back|return)\ )?to\ (?:the\ )?top | (?:skip|jump)\ to\ (?:main\ )?(?:content|navigation) | top\ of\ page
    | \(?advertisements?\)? | advertisement\ continue\ reading\ the\ main\ story | ads? | ad\ feedback
    | anzeige | werbung | publicité | publicidad | sponsored(?:\ content)? | promoted(?:\ content)?
    | scroll\ (?:down\ )?to\ continue(?:\ reading)? | continue\ reading(?:\ below)?
    | (?:story|article)\ continue[sd]\ (?:below|after)(?:\ (?:the\ )?(?:advertisement|ad|video))?
    | close | menu | search | share | print | e-?mail | save | reply
    | comments? | \d+\ (?:comments?|shares?) | leave\ a\ comment
    | (?:kommentare|comments|commentaires)(?:\ \w+)?:\ ?\d+
    | share\ (?:this|on|via)(?:\ (?:page|story|article|post|facebook|twitter|x|whatsapp|linkedin|e-?mail))?
    | tweet | facebook | twitter | whatsapp | copy\ link | link\ copied!? | click\ to\ copy
    | (?:view|show|hide|load|post|read)\ (?:all\ |more\ |the\ )?comments
    | learn\ more | read\ more | more | show\ more | read\ full\ (?:story|article)
    | related\ (?:gallery|video|images?) | image\ gallery
    | listen\ (?:to\ (?:this\ )?(?:article|story))? | play\ video | watch\ (?:live|now|video)
    | (?:[•·|-])?\s*\d+\ (?:second|minute|hour|day|week|month|year)s?\ ago
    | \d+\ min(?:ute)?s?\ read | reading\ time:?\ \d+\ min(?:ute)?s?
    | all\ rights\ reserved\.? | (?:©|\(c\)|copyright)\ .{0,100}
    | subscribe(?:\ now)? | sign\ (?:in|up)(?:\ now)? | log\ ?in | newsletter | follow\ us(?:\ on\ .{2,40})?
    | tweet\ with\ a\ location | you\ can\ add\ location\ information\ to\ your\ tweets,.*
    | (?:we|this\ (?:web)?site)\ uses?\ cookies.* | your\ browser\ does\ not\ support.*
    | please\ enable\ javascript.* | javascript\ is\ (?:disabled|required).*
    | starting\ in\ 1996,\ alexa\ internet\ has\ been\ donating\ their\ crawl\ data.*
    """,
    re.IGNORECASE | re.VERBOSE,
)

_DATE_LINE = re.compile(
    r"(?:(?:(?:first )?published|posted|(?:last )?updated|last modified|date|erschienen|veröffentlicht|stand|publié"
    r"|publicado)(?: (?:on|at|le|am|el))?:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{DATE.pattern})"
    r"(?:\s+(?:[A-Z]{2,5}|GMT[+-]\d+)\b)?"
    r"(?:\s*[|•·,-]?\s*(?:advertisement|updated?.{0,40}))?"
    r"(?:\s*[|•·]\s*(?:by|in|categor|tags?|topics?|view comments|comments|\d+ comments?|kategorie|von)"
    r"[^|•·]{0,60}){0,4}",
    re.IGNORECASE,
)

_RELATED_LINE = re.compile(
    r"(?:MORE|RELATED(?: [A-Z]+)?|READ MORE|READ ALSO|ALSO READ|SEE ALSO|WATCH(?: MORE)?|ARCHIVE|READ"
    r"|Read more|Read also|Also read|See also|Related|More|Lesen Sie auch|Mehr zum Thema|Lire aussi|Lea también)"
    r"\s*[:>»]\s*(?P<link>.{0,200})"
)

_PROMOTION = re.compile(
    r"""
      (?:read\ or\ share|share)\ this\ (?:story|article)\s*:?\s*https?://\S+
    | sign\ up\ (?:now\ |here\ |today\ )?(?:for|to)\ .{0,160}\b(?:newsletter|e-?mail|inbox|updates|alerts)\b.{0,120}
    | subscribe\ (?:now\ )?(?:to|for)\ .{0,160}\b(?:newsletter|channel|podcast|inbox|updates|access)\b.{0,120}
    | (?:want|get)\ .{2,120}\b(?:delivered|straight)\b.{0,60}\b(?:inbox|phone)\b.{0,120}
    | download\ (?:the|our)\ .{2,60}\bapp\b.{0,60}
    | for\ more\ on\ .{2,120},\ pick\ up\ the\ (?:new|latest)\ issue\ of\ .{2,80}
    | (?:follow|like)\ .{2,60}\ on\ (?:twitter|facebook|instagram|x|bluesky|threads|mastodon)\b.{0,80}
    | follow\ .{2,60}\ (?:at\ )?(?:https?://\S+|@\w+)\.?
    | .{2,60}\ can\ be\ (?:followed|reached)\ (?:at|on|via)\ (?:https?://\S+|\S+@\S+|@\w+|twitter\b.{0,40})
    | the\ associated\ press\ .{4,160}\ receives\ support\ from\ .{4,200}\ solely\ responsible\ for\ all\ content\.?
    | our\ standards:\ the\ thomson\ reuters\ trust\ principles\.?(?:\ opens\ new\ tab)?
    | (?:to\ )?contact\ the\ (?:reporter|author|editor)s?\b.{0,160}
    """,
    re.IGNORECASE | re.VERBOSE,
)

_SEPARATOR = re.compile(r"[_*=~#•·\-–—+. ]{3,}|[_*=~#•·|]{1,2}")

_RELATED_HEADING = re.compile(
    r"(?:more (?:from|on|in|about|stories)\b.{0,50}|recommended(?: .{0,30})?|related(?: \w+)?|read (?:more|also|next)"
    r"|(?:most|editors?'?s?) (?:read|popular|viewed|picks?)|trending(?: now)?|latest (?:news|stories)|top stories"
    r"|around the web|sponsored links?)\s*[:…]?",
    re.IGNORECASE,
)
_PLAIN_HEADING = re.compile(
    r"(?:related (?:content|stories|articles|coverage|links|topics|reading)"
    r"|you (?:may|might) also (?:like|be interested in)"
    r"|what to read next|recommended (?:for you|stories|reading|articles)|auch interessant|auch auf [\w.]+\.\w{2,4}"
    r"|das (?:thema )?könnte (?:sie|dich) auch interessieren|lesen sie auch|mehr zum thema|zum thema"
    r"|(?:à )?lire aussi|sur le même sujet|vous aimerez aussi|te puede interesar|lee también|leggi anche)\s*[:…]?",
    re.IGNORECASE,
)
"""Headings that no story has, wherever they stand."""

_IMAGE_LABEL = re.compile(
    r"(?:Image|Media) (?:copyright|source),? .{2,40}? (?:Image )?caption,? ?"
    r"|(?:Image|Media|Video) caption,? |CLOSE(?: |$)"
)
_LINK_LABEL = re.compile(r"(?:[\w.&' -]{1,40}:\s*)?https?://\S+|online:?", re.IGNORECASE)


def furniture(source: str, story: Sequence[Line]) -> Iterator[Cut]:
    """What of these lines is furniture; `story` is the source's lines."""
    for position, line in enumerate(story):
        if _ends_with_links(story, position):
            for other in story[position:]:
                yield whole(source, other, RELATED)
            return
        reason = _reason(line, last=len(story) - position <= _END)
        if reason:
            yield whole(source, line, reason)
            continue
        label = _IMAGE_LABEL.match(line.text)
        if label and label.end() < len(line.text):
            yield head(source, line.start, line.start + label.end(), CAPTION)
        teaser = _TEASER_AT_END.search(line.text)
        if teaser:
            yield tail(source, line.start + teaser.start("teaser"), line.end, FURNITURE)


_END = 4
"""Lines at the end of a story in which a bare web address is no part of it."""

_TEASER_AT_END = re.compile(
    r"[.!?…”\"]\s*(?P<teaser>(?:\[(?:read|continue)[^\]]{0,40}\]|(?:Read|Learn) more(?: …| »| ›|\.\.\.)?))$"
)


def _reason(line: Line, *, last: bool) -> str | None:
    """Why a whole line goes, whatever stands around it; None where it stays."""
    text = line.text
    if _SEPARATOR.fullmatch(text):
        return SEPARATOR
    if len(text) > 400:
        return None
    if _FURNITURE.fullmatch(text):
        return FURNITURE
    if len(text) <= 160 and _DATE_LINE.fullmatch(text):
        return DATE_LINE
    related = _RELATED_LINE.fullmatch(text)
    if (related and not related["link"].endswith((".", '"', "”"))) or _PLAIN_HEADING.fullmatch(text):
        return RELATED
    if _PROMOTION.fullmatch(text):
        return PROMOTION
    if last and len(text) <= 200 and _LINK_LABEL.fullmatch(text):
        return WEB_ADDRESS
    return None


def _ends_with_links(story: Sequence[Line], position: int) -> bool:
    """Whether a heading such as "More from …" opens a list of headlines that lasts to the end.

    The heading has to stand in the last third, and no line after it may be as long as a paragraph: what is read as
    a list of links is at most a tail.
    """
    text = story[position].text
    if len(text) > 80 or not (_RELATED_HEADING.fullmatch(text) or _PLAIN_HEADING.fullmatch(text)):
        return False
    total = sum(len(line.text) for line in story)
    rest = story[position + 1 :]
    following = sum(len(line.text) for line in rest)
    return following * 3 <= total and len(rest) <= 20 and all(len(line.text) <= 160 for line in rest)

"""Page furniture: what a web page prints around every story, recognised by its wording.

Only whole lines go, or a phrase that no story uses; a line that merely mentions such a phrase stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.intake.calendar import DATE, iso_day
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, tail, whole

FURNITURE = "page furniture"
RELATED = "link to other stories"
SEPARATOR = "separator"
PROMOTION = "advertisement for the outlet itself"
DATE_LINE = "date line"
CAPTION = "caption label"
WEB_ADDRESS = "web address"

_PHRASES = frozenset(
    phrase.strip()
    for line in """
        to top | to the top | back to top | back to the top | return to top | return to the top | top of page
        close | menu | search | log in | login | sign in | sign in now | sign up | sign up now | newsletter
        subscribe | subscribe now | follow us | all rights reserved | all rights reserved.
        ad | ads | ad feedback | advertisement | advertisements | (advertisement) | (advertisements)
        advertisement continue reading the main story | anzeige | werbung | publicité | publicidad
        sponsored | sponsored content | promoted | promoted content
        more | show more | learn more | read more | read full story | read full article
        continue reading | continue reading below | scroll to continue | scroll to continue reading
        scroll down to continue | scroll down to continue reading
        share | print | email | e-mail | save | copy link | link copied | link copied! | click to copy
        facebook | twitter | whatsapp | tweet | tweet with a location
        comment | comments | leave a comment | reply
        unsubscribe | view online | view in browser | view this email in your browser | forward to a friend
        update your preferences | manage your preferences | privacy policy | terms of service | terms of use
        related gallery | related video | related image | related images | image gallery
        play video | watch live | watch now | watch video
        listen | listen to article | listen to story | listen to this article | listen to this story
    """.splitlines()
    for phrase in line.split("|")
)
"""Whole lines, in lower case."""

_COUNT = re.compile(
    r"[•·|-]?\s*\d+ (?:(?:second|minute|hour|day|week|month|year)s? ago|comments?|shares?|min(?:ute)?s? read)"
)

_BY_FIRST_WORD = (
    # The words by which a line begins, how it goes on, and why it goes; all in lower case. A pattern is compiled when
    # a line begins so: most articles have none, and compiling all would take longer than cleaning one.
    ("skip jump", r"\w+ to (?:main )?(?:content|navigation)", FURNITURE),
    ("story article", r"\w+ continue[sd] (?:below|after)(?: (?:the )?(?:advertisement|ad|video))?", FURNITURE),
    ("comments kommentare commentaires", r"\w+(?: \w+)?: ?\d+", FURNITURE),
    ("view show hide load post read", r"\w+ (?:all |more |the )?comments", FURNITURE),
    (
        "share",
        r"share (?:this|on|via)(?: (?:page|story|article|post|facebook|twitter|x|whatsapp|linkedin|e-?mail))?",
        FURNITURE,
    ),
    ("reading", r"reading time:? \d+ min(?:ute)?s?", FURNITURE),
    ("© (c) copyright", r"\S+ .{0,100}", FURNITURE),
    ("follow", r"follow us on .{2,40}", FURNITURE),
    ("we this", r"(?:we|this (?:web)?site) uses? cookies.*", FURNITURE),
    ("your", r"your browser does not support.*", FURNITURE),
    ("please", r"please enable javascript.*", FURNITURE),
    ("javascript", r"javascript is (?:disabled|required).*", FURNITURE),
    ("you", r"you can add location information to your tweets,.*", FURNITURE),
    ("starting", r"starting in 1996, alexa internet has been donating their crawl data.*", FURNITURE),
    ("related", r"related (?:content|stories|articles|coverage|links|topics|reading)\s*[:…]?", RELATED),
    ("you", r"you (?:may|might) also (?:like|be interested in)\s*[:…]?", RELATED),
    ("what", r"what to read next\s*[:…]?", RELATED),
    ("recommended", r"recommended (?:for you|stories|reading|articles)\s*[:…]?", RELATED),
    ("auch", r"auch (?:interessant|auf [\w.]+\.\w{2,4})\s*[:…]?", RELATED),
    ("das", r"das (?:thema )?könnte (?:sie|dich) auch interessieren\s*[:…]?", RELATED),
    ("lesen mehr zum", r"(?:lesen sie auch|(?:mehr )?zum thema)\s*[:…]?", RELATED),
    ("à lire sur vous", r"(?:(?:à )?lire aussi|sur le même sujet|vous aimerez aussi)\s*[:…]?", RELATED),
    ("te lee leggi", r"(?:te puede interesar|lee también|leggi anche)\s*[:…]?", RELATED),
    ("read share", r"(?:read or )?share this (?:story|article)\s*:?\s*https?://\S+", PROMOTION),
    (
        "sign",
        r"sign up (?:now |here |today )?(?:for|to) .{0,160}\b(?:newsletter|e-?mail|inbox|updates|alerts)\b.{0,120}",
        PROMOTION,
    ),
    (
        "subscribe",
        r"subscribe (?:now )?(?:to|for) .{0,160}\b(?:newsletter|channel|podcast|inbox|updates|access)\b.{0,120}",
        PROMOTION,
    ),
    ("want get", r"\w+ .{2,120}\b(?:delivered|straight)\b.{0,60}\b(?:inbox|phone)\b.{0,120}", PROMOTION),
    ("download", r"download (?:the|our) .{2,60}\bapp\b.{0,60}", PROMOTION),
    ("for", r"for more on .{2,120}, pick up the (?:new|latest) issue of .{2,80}", PROMOTION),
    (
        "follow like",
        r"\w+ .{2,60} on (?:twitter|facebook|instagram|x|bluesky|threads|mastodon)\b.{0,80}",
        PROMOTION,
    ),
    ("follow", r"follow .{2,60} (?:at )?(?:https?://\S+|@\w+)\.?", PROMOTION),
    ("the", r"the associated press .{4,160} receives support from .{4,200} responsible for all content\.?", PROMOTION),
    ("our", r"our standards: the thomson reuters trust principles\.?(?: opens new tab)?", PROMOTION),
    ("to contact", r"(?:to )?contact the (?:reporter|author|editor)s?\b.{0,160}", PROMOTION),
)
_REACHED = r".{2,60} can be (?:followed|reached) (?:at|on|via) (?:https?://\S+|\S+@\S+|@\w+|twitter\b.{0,40})"

_LISTS_OF_LINKS = (
    ("more", r"more (?:from|on|in|about|stories)\b.{0,50}"),
    ("recommended related", r"recommended(?: .{0,30})?|related(?: \w+)?"),
    ("read", r"read (?:more|also|next)"),
    ("most editor editors editor's editors'", r"\S+ (?:read|popular|viewed|picks?)"),
    ("trending latest top", r"trending(?: now)?|latest (?:news|stories)|top stories"),
    ("around sponsored", r"around the web|sponsored links?"),
)
"""Headings that may also stand in a story."""


def _by_first_word(rows: Sequence[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for words, *rest in rows:
        for word in words.split():
            table.setdefault(word, []).append(tuple(rest))
    return table


_WORDED = _by_first_word(_BY_FIRST_WORD)
_HEADINGS = _by_first_word(_LISTS_OF_LINKS)

_DATE_LINE = (
    r"(?i)(?:(?:(?:first )?published|posted|(?:last )?updated|last modified|date|erschienen|veröffentlicht|stand|publié"
    r"|publicado)(?: (?:on|at|le|am|el))?:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"{DATE}"
    r"(?:\s+(?:[A-Z]{2,5}|GMT[+-]\d+)\b)?"
    r"(?:\s*[|•·,-]?\s*(?:advertisement|updated?.{0,40}))?"
    r"(?:\s*[|•·]\s*(?:by|in|categor|tags?|topics?|view comments|comments|\d+ comments?|kategorie|von)"
    r"[^|•·]{0,60}){0,4}"
)
_LINK_TO_ANOTHER = (
    r"(?:MORE|RELATED(?: [A-Z]+)?|READ MORE|READ ALSO|ALSO READ|SEE ALSO|WATCH(?: MORE)?|ARCHIVE|READ"
    r"|Read more|Read also|Also read|See also|Related|More|Lesen Sie auch|Mehr zum Thema|Lire aussi|Lea también)"
    r"\s*[:>»]\s*.{0,200}"
)
_IMAGE_LABEL = (
    r"(?:Image|Media) (?:copyright|source),? .{2,40}? (?:Image )?caption,? ?"
    r"|(?:Image|Media|Video) caption,? |CLOSE(?: |$)"
)
_LINK_LABEL = r"(?i)(?:[\w.&' -]{1,40}:\s*)?https?://\S+|online:?"
_TEASER_AT_END = (
    r"[.!?…”\"]\s*(?P<teaser>(?:\[(?:read|continue)[^\]]{0,40}\]|(?:Read|Learn) more(?: …| »| ›|\.\.\.)?))$"
)
_TEASERS = ("]", " more", " more …", " more »", " more ›", " more...")
_END = 4
"""Lines at the end of a story in which a bare web address is no part of it."""


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
        if line.text.startswith(("Image ", "Media ", "Video ", "CLOSE")):
            label = re.match(_IMAGE_LABEL, line.text)
            if label and label.end() < len(line.text):
                yield head(source, line.start, line.start + label.end(), CAPTION)
        if line.text.endswith(_TEASERS):
            teaser = re.search(_TEASER_AT_END, line.text)
            if teaser:
                yield tail(source, line.start + teaser.start("teaser"), line.end, FURNITURE)


def _reason(line: Line, *, last: bool) -> str | None:
    """Why a whole line goes, whatever stands around it; None where it stays."""
    text = line.text
    if not text.strip("_*=~#•·-–—+. " if len(text) > 2 else "_*=~#•·|"):
        return SEPARATOR
    if len(text) > 400:
        return None
    folded = text.casefold()
    if folded in _PHRASES or _COUNT.fullmatch(folded):
        return FURNITURE
    first = _first_word(folded)
    for pattern, reason in _WORDED.get(first, ()):
        if re.fullmatch(pattern, folded):
            return reason
    if first in _LINKING and not text.endswith((".", '"', "”")) and re.fullmatch(_LINK_TO_ANOTHER, text):
        return RELATED
    if len(text) <= 160 and iso_day(text) and re.fullmatch(_DATE_LINE, text):
        return DATE_LINE
    if " can be " in folded and re.fullmatch(_REACHED, folded):
        return PROMOTION
    if last and len(text) <= 200 and ("://" in text or first == "online") and re.fullmatch(_LINK_LABEL, text):
        return WEB_ADDRESS
    return None


_LINKING = frozenset(("more", "related", "read", "also", "see", "watch", "archive", "lesen", "mehr", "lire", "lea"))
_FIRST_WORD = re.compile(r"[\w']+|\S+")


def _first_word(folded: str) -> str:
    word = _FIRST_WORD.match(folded)
    return word[0] if word else ""


def _ends_with_links(story: Sequence[Line], position: int) -> bool:
    """Whether a heading such as "More from …" opens a list of headlines that lasts to the end.

    The heading has to stand in the last third, and no line after it may be as long as a paragraph: what is read as
    a list of links is at most a tail.
    """
    text = story[position].text
    if len(text) > 80 or not _heads_links(text.casefold()):
        return False
    total = sum(len(line.text) for line in story)
    rest = story[position + 1 :]
    following = sum(len(line.text) for line in rest)
    return following * 3 <= total and len(rest) <= 20 and all(len(line.text) <= 160 for line in rest)


def _heads_links(folded: str) -> bool:
    first = _first_word(folded)
    if any(reason == RELATED and re.fullmatch(pattern, folded) for pattern, reason in _WORDED.get(first, ())):
        return True
    return any(re.fullmatch(rf"(?:{pattern})\s*[:…]?", folded) for (pattern,) in _HEADINGS.get(first, ()))

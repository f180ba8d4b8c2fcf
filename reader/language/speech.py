"""Who says what: the source, the cue and the content of each statement in English news prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language.cues import ADVERBS, AUXILIARIES, CUES, DOING, HOMOGRAPHS, NOUNS, THINKING
from reader.language.dates import MONTHS, WEEKDAYS
from reader.language.lists import listed
from reader.language.sentences import paragraphs, sentences

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|['’](?:s|ve|d|re)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|as told to|as reported by|as quoted by|citing)\b", re.IGNORECASE
)
_REPORTEDLY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b", re.IGNORECASE)
_COLON = re.compile(r"^(?P<who>(?:[A-Z][\w.'’-]+\s?){1,4})(?P<cue>:)\s+(?=[“\"A-Z])")
_OPENERS = '“"„«'
_DETERMINERS = frozenset(
    listed(
        """
        the a an this that these those his her its their our my your any no some every each such of by for
        """
    )
)
_PRONOUNS = frozenset(
    listed(
        """
        he she they it we i you who which that
        """
    )
)
_BREAKS = frozenset(
    listed(
        """
        but that which who whom whose as when while because after before although though if whether than since until
        so where what how why and or for with in on at by from to about into over of against during
        """
    )
)
_OBJECT = re.compile(r"(?:about|for|on|to|at|of|with)\b", re.IGNORECASE)
DOCUMENTS = frozenset(
    listed(
        """
        letter filing report study statement document documents paper papers poll survey memo lawsuit complaint
        indictment affidavit form release transcript tweet post email records record data figures survey book
        article ruling warrant disclosure manifesto file files website notice pleading motion treaty census review
        analysis research
        """
    )
)
MEDIA = frozenset(
    listed(
        """
        times post news journal herald tribune telegraph guardian mail magazine reuters bbc cnn nbc abc cbs ap afp
        xinhua yonhap variety politico newspaper media outlet tabloid website reporter reporters weekly broadcaster
        reports tmz bloomberg breitbart agency
        """
    )
)
OFFICIALS = frozenset(
    listed(
        """
        official officials source sources spokesman spokeswoman spokesperson police authorities prosecutors
        prosecutor investigators investigator insider insiders doctors doctor surgeons surgeon scientists
        researchers experts expert witnesses witness residents officers aide aides lawmakers critics judges judge
        government ministry department agency office company guard military army court council committee people some
        many group reps rep representative
        """
    )
)

DEEDS = frozenset(DOING.values())
THOUGHTS = frozenset(THINKING.values())


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that somebody is said to say, think or want."""

    start: int
    end: int
    """The content: what is said."""
    source: tuple[int, int] | None
    """Who says it; None where the text does not tell ("allegedly")."""
    cue: tuple[int, int] | None
    """The words that tell it: "said", "according to"; None where it is carried over from the sentence before."""
    verb: str
    """The cue's base form: "say", "deny", "according to"."""
    kind: str
    """The source's rung: "document", "person", "official", "reports"."""
    spoken: bool
    """It reports words or thoughts, not only a deed such as "backed"."""
    sentence: tuple[int, int]
    """The sentence that it stands in."""


@lru_cache(maxsize=256)
def statements(text: str) -> tuple[Statement, ...]:
    """Every statement with its source in an English text, in order."""
    quoted = quotations(text)
    found: list[Statement] = []
    carried: Statement | None = None
    for start, end in sentences(text):
        here = sorted(_sentence(text, start, end, quoted), key=lambda statement: (statement.start, statement.end))
        if here:
            spoken = [statement for statement in here if statement.spoken and statement.source]
            carried = spoken[-1] if spoken else carried
            found.extend(here)
        elif carried is not None and _stands_alone(start, end, quoted):
            follows = Statement(start, end, carried.source, None, carried.verb, carried.kind, True, (start, end))
            found.append(follows)
        else:
            carried = None
    return tuple(found)


@lru_cache(maxsize=256)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of what stands between quotation marks, without the marks; one left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        opened = -1
        for at in range(start, end):
            char = text[at]
            if opened < 0 and (char in "“„«" or (char == '"' and not text[at - 1 : at].isalnum())):
                opened = at + 1
            elif opened >= 0 and char in '”"»':
                if at > opened:
                    found.append((opened, at))
                opened = -1
        if 0 <= opened < end:
            found.append((opened, end))
    return tuple(found)


def covering(text: str, start: int, end: int) -> Statement | None:
    """The statement that a stretch of text lies in or tells: of several, the outermost that is said, then thought."""
    best: tuple[tuple[bool, int, int], Statement] | None = None
    for statement in statements(text):
        if not statement.spoken or statement.sentence[1] <= start or end <= statement.sentence[0]:
            continue
        held = min(end, statement.end) - max(start, statement.start)
        inside = statement.cue is not None and start <= statement.cue[0] and statement.cue[1] <= end
        if held * 2 < end - start and not (inside and held > 0):
            continue
        rank = (statement.verb not in THOUGHTS, statement.end - statement.start, -statement.start)
        if best is None or rank > best[0]:
            best = rank, statement
    return best[1] if best else None


def rung(source: str) -> str:
    """Where a source stands on the ladder: "document", "person", "official" or "reports"."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(source)]
    if not words or words[0] in ("reportedly", "allegedly", "purportedly", "supposedly"):
        return "reports"
    head = re.split(r",|\bwho\b|\bof\b|\bfor\b|\bat\b|\bin\b|\bto\b|\bclose\b|\bfrom\b", source)[0]
    heads = [word.lower() for word in _WORD.findall(head)] or words
    if heads[-1] in DOCUMENTS:
        return "document"
    if heads[-1] in OFFICIALS:
        return "official"
    if heads[-1] in MEDIA:
        return "reports"
    if set(heads) & OFFICIALS and not re.search(r"[a-z]\s+[A-Z][a-z]+\s+[A-Z]", head):
        if re.search(r"(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w'’-]+$", head.strip()) and heads[-1] not in OFFICIALS:
            return "person"
        return "official"
    if words[0] in _PRONOUNS:
        return "person"
    if re.search(r"[A-Z]", head):
        return "person" if not re.match(r"(?:The|the)\s+[A-Z]", head.strip()) else "official"
    return "official"


def _stands_alone(start: int, end: int, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether nearly all of a sentence is quoted."""
    inside = sum(max(0, min(end, close) - max(start, opened)) for opened, close in quoted)
    return inside >= 0.85 * (end - start)


def _inside(at: int, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(opened <= at < close for opened, close in quoted)


def _sentence(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterator[Statement]:
    near = [(opened, close) for opened, close in quoted if opened < end and start < close]
    if colon := _COLON.match(text[start:end]):
        source = (start + colon.start("who"), start + colon.end("who"))
        at = (start + colon.start("cue"), start + colon.end("cue"))
        yield _statement(text, at[1] + 1, end, source, at, "say", (start, end))
    for match in _ACCORDING.finditer(text, start, end):
        if not _inside(match.start(), near):
            named = _after(text, match.end(), end)
            if named:
                content = (start, match.start()) if match.start() - start > end - named[1] else (named[1], end)
                yield _statement(text, *content, named, match.span(), match[0].lower(), (start, end))
    for match in _REPORTEDLY.finditer(text, start, end):
        if not _inside(match.start(), near):
            yield Statement(start, end, None, match.span(), match[0].lower(), "reports", True, (start, end))
    words = [match for match in _WORD.finditer(text, start, end) if not _inside(match.start(), near)]
    last: tuple[int, int] | None = None
    for index, word in enumerate(words):
        low = word[0].lower()
        if low in NOUNS and index and (possessor := _possessor(text, words, index)):
            yield _statement(text, word.end(), end, possessor, word.span(), low, (start, end))
            continue
        if low not in CUES or not _is_verb(text, words, index):
            continue
        by = _source(text, words, index, start, end, near, last)
        if by is None:
            continue
        last = by
        cue = (_cue_start(words, index, by), word.end())
        yield _statement(text, *_content(text, start, end, by, cue), by, cue, CUES[low], (start, end))


def _statement(
    text: str, start: int, end: int, source: tuple[int, int], cue: tuple[int, int], verb: str, sentence: tuple[int, int]
) -> Statement:
    while start < end and text[start] in " ,:;—–-\n":
        start += 1
    while end > start and text[end - 1] in " ,:;—–-\n":
        end -= 1
    return Statement(start, end, source, cue, verb, rung(text[slice(*source)]), verb not in DEEDS, sentence)


def _possessor(text: str, words: Sequence[re.Match[str]], index: int) -> tuple[int, int] | None:
    """Whose claim it is: the name or pronoun before a noun for a statement, where a statement follows."""
    if not re.compile(r"\s(?:that|about|of|to|on|for)\b").match(text, words[index].end()):
        return None
    before = words[index - 1]
    low = before[0].lower()
    if low in ("his", "her", "their", "its"):
        return before.span()
    if low in ("'s", "’s") and index > 1:
        before = words[index - 2]
    elif not low.endswith(("'s", "’s", "s'", "s’")):
        return None
    start = before.start()
    for previous in reversed(words[: words.index(before)]):
        if text[previous.end() : start] == " " and previous[0][0].isupper():
            start = previous.start()
        else:
            break
    return start, words[index - 1].end()


def _is_verb(text: str, words: Sequence[re.Match[str]], index: int) -> bool:
    word = words[index]
    low = word[0].lower()
    before = words[index - 1][0].lower() if index else ""
    adjacent = index > 0 and text[words[index - 1].end() : word.start()].strip() == ""
    if adjacent and (before in _DETERMINERS or (before.endswith(("'s", "’s")) and low in NOUNS)):
        return False
    if (
        adjacent
        and before == "to"
        and (index < 2 or words[index - 2][0].lower() not in ("refused", "declined", "continued", "continues", "went"))
    ):
        return False
    if word[0][0].isupper() and index and not word[0].isupper() and low not in ("said", "says", "told"):
        # A capital inside a sentence is a name, but for headlines, whose every word has one.
        capitals = sum(match[0][0].isupper() for match in words)
        if capitals < 0.7 * len(words):
            return False
    if low in HOMOGRAPHS and not _followed_as_verb(text, word, before if adjacent else ""):
        return False
    if (
        adjacent
        and before in ("would", "could", "will", "should", "must", "might", "may", "shall", "can")
        and low != "say"
    ):
        return False
    if low.endswith("ing") and adjacent and before in ("of", "for", "in", "by", "about", "on"):
        return False
    return not (text[word.end() : word.end() + 1] == "-" or text[word.start() - 1 : word.start()] == "-")


_OBJECT_BEGINS = re.compile(
    r"[\s,:]+(?:that|how|whether|why|what|if|he|she|they|it|his|her|their|the|an?|no|him|them|it’s|it's|there|[“\"‘]|[A-Z])",
    re.ASCII,
)


def _followed_as_verb(text: str, word: re.Match[str], before: str) -> bool:
    """Whether a form that may be a noun has a subject before it or an object behind it, as a verb has."""
    if before in ("he", "she", "they", "it", "we", "i", "who", "which") or before in ADVERBS:
        return True
    return (
        bool(before)
        and _OBJECT_BEGINS.match(text, word.end()) is not None
        and not text[word.end() : word.end() + 2].startswith(".")
    )


def _cue_start(words: Sequence[re.Match[str]], index: int, source: tuple[int, int]) -> int:
    """Auxiliaries and adverbs between the source and the verb belong to the cue."""
    start = words[index].start()
    for word in reversed(words[:index]):
        if word.start() < source[1] or not (
            word[0].lower() in AUXILIARIES or word[0].lower() in ADVERBS or word[0].lower().endswith("ly")
        ):
            break
        start = word.start()
    return start


def _source(
    text: str,
    words: Sequence[re.Match[str]],
    index: int,
    start: int,
    end: int,
    quoted: Sequence[tuple[int, int]],
    last: tuple[int, int] | None,
) -> tuple[int, int] | None:
    word = words[index]
    low = word[0].lower()
    before = text[start : word.start()].rstrip()
    if low.endswith("ing") and not (index and words[index - 1][0].lower() in AUXILIARIES):
        return last or _subject(text, words[:index])
    if before.endswith(("”", '"', ",", "’’", "''")) or not before:
        after = _after(text, word.end(), end)
        quoted_before = before.endswith(("”", '"', "''", "’’"))
        if after and _nominal(text, after, pronoun=quoted_before) and (quoted_before or _closes(text, after[1], end)):
            return after
    return _before(text, words, index, start, quoted) or last or _subject(text, words[:index])


def _closes(text: str, at: int, end: int) -> bool:
    """Whether a source behind its cue ends its clause, so that it is no object."""
    return (
        at >= end - 1
        or text[at] in ",.;:"
        or re.compile(r"\s(?:of|for|at|in|on|who|and|from|with|to)\b").match(text, at) is not None
    )


def _nominal(text: str, span: tuple[int, int], *, pronoun: bool) -> bool:
    """Whether a stretch behind a cue can be its subject: a name, a pronoun, or a noun phrase with its article."""
    found = [match[0] for match in _WORD.finditer(text, *span)]
    if not found or any(word.lower() in AUXILIARIES and word.lower() not in ("'s", "’s") for word in found):
        return False
    word, low = found[0], found[0].lower()
    if low in ("he", "she", "they", "it", "we", "i"):
        return pronoun and len(found) == 1
    if low in WEEKDAYS or low in MONTHS:
        return False
    if (word[0].isupper() and low not in ("that", "the")) or low in (
        "the",
        "a",
        "an",
        "one",
        "another",
        "two",
        "some",
        "his",
        "her",
    ):
        return True
    return low in OFFICIALS or low in DOCUMENTS


_STOP = re.compile(
    r"[.;:!?]\s|[.;:!?]$|[“\"”()—–\n]|,\s|\s(?:on|in|at|during|after|before|when|while|as|that|who|which|and|told|said|saying|adding|to|by|told|later|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_ABBREVIATED = re.compile(
    r"(?:^|\s|\b)(?:Lt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Col|Sgt|Rev|Maj|Det|Prof|Capt|Cmdr|St|U\.S|[A-Z])$"
)


def _after(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at an offset, up to a comma, a full stop or the next phrase."""
    while at < end and text[at] in " \n,":
        at += 1
    stop = end
    for match in _STOP.finditer(text, at, end):
        if match.start() == at or (match[0][0] == "." and _ABBREVIATED.search(text, at, match.start())):
            continue
        if (
            match[0].strip() == "and"
            and re.compile(r"[A-Z]").match(text, match.end() + 1)
            and text[match.start() - 1].isalpha()
        ):
            continue
        stop = match.start()
        break
    while stop > at and text[stop - 1] in " .,\n":
        stop -= 1
    return (at, stop) if stop > at else None


def _before(
    text: str, words: Sequence[re.Match[str]], index: int, start: int, quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The noun phrase that ends before a cue, with the apposition or relative clause set off by commas behind it."""
    at = index - 1
    while at >= 0 and (
        words[at][0].lower() in AUXILIARIES
        or words[at][0].lower() in ADVERBS
        or (words[at][0].lower().endswith("ly") and words[at][0].islower())
    ):
        at -= 1
    if at < 0:
        return None
    final = words[at]
    if final[0].lower() in ("who", "which"):
        return final.span()
    if final[0].lower() in _BREAKS:
        return None
    gap = text[final.end() : words[at + 1].start()]
    closed = final.end()
    if "," in gap or ")" in gap:
        # "Ko Min-jung, Moon's spokeswoman, told": the name stands before the comma that opens the apposition.
        opened = re.compile(r".*(?:,|\()\s", re.DOTALL).match(text, start, max(start, final.start() - 1))
        phrase = text[opened.end() : final.end()] if opened else ""
        if not opened or len(phrase) > 140:
            return None
        closed = final.end() + 1
        before = [word for word in words[:at] if word.end() <= opened.end()]
        if not before:
            return None
        at = len(before) - 1
    begin = words[at].start()
    if any(text[close : close + 1] in '”"' and begin <= close <= closed for _, close in quoted):
        return None
    while at > 0:
        previous = words[at - 1]
        between = text[previous.end() : words[at].start()]
        low = previous[0].lower()
        if between.strip() and between.strip() not in (".", "'", "’"):
            break
        if "." in between and not _ABBREVIATED.search(text, start, previous.end()):
            break
        if low == "and" and words[at][0][0].isupper() and at > 1 and words[at - 2][0][0].isupper():
            at -= 1
            begin = words[at - 1].start()
            continue
        if (
            low in ("of", "for", "at", "in", "from", "with", "to", "by", "on")
            and at > 1
            and words[at - 2][0].lower() not in CUES
            and not words[at - 2][0].lower().endswith("ly")
            and low in ("of", "for", "at", "from", "in", "with")
        ):
            at -= 1
            begin = words[at].start()
            continue
        if low in _BREAKS or low in AUXILIARIES or (low in CUES and not previous[0][0].isupper()):
            break
        at -= 1
        begin = words[at].start()
    first = next(word for word in words if word.start() >= begin)
    if first[0].lower() in ("of", "for", "at", "in", "from", "with"):
        begin = words[words.index(first) + 1].start()
    return (begin, closed) if text[begin:closed].strip() else None


def _subject(text: str, words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """The first name or pronoun of a sentence: the subject of a participle or of a second verb."""
    for index, word in enumerate(words):
        low = word[0].lower()
        if low in ("he", "she", "they", "it", "we", "i"):
            return word.span()
        if (word[0][0].isupper() and low not in _BREAKS and low not in _DETERMINERS) or low in OFFICIALS:
            end = word.end()
            for following in words[index + 1 :]:
                if text[end : following.start()] in (" ", ". ") and following[0][0].isupper():
                    end = following.end()
                else:
                    break
            return word.start(), end
    return None


def _content(text: str, start: int, end: int, source: tuple[int, int], cue: tuple[int, int]) -> tuple[int, int]:
    """What is said: the longer side of the sentence, or what follows the verb where its source stands before it."""
    low, high = min(source[0], cue[0]), max(source[1], cue[1])
    before, after = low - start, end - high
    if source[0] < cue[0] and after > 3:
        opening = text[start:low].rstrip()
        return (start, low) if opening.endswith(("”", '"', ",")) and before > after else (high, end)
    return (start, low) if before >= min(after, 12) else (high, end)

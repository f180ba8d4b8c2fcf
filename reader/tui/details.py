"""What the panel says of a stop: what differs, its members one under another with words marked, evidence, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rich.cells import cell_len
from textual.content import Content

from reader.model import Span
from reader.tui.ink import Stroke
from reader.tui.lines import LineTable, blocks
from reader.tui.lineup import cut
from reader.tui.reading import Reading
from reader.tui.stops import AMID, SIGNS, Stop
from reader.tui.wording import MARK_NAMES, count, kinds, support, sure, values, where

_STYLES = {
    "agreement": "$agreement",
    "doubtful": "bold",
    "difference": "$difference",
    "unique": "$unique",
    "shared": "underline",
    "different": "bold",
    "only": "italic",
    "quiet": "$quiet",
    "strong": "bold",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the panel: a label at the left, a text that wraps beside it."""

    label: str
    text: str
    layer: str = "quiet"
    """How the label is drawn."""
    strokes: tuple[Stroke, ...] = field(default=())
    """How stretches of the text are drawn."""


_BLANK = Row("", "")

_BAR = 8
"""Cells of the strongest reason's bar."""


@lru_cache(maxsize=64)
def words(members: tuple[Span, ...]) -> Mapping[Span, tuple[Stroke, ...]]:
    """For each member, the words to mark, as offsets into itself: those that differ and those that only it has.

    Where most words differ, marking them would only make it loud; there the words that are shared are marked instead.
    It is the same for all members, since nobody would read two such languages side by side.
    """
    if len(members) < 2:
        return {}
    # Imported on the first step, or by the thread that waits for the comparison: the first picture does not need it.
    from reader.compare.marks import word_marks

    found = word_marks([member.text for member in members])
    cells = Counter[bool]()
    for mark in (mark for marks in found for mark in marks):
        cells[mark.kind == "shared"] += mark.end - mark.start
    most_differ = cells[False] > cells[True]
    return {
        member: tuple(
            Stroke(mark.start, mark.end, mark.kind) for mark in marks if (mark.kind == "shared") == most_differ
        )
        for member, marks in zip(members, found, strict=True)
    }


def compact(reading: Reading, stop: Stop, lines: int) -> list[Row]:
    """What differs, then who says it how: what fits is shown, the most telling first.

    A single line has no room for what the status line says too.
    """
    if lines == 1:
        others = [
            row
            for row, member in zip(members(reading, stop), stop.members, strict=True)
            if member.article != reading.cursor.article
        ]
        return [*differences(reading, stop), *others, summary(reading, stop)][:1]
    return [summary(reading, stop), *differences(reading, stop), *members(reading, stop)]


def whole(reading: Reading, stop: Stop) -> list[Row]:
    """Everything that is known of a stop but why its passages were aligned."""
    rows = [summary(reading, stop), *explained(reading, stop), _BLANK]
    rows += [*members(reading, stop, places=True), *own_details(reading, stop), *styles(reading, stop)]
    shared = origins(reading, stop)
    noted = notes(reading, stop)
    return rows + ([_BLANK, *shared] if shared else []) + ([_BLANK, *noted] if noted else [])


def why(reading: Reading, stop: Stop) -> list[Row]:
    """Why its passages were aligned, the strongest reason first, and how far that can be trusted."""
    alignment = stop.alignment
    if alignment is None:
        return [summary(reading, stop), _BLANK, Row("  why", "No other article has a passage that was found to match.")]
    reasons = sorted(alignment.evidence, key=lambda reason: -abs(reason.weight))
    most = max((abs(reason.weight) for reason in reasons), default=1) or 1
    rows = [summary(reading, stop), _BLANK]
    for reason in reasons:
        bar = "━" * max(1, round(_BAR * abs(reason.weight) / most))
        layer = "agreement" if reason.weight >= 0 else "difference"
        text = f"{bar:<{_BAR}}  {reason.text}"
        rows.append(
            Row(f"  {'+' if reason.weight >= 0 else '−'} {reason.kind}", text, layer, (Stroke(0, _BAR, layer),))
        )
    if not reasons:
        rows.append(Row("  why", "No reasons were kept for this alignment."))
    share = alignment.percent
    trust = f"{share} %: of alignments that are as sure as this one, about {share} in 100 are right."
    return [*rows, _BLANK, Row("  how sure", "You have confirmed it." if alignment.confirmed else trust)]


def summary(reading: Reading, stop: Stop) -> Row:
    """What kind of stop it is, who has it, and how sure it is."""
    label = f"{SIGNS[stop.mark]} {MARK_NAMES[stop.mark]}"
    noted = len(reading.notes_on(stop))
    told = count(noted, "note") if noted else ""
    if stop.alignment is None:
        return Row(label, " · ".join(filter(None, (f"{reading.article.outlet} alone reports this", told))), stop.mark)
    parts = [kinds(stop.alignment), support(stop, reading), sure(stop.alignment)]
    if stop.alignment.scope == "background":
        parts.append("background")
    return Row(label, " · ".join(part for part in (*parts, told) if part), stop.mark)


def differences(reading: Reading, stop: Stop) -> list[Row]:
    """One row for each difference but mere wording: its kind, what each outlet gives, and what that means."""
    rows = []
    for difference in stop.differences:
        if difference.merely_worded:
            continue
        given = values(difference, reading.ids)
        text = f"{given}   {difference.verdict}"
        strokes = (Stroke(0, len(given), "strong"), Stroke(len(given), len(text), "quiet"))
        rows.append(Row(f"  {difference.kind}", text, "difference", strokes))
    return rows


def explained(reading: Reading, stop: Stop) -> list[Row]:
    """The same with mere wording, which needs no reason, and the reason of others on a row of its own."""
    rows = []
    for difference in stop.differences:
        given = values(difference, reading.ids)
        rows.append(Row(f"  {difference.kind}", given, "difference", (Stroke(0, len(given), "strong"),)))
        if not difference.merely_worded:
            meaning = f"{difference.verdict}: {difference.reason}"
            rows.append(Row("", meaning, strokes=(Stroke(0, len(meaning), "quiet"),)))
    return rows


def members(reading: Reading, stop: Stop, places: bool = False) -> list[Row]:
    """One row for each passage, with the words marked that the others do not have; `places` adds where it stands."""
    marked = words(stop.members)
    rows = []
    for member in stop.members:
        flat, strokes = flattened(member.text, marked.get(member, ()), AMID if member in stop.amid else "")
        rows.append(Row(f"  {_outlet(reading, member, places)}", flat, "quiet", strokes))
    return rows


def own_details(reading: Reading, stop: Stop) -> list[Row]:
    """What one outlet alone has, inside its passage."""
    if stop.alignment is None:
        return []
    return [
        Row(f"  + {reading.ids.index(detail.article) + 1} only here", " ".join(detail.text.split()), "unique")
        for detail in reading.all.unique
        if detail.alignment == stop.id and detail.article in reading.ids
    ]


def styles(reading: Reading, stop: Stop) -> list[Row]:
    """What its passages print in two styles and mean as one."""
    from reader.compare.styles import variants

    return [
        Row(
            "  in style alone",
            " · ".join(f"{reading.ids.index(value.article) + 1} {value.text}" for value in each.values),
        )
        for each in (variants(stop.alignment.members) if stop.alignment else ())
        if all(value.article in reading.ids for value in each.values)
    ]


def origins(reading: Reading, stop: Stop) -> list[Row]:
    """The sources that several of its articles share: these are one witness."""
    rows = []
    for origin in reading.all.origins:
        columns = [
            str(number)
            for number, id in enumerate(reading.ids, 1)
            if id in origin.articles and any(member.article == id for member in stop.members)
        ]
        if len(columns) > 1:
            rows.append(Row("  one origin", f"{origin.label} ({', '.join(columns)})", "quiet"))
    return rows


def _outlet(reading: Reading, member: Span, place: bool) -> str:
    article = reading.all.article(member.article)
    number = reading.ids.index(member.article) + 1
    # A long name must not push out the place.
    return (
        f"{number} {cut(article.outlet, 18)} {where(article, member.start)}" if place else f"{number} {article.outlet}"
    )


def notes(reading: Reading, stop: Stop) -> list[Row]:
    """The reader's notes on it, each with its status and tags, and what befell its place."""
    rows = []
    for entry in reading.notes_on(stop):
        note = entry.note
        about = [f"on the {note.kind}" if note.kind else "", note.status if note.status != "open" else ""]
        about += [f"#{tag}" for tag in note.tags]
        aside = ", ".join(part for part in (*about, entry.explanation) if part)
        text = f"{note.body}   {aside}" if aside else note.body
        rows.append(Row("• note", text, "strong", (Stroke(len(note.body), len(text), "quiet"),)))
    return rows


def flattened(text: str, strokes: Iterable[Stroke], before: str = "") -> tuple[str, tuple[Stroke, ...]]:
    """A passage on one line after some sign: each line break becomes a space, so that offsets only move."""
    by = len(before)
    moved = tuple(Stroke(stroke.start + by, stroke.end + by, stroke.layer) for stroke in strokes)
    return before + "".join(" " if character.isspace() else character for character in text), moved


def lay_out(rows: Sequence[Row], width: int, most: int | None = None) -> Content:
    """Rows as lines of a width; with `most`, so many lines at most: one for each row and, where there is room, more."""
    label_width = min(max((cell_len(row.label) for row in rows), default=0) + 2, max(12, width * 3 // 10))
    drawn = [_lines(row, label_width, width - label_width - 2) for row in rows[:most]]
    if most is not None:
        spare = max(0, most - len(drawn))
        for place, lines in enumerate(drawn):
            shown = lines[: 1 + spare]
            spare -= len(shown) - 1
            if len(shown) < len(lines):
                shown[-1] = Content.assemble(shown[-1], ("…", "$quiet"))
            drawn[place] = shown
    return Content("\n").join(line for lines in drawn for line in lines)


def _lines(row: Row, label_width: int, room: int) -> list[Content]:
    label = cut(row.label, label_width - 1)
    label = label + " " * (label_width - cell_len(label))
    table = LineTable(row.text, blocks(row.text), max(8, room))
    lines: list[Content] = []
    for index in range(len(table.blocks)):
        for line in range(len(table.breaks[index])):
            start, end = table.bounds(index, line)
            piece = Content(row.text[start:end])
            for stroke in row.strokes:
                if stroke.start < end and start < stroke.end:
                    style = _STYLES.get(stroke.layer, "")
                    piece = piece.stylize(style, max(stroke.start, start) - start, min(stroke.end, end) - start)
            lines.append(Content.assemble(" ", (label if not lines else " " * label_width, _STYLES[row.layer]), piece))
    return lines or [Content.assemble(" ", (label, _STYLES[row.layer]))]

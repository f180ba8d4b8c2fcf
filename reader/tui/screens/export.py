"""Exporting: a format, a file and what is left out, with the beginning of what would be written below."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.export import FORMATS, Format, format_of, renamed, render, save, written
from reader.export.files import named, stands
from reader.tui.commands import EXPORT
from reader.tui.moving import Moving
from reader.tui.reading import Reading
from reader.tui.screens.commanded import CommandScreen
from reader.tui.screens.room import Room
from reader.tui.wording import headline

_SHOWN = 200
"""Lines of what would be written that are shown."""
_LONGEST = 1000
"""Characters of one of them."""
_HINTS = (
    ("export-format", "another format"),
    ("export-filter", "filters"),
    ("down", "scrolls"),
    ("leave", "leaves"),
)
_STYLE = re.compile("(<style>).*?(</style>)", re.DOTALL)


class ExportScreen(Moving, CommandScreen[str | None], ModalScreen[str | None]):
    """Returns what to tell: where it was written; None where nothing was."""

    place: ClassVar[str] = EXPORT
    DEFAULT_CSS = """
    ExportScreen { background: $background; }
    ExportScreen Vertical { background: $background; }
    ExportScreen Static { color: $foreground; height: auto; background: $background; padding: 0 1; }
    ExportScreen Input, ExportScreen Input:focus { height: 1; border: none; padding: 0 1; margin: 1 0;
        background: $background; color: $foreground; text-style: bold; }
    ExportScreen VerticalScroll { border-top: solid $line; border-bottom: solid $line; background: $background;
        scrollbar-size-vertical: 1; height: 1fr; }
    ExportScreen.low Input, ExportScreen.low Input:focus { margin: 0; }
    """

    def __init__(self, reading: Reading, room: Room) -> None:
        super().__init__()
        self._reading = reading
        self._room = room
        self._agreed: Path | None = None
        """The existing file that may be replaced."""
        self._text = ""
        """What is to be written, as it was made for the format and the filters."""
        self._form: Format | None = None
        self._problem = ""
        """Why the file that is there cannot be replaced."""

    def compose(self) -> ComposeResult:
        """The formats, the name of the file, what would be written, and the keys."""
        with Vertical():
            yield Static(id="forms", markup=False)
            yield Input(f"{_slug(headline(self._reading))}.md", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="preview", markup=False)
            yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one(Input).focus()
        self._take_form()

    def on_resize(self) -> None:
        """Low terminals have no line for air."""
        self.set_class(self.app.size.height < 30, "low")

    @property
    def _path(self) -> Path:
        return named(self.query_one(Input).value)

    def _take_form(self, anew: bool = False) -> None:
        """Make the text for the format that the name means, where it is another one, and show what would be written."""
        form = format_of(self._path)
        if form is not None and (anew or form != self._form):
            reading = self._reading
            notes = [entry.note for entry in reading.notebook.attached]
            self._text = render(reading.all, notes, form.name, reading.selection, headline(reading))
            self.query_one(VerticalScroll).scroll_home(animate=False)
        self._form = form
        self._show()

    def _show(self, told: str = "") -> None:
        self.query_one("#forms", Static).update(self._forms())
        preview = self._problem = ""
        try:
            if self._form is not None:
                preview = _beginning(written(self._path, self._text, self._form.name))
        except ReaderError as error:
            self._problem = told = str(error)
        self.query_one("#preview", Static).update(Content(preview))
        keys = ", ".join(("Enter writes it", *self.rashomon.key_map.hints(_HINTS, typed=True)))
        self.query_one("#told", Static).update(Content.styled(told or keys, "bold $difference" if told else "$quiet"))

    def _forms(self) -> Content:
        pieces: list[Content | tuple[str, str] | str] = [("Export as", "bold $accent")]
        for form in FORMATS.values():
            pieces += ["  ", (form.name, "bold $accent" if form == self._form else "$quiet")]
        help_text = self._form.help if self._form else "the end of the name says the format"
        hidden = self._reading.hidden_in_all
        about = f"{help_text}; without {hidden}" if hidden else help_text
        return Content.assemble(*pieces, "\n", (about, "$quiet"))

    def do_export_format(self) -> None:
        """The next format."""
        self._turn(1)

    def do_export_format_before(self) -> None:
        """The format before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        """Another format: the end of the name follows it."""
        line = self.query_one(Input)
        names = list(FORMATS)
        chosen = names.index(self._form.name) + by if self._form else 0
        line.value = str(renamed(Path(line.value or "comparison"), FORMATS[names[chosen % len(names)]]))
        line.cursor_position = len(line.value)

    def do_export_filter(self) -> None:
        """Choose what is left out, here and in the views."""
        from reader.tui.screens.filter import FilterScreen

        def applied() -> None:
            self._room.rebuild()
            self._take_form(anew=True)

        self.app.push_screen(FilterScreen(self._reading, applied))

    def move(self, by: int) -> None:
        """See more of what would be written."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    @property
    def page(self) -> int:
        """Lines in sight but one."""
        return max(1, self.query_one(VerticalScroll).size.height - 1)

    @property
    def length(self) -> int:
        """Lines that are shown."""
        return _SHOWN

    def on_input_changed(self) -> None:
        """Another name may mean another format."""
        self._agreed = None
        self._take_form()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it; a file that is there already takes a second Enter."""
        event.stop()
        path = self._path
        if self._form is None:
            ends = ", ".join(form.suffix for form in FORMATS.values())
            self._show(f"End the name with one of {ends}.")
        elif self._problem:
            self._show(self._problem)
        else:
            try:
                if stands(path) and path != self._agreed:
                    self._agreed = path
                    self._show(f"'{path}' exists. Enter again replaces it.")
                    return
                save(path, self._text, self._form.name)
            except ReaderError as error:
                self._show(str(error))
            else:
                self.dismiss(f"Written to {path}.")

    def do_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def _beginning(text: str) -> str:
    """As much of a text as anybody looks at, without the style sheet of a page."""
    text = _STYLE.sub(r"\1…\2", text, count=1)
    lines = [line[:_LONGEST] for line in islice(text.splitlines(), _SHOWN + 1)]
    return "\n".join(lines if len(lines) <= _SHOWN else [*lines[:-1], "…"])


def _slug(title: str) -> str:
    """A file name that a shell does not stumble over."""
    return re.sub(r"[^\w-]+", "-", title.casefold()).strip("-")[:60] or "comparison"

"""Asking for one line: a question at the foot of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class AskScreen(ModalScreen[str | None]):
    """Returns what was typed; None where the reader thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]
    DEFAULT_CSS = """
    AskScreen { align: center bottom; background: transparent; }
    AskScreen Vertical { height: auto; border-top: solid $accent; background: $background; padding: 0 1; }
    AskScreen Static { color: $quiet; height: auto; background: $background; }
    AskScreen Input, AskScreen Input:focus { height: 1; border: none; padding: 0;
        background: $background; color: $foreground; }
    """

    def __init__(self, question: str, explanation: str, text: str = "") -> None:
        super().__init__()
        self._question, self._explanation, self._text = question, explanation, text

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical():
            yield Static(Content.assemble((self._question, "bold $accent"), "   ", self._explanation), markup=False)
            yield Input(self._text, compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answered."""
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Not answered."""
        self.dismiss(None)

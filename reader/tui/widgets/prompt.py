"""The prompt in place of the status line, for what is typed on one line."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label


class Prompt(Widget):
    """A sign, a line to type on, and what came of it so far."""

    DEFAULT_CSS = """
    Prompt { height: 1; layout: horizontal; background: $background; display: none; }
    Prompt.open { display: block; }
    Prompt Label { width: auto; padding: 0 1; color: $accent; text-style: bold; }
    Prompt #told { color: $quiet; text-style: none; }
    Prompt Input { width: 1fr; height: 1; border: none; padding: 0; background: $background; color: $foreground; }
    Prompt Input:focus { border: none; background: $background; }
    """

    @dataclass
    class Typed(Message):
        """The text has changed."""

        prompt: Prompt
        text: str

    @dataclass
    class Entered(Message):
        """The text is finished."""

        text: str

    @dataclass
    class Left(Message):
        """The reader thought better of it."""

    def compose(self) -> ComposeResult:
        """Sign, line, answer."""
        yield Label("", id="sign", markup=False)
        yield Input(compact=True)
        yield Label("", id="told", markup=False)

    def ask(self, sign: str, text: str = "") -> None:
        """Open it."""
        self.add_class("open")
        self.query_one("#sign", Label).update(sign)
        self.tell("")
        line = self.query_one(Input)
        line.value = text
        line.focus()

    def tell(self, text: str) -> None:
        """Answer what is typed."""
        self.query_one("#told", Label).update(text)

    def close(self) -> None:
        """Close it."""
        self.remove_class("open")
        self.screen.set_focus(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        if self.has_class("open"):
            self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell the screen."""
        event.stop()
        self.close()
        self.post_message(self.Entered(event.value))

    def on_key(self, event: events.Key) -> None:
        """Escape leaves."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.close()
            self.post_message(self.Left())

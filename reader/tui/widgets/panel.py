"""The panel under the views: the current stop in a few lines or, grown, in full."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.tui.details import compact, lay_out, whole, why
from reader.tui.moving import Moving
from reader.tui.reading import Reading


class Panel(Moving, VerticalScroll, can_focus=False):
    """What is known of the current stop."""

    DEFAULT_CSS = """
    Panel { height: 7; border-top: solid $line; background: $background; scrollbar-size: 0 0; overflow: hidden; }
    Panel.grown { height: 50%; overflow-y: auto; scrollbar-size-vertical: 1; }
    Panel.grown Static { height: auto; }
    Panel Static { width: 1fr; height: 1fr; color: $foreground; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines = 6
        """Lines while it is small."""
        self.why = False
        """Whether it tells why, while it is grown."""
        self._said: Content | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    @property
    def grown(self) -> bool:
        """Whether everything is shown."""
        return self.has_class("grown")

    def grow(self, grown: bool, why: bool = False) -> None:
        """Show everything, or why the passages were aligned, or a few lines."""
        self.why = grown and why
        self.set_class(grown, "grown")
        self.scroll_home(animate=False)

    def move(self, by: int) -> None:
        """Scroll while it is grown."""
        self.scroll_relative(y=by, animate=False)

    @property
    def page(self) -> int:
        """Lines in sight but one."""
        return max(1, self.size.height - 1)

    @property
    def length(self) -> int:
        """Lines of all that is told."""
        return self.virtual_size.height

    def resize(self, lines: int) -> None:
        """So many lines while it is small; none hides it then."""
        self.lines = lines
        self._fit()

    def _fit(self) -> None:
        self.display = self.grown or self.lines > 0
        self.styles.height = None if self.grown else self.lines + 1

    def show(self, reading: Reading, hint: str) -> None:
        """Tell of the current stop; `hint` is said while there is none."""
        stop = reading.stop
        self._fit()
        text = self.query_one(Static)
        width = self.size.width or self.app.size.width
        if stop is None:
            said = Content.styled(f" {hint}", "$quiet")
        elif self.grown:
            said = lay_out((why if self.why else whole)(reading, stop), width - 1)
        else:
            said = lay_out(compact(reading, stop, self.lines), width, self.lines)
        if said != self._said:
            self._said = said
            # Only the grown panel's height depends on its text; laying out the screen again would double a step.
            text.update(said, layout=self.grown)

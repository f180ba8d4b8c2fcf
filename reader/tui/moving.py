"""Moving up and down: in a list by rows, in a text by lines."""

from __future__ import annotations


class Moving:
    """Does the commands that move, for whoever says what a step, a page and the whole are."""

    def move(self, by: int) -> None:
        """Go down by so many rows or lines, or up where negative, as far as there are any."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """Rows or lines of a page."""
        raise NotImplementedError

    @property
    def length(self) -> int:
        """Rows or lines of the whole."""
        raise NotImplementedError

    def do_down(self, count: int = 1) -> None:
        """Down by rows or lines."""
        self.move(count)

    def do_up(self, count: int = 1) -> None:
        """Up by rows or lines."""
        self.move(-count)

    def do_half_down(self, count: int = 1) -> None:
        """Down by half pages."""
        self.move(max(1, count * self.page // 2))

    def do_half_up(self, count: int = 1) -> None:
        """Up by half pages."""
        self.move(-max(1, count * self.page // 2))

    def do_page_down(self, count: int = 1) -> None:
        """Down by pages."""
        self.move(count * self.page)

    def do_page_up(self, count: int = 1) -> None:
        """Up by pages."""
        self.move(-count * self.page)

    def do_top(self) -> None:
        """To the beginning."""
        self.move(-self.length)

    def do_bottom(self) -> None:
        """To the end."""
        self.move(self.length)

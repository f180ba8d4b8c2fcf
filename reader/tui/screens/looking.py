"""Looking: what was removed from an article, and what views have to say."""

from __future__ import annotations

from reader.tui.screens.room import Room
from reader.tui.views.view import View


class Looking(Room):
    """The part of the reading room that changes what is seen of a reading."""

    def on_view_said(self, message: View.Said) -> None:
        """A view has done something that is not seen at once."""
        self.tell(message.text)

    def do_removed(self) -> None:
        """What intake took out of the article in use."""
        from reader.tui.screens.page import PageScreen, titled

        article = self.reading.article
        if not article.removed:
            self.tell(f"Nothing was removed from {article.outlet}.")
            return
        pieces = [f"{piece.reason}:\n{piece.text.strip()}" for piece in article.removed if piece.text.strip()]
        closing = f"{self.rashomon.key_map.hint('quit')} closes this page."
        title = f"Removed from {article.outlet}, in the order of the source"
        self.app.push_screen(PageScreen(titled(title, "\n\n".join(pieces), closing)))

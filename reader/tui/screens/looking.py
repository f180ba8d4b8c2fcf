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
        """What intake took out of the article in use, to be put back where the reader wants it."""
        from reader.intake.restoring import shown
        from reader.tui.screens.removed import RemovedScreen

        restoration, article = self.reading.restoration, self.reading.article
        if not any(shown(piece) for piece in restoration.original(article.id).removed):
            self.tell(f"Nothing was removed from {article.outlet}.")
            return
        before = restoration.wanted(article.id)

        def closed(_: None) -> None:
            if restoration.wanted(article.id) != before:
                self.realign()

        self.app.push_screen(RemovedScreen(restoration, article.id), closed)

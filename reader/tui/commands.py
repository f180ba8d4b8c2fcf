"""The one table of commands: bindings, palette, help, `rashomon keys` and the README's key table are made from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a reader can ask of the app."""

    id: str
    """Its name in the configuration; the method that does it is `do_` and this, with underscores."""
    keys: tuple[str, ...]
    """Default keys in the notation of `reader.tui.keys`; the first is the one that hints show."""
    title: str
    """A few words for the palette."""
    help: str
    """What it does, in one line."""
    section: str
    """Under which heading the help lists it."""
    counted: bool = False
    """Whether a count before it ("3n") is handed to its method."""
    lettered: bool = False
    """Whether the next key is handed to its method: the name of a mark."""

    @property
    def place(self) -> str:
        """Where alone its keys hold, and before those that hold everywhere; empty where they hold everywhere."""
        return self.section if self.section in PLACES else ""

    @property
    def method(self) -> str:
        """The name of the method that does it, on a view, a screen or the app."""
        return f"do_{self.id.replace('-', '_')}"


MOVE, WALK, LOOK = "Scrolling", "From passage to passage", "Looking"
CORRECT, KEEP, APP = "Correcting", "Keeping", "The app"
FILTER, NOTES, EXPORT = "In the filter", "In the list of notes", "In the export"
PLACES = (FILTER, NOTES, EXPORT)
"""Sections of commands with keys of their own, which mean something else elsewhere."""
TYPED = (EXPORT,)
"""Those in which a line is being typed: only keys for which it has no use are commands there."""


def _counted(id: str, keys: tuple[str, ...], title: str, help: str, section: str) -> Command:
    return Command(id, keys, title, help, section, counted=True)


COMMANDS = (
    _counted("down", ("j", "down"), "Scroll down", "scroll down by a line", MOVE),
    _counted("up", ("k", "up"), "Scroll up", "scroll up by a line", MOVE),
    _counted("half-down", ("d",), "Half a page down", "scroll down by half a page", MOVE),
    _counted("half-up", ("u",), "Half a page up", "scroll up by half a page", MOVE),
    _counted("page-down", ("space", "pagedown"), "Page down", "scroll down by a page", MOVE),
    _counted("page-up", ("b", "pageup"), "Page up", "scroll up by a page", MOVE),
    Command("top", ("g", "home"), "To the top", "go to the beginning", MOVE),
    Command("bottom", ("G", "end"), "To the end", "go to the end", MOVE),
    _counted("left", ("h", "left", "shift+tab"), "Column to the left", "go to the column on the left", MOVE),
    _counted("right", ("l", "right", "tab"), "Column to the right", "go to the column on the right", MOVE),
    Command("column", tuple("123456789"), "Column by number", "go to the column of that number", MOVE),
    _counted("next", ("n",), "Next alignment", "next alignment; while searching, next match", WALK),
    _counted("previous", ("N",), "Previous alignment", "previous alignment or match", WALK),
    _counted("next-difference", ("]d",), "Next difference", "next difference", WALK),
    _counted("previous-difference", ("[d",), "Previous difference", "previous difference", WALK),
    _counted("next-unique", ("]u",), "Next unique detail", "next detail that one article alone has", WALK),
    _counted("previous-unique", ("[u",), "Previous unique detail", "previous unique detail", WALK),
    _counted("next-agreement", ("]a",), "Next agreement", "next agreement", WALK),
    _counted("previous-agreement", ("[a",), "Previous agreement", "previous agreement", WALK),
    _counted("next-figure", ("]#",), "Next number or date", "next differing number or date", WALK),
    _counted("previous-figure", ("[#",), "Previous number or date", "previous differing number or date", WALK),
    _counted("next-voice", (']"',), "Next attribution or quotation", "next differing attribution or quotation", WALK),
    _counted("previous-voice", ('["',), "Previous attribution or quotation", "previous of these", WALK),
    _counted("next-doubtful", ("]?",), "Next doubtful agreement", "next agreement that may be none", WALK),
    _counted("previous-doubtful", ("[?",), "Previous doubtful agreement", "previous of these", WALK),
    _counted("next-passage", (")",), "Next passage", "next sentence of this article, aligned or not", WALK),
    _counted("previous-passage", ("(",), "Previous passage", "previous sentence of this article", WALK),
    _counted("back", ("ctrl+o", "[j"), "Back to where you were", "back through the places you jumped from", WALK),
    _counted("forward", ("ctrl+i", "]j"), "Forward again", "forward again through these places", WALK),
    _counted("next-member", (";",), "Next passage here", "next passage of this alignment in this column", WALK),
    Command("search", ("/",), "Search", "search all articles", WALK),
    Command("mark", ("m",), "Mark this place", "mark this place with a letter", WALK, lettered=True),
    Command("go-to-mark", ("'",), "Go to a mark", "go to the place of that letter", WALK, lettered=True),
    Command("details", ("enter",), "Details", "details of this alignment, and less again", LOOK),
    Command("why", ("w",), "Why", "why these passages were aligned, and less again", LOOK),
    Command("view", ("v",), "Next view", "columns, focus, matrix and ledger in turn", LOOK),
    Command("previous-view", ("V",), "Previous view", "the same the other way round", LOOK),
    Command("ledger", ("L",), "Ledger", "all differences by kind, and back to the texts", LOOK),
    Command("sort", ("O",), "Sort the matrix", "sort the matrix: reading order, conflict, who is silent", LOOK),
    Command("filter", ("f",), "Filter", "choose what is shown, by kind, outlet, how sure, notes", LOOK),
    Command("hide-same", ("=", "H"), "Hide what agrees", "hide what agrees, and show it again", LOOK),
    Command("hide-doubtful", ("%",), "Hide what is doubtful", "hide what perhaps agrees, and show it again", LOOK),
    Command("removed", ("r",), "Removed text", "what was taken out of this article, and why", LOOK),
    Command("lock", ("S",), "Scroll lock", "scroll all columns together, or each by itself", LOOK),
    Command("overview", ("M",), "Overview strip", "show or hide the strip at each column's edge", LOOK),
    Command("zoom", ("z",), "This column alone", "this column alone, and all again", LOOK),
    Command("events", ("E",), "Events", "list the events, with outlets and what is in dispute", LOOK),
    _counted("next-event", ("]e",), "Next event", "read the next of several events", LOOK),
    _counted("previous-event", ("[e",), "Previous event", "read the event before this one", LOOK),
    Command("background", ("B",), "Background", "call in articles of other events that share background", LOOK),
    Command("link", ("a",), "Link passages", "link this passage with another: once on each", CORRECT),
    Command("apart", ("x",), "Take apart", "take this column's passage out of the alignment", CORRECT),
    Command("apart-all", ("X",), "Take all apart", "take the whole alignment apart", CORRECT),
    Command("confirm", ("c",), "Confirm", "say that this alignment is right, or take that back", CORRECT),
    Command("undo", ("ctrl+z",), "Undo", "take the last correction or note back", CORRECT),
    Command("redo", ("ctrl+y",), "Redo", "make it again", CORRECT),
    Command("note", ("i",), "Write a note", "write a note on this alignment or passage", KEEP),
    Command("edit", ("e",), "Note in your editor", "write the note in $EDITOR", KEEP),
    Command("notes", ("I",), "Notes", "list the notes, with status and tags; remove and undo", KEEP),
    Command("copy", ("y",), "Copy with citation", "copy the selection, or these passages, with citation", KEEP),
    Command("save-copy", ("Y",), "Copy to a file", "the same, added to a file", KEEP),
    Command("open", ("o",), "Open the source", "open the source of this article", KEEP),
    Command("pipe", ("|",), "Pipe to a command", "give these passages to a command and read its answer", KEEP),
    Command("export", ("s",), "Export", "write the comparison with your notes to a file", KEEP),
    Command("palette", (":", "ctrl+p"), "Commands", "find a command by its name", APP),
    Command("help", ("?", "f1"), "Help", "what the keys do", APP),
    Command("theme", ("t",), "Theme", "choose a theme", APP),
    Command("leave", ("escape",), "Leave", "end the search, close what is open, stop the comparison", APP),
    Command("quit", ("q",), "Back or quit", "close what is open; quit when nothing is", APP),
    Command("filter-choose", ("space", "x"), "Choose", "choose what one is on, or leave it", FILTER),
    Command("filter-all", ("r",), "Show everything", "choose nothing, which shows everything", FILTER),
    Command("note-status", ("s",), "Status", "give the note its next status", NOTES),
    Command("note-tags", ("t",), "Tags", "change the tags of the note", NOTES),
    Command("note-story", ("a",), "Note on the story", "add a note on the story as a whole", NOTES),
    Command("note-difference", ("d",), "Note on a difference", "add a note on a difference of this alignment", NOTES),
    Command("note-remove", ("x",), "Remove", "remove the note", NOTES),
    Command("export-format", ("tab",), "Next format", "take the next format", EXPORT),
    Command("export-format-before", ("shift+tab",), "Format before", "take the format before", EXPORT),
    Command("export-filter", ("ctrl+f",), "Filter", "choose what is written, and shown", EXPORT),
)

BY_ID = {command.id: command for command in COMMANDS}

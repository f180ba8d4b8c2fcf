"""`rashomon notes`: the notes that are kept, listed, written to a file, taken back from one, removed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.keeping import add_store, open_store
from reader.cli.parser import Parser
from reader.cli.streams import warn
from reader.errors import ReaderError, UsageError
from reader.notes import STATUSES, Note, Store


def configure(parser: argparse.ArgumentParser) -> None:
    """One parser a verb."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=Parser)
    listing = verbs.add_parser("list", help="print notes")
    _add_filters(listing)
    export = verbs.add_parser("export", help="write notes to a file that can be edited and taken back")
    _add_filters(export)
    export.add_argument("-f", "--format", choices=("json", "markdown"), help="json: complete; markdown: to be edited")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to this file instead of printing")
    taking = verbs.add_parser("import", help="take notes from files: JSON, or Markdown that was edited")
    taking.add_argument("files", metavar="FILE", nargs="+", type=Path, help="exports, or files of notes")
    taking.add_argument(
        "--overwrite", action="store_true", help="take a changed note from Markdown though it was changed here as well"
    )
    removing = verbs.add_parser("remove", help="forget notes")
    removing.add_argument("ids", metavar="ID", nargs="+", help="as 'notes list' prints them, or their beginnings")
    for verb in (listing, export, taking, removing):
        add_store(verb)


def run(options: argparse.Namespace) -> int:
    """Do what the verb says."""
    verbs = {"list": _list, "export": _export, "import": _import, "remove": _remove}
    with open_store(options, reading=options.verb in ("list", "export")) as store:
        return verbs[options.verb](options, store)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", help="only notes about these articles")
    parser.add_argument("--tag", metavar="TAG", help="only notes with this tag")
    parser.add_argument("--status", choices=STATUSES, help="only notes of this status")


def _chosen(options: argparse.Namespace, store: Store) -> tuple[tuple[Note, ...], int]:
    """The notes that the filters leave, and the exit status."""
    notes, status = store.notes(), 0
    if options.paths:
        from reader.cli.sourcing import tell
        from reader.intake import load

        loaded = load(options.paths)
        notes, status = store.recall(loaded.articles), tell(loaded)
    tag = (options.tag or "").lstrip("#")
    return tuple(
        note
        for note in notes
        if (not tag or tag in note.tags) and (options.status is None or options.status == note.status)
    ), status


def _list(options: argparse.Namespace, store: Store) -> int:
    from reader.safety import harmless, one_line

    notes, status = _chosen(options, store)
    for note in notes:
        outlets = dict.fromkeys(one_line(anchor.witness.outlet) for anchor in note.anchors)
        tags = "".join(f" #{one_line(tag)}" for tag in note.tags)
        print(f"{note.id}  {note.status}{tags}  {note.updated[:10]}  {note.target}: {', '.join(outlets)}")
        for line in harmless(note.body).splitlines():
            print(f"   {line}".rstrip())
        for anchor in note.anchors:
            if anchor.exact:
                print(f"   > {one_line(anchor.exact)}")
    print(f"{len(notes)} note{'' if len(notes) == 1 else 's'}")
    return status


def _export(options: argparse.Namespace, store: Store) -> int:
    from reader.export.exchange import notes_as_json
    from reader.export.files import write_file
    from reader.export.markdown import notes_as_markdown

    notes, status = _chosen(options, store)
    by_name = "markdown" if options.output and options.output.suffix.lower() == ".md" else "json"
    text = notes_as_markdown(notes) if (options.format or by_name) == "markdown" else notes_as_json(notes)
    if options.output is not None and str(options.output) != "-":
        write_file(options.output, text)
    else:
        print(text, end="")
    return status


def _import(options: argparse.Namespace, store: Store) -> int:
    """1 where a file has notes that were not taken: the store does not know them, or has changed them as well; 2 where
    a file cannot be read."""
    from reader.export.files import read_file

    status = 0
    for path in options.files:
        known = {note.id: note for note in store.notes()}
        try:
            given, left = _given(read_file(path), known, options.overwrite)
        except ReaderError as problem:
            warn(problem)
            status = 2
            continue
        changed = [note for note in given if note.id in known and note != known[note.id]]
        new = [note for note in given if note.id not in known]
        store.save_all([*new, *changed])
        same = len(given) - len(new) - len(changed)
        print(f"{path}: {len(new)} new, {len(changed)} changed, {same} as before")
        for told in left:
            warn(f"{path}: {told}")
        status = max(status, 1 if left else 0)
    return status


def _given(text: str, known: dict[str, Note], overwrite: bool) -> tuple[list[Note], list[str]]:
    """The notes of a file as they should be kept, and why others are not.

    A note that the store has in a newer version stays as it is.
    """
    from reader.export.exchange import notes_from_json
    from reader.export.roundtrip import conflicts, edited_notes, taken_back

    if text.lstrip().startswith("{"):
        notes = notes_from_json(text)
        return [known[note.id] if _newer(known.get(note.id), note) else note for note in notes], []
    taken, left = [], []
    for entry in edited_notes(text):
        if entry.id not in known:
            left.append(f"the note {entry.id} is not known to this store; import it as JSON")
        elif conflicts(known[entry.id], entry) and not overwrite:
            left.append(
                f"the note {entry.id} was changed in this file and, since it was written, here as well; it stays as "
                "it is here ('rashomon notes list' shows it), and --overwrite takes it as it is in the file"
            )
        else:
            taken.append(taken_back(known[entry.id], entry))
    return taken, left


def _newer(kept: Note | None, given: Note) -> bool:
    """Whether what is kept is at least as new. Of a note from an export the anchors are those of the export."""
    return kept is not None and kept.updated >= given.updated


def _remove(options: argparse.Namespace, store: Store) -> int:
    ids = _ids(options.ids, store.notes())
    store.remove(*ids)
    print(f"{len(ids)} note{'' if len(ids) == 1 else 's'} removed")
    return 0


def _ids(wanted: Sequence[str], notes: Sequence[Note]) -> list[str]:
    found = []
    for beginning in wanted:
        fitting = [note.id for note in notes if note.id.startswith(beginning)]
        if len(fitting) != 1 or not beginning:
            problem = f"{len(fitting)} notes begin with '{beginning}'" if fitting else f"there is no note '{beginning}'"
            raise UsageError(f"{problem}; nothing was removed. 'rashomon notes list' prints the ids")
        found += fitting
    return list(dict.fromkeys(found))

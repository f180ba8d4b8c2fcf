"""`rashomon compare` as it is used in a pipe."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys

import pytest

from reader import paths
from reader.compare import compare
from reader.intake import load
from reader.notes import Store, note_on_story
from tests.conftest import ROOT

FERRY = "tests/data/ferry"


def test_piped_output_is_plain_and_complete(rashomon):
    """No escape sequence, every article named, exit status 0."""
    done = rashomon("compare", "seeds")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    for article in load(["seeds"]).articles:
        assert article.source in done.stdout


def test_a_headless_comparison_imports_no_screen(tmp_path):
    """Neither Textual nor Rich, in any format."""
    program = (
        "import sys; from reader.cli import main\n"
        "from reader.export import FORMATS\n"
        "assert main(['compare', 'seeds']) == 0\n"
        "for form in FORMATS: assert main(['compare', 'tests/data/ferry', '-f', form, '-o', sys.argv[1]]) == 0\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('rich', 'textual')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "out")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def test_help_imports_nothing_that_compares():
    """A command says what its options are at once: neither engine nor language, intake nor notes are needed for it."""
    program = (
        "import sys; from reader.cli import main\n"
        "try: main(['compare', '--help'])\n"
        "except SystemExit: pass\n"
        "rooms = ('reader.compare.engine', 'reader.language', 'reader.intake', 'reader.notes')\n"
        "print([name for name in sys.modules if name.startswith(rooms)], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "--format" in done.stdout
    assert done.stderr.strip() == "[]"


def test_the_same_bytes_every_time(rashomon):
    """Whatever the hash seed is."""
    assert rashomon("compare", FERRY, "-f", "json").stdout == rashomon("compare", FERRY, "-f", "json").stdout


def test_a_file_gets_its_format_from_its_name(command, tmp_path):
    """And nothing is printed."""
    done = command("compare", FERRY, "-o", tmp_path / "out.json")
    assert done.stdout == ""
    assert json.loads((tmp_path / "out.json").read_text())["format"] == "rashomon-comparison"
    command("compare", FERRY, "-o", tmp_path / "out.md")
    assert (tmp_path / "out.md").read_text().startswith("# ")


def test_notes_are_part_of_the_output(command):
    """Of the reader's store, of another, or of none."""
    articles = load([FERRY]).articles
    with Store.open(paths.store_file()) as store:
        store.save(note_on_story(compare(articles), "Which pier?"))
    assert "NOTE (open): Which pier?" in command("compare", FERRY).stdout
    assert "Which pier?" not in command("compare", FERRY, "--no-store").stdout


def test_filters_are_told(command):
    """What is left, and how much is hidden."""
    done = command("compare", FERRY, "--only", "unique", "--confidence", "60")
    assert "Hidden by the selection: " in done.stdout
    assert "AGREE" not in done.stdout


def test_one_article_has_nothing_to_be_compared_with(command):
    """That is no error."""
    done = command("compare", sorted((ROOT / FERRY).glob("*.txt"))[0])
    assert done.returncode == 0
    assert "There is nothing to compare it with." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["no/such/file.txt"], "no/such/file.txt"),
        ([FERRY, "--format", "papyrus"], "there is no format 'papyrus'; there are text"),
        ([FERRY, "--only", "diference"], "did you mean 'difference'?"),
        ([FERRY, "--kind", "colour"], "--kind does not know 'colour'"),
        ([FERRY, "--outlet", "Le Figaro"], "no outlet is called 'Le Figaro'; there are"),
        ([FERRY, "--confidence", "high"], "--confidence must be between 0 and 1"),
        ([FERRY, "--formt", "json"], "did you mean '--format'?"),
        ([FERRY, "-o", "no/such/folder/out.txt"], "no/such/folder/out.txt cannot be written"),
        ([FERRY, "--store", "pyproject.toml"], "not a database"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(command, arguments, reason):
    """On stderr, exit status 2, nothing on stdout."""
    done = command("compare", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_bad_file_among_good_ones_is_named(command, tmp_path):
    """And the rest is compared; the exit status tells a script that something is missing."""
    (tmp_path / "empty.txt").write_text("")
    done = command("compare", FERRY, tmp_path / "empty.txt")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert "ARTICLES" in done.stdout


def test_a_reader_that_leaves_early_is_no_error():
    """`rashomon compare … | head -1`."""
    done = subprocess.run(
        f"{sys.executable} -m reader compare seeds | head -1", shell=True, cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("colour", [True, False])
def test_on_a_terminal_it_is_drawn(colour):
    """With colour unless NO_COLOR says otherwise; the words are the same, in the width of the terminal."""
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90"} | ({} if colour else {"NO_COLOR": "1"})
    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "compare", FERRY], cwd=ROOT, env=environment, stdout=side, stderr=side
    )
    os.close(side)
    drawn = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        drawn += piece
    assert process.wait() == 0
    os.close(main)
    text = drawn.decode()
    assert "ONLY" in text
    assert bool(re.search(r"\x1b\[1;3\d", text)) is colour

"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from reader.errors import ExportError
from reader.export.files import write_file


def test_a_file_is_replaced_with_its_permissions(tmp_path):
    """And nothing else is left in the folder."""
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new – “text”\n")
    assert path.read_bytes() == "new – “text”\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_stays_a_link(tmp_path):
    """The file that it points to is replaced."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_what_fails_leaves_the_old_file(tmp_path, monkeypatch):
    """The disk is full in the middle: the old text stands, the unfinished file is gone."""
    path = tmp_path / "out.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("name", ["missing/out.txt", ".", "\0"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    """One sentence, with the path."""
    with pytest.raises(ExportError, match="cannot be written"):
        write_file(tmp_path / name, "text")

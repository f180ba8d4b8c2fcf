"""What is shipped: the wheel holds the demonstration story and the themes, and works from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (archive,) = folder.glob("*.whl")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder / "site")
    return folder / "site"


def run(wheel: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program as the wheel has it, from a folder that knows nothing of the project."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "reader", *arguments],
        cwd=wheel.parent,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
class TestWheel:
    def test_has_every_data_file(self, wheel: Path) -> None:
        """Seeds, themes and the engine's data lie in the wheel exactly as in the clone."""
        for folder in ("seeds", "themes"):
            shipped = {path.name: path.read_bytes() for path in (wheel / "reader" / folder).iterdir()}
            assert shipped == {path.name: path.read_bytes() for path in (ROOT / folder).iterdir()}
        kept = {path.relative_to(ROOT) for path in (ROOT / "reader").rglob("*") if path.is_file()}
        kept = {path for path in kept if "__pycache__" not in path.parts}
        assert {path for path in kept if not (wheel / path).exists()} == set()

    def test_licence_and_marker(self, wheel: Path) -> None:
        """The licences travel along, those of the data too, and type checkers may use the package's types."""
        (metadata,) = wheel.glob("rashomon-*.dist-info")
        assert (metadata / "licenses" / "LICENSE").is_file()
        data = {path.name for path in (metadata / "licenses" / "reader" / "language" / "data").iterdir()}
        assert data == {f"{of}.LICENSE.txt" for of in ("bert-uncased-vocab", "rarity", "wordnet")}
        assert (wheel / "reader" / "py.typed").is_file()

    def test_seeds_are_found_by_name(self, wheel: Path) -> None:
        """`rashomon compare seeds` prints the demonstration story from any folder."""
        done = run(wheel, "compare", "seeds", "--no-store")
        assert done.stderr == ""
        assert done.returncode == 0
        assert "Yonhap" in done.stdout

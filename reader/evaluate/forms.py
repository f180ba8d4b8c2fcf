"""Which forms of answer key there are, and how a path shows which one it is."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import KeyFileError
from reader.evaluate import rows
from reader.evaluate.pages import KEY as PAGES
from reader.evaluate.result import Options, Result
from reader.evaluate.stories import NAME


@dataclass(frozen=True, slots=True)
class Form:
    """One form of answer key, and what scores it."""

    name: str
    """What it is, in words."""
    module: str
    """Below `reader.evaluate`; imported only to score."""
    function: str
    """`function(path, options) -> Result`."""
    matches: Callable[[Path], bool]
    """Whether a path that exists is of this form."""


def _file_of_keys(*names: str) -> Callable[[Path], bool]:
    """Whether the first line of a file is a JSON object with at least these keys."""

    def matches(path: Path) -> bool:
        return path.suffix == ".jsonl" and path.is_file() and rows.keys(path) >= set(names)

    return matches


def _folder_with(pattern: str) -> Callable[[Path], bool]:
    def matches(path: Path) -> bool:
        return path.is_dir() and any(path.glob(pattern))

    return matches


FORMS = (
    Form("answer key", "alignment", "evaluate_key", lambda path: path.suffix in (".yaml", ".yml")),
    Form("folder of answer keys", "alignment", "evaluate_keys", _folder_with("*.yaml")),
    Form("story", "alignment", "evaluate_story", _folder_with(NAME)),
    Form("folder of stories", "alignment", "evaluate_stories", _folder_with(f"*/{NAME}")),
    Form("folder of pages", "pages", "evaluate", lambda path: (path / PAGES).is_file()),
    Form("chunks", "chunks", "evaluate", _file_of_keys("a", "b", "al")),
    Form("attributions", "attribution", "evaluate", _file_of_keys("text", "attributions")),
    Form("events", "events", "evaluate", _file_of_keys("text", "event")),
    Form("answers", "answers", "evaluate", _file_of_keys("question", "a", "b", "same")),
)
"""The first that matches is taken."""


def evaluate(path: Path, options: Options) -> Result:
    """Score a path. Raises KeyFileError where it is no answer key, or a broken one."""
    if not path.exists():
        raise KeyFileError(str(path), None, "there is no such file or folder")
    if options.planted:
        return _planted(path, options)
    for form in FORMS:
        if form.matches(path):
            module = importlib.import_module(f"reader.evaluate.{form.module}")
            result: Result = getattr(module, form.function)(path, options)
            return result
    known = ", ".join(form.name for form in FORMS)
    raise KeyFileError(str(path), None, f"is no answer key; the forms that are known: {known}")


def _planted(path: Path, options: Options) -> Result:
    from reader.evaluate import planted

    if not (_folder_with(NAME)(path) or _folder_with(f"*/{NAME}")(path)):
        raise KeyFileError(str(path), None, "changes are planted in stories; this is no folder of stories")
    return planted.evaluate(path, options)

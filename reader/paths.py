"""Where files lie: what the program ships, and where a user's own settings and notes are kept."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).parent
_USER = PlatformDirs("rashomon", appauthor=False)


def _shipped(name: str) -> Path:
    """A folder that lies inside the package in a wheel and beside it in a clone."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def seeds() -> Path:
    """The demonstration story."""
    return _shipped("seeds")


def themes() -> Path:
    """The themes that the program ships."""
    return _shipped("themes")


def user_themes() -> Path:
    """A user's own themes; the folder may not exist."""
    return _USER.user_config_path / "themes"


def config_file() -> Path:
    """A user's settings; the file may not exist."""
    return _USER.user_config_path / "config.yaml"


def store_file() -> Path:
    """A user's notes, corrections, marks and sessions; the file may not exist."""
    return _USER.user_data_path / "notes.sqlite3"


def library_file() -> Path:
    """The articles that a user keeps; the file may not exist."""
    return _USER.user_data_path / "library.sqlite3"


def cache_folder() -> Path:
    """What can be fetched or computed again."""
    return _USER.user_cache_path


def log_file() -> Path:
    """Where a failure of the app is written, since the terminal is the app's."""
    return _USER.user_log_path / "rashomon.log"

"""Read the same news from several outlets, side by side, in the terminal."""

__version__ = "0.1.0"

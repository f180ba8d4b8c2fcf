"""An amount as a text asserts it: what is counted or measured, between which bounds, and how it is written."""

from __future__ import annotations

import math
from dataclasses import dataclass

INFINITY = math.inf


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount as an article prints it."""

    start: int
    end: int
    """The number with its unit, in the text given; words such as "at least" stand before it."""
    low: float
    high: float
    """What the words assert, as an interval in base units: "at least 12" is 12 to infinity."""
    dimension: str
    """What is measured: "count", "duration", "money", "percent", "age", "ordinal", "score", "magnitude", …"""
    unit: str
    """How the unit is written in a value ("min", "USD"), empty for a count."""
    noun: str
    """The counted noun's singular, empty where there is none."""
    qualities: tuple[str, ...]
    """Words between the number and its noun."""
    approximate: bool
    """It says "about", "nearly" or so."""
    vague: bool
    """No figure stands behind it: "dozens", "several"."""
    scale: float = 1.0
    """How many base units one printed unit holds."""

    @property
    def exact(self) -> bool:
        """Whether it asserts one value and nothing around it."""
        return self.low == self.high and not self.approximate

    @property
    def value(self) -> str:
        """The normalised form: "21 min", "at least 12 people"."""
        if self.dimension == "score":
            return f"{self.low:.0f}-{self.high:.0f}"
        if self.dimension == "ordinal":
            return f"no. {figure(self.low)}"
        if self.vague:
            amount = f"{figure(self.low / self.scale)} or more" if self.high > self.low else figure(self.low)
        elif self.high == INFINITY:
            amount = f"at least {figure(self.low / self.scale)}"
        elif self.low != self.high:
            low = self.low / self.scale
            amount = f"up to {figure(self.high / self.scale)}" if low <= 0 else _spread(low, self.high / self.scale)
        else:
            amount = f"{'about ' if self.approximate else ''}{figure(self.low / self.scale)}"
        return f"{amount} {self.unit}".strip()


def _spread(low: float, high: float) -> str:
    return f"{figure(low)} to {figure(high)}"


def figure(number: float) -> str:
    """A number as a reader writes it: 4.9 million, 1,500, 0.26."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:.6g} {name}"
    return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.0f}"

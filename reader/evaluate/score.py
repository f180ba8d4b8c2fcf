"""The figures of alignments held against answer keys, as counts that add up over keys."""

from __future__ import annotations

from dataclasses import dataclass

BANDS = 10
"""Calibration is told in steps of a tenth."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs that are predicted and pairs that are wanted."""

    right: int = 0
    """Predicted pairs that share a fact."""
    predicted: int = 0
    reached: int = 0
    """Wanted pairs that are brought together."""
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.reached + other.reached,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """The share of predicted pairs that is right; 0 where none is predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of wanted pairs that is reached; 0 where none is wanted."""
        return self.reached / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """Alignments of about the same confidence."""

    alignments: int = 0
    right: int = 0
    """Those of which one fact of the key is found in every article."""
    confidence: float = 0.0
    """The sum of their confidences."""

    def __add__(self, other: Band) -> Band:
        return Band(self.alignments + other.alignments, self.right + other.right, self.confidence + other.confidence)


@dataclass(frozen=True, slots=True)
class Score:
    """How well alignments answer one key, or several together."""

    found: Tally = Tally()
    """The reader is brought to the right sentence."""
    pinned: Tally = Tally()
    """The right words are marked."""
    whole: int = 0
    """Facts of three or more articles that one alignment brings together."""
    shared: int = 0
    """Facts of three or more articles."""
    bands: tuple[Band, ...] = (Band(),) * BANDS
    """Alignments by confidence; empty bands where the key is not complete."""

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.pinned + other.pinned,
            self.whole + other.whole,
            self.shared + other.shared,
            tuple(mine + theirs for mine, theirs in zip(self.bands, other.bands, strict=True)),
        )

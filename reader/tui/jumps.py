"""The jump list: places one has come from, to go back to and forward again, as in vim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Place = TypeVar("Place")

_LIMIT = 100


@dataclass(slots=True)
class Jumps(Generic[Place]):
    """Places behind and ahead."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember a place before jumping elsewhere."""
        if not self.behind or self.behind[-1] != place:
            self.behind.append(place)
        del self.behind[:-_LIMIT]
        self.ahead.clear()

    def back(self, here: Place, count: int = 1) -> Place | None:
        """The place to go back to; None where there is none."""
        return self._move(self.behind, self.ahead, here, count)

    def forward(self, here: Place, count: int = 1) -> Place | None:
        """The place to go forward to."""
        return self._move(self.ahead, self.behind, here, count)

    @staticmethod
    def _move(source: list[Place], target: list[Place], here: Place, count: int) -> Place | None:
        place: Place | None = None
        for _ in range(min(count, len(source))):
            target.append(here if place is None else place)
            place = source.pop()
        return place

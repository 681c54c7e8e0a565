"""Hold the days of the week as a form shows them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict

from upslope.services.words import WEEKDAYS


@dataclass(frozen=True, slots=True)
class DayChoice:
    """Hold one day; `number` counts from Monday = 0."""

    number: int
    name: str
    chosen: bool

    @property
    def short(self) -> str:
        """Return the first two letters."""
        return self.name[:2]


def day_choices(chosen: Collection[int]) -> tuple[DayChoice, ...]:
    """Return the week with the chosen days marked."""
    return tuple(DayChoice(number, name, number in chosen) for number, name in enumerate(WEEKDAYS))


def posted_days(data: QueryDict, name: str) -> tuple[int, ...]:
    """Return the days ticked in a form."""
    return tuple(sorted({int(text) for text in data.getlist(name) if text in tuple("0123456")}))

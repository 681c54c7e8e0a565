"""The class a template's author writes: drawn fields, derived properties, an answer.

Fields are what is drawn and nothing that follows from it; everything that follows is `@derived`.
Instances are frozen: two that are equal are the same problem.
"""

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cached_property as derived
from typing import TYPE_CHECKING, Any, Self, dataclass_transform

if TYPE_CHECKING:
    from upslope.checking import Answer
    from upslope.core.rng import Rng
    from upslope.problems.figure import Figure

__all__ = ["Redraw", "Template", "derived", "derived_names", "field_names"]


class Redraw(Exception):  # noqa: N818 - not a failure: authors raise it to ask for other numbers
    """Ask for another draw; the reason is counted and shown to the author."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Template:
    """Hold the drawn fields of one variant; subclasses become frozen dataclasses by themselves."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    def draw(cls, rng: "Rng", level: int) -> Self:
        """Draw one variant of a level (counted from 1). May raise Redraw."""
        raise NotImplementedError(f"{cls.__name__} does not say how it is drawn")

    def answer(self) -> "Answer":
        """Return what counts as right."""
        raise NotImplementedError(f"{type(self).__name__} gives no answer")

    def slips(self) -> "Mapping[str, Answer]":
        """Return what each mistaken rule gives with these numbers; leave out what cannot occur."""
        return {}

    def verify(self) -> None:
        """Assert the answer by another route than `answer` takes."""

    def also_right(self) -> tuple[str, ...]:
        """Return further right answers, as a learner would type them."""
        return ()

    def also_wrong(self) -> tuple[str, ...]:
        """Return further wrong answers, as a learner would type them."""
        return ()

    def figure(self) -> "Figure | None":
        """Return the drawing of the statement, if there is one."""
        return None


def field_names(cls: type[Template]) -> tuple[str, ...]:
    """Return the names of what is drawn, in the order declared."""
    return tuple(cls.__dataclass_fields__) if is_dataclass(cls) else ()


def derived_names(cls: type[Template]) -> tuple[str, ...]:
    """Return the names of what is derived (`@derived` and `@property`), in the order declared."""
    names: dict[str, None] = {}
    for base in reversed(cls.__mro__):
        for name, value in vars(base).items():
            if isinstance(value, derived | property) and not name.startswith("_"):
                names[name] = None
    return tuple(names)

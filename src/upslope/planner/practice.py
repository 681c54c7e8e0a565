"""Choose the template and level of the next question."""

from collections.abc import Sequence
from dataclasses import dataclass

from upslope.core.errors import UpslopeError
from upslope.core.ids import PointId, TemplateId
from upslope.learner.beliefs import PointBelief


@dataclass(frozen=True, slots=True)
class PracticeOption:
    """Offer a template at a level for a point; `free_answer` is False where guessing has a real chance."""

    point: PointId
    template: TemplateId
    level: int
    free_answer: bool = True


@dataclass(frozen=True, slots=True)
class Used:
    """Name a template and level that was asked."""

    template: TemplateId
    level: int


def next_practice(
    point: PointBelief, options: Sequence[PracticeOption], recent: Sequence[Used] = ()
) -> PracticeOption:
    """Choose a question for a point: easiest first, the last two of a row from the harder half.

    `options` are the point's, easiest first; `recent` what was asked at this point, latest first. A row
    that has not begun stays in the easier half. Within a half the one unused for longest comes first.
    Raises UpslopeError if there is no option.
    """
    _require(options)
    middle = len(options) // 2
    is_late = point.row >= 1 and point.needed - point.row <= 2
    half = options[middle:] if is_late else options[: max(1, middle + len(options) % 2)]
    return min(half, key=lambda option: _recency(option, recent))


def review_practice(options: Sequence[PracticeOption], recent: Sequence[Used] = ()) -> PracticeOption:
    """Choose a question for a review: any point's, typed answers before chosen ones, never the last again.

    `options` are those of all points, in the lesson's order; `recent` what the concept's reviews asked,
    latest first. Raises UpslopeError if there is no option.
    """
    _require(options)
    last = recent[0].template if recent else None
    fresh = [option for option in options if option.template != last] or list(options)
    typed = [option for option in fresh if option.free_answer] or fresh
    return min(typed, key=lambda option: (_template_recency(option, recent), _recency(option, recent)))


def _require(options: Sequence[PracticeOption]) -> None:
    if not options:
        raise UpslopeError("There is no practice to choose from.", "Give the point a template.")


def _recency(option: PracticeOption, recent: Sequence[Used]) -> int:
    """Return 0 for what was never asked, else more the later it was asked."""
    used = Used(option.template, option.level)
    return len(recent) - recent.index(used) if used in recent else 0


def _template_recency(option: PracticeOption, recent: Sequence[Used]) -> int:
    return next(
        (len(recent) - place for place, used in enumerate(recent) if used.template == option.template), 0
    )

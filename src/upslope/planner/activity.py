"""Say what may be done next and why, as plain values; sentences are composed in `reasons`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from upslope.core.ids import ConceptId, PointId


class ActivityKind(StrEnum):
    """Name what an activity is."""

    LESSON = "lesson"
    REVIEW = "review"


class ReasonCode(StrEnum):
    """Name why an activity is offered now."""

    CONTINUE = "continue"
    """A lesson begun: `steps_done` of `steps` steps are done."""
    GAP_FOUND = "gap-found"
    """Claimed, but a question about it went wrong."""
    NEXT = "next"
    """A new concept: `known` prerequisites are known; it opens `opens` concepts, `on_path` or anywhere."""
    BEYOND_GAP = "beyond-gap"
    """A new concept that builds on `names`, which have no lesson yet."""
    RECALL = "recall"
    """Recall has come down to `recall`; the target is `target`."""
    FIRST_REVIEW = "first-review"
    """Learned on `day`, not yet confirmed."""
    MISSED = "missed"
    """Missed in the last review, on `day`."""
    MISSED_AGAIN = "missed-again"
    """Missed in `count` reviews running; `names` are prerequisites worth a look."""
    CHECK = "check"
    """Known on the learner's word; a right answer confirms it."""
    REPAIR = "repair"
    """A key prerequisite of a step of the concept `names[0]` that halted `count` times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Hold a reason as data; which fields matter is said at the code. `names` are titles."""

    code: ReasonCode
    known: int = 0
    opens: int = 0
    on_path: bool = False
    is_goal: bool = False
    steps_done: int = 0
    steps: int = 0
    recall: float = 0.0
    target: float = 0.0
    count: int = 0
    day: date | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Offer one thing to do.

    A lesson starts at `point` and is meant to cover `steps` knowledge points; a review has neither (None, 0).
    `gain` is what it is worth, comparable within one recommendation only.
    """

    kind: ActivityKind
    concept: ConceptId
    point: PointId | None
    steps: int
    minutes: float
    gain: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Offer the best activity and up to five others of different concepts; count what is due in all."""

    best: Activity | None
    others: tuple[Activity, ...]
    due_count: int
    due_minutes: float


@dataclass(frozen=True, slots=True)
class DayPlan:
    """List tonight in order, with its end: `minutes` in all; `due_left` reviews wait for another day."""

    activities: tuple[Activity, ...]
    minutes: float
    due_left: int

"""Say what may be done next and why, as plain values; sentences are composed in `reasons`."""

from collections.abc import Iterable, Mapping
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
    NEXT = "next"
    """A new concept: `known` prerequisites are known; it opens `opens` concepts, on the way if `on_path`."""
    RECALL = "recall"
    """Recall has come down to `recall`, the target is `target`."""
    FIRST_REVIEW = "first-review"
    """Learned on `day`, not yet confirmed."""
    MISSED = "missed"
    """Missed in the last review, on `day`."""
    MISSED_AGAIN = "missed-again"
    """Missed in `count` reviews running; `names` are prerequisites worth a look."""
    CHECK = "check"
    """Known on the learner's word; one question checks it."""
    REPAIR = "repair"
    """A key prerequisite of a step where the concept `names[0]` halted twice."""


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
    """Offer one thing to do: a lesson at a point, or a review (`point` is None)."""

    kind: ActivityKind
    concept: ConceptId
    point: PointId | None
    minutes: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Offer the best activity and up to five others of different concepts; count what is due in all."""

    best: Activity | None
    others: tuple[Activity, ...]
    due_count: int
    due_minutes: float


@dataclass(frozen=True, slots=True)
class PointPlanning:
    """State what the planner must know of a knowledge point; `key` are its key prerequisites."""

    point: PointId
    title: str = ""
    key: tuple[ConceptId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPlanning:
    """State what the planner must know of a concept, as plain values.

    `group` is the area whose concepts are interleaved; `on_path` says that the goal needs the concept,
    `distance` how many steps it lies before the goal (0 for the goal itself, None if it is not on the path).
    """

    concept: ConceptId
    title: str
    prerequisites: tuple[ConceptId, ...] = ()
    minutes: float = 25.0
    review_minutes: float = 3.0
    has_lesson: bool = False
    has_practice: bool = False
    points: tuple[PointPlanning, ...] = ()
    confusable_with: tuple[ConceptId, ...] = ()
    group: str = ""
    optional: bool = False
    on_path: bool = False
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class PlanningFacts:
    """Index the concepts in path order (prerequisites first), with the dependants of each.

    Build it with `planning_facts`, once per curriculum and goal.
    """

    concepts: Mapping[ConceptId, ConceptPlanning]
    dependants: Mapping[ConceptId, tuple[ConceptId, ...]]


def planning_facts(concepts: Iterable[ConceptPlanning]) -> PlanningFacts:
    """Index concepts, given prerequisites first; that order breaks every tie in the plan."""
    index = {plan.concept: plan for plan in concepts}
    dependants: dict[ConceptId, list[ConceptId]] = {concept: [] for concept in index}
    for plan in index.values():
        for prerequisite in plan.prerequisites:
            dependants.setdefault(prerequisite, []).append(plan.concept)
    return PlanningFacts(index, {concept: tuple(found) for concept, found in dependants.items()})


@dataclass(frozen=True, slots=True)
class SessionSoFar:
    """Sum up today's work: active minutes, those spent on reviews, and the concept practised last."""

    minutes: float = 0.0
    review_minutes: float = 0.0
    last_concept: ConceptId | None = None

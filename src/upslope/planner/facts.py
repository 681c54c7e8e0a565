"""Hold what the planner must know of the curriculum and of tonight, as plain values."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from upslope.core.ids import ConceptId, PointId
from upslope.learner.statistics import DayWork


@dataclass(frozen=True, slots=True)
class PointPlanning:
    """State what the planner must know of a knowledge point; `key` are its key prerequisites."""

    point: PointId
    key: tuple[ConceptId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPlanning:
    """State what the planner must know of a concept.

    `minutes` is a whole lesson's time, `review_minutes` one review's. `group` is the area within which two
    reviews in a row are avoided. `on_path` says that the goal needs the concept, `distance` how many steps
    it lies before the goal (0 for the goal itself, None off the path).
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
    """Index the concepts in path order, with what stands on each and what is confused with it.

    Build it with `planning_facts`, once per curriculum and goal.
    """

    concepts: Mapping[ConceptId, ConceptPlanning]
    dependants: Mapping[ConceptId, tuple[ConceptId, ...]]
    confusable: Mapping[ConceptId, frozenset[ConceptId]]

    def title(self, concept: ConceptId) -> str:
        """Return a concept's title, or its id if it is not among the facts."""
        found = self.concepts.get(concept)
        return found.title if found else concept


def planning_facts(
    concepts: Iterable[ConceptPlanning], *, goal: Collection[ConceptId] | None = None
) -> PlanningFacts:
    """Index concepts, given prerequisites first; that order breaks every tie in the plan.

    With a goal (one concept, or all that a paper needs) `on_path` and `distance` are set from the
    prerequisites; without, they stay as given. Being confusable holds in both directions, whichever of the
    two declares it.
    """
    index = {plan.concept: plan for plan in concepts}
    if goal is not None:
        steps = _distances(index, goal)
        index = {
            concept: replace(plan, on_path=concept in steps, distance=steps.get(concept))
            for concept, plan in index.items()
        }
    dependants: dict[ConceptId, list[ConceptId]] = {}
    confusable: dict[ConceptId, set[ConceptId]] = {}
    for plan in index.values():
        for prerequisite in plan.prerequisites:
            dependants.setdefault(prerequisite, []).append(plan.concept)
        for other in plan.confusable_with:
            confusable.setdefault(plan.concept, set()).add(other)
            confusable.setdefault(other, set()).add(plan.concept)
    return PlanningFacts(
        index,
        {concept: tuple(found) for concept, found in dependants.items()},
        {concept: frozenset(found) for concept, found in confusable.items()},
    )


def _distances(
    index: Mapping[ConceptId, ConceptPlanning], goal: Collection[ConceptId]
) -> dict[ConceptId, int]:
    """Return, for all that the goal needs, the fewest prerequisite steps to it (breadth first)."""
    steps = {concept: 0 for concept in index if concept in goal}
    layer = list(steps)
    while layer:
        following: list[ConceptId] = []
        for concept in layer:
            for prerequisite in index[concept].prerequisites:
                if prerequisite in index and prerequisite not in steps:
                    steps[prerequisite] = steps[concept] + 1
                    following.append(prerequisite)
        layer = following
    return steps


@dataclass(frozen=True, slots=True)
class SessionSoFar:
    """Sum up today: active minutes, those of reviews, what was planned, and the concept practised last."""

    minutes: float = 0.0
    review_minutes: float = 0.0
    planned_minutes: float = 30.0
    last_concept: ConceptId | None = None


def session_so_far(
    work: DayWork | None, *, planned_minutes: float = 30.0, last_concept: ConceptId | None = None
) -> SessionSoFar:
    """Sum up today from `learner.statistics.work_by_day`; None where nothing was done yet."""
    if work is None:
        return SessionSoFar(planned_minutes=planned_minutes, last_concept=last_concept)
    return SessionSoFar(work.minutes, work.review_minutes, planned_minutes, last_concept)

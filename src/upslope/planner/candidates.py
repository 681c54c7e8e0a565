"""List everything that could be done now, each with what it is worth and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from upslope.core.ids import ConceptId
from upslope.learner.beliefs import Beliefs, ConceptBelief, PointBelief, Status
from upslope.learner.due import Due, due_concepts
from upslope.planner.activity import Activity, ActivityKind, Reason, ReasonCode
from upslope.planner.facts import ConceptPlanning, PlanningFacts

FORGETTING_WEIGHT = 5.0
"""Each point of recall below the target adds 0.05 to a review's worth of 1."""
NEW_GAIN = 1.0
PATH_GAIN = 2.0
OPENS_GAIN = 0.25
OPENS_COUNTED = 4
OPTIONAL_FACTOR = 0.5
REPAIR_GAIN = 2.0
CHECK_GAIN = 0.5
CHECKS_PER_DAY = 2
"""Placed concepts are looked into a few at a time; a claim must not turn into a pile of reviews."""
CONFUSABLE_DAYS = 3
"""A concept waits this long after one it is easily confused with, unless that one is mastered."""
HALTS_BEFORE_REPAIR = 2


@dataclass(frozen=True, slots=True)
class Candidates:
    """Hold what could be done: reviews due, and everything else."""

    due: tuple[Activity, ...]
    lessons: tuple[Activity, ...]
    checks: tuple[Activity, ...]
    repairs: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Bundle what every rule looks at."""

    beliefs: Beliefs
    facts: PlanningFacts
    today: date
    desired_retention: float

    def knows(self, concept: ConceptId) -> bool:
        """Say whether a concept is known well enough to build on."""
        return self.beliefs.of(concept).status.opens_dependants

    def is_away(self, concept: ConceptId) -> bool:
        """Say whether the learner keeps a concept out of the plan today."""
        belief = self.beliefs.of(concept)
        return belief.hidden or (belief.snoozed_until is not None and belief.snoozed_until >= self.today)


def candidates(view: View) -> Candidates:
    """List every activity the rules allow, in path order within each kind."""
    repairs = tuple(_repairs(view))
    repairing = {name for activity in repairs for name in activity.reason.names}
    lessons = tuple(_lessons(view, repairing))
    return Candidates(
        due=tuple(_due_reviews(view)),
        lessons=lessons,
        checks=_checks(view, lessons),
        repairs=repairs,
    )


def _due_reviews(view: View) -> Iterator[Activity]:
    for due in due_concepts(view.beliefs, view.today, view.desired_retention):
        plan = view.facts.concepts.get(due.concept)
        if plan is None or not plan.has_practice or view.is_away(due.concept):
            continue
        belief = view.beliefs.of(due.concept)
        short = max(0.0, view.desired_retention - due.recall)
        yield _review(plan, gain=1.0 + FORGETTING_WEIGHT * short, reason=_why_due(view, plan, belief, due))


def _why_due(view: View, plan: ConceptPlanning, belief: ConceptBelief, due: Due) -> Reason:
    if belief.misses >= HALTS_BEFORE_REPAIR:
        names = tuple(view.facts.title(concept) for concept in plan.prerequisites[:2])
        return Reason(code=ReasonCode.MISSED_AGAIN, count=belief.misses, names=names)
    if belief.misses:
        return Reason(code=ReasonCode.MISSED, day=belief.missed_day)
    if belief.status is Status.LEARNED:
        return Reason(code=ReasonCode.FIRST_REVIEW, day=belief.learned_day)
    return Reason(code=ReasonCode.RECALL, recall=due.recall, target=view.desired_retention)


def _review(plan: ConceptPlanning, *, gain: float, reason: Reason) -> Activity:
    return Activity(
        kind=ActivityKind.REVIEW,
        concept=plan.concept,
        point=None,
        steps=0,
        minutes=plan.review_minutes,
        gain=gain,
        reason=reason,
    )


def _lessons(view: View, repairing: set[str]) -> Iterator[Activity]:
    """Offer lessons begun and lessons ready; only if there is none, those beyond a gap in the curriculum."""
    beyond: list[Activity] = []
    found = False
    for plan in view.facts.concepts.values():
        belief = view.beliefs.of(plan.concept)
        if not _may_be_taught(view, plan, belief) or plan.title in repairing:
            continue
        missing = [concept for concept in plan.prerequisites if not view.knows(concept)]
        if not missing or belief.status is Status.LEARNING:
            found = True
            yield lesson(view, plan, reason=_why_lesson(view, plan, belief))
        elif not any(_has_lesson(view, concept) for concept in missing):
            names = tuple(view.facts.title(concept) for concept in missing)
            beyond.append(lesson(view, plan, reason=Reason(code=ReasonCode.BEYOND_GAP, names=names)))
    if not found:
        yield from beyond


def _may_be_taught(view: View, plan: ConceptPlanning, belief: ConceptBelief) -> bool:
    if not plan.has_lesson or not plan.has_practice or not plan.points or view.is_away(plan.concept):
        return False
    if belief.status is Status.LEARNING:
        return not any(point.halted and point.halted_day == view.today for point in belief.points)
    return belief.status is Status.UNSEEN and not _interferes(view, plan.concept)


def _has_lesson(view: View, concept: ConceptId) -> bool:
    plan = view.facts.concepts.get(concept)
    return plan is not None and plan.has_lesson


def _interferes(view: View, concept: ConceptId) -> bool:
    """Say whether something easily confused with a concept is still too fresh."""
    for other in view.facts.confusable.get(concept, ()):
        belief = view.beliefs.of(other)
        if belief.status is Status.MASTERED or belief.introduced_day is None:
            continue
        if (view.today - belief.introduced_day).days < CONFUSABLE_DAYS:
            return True
    return False


def lesson(view: View, plan: ConceptPlanning, *, reason: Reason, gain: float | None = None) -> Activity:
    """Offer the rest of a lesson, from its first point that is not passed."""
    belief = view.beliefs.of(plan.concept)
    left = [point for point in plan.points if not _is_passed(belief.point(point.point))]
    return Activity(
        kind=ActivityKind.LESSON,
        concept=plan.concept,
        point=left[0].point if left else plan.points[0].point,
        steps=len(left),
        minutes=plan.minutes * max(1, len(left)) / len(plan.points),
        gain=_lesson_gain(view, plan) if gain is None else gain,
        reason=reason,
    )


def _is_passed(point: PointBelief | None) -> bool:
    return point is not None and point.passed


def _lesson_gain(view: View, plan: ConceptPlanning) -> float:
    gain = NEW_GAIN + OPENS_GAIN * min(_opens(view, plan.concept, on_path=plan.on_path), OPENS_COUNTED)
    if plan.on_path:
        return gain + PATH_GAIN + 1.0 / (1 + (plan.distance or 0))
    return gain * OPTIONAL_FACTOR if plan.optional else gain


def _opens(view: View, concept: ConceptId, *, on_path: bool) -> int:
    """Count the unknown concepts that build directly on a concept; on the path only, or all."""
    return sum(
        not view.knows(other) and (view.facts.concepts[other].on_path or not on_path)
        for other in view.facts.dependants.get(concept, ())
    )


def _why_lesson(view: View, plan: ConceptPlanning, belief: ConceptBelief) -> Reason:
    if belief.status is Status.LEARNING and belief.attempts:
        if not any(point.tries for point in belief.points):
            return Reason(code=ReasonCode.GAP_FOUND)
        done = sum(_is_passed(belief.point(point.point)) for point in plan.points)
        return Reason(code=ReasonCode.CONTINUE, steps_done=done, steps=len(plan.points))
    return Reason(
        code=ReasonCode.NEXT,
        known=len(plan.prerequisites),
        opens=_opens(view, plan.concept, on_path=plan.on_path),
        on_path=plan.on_path,
        is_goal=plan.on_path and plan.distance == 0,
    )


def _checks(view: View, lessons: tuple[Activity, ...]) -> tuple[Activity, ...]:
    """Offer to look into placed concepts, first those the next lessons stand on; a few a day.

    Not on the first day with a lesson to begin: a newcomer came to learn something, not to be examined.
    """
    if lessons and _is_first_day(view):
        return ()
    needed = {
        prerequisite
        for activity in lessons
        for prerequisite in view.facts.concepts[activity.concept].prerequisites
    }
    placed = [
        plan
        for plan in view.facts.concepts.values()
        if view.beliefs.of(plan.concept).status is Status.PLACED
        and view.beliefs.of(plan.concept).last_day != view.today
        and plan.has_practice
        and not view.is_away(plan.concept)
    ]
    placed.sort(key=lambda plan: plan.concept not in needed)
    return tuple(
        _review(plan, gain=CHECK_GAIN, reason=Reason(code=ReasonCode.CHECK))
        for plan in placed[: max(0, CHECKS_PER_DAY - _checked_today(view))]
    )


def _is_first_day(view: View) -> bool:
    """Say whether nothing was answered before today."""
    return all(belief.introduced_day in (None, view.today) for belief in view.beliefs.concepts.values())


def _checked_today(view: View) -> int:
    """Count placed concepts asked today, whatever the answer made of them."""
    return sum(
        belief.last_day == view.today
        and belief.learned_day is None
        and (belief.status is Status.PLACED or belief.mastered_day == view.today)
        for belief in view.beliefs.concepts.values()
    )


def _repairs(view: View) -> Iterator[Activity]:
    """Offer the key prerequisites of a point that halted twice, until each was practised since."""
    for plan in view.facts.concepts.values():
        belief = view.beliefs.of(plan.concept)
        if belief.status is not Status.LEARNING or view.is_away(plan.concept):
            continue
        for point in plan.points:
            found = belief.point(point.point)
            if found is None or not found.halted or found.halts < HALTS_BEFORE_REPAIR:
                continue
            reason = Reason(code=ReasonCode.REPAIR, count=found.halts, names=(plan.title,))
            for concept in point.key or plan.prerequisites:
                if view.beliefs.of(concept).last_sequence < found.halted_sequence:
                    yield from _repair(view, concept, reason)


def _repair(view: View, concept: ConceptId, reason: Reason) -> Iterator[Activity]:
    plan = view.facts.concepts.get(concept)
    if plan is None or not plan.has_practice or view.is_away(concept):
        return
    if view.knows(concept):
        yield _review(plan, gain=REPAIR_GAIN, reason=reason)
    elif _may_be_taught(view, plan, view.beliefs.of(concept)):
        yield lesson(view, plan, reason=reason, gain=REPAIR_GAIN * plan.minutes / plan.review_minutes)

"""Choose what to do next, and what to do tonight."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from upslope.core.ids import ConceptId
from upslope.learner.beliefs import Beliefs
from upslope.learner.memory import DEFAULT_RETENTION
from upslope.planner.activity import Activity, ActivityKind, DayPlan, ReasonCode, Recommendation
from upslope.planner.candidates import Candidates, View, candidates
from upslope.planner.facts import PlanningFacts, SessionSoFar

REVIEW_SHARE = 0.7
"""At most this share of a session goes into reviews while a lesson is ready."""
SHORTEST_SESSION = 20.0
"""Shares are reckoned on this many minutes at least: ten spare minutes may all go into reviews."""
SAME_GROUP_FACTOR = 0.1
"""A review of the group just reviewed waits while another group has one due."""
SAME_CONCEPT_FACTOR = 0.001
"""A review of the concept just reviewed waits while any other is due."""
OTHERS = 5
FEWEST_OTHERS = 3
OTHER_REVIEWS = 3
"""So many of the others are reviews, so that a list of due reviews leaves room for a lesson."""
OVERRUN = 1.2
"""An evening may run over by a fifth rather than cut a step in two."""

NO_SESSION = SessionSoFar()


def next_activity(
    beliefs: Beliefs,
    facts: PlanningFacts,
    *,
    today: date,
    desired_retention: float = DEFAULT_RETENTION,
    session: SessionSoFar = NO_SESSION,
) -> Recommendation:
    """Recommend what the rules put first, within a kind the greatest gain per minute, and some others.

    Equal arguments give equal recommendations; ties follow the facts' order.
    """
    found = candidates(View(beliefs, facts, today, desired_retention))
    ranked = _ranked(found, facts, session)
    best = ranked[0] if ranked else None
    return Recommendation(
        best=best,
        others=_others(best, ranked[1:], facts),
        due_count=len(found.due),
        due_minutes=sum(activity.minutes for activity in found.due),
    )


def day_plan(
    beliefs: Beliefs,
    facts: PlanningFacts,
    *,
    today: date,
    minutes: float,
    desired_retention: float = DEFAULT_RETENTION,
    session: SessionSoFar = NO_SESSION,
) -> DayPlan:
    """List what to do in the next `minutes`, taking each as done before the next is chosen.

    Lessons may be cut after a step. Nothing is listed twice, and no two concepts that are easily confused
    are begun on one evening.
    """
    found = candidates(View(beliefs, facts, today, desired_retention))
    now = replace(session, planned_minutes=session.minutes + minutes)
    planned: list[Activity] = []
    spent = 0.0
    while spent < minutes:
        ranked = _ranked(_without(found, planned, facts), facts, now)
        room = OVERRUN * minutes - spent
        chosen = next((cut for activity in ranked if (cut := _cut(activity, room))), None)
        if chosen is None and not planned and ranked:
            chosen = _first_step(ranked[0])
        if chosen is None:
            break
        planned.append(chosen)
        spent += chosen.minutes
        now = _after(now, chosen)
    done = {activity.concept for activity in planned}
    due_left = sum(activity.concept not in done for activity in found.due)
    return DayPlan(tuple(planned), spent, due_left)


def _without(found: Candidates, planned: Sequence[Activity], facts: PlanningFacts) -> Candidates:
    """Drop what is planned already, and lessons easily confused with one that is."""
    gone = {activity.concept for activity in planned}
    fresh = {activity.concept for activity in planned if activity.kind is ActivityKind.LESSON}

    def left(activities: Sequence[Activity]) -> tuple[Activity, ...]:
        return tuple(activity for activity in activities if activity.concept not in gone)

    return Candidates(
        due=left(found.due),
        lessons=tuple(
            activity
            for activity in left(found.lessons)
            if not fresh & facts.confusable.get(activity.concept, frozenset())
        ),
        checks=left(found.checks),
        repairs=left(found.repairs),
    )


def _cut(activity: Activity, room: float) -> Activity | None:
    """Return the activity, or as many steps of a lesson as fit into the room; None if nothing does."""
    if activity.minutes <= room:
        return activity
    if activity.steps == 0:
        return None
    steps = int(room / activity.minutes * activity.steps)
    return _with_steps(activity, steps) if steps else None


def _first_step(activity: Activity) -> Activity:
    """Return the least of an activity that can be done: an evening is short, but never empty."""
    return _with_steps(activity, 1) if activity.steps else activity


def _with_steps(activity: Activity, steps: int) -> Activity:
    share = steps / activity.steps
    return replace(activity, steps=steps, minutes=activity.minutes * share, gain=activity.gain * share)


def _after(session: SessionSoFar, activity: Activity) -> SessionSoFar:
    is_review = activity.kind is ActivityKind.REVIEW
    return replace(
        session,
        minutes=session.minutes + activity.minutes,
        review_minutes=session.review_minutes + activity.minutes * is_review,
        last_concept=activity.concept,
    )


def _ranked(found: Candidates, facts: PlanningFacts, session: SessionSoFar) -> list[Activity]:
    """Order all candidates, best first, each concept once."""
    everything = (*found.repairs, *found.due, *found.checks, *found.lessons)
    lessons_first = bool(found.lessons)
    tonight = _Tonight.of(found, facts, session.last_concept)

    def key(activity: Activity) -> tuple[bool, int, float]:
        late = lessons_first and _exceeds_share(activity, session)
        return late, _tier(activity.reason.code), -tonight.rate(activity)

    ordered = sorted(everything, key=key)
    first = {activity.concept: activity for activity in reversed(ordered)}
    return [activity for activity in ordered if first[activity.concept] is activity]


def _tier(code: ReasonCode) -> int:
    """Return the order of kinds: what fades or broke, claims to check, what was begun, what is new."""
    match code:
        case ReasonCode.CHECK:
            return 1
        case ReasonCode.CONTINUE | ReasonCode.GAP_FOUND:
            return 2
        case ReasonCode.NEXT | ReasonCode.BEYOND_GAP:
            return 3
        case _:
            return 0


def _exceeds_share(activity: Activity, session: SessionSoFar) -> bool:
    """Say whether a review would take reviews beyond their share of the session."""
    if activity.kind is not ActivityKind.REVIEW:
        return False
    total = max(session.planned_minutes, SHORTEST_SESSION, session.minutes + activity.minutes)
    return session.review_minutes + activity.minutes > REVIEW_SHARE * total


@dataclass(frozen=True, slots=True)
class _Tonight:
    """Weigh activities against what was done last and what else is waiting.

    `shares` holds each group's share of the due reviews; `last_group` is "" where no other group is due.
    """

    facts: PlanningFacts
    shares: Mapping[str, float]
    last: ConceptId | None
    last_group: str

    @classmethod
    def of(cls, found: Candidates, facts: PlanningFacts, last: ConceptId | None) -> "_Tonight":
        groups = Counter(facts.concepts[activity.concept].group for activity in found.due)
        before = facts.concepts.get(last) if last else None
        last_group = before.group if before and len(groups) > (before.group in groups) else ""
        another = any(activity.concept != last for activity in found.due)
        shares = {group: count / len(found.due) for group, count in groups.items()}
        return cls(facts, shares, last if another else None, last_group)

    def rate(self, activity: Activity) -> float:
        """Return the gain per minute, lowered where a review would follow its own kind.

        Groups with many reviews waiting come a little sooner, so that none is left to be asked in a row.
        """
        rate = activity.gain / activity.minutes
        if activity.kind is not ActivityKind.REVIEW:
            return rate
        group = self.facts.concepts[activity.concept].group
        rate *= 1.0 + self.shares.get(group, 0.0)
        if activity.concept == self.last:
            return rate * SAME_CONCEPT_FACTOR
        return rate * SAME_GROUP_FACTOR if group and group == self.last_group else rate


def _others(best: Activity | None, ranked: Sequence[Activity], facts: PlanningFacts) -> tuple[Activity, ...]:
    """Pick the others: the best of each other area, then by rank; not reviews alone if that can be."""
    if best is None:
        return ()
    groups = {facts.concepts[best.concept].group}
    elsewhere: list[Activity] = []
    for activity in ranked:
        group = facts.concepts[activity.concept].group
        if group not in groups:
            groups.add(group)
            elsewhere.append(activity)
    picked: list[Activity] = []
    for activity in (*elsewhere, *ranked):
        if activity not in picked and _has_room(picked, activity):
            picked.append(activity)
    spare = [activity for activity in ranked if activity not in picked]
    picked += spare[: max(0, FEWEST_OTHERS - len(picked))]
    return tuple(activity for activity in ranked if activity in picked)


def _has_room(picked: Sequence[Activity], activity: Activity) -> bool:
    reviews = sum(other.kind is ActivityKind.REVIEW for other in picked)
    return len(picked) < OTHERS and (activity.kind is not ActivityKind.REVIEW or reviews < OTHER_REVIEWS)

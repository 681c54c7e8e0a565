"""Count what the Progress screen shows, from events and beliefs."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId
from upslope.learner.beliefs import Beliefs, Status
from upslope.learner.calibration import Share, wilson
from upslope.learner.due import clock_is_behind, due_concepts, due_day_at, recall_of
from upslope.learner.events import Attempt, Event, Mode, Rating
from upslope.learner.evidence import evidence_for
from upslope.learner.fold import effective
from upslope.learner.memory import DEFAULT_RETENTION

FORECAST_DAYS = 14


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """Count concepts by status; the five add up to `total`."""

    unseen: int
    learning: int
    learned: int
    placed: int
    mastered: int

    @property
    def total(self) -> int:
        """Return the number of concepts counted."""
        return self.unseen + self.learning + self.learned + self.placed + self.mastered


@dataclass(frozen=True, slots=True)
class DayWork:
    """Sum up one study day: active minutes, those of reviews, scored answers, the right ones of them."""

    day: date
    minutes: float
    review_minutes: float
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Retention:
    """State how many memories stand above the target today, and the mean recall of all."""

    above: int
    total: int
    mean_recall: float


@dataclass(frozen=True, slots=True)
class DueOn:
    """Count the concepts that fall due on a day if nothing is reviewed before; today holds the backlog."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class ClockJump:
    """Record that the log's study day went backwards at an event."""

    sequence: int
    previous_day: date
    day: date


def count_by_status(beliefs: Beliefs, concepts: Iterable[ConceptId]) -> StatusCounts:
    """Count the given concepts by status; one that no event names is unseen."""
    counts = Counter(beliefs.of(concept).status for concept in concepts)
    return StatusCounts(
        unseen=counts[Status.UNSEEN],
        learning=counts[Status.LEARNING],
        learned=counts[Status.LEARNED],
        placed=counts[Status.PLACED],
        mastered=counts[Status.MASTERED],
    )


def count_by_area(
    beliefs: Beliefs, areas: Mapping[str, Iterable[ConceptId]]
) -> tuple[tuple[str, StatusCounts], ...]:
    """Count by status within each area, in the areas' order."""
    return tuple((area, count_by_status(beliefs, concepts)) for area, concepts in areas.items())


def work_by_day(events: Iterable[Event]) -> tuple[DayWork, ...]:
    """Sum up every study day that has work, oldest first.

    Active time counts in every mode, also previews and repeats, for it was spent; what was taken back
    counts as never having happened. Answers are scored ones in lesson and review.
    """
    days: dict[date, DayWork] = {}
    for event, _ in effective(events).events:
        day = days.get(event.day) or DayWork(event.day, 0.0, 0.0, 0, 0)
        body = event.body
        if isinstance(body, Attempt):
            days[event.day] = _with_attempt(day, body)
        elif isinstance(body, Rating):
            minutes = body.active_ms / 60_000
            days[event.day] = DayWork(
                day.day, day.minutes + minutes, day.review_minutes + minutes, day.answers, day.right
            )
    return tuple(days[day] for day in sorted(days))


def _with_attempt(day: DayWork, attempt: Attempt) -> DayWork:
    minutes = attempt.active_ms / 60_000
    credited = attempt.mode in (Mode.LESSON, Mode.REVIEW)
    scored = credited and evidence_for(attempt).scored
    right = scored and attempt.outcome is Outcome.CORRECT and not attempt.gave_up
    return DayWork(
        day.day,
        day.minutes + minutes,
        day.review_minutes + (minutes if attempt.mode is Mode.REVIEW else 0.0),
        day.answers + scored,
        day.right + right,
    )


def retention(beliefs: Beliefs, today: date, desired_retention: float = DEFAULT_RETENTION) -> Retention:
    """Estimate how much is kept today: memories whose recall is at least the target, and the mean recall."""
    recalls = [
        recall
        for belief in beliefs.concepts.values()
        if (recall := recall_of(belief, today, beliefs.parameters)) is not None
    ]
    above = sum(recall >= desired_retention for recall in recalls)
    mean = math.fsum(recalls) / len(recalls) if recalls else 0.0
    return Retention(above, len(recalls), mean)


def right_share(work: Iterable[DayWork]) -> Share:
    """Return the share of right answers with its 95 % interval."""
    days = list(work)
    return wilson(sum(day.right for day in days), sum(day.answers for day in days))


def due_forecast(
    beliefs: Beliefs,
    today: date,
    *,
    desired_retention: float = DEFAULT_RETENTION,
    days: int = FORECAST_DAYS,
) -> tuple[DueOn, ...]:
    """Count what falls due on each of the next days, today first, if nothing is reviewed before.

    Hidden concepts are left out; one that is snoozed counts on the day after its snooze at the earliest.
    """
    due_now = {due.concept for due in due_concepts(beliefs, today, desired_retention)}
    behind = clock_is_behind(beliefs, today)
    counts: Counter[date] = Counter()
    for belief in beliefs.concepts.values():
        day = due_day_at(belief, desired_retention, beliefs.parameters)
        if day is None or belief.hidden:
            continue
        if belief.concept in due_now:
            day = today
        elif behind:
            continue
        if belief.snoozed_until is not None and belief.snoozed_until >= today:
            day = max(day, belief.snoozed_until + timedelta(days=1))
        counts[day] += 1
    return tuple(DueOn(day, counts[day]) for day in (today + timedelta(days=n) for n in range(days)))


def clock_jumps(events: Iterable[Event]) -> tuple[ClockJump, ...]:
    """List where the study day went backwards from one event to the next."""
    ordered = sorted(events, key=lambda event: event.sequence)
    return tuple(
        ClockJump(later.sequence, earlier.day, later.day)
        for earlier, later in pairwise(ordered)
        if later.day < earlier.day
    )

"""Read the derived lines: history, counts, days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from django.db.models import Count, Q, QuerySet, Sum

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, EventId, LearnerId, PointId
from upslope.learner.events import Mode
from upslope.store.answers import MILLION
from upslope.store.models import AnswerRow, DayRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Hold how one attempt stands now."""

    event: EventId
    sequence: int
    concept: ConceptId
    point: PointId | None
    at: datetime
    study_day: date
    mode: Mode
    outcome: Outcome
    scored: bool
    right: bool
    active_ms: int
    retracted: bool
    overridden: bool


@dataclass(frozen=True, slots=True)
class Day:
    """Hold the sums of one study day."""

    day: date
    active_ms: int
    review_ms: int
    answers: int
    right: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Hold the sums over all days: scored answers, the right ones of them, and those left undecided."""

    answers: int
    right: int
    undecided: int


@dataclass(frozen=True, slots=True)
class RecallBin:
    """Hold one bin of predicted recall: mean prediction, how many were recalled, of how many."""

    predicted: float
    recalled: int
    count: int


def page(learner: LearnerId, *, concept: ConceptId | None, page: int, size: int) -> tuple[Answer, ...]:
    """Return one page (from 1) of the attempts, newest first."""
    start = (page - 1) * size
    rows = _of(learner, concept).order_by("-sequence")[start : start + size]
    return tuple(_answer(row) for row in rows)


def count(learner: LearnerId, concept: ConceptId | None) -> int:
    """Return how many attempts there are, those taken back included."""
    return _of(learner, concept).count()


def of_day(learner: LearnerId, day: date) -> tuple[Answer, ...]:
    """Return a study day's attempts in order, without those taken back."""
    rows = AnswerRow.objects.filter(learner=learner, study_day=day, retracted=False).order_by("sequence")
    return tuple(_answer(row) for row in rows)


def latest(learner: LearnerId, concept: ConceptId, count: int) -> tuple[Answer, ...]:
    """Return the latest attempts at a concept that stand, newest first."""
    rows = AnswerRow.objects.filter(learner=learner, concept=concept, retracted=False)
    return tuple(_answer(row) for row in rows.order_by("-sequence")[:count])


def last_concept(learner: LearnerId, day: date) -> ConceptId | None:
    """Return the concept practised last on a study day."""
    found = AnswerRow.objects.filter(learner=learner, study_day=day, retracted=False)
    concept = found.order_by("-sequence").values_list("concept", flat=True).first()
    return ConceptId(concept) if concept else None


def of_events(learner: LearnerId, events: Sequence[EventId]) -> dict[EventId, Answer]:
    """Return the lines of these events."""
    # By the primary key alone: with the learner in the query SQLite would walk all of the learner's rows.
    rows = AnswerRow.objects.filter(event__in=events)
    return {EventId(row.event): _answer(row) for row in rows if row.learner_id == learner}


def days(learner: LearnerId, since: date, until: date) -> tuple[Day, ...]:
    """Return the study days with work between two days, both included."""
    rows = DayRow.objects.filter(learner=learner, day__gte=since, day__lte=until).order_by("day")
    return tuple(
        Day(row.day, row.active_ms, row.review_ms, row.answers, row.right, row.undecided) for row in rows
    )


def all_days(learner: LearnerId) -> tuple[Day, ...]:
    """Return every study day with work."""
    return days(learner, date.min, date.max)


def fingerprints(learner: LearnerId) -> frozenset[object]:
    """Return all lines as plain tuples, to compare: for rebuilding, never for a page."""
    columns = [field.attname for field in AnswerRow._meta.concrete_fields]
    return frozenset(AnswerRow.objects.filter(learner=learner).values_list(*columns))


def totals(learner: LearnerId) -> Totals:
    """Return the sums over all days."""
    sums = DayRow.objects.filter(learner=learner).aggregate(
        answers=Sum("answers"), right=Sum("right"), undecided=Sum("undecided")
    )
    return Totals(sums["answers"] or 0, sums["right"] or 0, sums["undecided"] or 0)


def recall_bins(learner: LearnerId, edges: Sequence[float]) -> tuple[RecallBin, ...]:
    """Return predicted against observed recall in bins [edge, next edge), the last one closed.

    One pass over a covering index, whatever the number of reviews.
    """
    tested = AnswerRow.objects.filter(learner=learner, predicted_ppm__isnull=False, retracted=False)
    inside = [_between(low, high, closed=high == edges[-1]) for low, high in pairwise(edges)]
    sums = tested.aggregate(
        **{f"sum{i}": Sum("predicted_ppm", filter=q) for i, q in enumerate(inside)},
        **{f"count{i}": Count("predicted_ppm", filter=q) for i, q in enumerate(inside)},
        **{f"recalled{i}": Count("predicted_ppm", filter=q & Q(recalled=True)) for i, q in enumerate(inside)},
    )
    return tuple(
        RecallBin(
            predicted=(sums[f"sum{i}"] or 0) / MILLION / max(1, sums[f"count{i}"]),
            recalled=sums[f"recalled{i}"],
            count=sums[f"count{i}"],
        )
        for i in range(len(inside))
    )


def _between(low: float, high: float, *, closed: bool) -> Q:
    top = round(high * MILLION)
    last = Q(predicted_ppm__lte=top) if closed else Q(predicted_ppm__lt=top)
    return Q(predicted_ppm__gte=round(low * MILLION)) & last


def _of(learner: LearnerId, concept: ConceptId | None) -> QuerySet[AnswerRow]:
    rows = AnswerRow.objects.filter(learner=learner)
    return rows.filter(concept=concept) if concept else rows


def _answer(row: AnswerRow) -> Answer:
    return Answer(
        event=EventId(row.event),
        sequence=row.sequence,
        concept=ConceptId(row.concept),
        point=PointId(row.point) if row.point else None,
        at=row.at,
        study_day=row.study_day,
        mode=Mode(row.mode),
        outcome=Outcome(row.outcome),
        scored=row.scored,
        right=row.right,
        active_ms=row.active_ms,
        retracted=row.retracted,
        overridden=row.overridden,
    )

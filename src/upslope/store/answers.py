"""Derive one line an attempt and one line a day from the log, and write them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from upslope.checking.verdict import Outcome
from upslope.core.ids import LearnerId
from upslope.learner.calibration import PredictedReview, prediction_of
from upslope.learner.events import Attempt, Event, Mode
from upslope.learner.evidence import evidence_for
from upslope.learner.fold import Before, Facts, effective, walk
from upslope.store.models import AnswerRow, DayRow

MILLION = 1_000_000
CREDITED = (Mode.LESSON, Mode.REVIEW)


@dataclass(frozen=True, slots=True)
class Standing:
    """Say how an attempt stands now.

    `counted` is the attempt with the learner's own mark in place, None if it was taken back; `prediction`
    what was predicted for it, if it was a test of memory.
    """

    counted: Attempt | None
    own_mark: bool = False
    prediction: PredictedReview | None = None


def standing_of_new(before: Before) -> Standing:
    """Return how an attempt stands that was just made."""
    assert isinstance(before.event.body, Attempt)
    return Standing(before.event.body, prediction=prediction_of(before))


def standings(events: Sequence[Event], facts: Facts) -> Iterator[tuple[Event, Standing]]:
    """Yield each attempt among the events with how it stands now, in order.

    The events must hold all that bears on the concepts of these attempts (a whole log, or what
    `queries.events.of_concept` returns).
    """
    own_marks = {event.id: own for event, own in effective(events).events}
    counted = {before.event.id: before for before in walk(events, facts)}
    for event in sorted(events, key=lambda each: each.sequence):
        if not isinstance(event.body, Attempt):
            continue
        if event.id not in counted:
            yield event, Standing(None)
            continue
        before = counted[event.id]
        assert isinstance(before.event.body, Attempt)
        yield event, Standing(before.event.body, own_marks[event.id], prediction_of(before))


def save(learner: LearnerId, lines: Iterable[tuple[Event, Standing]]) -> set[date]:
    """Write the lines of attempts, new or changed, and return the study days they lie on."""
    days: set[date] = set()
    rows: list[AnswerRow] = []
    for event, standing in lines:
        rows.append(_row(learner, event, standing))
        days.add(event.day)
        if len(rows) == 1_000:
            _write(rows)
            rows.clear()
    _write(rows)
    return days


def sum_up_days(learner: LearnerId, days: Iterable[date]) -> None:
    """Write the sums of these study days anew from their answers."""
    wanted = set(days)
    if not wanted:
        return
    rows = (
        AnswerRow.objects.filter(
            learner=learner, study_day__gte=min(wanted), study_day__lte=max(wanted), retracted=False
        )
        .values("study_day")
        .annotate(
            active=Sum("active_ms"),
            review=Sum("active_ms", filter=Q(mode=Mode.REVIEW), default=0),
            answers=Count("event", filter=Q(scored=True)),
            rights=Count("event", filter=Q(right=True)),
            undecided=Count("event", filter=Q(outcome=Outcome.UNDECIDED)),
        )
        .order_by("study_day")
    )
    sums = [row for row in rows if row["study_day"] in wanted]
    for some in _in_portions(sorted(wanted)):
        DayRow.objects.filter(learner=learner, day__in=some).delete()
    DayRow.objects.bulk_create(
        DayRow(
            learner_id=learner,
            day=row["study_day"],
            active_ms=row["active"],
            review_ms=row["review"],
            answers=row["answers"],
            right=row["rights"],
            undecided=row["undecided"],
        )
        for row in sums
    )


def clear(learner: LearnerId) -> None:
    """Drop all derived lines, to write them anew."""
    AnswerRow.objects.filter(learner=learner).delete()
    DayRow.objects.filter(learner=learner).delete()


def _in_portions(days: Sequence[date], size: int = 500) -> Iterator[Sequence[date]]:
    """Cut a list so that no query has more parameters than SQLite takes."""
    return (days[start : start + size] for start in range(0, len(days), size))


def _write(rows: Sequence[AnswerRow]) -> None:
    AnswerRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=[
            "outcome",
            "scored",
            "right",
            "predicted_ppm",
            "recalled",
            "retracted",
            "overridden",
        ],
    )


def _row(learner: LearnerId, event: Event, standing: Standing) -> AnswerRow:
    assert isinstance(event.body, Attempt)
    shown = standing.counted or event.body
    scored = shown.mode in CREDITED and evidence_for(shown).scored
    prediction = standing.prediction
    return AnswerRow(
        event=event.id,
        learner_id=learner,
        sequence=event.sequence,
        concept=shown.concept,
        point=shown.point or "",
        study_day=event.day,
        at=event.envelope.at,
        mode=str(shown.mode),
        outcome=str(shown.outcome),
        scored=scored,
        right=scored and shown.outcome is Outcome.CORRECT and not shown.gave_up,
        active_ms=shown.active_ms,
        predicted_ppm=round(MILLION * prediction.predicted) if prediction else None,
        recalled=prediction.recalled if prediction else None,
        retracted=standing.counted is None,
        overridden=standing.own_mark,
    )

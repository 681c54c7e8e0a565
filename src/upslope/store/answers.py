"""Derive one line an attempt and one line a day from the log, and write them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId, EventId, LearnerId
from upslope.learner.beliefs import Beliefs, ConceptBelief, Parameters
from upslope.learner.events import Attempt, Event, Mode
from upslope.learner.fold import Facts, apply, effective
from upslope.learner.memory import elapsed_days, retrievability
from upslope.store.models import AnswerRow, DayRow

SCORED = (Outcome.CORRECT, Outcome.PARTIAL, Outcome.WRONG)
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """Say how an attempt stands now: as it counts (None if taken back), and whether by the own mark."""

    counted: Attempt | None
    own_mark: bool
    predicted_ppm: int | None


def predicted_ppm(
    belief: ConceptBelief | None, attempt: Attempt, *, day: date, parameters: Parameters
) -> int | None:
    """Return the recall predicted for a review, in millionths; None where no memory was tested.

    A second question on the day of the last review tests no memory: one day must have passed.
    """
    memory = belief.memory if belief else None
    if memory is None or attempt.mode is not Mode.REVIEW or attempt.outcome not in SCORED:
        return None
    if elapsed_days(memory.last_day, day) < 1:
        return None
    return round(MILLION * retrievability(memory, day, parameters.fsrs))


def standings(events: Sequence[Event], facts: Facts) -> Iterator[tuple[Event, Standing]]:
    """Yield each attempt among the events with how it stands now.

    The events must hold all that bears on the concepts of these attempts (a whole log, or what
    `queries.events.of_concept` returns).
    """
    counted = {event.id: (event.body, own) for event, own in effective(events).events}
    beliefs = Beliefs()
    for event in sorted(events, key=lambda each: each.sequence):
        if isinstance(event.body, Attempt):
            attempt, own_mark = counted.get(event.id, (None, False))
            assert attempt is None or isinstance(attempt, Attempt)
            ppm = None
            if attempt is not None:
                before = beliefs.concepts.get(attempt.concept)
                ppm = predicted_ppm(before, attempt, day=event.day, parameters=beliefs.parameters)
                beliefs = apply(beliefs, Event(event.envelope, attempt), facts)
            yield event, Standing(attempt, own_mark, ppm)
        elif event.id in counted:
            beliefs = apply(beliefs, event, facts)


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
    wanted = sorted(set(days))
    rows = (
        AnswerRow.objects.filter(learner=learner, study_day__in=wanted, retracted=False)
        .values("study_day")
        .annotate(
            active=Sum("active_ms"),
            answers=Count("event"),
            rights=Count("event", filter=Q(right=True)),
            undecided=Count("event", filter=Q(outcome=Outcome.UNDECIDED)),
        )
        .order_by("study_day")
    )
    DayRow.objects.filter(learner=learner, day__in=wanted).delete()
    DayRow.objects.bulk_create(
        DayRow(
            learner_id=learner,
            day=row["study_day"],
            active_ms=row["active"],
            answers=row["answers"],
            right=row["rights"],
            undecided=row["undecided"],
        )
        for row in rows
    )


def clear(learner: LearnerId) -> None:
    """Drop all derived lines, to write them anew."""
    AnswerRow.objects.filter(learner=learner).delete()
    DayRow.objects.filter(learner=learner).delete()


def _write(rows: Sequence[AnswerRow]) -> None:
    AnswerRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["event"],
        update_fields=["outcome", "scored", "right", "predicted_ppm", "retracted", "overridden"],
    )


def _row(learner: LearnerId, event: Event, standing: Standing) -> AnswerRow:
    assert isinstance(event.body, Attempt)
    shown = standing.counted or event.body
    return AnswerRow(
        event=event.id,
        learner_id=learner,
        sequence=event.sequence,
        concept=shown.concept,
        study_day=event.day,
        at=event.envelope.at,
        mode=str(shown.mode),
        outcome=str(shown.outcome),
        scored=shown.outcome in SCORED,
        right=shown.outcome is Outcome.CORRECT,
        active_ms=shown.active_ms,
        predicted_ppm=standing.predicted_ppm,
        retracted=standing.counted is None,
        overridden=standing.own_mark,
    )


def of_concept_only(
    lines: Iterable[tuple[Event, Standing]], concept: ConceptId
) -> Iterator[tuple[Event, Standing]]:
    """Keep the attempts at one concept."""
    return (
        (event, standing)
        for event, standing in lines
        if isinstance(event.body, Attempt) and event.body.concept == concept
    )


def ids(lines: Iterable[tuple[Event, Standing]]) -> tuple[EventId, ...]:
    """Return the events of some lines."""
    return tuple(event.id for event, _ in lines)

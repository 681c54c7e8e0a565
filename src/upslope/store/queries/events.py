"""Read the log."""

from collections.abc import Iterator, Sequence

from django.db.models import Q

from upslope.core.ids import ConceptId, EventId, LearnerId, QuestionId
from upslope.learner.events import Event, EventKind, Retraction
from upslope.store.codec import event_from_row
from upslope.store.log import last_sequence
from upslope.store.models import EventRow

REACHING_KINDS = (
    EventKind.CLAIM,
    EventKind.PARAMETERS_ADOPTED,
    EventKind.RATING,
    EventKind.RETRACTION,
)
"""Kinds whose events bear on more than one concept and so stand under none."""


def by_id(learner: LearnerId, event: EventId) -> Event | None:
    """Return the learner's event of that id."""
    row = EventRow.objects.filter(learner=learner, id=event).first()
    return event_from_row(row) if row else None


def by_token(learner: LearnerId, client_token: str) -> Event | None:
    """Return the event written under a client token."""
    row = EventRow.objects.filter(learner=learner, client_token=client_token).first()
    return event_from_row(row) if row else None


def of_ids(learner: LearnerId, events: Sequence[EventId]) -> dict[EventId, Event]:
    """Return the learner's events among these ids."""
    rows = EventRow.objects.filter(id__in=events)
    return {EventId(row.id): event_from_row(row) for row in rows if row.learner_id == learner}


def of_concept(learner: LearnerId, concept: ConceptId) -> tuple[Event, ...]:
    """Return what bears on one concept, in the log's order: its own events and those that reach several."""
    own = Q(concept=concept)
    reaching = Q(concept="", kind__in=REACHING_KINDS)
    rows = EventRow.objects.filter(own | reaching, learner=learner).order_by("sequence")
    return tuple(event_from_row(row) for row in rows)


def reaching(learner: LearnerId) -> tuple[Event, ...]:
    """Return the events that bear on several concepts at once."""
    rows = EventRow.objects.filter(learner=learner, concept="", kind__in=REACHING_KINDS)
    return tuple(event_from_row(row) for row in rows.order_by("sequence"))


def about(learner: LearnerId, event: EventId) -> tuple[Event, ...]:
    """Return the retractions and overrides of one event, in order."""
    rows = EventRow.objects.filter(~Q(target=""), learner=learner, target=event)
    return tuple(event_from_row(row) for row in rows.order_by("sequence"))


def of_question(learner: LearnerId, question: QuestionId) -> tuple[Event, ...]:
    """Return the attempts at one question, in order."""
    rows = EventRow.objects.filter(~Q(question=""), learner=learner, question=question)
    return tuple(event_from_row(row) for row in rows.order_by("sequence"))


def everything(learner: LearnerId) -> Iterator[Event]:
    """Go through the whole log in order, in chunks: for rebuilding and exporting, never for a page."""
    rows = EventRow.objects.filter(learner=learner).order_by("sequence")
    return (event_from_row(row) for row in rows.iterator(chunk_size=2_000))


def page(learner: LearnerId, *, concept: ConceptId | None, page: int, size: int) -> tuple[Event, ...]:
    """Return one page (from 1) of the log, newest first: everything, or what stands under one concept.

    Sequences have no gaps, so a page of the whole log is found by number, however far back it lies.
    """
    rows = EventRow.objects.filter(learner=learner).order_by("-sequence")
    start = (page - 1) * size
    if concept is not None:
        chosen = rows.filter(concept=concept)[start : start + size]
    else:
        newest = last_sequence(learner) - start
        chosen = rows.filter(sequence__gt=newest - size, sequence__lte=newest)
    return tuple(event_from_row(row) for row in chosen)


def count(learner: LearnerId, concept: ConceptId | None = None) -> int:
    """Return how many events there are: all, or under one concept."""
    if concept is None:
        return last_sequence(learner)
    return EventRow.objects.filter(learner=learner, concept=concept).count()


def retracted_among(learner: LearnerId, events: Sequence[EventId]) -> frozenset[EventId]:
    """Return which of these events were taken back, retractions of retractions followed."""
    found: list[Event] = []
    waiting: Sequence[EventId] = events
    while waiting:
        rows = EventRow.objects.filter(
            ~Q(target=""), learner=learner, kind=EventKind.RETRACTION, target__in=waiting
        )
        about = [event_from_row(row) for row in rows]
        found += about
        waiting = [event.id for event in about]
    taken_back: set[EventId] = set()
    for event in sorted(found, key=lambda each: each.sequence, reverse=True):
        if event.id not in taken_back and isinstance(event.body, Retraction):
            taken_back.add(event.body.target)
    return frozenset(event for event in events if event in taken_back)

"""Append to the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_urlsafe

from django.db.models import Max

from upslope.core.ids import EventId, LearnerId
from upslope.learner.events import Body, Envelope, Event, Versions
from upslope.store.codec import concept_of, row_from_event, target_of
from upslope.store.models import EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """State when and under which versions something happens, and the token that makes writing idempotent."""

    at: datetime
    zone_offset_minutes: int
    study_day: date
    client_token: str
    versions: Versions


def append(learner: LearnerId, body: Body, circumstances: Circumstances) -> Event:
    """Append one event and return it. Call inside `transactions.writing`.

    Raises django.db.IntegrityError if the token is used already: ask `queries.events.by_token` first.
    """
    envelope = Envelope(
        id=EventId(new_id()),
        learner=learner,
        sequence=last_sequence(learner) + 1,
        at=circumstances.at,
        zone_offset_minutes=circumstances.zone_offset_minutes,
        study_day=circumstances.study_day,
        client_token=circumstances.client_token,
        versions=circumstances.versions,
    )
    event = Event(envelope, body)
    row_from_event(event, concept=_concept(body)).save(force_insert=True)
    return event


def append_all(events: Iterable[Event], *, batch: int = 1_000) -> int:
    """Append events as they are (an import, a benchmark) and return their number.

    They must come in the order of their sequences, targets before what is about them.
    """
    concepts: dict[str, str] = {}
    rows: list[EventRow] = []
    count = 0
    for event in events:
        concept = concept_of(event.body) or concepts.get(target_of(event.body), "")
        concepts[event.id] = concept
        rows.append(row_from_event(event, concept=concept))
        count += 1
        if len(rows) == batch:
            EventRow.objects.bulk_create(rows)
            rows.clear()
    EventRow.objects.bulk_create(rows)
    return count


def last_sequence(learner: LearnerId) -> int:
    """Return the sequence of the learner's latest event, 0 before the first."""
    newest = EventRow.objects.filter(learner=learner).aggregate(newest=Max("sequence"))["newest"]
    return int(newest or 0)


def new_id() -> str:
    """Return an id nobody can guess (120 random bits)."""
    return token_urlsafe(15)


def _concept(body: Body) -> str:
    named = concept_of(body)
    target = target_of(body)
    if named or not target:
        return named
    return EventRow.objects.filter(id=target).values_list("concept", flat=True).first() or ""

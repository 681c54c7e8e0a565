"""Turn events into rows and back."""

from functools import lru_cache

from upslope.core.ids import EventId, LearnerId
from upslope.learner.codec import decode, encode, from_text, to_text
from upslope.learner.events import (
    Attempt,
    Body,
    Claim,
    Envelope,
    Event,
    Override,
    Retraction,
    Skip,
    Snooze,
    Versions,
    body_from_json,
    body_to_json,
)
from upslope.store.models import EventRow


def event_from_row(row: EventRow) -> Event:
    """Read an event. Raises CodecError if the row does not hold one."""
    envelope = Envelope(
        id=EventId(row.id),
        learner=LearnerId(row.learner_id),
        sequence=row.sequence,
        at=row.at,
        zone_offset_minutes=row.zone_offset_minutes,
        study_day=row.study_day,
        client_token=row.client_token,
        versions=_versions(row.versions),
    )
    return Event(envelope, body_from_json(row.kind, row.body))


def row_from_event(event: Event, *, concept: str) -> EventRow:
    """Return the unsaved row of an event; `concept` is what it is about, "" for none or several."""
    envelope = event.envelope
    return EventRow(
        id=envelope.id,
        learner_id=envelope.learner,
        sequence=envelope.sequence,
        at=envelope.at,
        zone_offset_minutes=envelope.zone_offset_minutes,
        study_day=envelope.study_day,
        client_token=envelope.client_token,
        kind=str(event.body.kind),
        concept=concept,
        question=question_of(event.body),
        target=target_of(event.body),
        body=body_to_json(event.body),
        versions=to_text(encode(envelope.versions)),
    )


def concept_of(body: Body) -> str:
    """Return the one concept a body names, or "" for none or several."""
    match body:
        case Attempt() | Skip() | Snooze():
            return body.concept
        case Claim(concepts=(concept,)):
            return concept
        case _:
            return ""


def question_of(body: Body) -> str:
    """Return the question a body is about, or ""."""
    return (body.question or "") if isinstance(body, Attempt | Skip) else ""


def target_of(body: Body) -> str:
    """Return the event a body is about, or ""."""
    return body.target if isinstance(body, Retraction | Override) else ""


@lru_cache(maxsize=256)
def _versions(text: str) -> Versions:
    return decode(Versions, from_text(text))

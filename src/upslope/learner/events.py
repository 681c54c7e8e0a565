"""Write down what happened: the append-only facts from which every belief is computed.

An event is an envelope (who, when, which study day, which versions) and a body of one kind. Bodies travel as
JSON with a version; a kind or version this program does not know is kept as it came and passed over by the
fold, so that an older program neither loses nor misreads what a newer one wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from upslope.core.ids import EventId, LearnerId
from upslope.learner.bodies import (
    Attempt,
    Body,
    Claim,
    ClaimBasis,
    EventKind,
    ExamEvent,
    ExamStep,
    Grading,
    LedgerEvent,
    LedgerState,
    Mode,
    Override,
    ParametersAdopted,
    PartOutcome,
    Rating,
    Retraction,
    Skip,
    Snooze,
    Unknown,
)
from upslope.learner.codec import CodecError, Json, decode, encode, from_text, to_text

__all__ = [
    "BODY_VERSION",
    "Attempt",
    "Body",
    "Claim",
    "ClaimBasis",
    "Envelope",
    "Event",
    "EventKind",
    "ExamEvent",
    "ExamStep",
    "Grading",
    "LedgerEvent",
    "LedgerState",
    "Mode",
    "Override",
    "ParametersAdopted",
    "PartOutcome",
    "Rating",
    "Retraction",
    "Skip",
    "Snooze",
    "Unknown",
    "Versions",
    "body_from_json",
    "body_to_json",
    "event_from_json",
    "event_to_json",
]

BODY_VERSION = 1
"""Raised when the JSON of a body changes its meaning."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Record the versions under which an event came about; 0 or "" where none took part."""

    pack: str = ""
    template: int = 0
    checker: int = 0
    model: int = 0


@dataclass(frozen=True, slots=True)
class Envelope:
    """Say who, when and under which versions; `at` is aware and in UTC.

    `sequence` counts a learner's events from 1 and never goes back, whatever the clock does; the log's order
    is the order of sequences. `study_day` is the day as it was reckoned when the event was written.
    `client_token` makes writing idempotent: one token, one event.
    """

    id: EventId
    learner: LearnerId
    sequence: int
    at: datetime
    zone_offset_minutes: int
    study_day: date
    client_token: str
    versions: Versions = Versions()


_CLASSES: Mapping[str, type[Body]] = {
    cls.kind: cls
    for cls in (
        Attempt,
        Retraction,
        Override,
        Skip,
        Snooze,
        Claim,
        Grading,
        ExamEvent,
        LedgerEvent,
        Rating,
        ParametersAdopted,
    )
}


@dataclass(frozen=True, slots=True)
class Event:
    """Join an envelope and what it carries."""

    envelope: Envelope
    body: Body

    @property
    def id(self) -> EventId:
        """Return the event's id."""
        return self.envelope.id

    @property
    def sequence(self) -> int:
        """Return the event's place in the learner's log."""
        return self.envelope.sequence

    @property
    def day(self) -> date:
        """Return the study day written on the envelope."""
        return self.envelope.study_day


def body_to_json(body: Body) -> str:
    """Return the body as JSON text with its version; the kind is stored beside it (`body.kind`)."""
    if isinstance(body, Unknown):
        return body.text
    data = encode(body)
    assert isinstance(data, dict)
    return to_text({"v": BODY_VERSION, **data})


def body_from_json(kind: str, text: str) -> Body:
    """Read a body of a kind; what is from the future comes back as Unknown, word for word.

    Raises CodecError if a body of a known kind and version does not hold what it should.
    """
    cls = _CLASSES.get(kind)
    data = from_text(text) if cls else None
    if cls is None or (isinstance(data, dict) and _is_newer(data.get("v"))):
        return Unknown(kind=kind, text=text)
    if not isinstance(data, dict) or data.get("v") != BODY_VERSION:
        raise CodecError(f"The body of this {kind} has no version.")
    return decode(cls, data)


def _is_newer(version: Json) -> bool:
    return isinstance(version, int) and version > BODY_VERSION


def event_to_json(event: Event) -> str:
    """Return one line of JSON for an export: envelope, kind, and the body as text."""
    return to_text(
        {
            "v": BODY_VERSION,
            "envelope": encode(event.envelope),
            "kind": str(event.body.kind),
            "body": body_to_json(event.body),
        }
    )


def event_from_json(text: str) -> Event:
    """Read a line written by `event_to_json`. Raises CodecError if it is not one."""
    data = from_text(text)
    match data:
        case {"v": 1, "envelope": envelope, "kind": str(kind), "body": str(body)}:
            return Event(decode(Envelope, envelope), body_from_json(kind, body))
        case _:
            raise CodecError("This line is not an exported event.", "Export again with this program.")

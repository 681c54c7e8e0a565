"""Say what is believed about a learner: status, rows, memory. Computed from events, never written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from upslope.core.ids import ConceptId, PointId
from upslope.learner.codec import CodecError, decode, encode, from_text, to_text
from upslope.learner.memory import DEFAULT_PARAMETERS, Memory, MemoryKey, MemoryKind

MODEL_VERSION = 1
"""Raised when the same log would give other beliefs; stored beliefs are then rebuilt."""

BELIEF_JSON_VERSION = 1


class Status(StrEnum):
    """Name how far a concept is mastered; retention is another question."""

    UNSEEN = "unseen"
    LEARNING = "learning"
    LEARNED = "learned"
    PLACED = "placed"
    MASTERED = "mastered"

    @property
    def opens_dependants(self) -> bool:
        """Say whether concepts that build on this one may be begun."""
        return self in (Status.LEARNED, Status.PLACED, Status.MASTERED)


@dataclass(frozen=True, slots=True)
class PointFacts:
    """State what the fold must know of a knowledge point: `needed` right answers in a row pass it."""

    point: PointId
    needed: int = 2


@dataclass(frozen=True, slots=True)
class ConceptFacts:
    """State what the fold must know of a concept, as plain values; points in the lesson's order."""

    concept: ConceptId
    points: tuple[PointFacts, ...] = ()
    has_practice: bool = True


@dataclass(frozen=True, slots=True)
class PointBelief:
    """Hold the work at one knowledge point.

    `row` is the present run of right answers, `tries` the graded answers of the present set; a set that ends
    without a pass is a halt. `halts` counts halts; `halted` says that the last set ended so and no new one
    has begun, on `halted_day` with the event `halted_sequence`.
    """

    point: PointId
    row: int = 0
    needed: int = 2
    tries: int = 0
    passed: bool = False
    halted: bool = False
    halts: int = 0
    halted_day: date | None = None
    halted_sequence: int = 0

    @property
    def tries_allowed(self) -> int:
        """Return how many answers one set may take: 5 for two in a row, 7 for three."""
        return 2 * self.needed + 1


@dataclass(frozen=True, slots=True)
class ConceptBelief:
    """Hold what is believed about one concept.

    `attempts` and `right` count graded answers in lesson and review; `overrides` those that stand by the
    learner's own mark. `introduced_day` is the day of the first graded answer, `last_day` and
    `last_sequence` those of the latest one. `due_day` is reckoned for a recall of 90 %; ask
    `due_day_at` for another target. `misses` counts failed reviews since the last success on a later day,
    `missed_day` is the day of the latest of them. `snoozed_until` keeps the concept out of the plan through
    that day, `hidden` until further notice.
    """

    concept: ConceptId
    status: Status = Status.UNSEEN
    points: tuple[PointBelief, ...] = ()
    memory: Memory | None = None
    learned_day: date | None = None
    mastered_day: date | None = None
    due_day: date | None = None
    claimed: bool = False
    attempts: int = 0
    right: int = 0
    overrides: int = 0
    introduced_day: date | None = None
    last_day: date | None = None
    last_sequence: int = 0
    misses: int = 0
    missed_day: date | None = None
    snoozed_until: date | None = None
    hidden: bool = False

    def point(self, point: PointId) -> PointBelief | None:
        """Return the belief about one knowledge point, or None if nothing was tried there."""
        return next((belief for belief in self.points if belief.point == point), None)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Hold the adopted parameters under which updates are made."""

    fsrs: tuple[float, ...] = DEFAULT_PARAMETERS


STANDARD = Parameters()
"""What holds until a learner's own parameters are adopted."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Hold everything believed about one learner after event `sequence`.

    A concept that no event names is absent; `of` answers for it. `rated` holds memories that rest on the
    learner's own ratings, apart from checked evidence.
    """

    concepts: Mapping[ConceptId, ConceptBelief] = field(default_factory=dict)
    parameters: Parameters = STANDARD
    rated: Mapping[MemoryKey, Memory] = field(default_factory=dict)
    sequence: int = 0

    def of(self, concept: ConceptId) -> ConceptBelief:
        """Return the belief about a concept, unseen if nothing is known."""
        return self.concepts.get(concept) or ConceptBelief(concept)

    def memory_of(self, key: MemoryKey) -> Memory | None:
        """Return the memory of anything that is remembered, or None."""
        if key.kind is MemoryKind.CONCEPT:
            return self.of(ConceptId(key.id)).memory
        return self.rated.get(key)


def beliefs_to_json(belief: ConceptBelief) -> str:
    """Return one concept's belief as JSON text that reads back equal, floats included."""
    data = encode(belief)
    assert isinstance(data, dict)
    return to_text({"v": BELIEF_JSON_VERSION, **data})


def beliefs_from_json(text: str) -> ConceptBelief:
    """Read a belief written by `beliefs_to_json`.

    Raises CodecError for another version: a belief is never migrated, it is rebuilt from the log.
    """
    data = from_text(text)
    if not isinstance(data, dict) or data.get("v") != BELIEF_JSON_VERSION:
        raise CodecError("This belief was written by another version.", "Rebuild the beliefs from the log.")
    return decode(ConceptBelief, data)

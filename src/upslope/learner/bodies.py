"""Name the kinds of event and hold what each one carries."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from upslope.checking.response import NamedText, Syntax
from upslope.checking.verdict import Outcome
from upslope.core.ids import AssignmentId, ConceptId, EventId, ItemId, PointId, QuestionId, TemplateId
from upslope.learner.memory import Grade, MemoryKey


class EventKind(StrEnum):
    """Name every kind of event this program understands."""

    ATTEMPT = "attempt"
    RETRACTION = "retraction"
    OVERRIDE = "override"
    SKIP = "skip"
    SNOOZE = "snooze"
    CLAIM = "claim"
    GRADING = "grading"
    EXAM = "exam"
    LEDGER = "ledger"
    RATING = "rating"
    PARAMETERS_ADOPTED = "parameters-adopted"


class Mode(StrEnum):
    """Say why a question was asked: preview and repeat never earn credit."""

    LESSON = "lesson"
    REVIEW = "review"
    PREVIEW = "preview"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """Record how one named part of an answer, or one statement among facts, came out."""

    name: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Record one response to one variant, with all that is needed to judge it again.

    `active_ms` leaves out hidden tabs and idle time, `elapsed_ms` is the wall's; `confidence` is the
    learner's own forecast in per cent, if asked; `gave_up` stands for "I do not know".
    """

    kind: ClassVar[EventKind] = EventKind.ATTEMPT
    concept: ConceptId
    point: PointId | None
    template: TemplateId
    template_version: int
    level: int
    seed: int
    fields_json: str
    mode: Mode
    outcome: Outcome
    response_text: str = ""
    response_parts: tuple[NamedText, ...] = ()
    syntax: Syntax = Syntax.TEXT
    form_ok: bool = True
    score: float = 0.0
    parts: tuple[PartOutcome, ...] = ()
    slip: str = ""
    read_as: str = ""
    method: str = ""
    message: str = ""
    hints_used: int = 0
    hints_total: int = 0
    gave_up: bool = False
    active_ms: int = 0
    elapsed_ms: int = 0
    confidence: int | None = None
    question: QuestionId | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """Take an event back: it counts as never having happened. A retraction can itself be retracted."""

    kind: ClassVar[EventKind] = EventKind.RETRACTION
    target: EventId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """Replace an attempt's outcome by the learner's own mark; the log keeps both."""

    kind: ClassVar[EventKind] = EventKind.OVERRIDE
    target: EventId
    outcome: Outcome = Outcome.CORRECT
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a question unanswered and go on; it costs nothing."""

    kind: ClassVar[EventKind] = EventKind.SKIP
    concept: ConceptId
    point: PointId | None = None
    question: QuestionId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Snooze:
    """Keep a concept out of the plan through study day `until`; None hides it until another snooze ends that.

    An `until` before today ends a snooze at once.
    """

    kind: ClassVar[EventKind] = EventKind.SNOOZE
    concept: ConceptId
    until: date | None


class ClaimBasis(StrEnum):
    """Say what a claim rests on."""

    WORD = "word"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True)
class Claim:
    """Say that concepts are known already, or, withdrawn, that they are not after all."""

    kind: ClassVar[EventKind] = EventKind.CLAIM
    concepts: tuple[ConceptId, ...]
    basis: ClaimBasis = ClaimBasis.WORD
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Grading:
    """Record the marks of one submission of an assignment."""

    kind: ClassVar[EventKind] = EventKind.GRADING
    assignment: AssignmentId
    submission: str
    score: float
    parts: tuple[PartOutcome, ...] = ()
    grader: str = ""
    message: str = ""


class ExamStep(StrEnum):
    """Name what can happen in a sitting."""

    STARTED = "started"
    ANSWERED = "answered"
    HANDED_IN = "handed-in"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ExamEvent:
    """Record a step of one sitting of an exam; `question` and `response_text` belong to an answer."""

    kind: ClassVar[EventKind] = EventKind.EXAM
    exam: str
    sitting: str
    step: ExamStep
    question: QuestionId | None = None
    response_text: str = ""


class LedgerState(StrEnum):
    """Name the states of an external course's item."""

    OPEN = "open"
    DONE = "done"
    CHECKED = "checked"
    SELF_MARKED = "self-marked"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """Set the state of a lecture, problem set, exam or chapter of an external course."""

    kind: ClassVar[EventKind] = EventKind.LEDGER
    item: ItemId
    state: LedgerState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """Record the learner's own rating of a prompt; never mixed with checked evidence."""

    kind: ClassVar[EventKind] = EventKind.RATING
    memory: MemoryKey
    grade: Grade
    active_ms: int = 0


@dataclass(frozen=True, slots=True)
class ParametersAdopted:
    """Adopt a fitted set of parameters for every update after this event; `name` "fsrs" is the memory's."""

    kind: ClassVar[EventKind] = EventKind.PARAMETERS_ADOPTED
    name: str
    values: tuple[float, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Keep a body of a kind or version this program does not know, word for word."""

    kind: str
    text: str


Body: TypeAlias = (
    Attempt
    | Retraction
    | Override
    | Skip
    | Snooze
    | Claim
    | Grading
    | ExamEvent
    | LedgerEvent
    | Rating
    | ParametersAdopted
    | Unknown
)

"""Hold the Concept screen: facts, lesson, practice and own history in one page."""

from dataclasses import dataclass

from upslope.core.ids import ConceptId, PointId
from upslope.services.views.common import ConceptLink, Html, PeakState


@dataclass(frozen=True, slots=True)
class PointView:
    """Hold one knowledge point: its text and how far its practice is.

    `row` of `needed` right in a row; `passed`; `halted_text` says kindly why it rests today, or "".
    """

    id: PointId
    number: int
    title: Html
    html: Html
    row: int
    needed: int
    tries: int
    passed: bool
    current: bool
    halted_text: str
    has_practice: bool


@dataclass(frozen=True, slots=True)
class UseView:
    """Hold one exact place where deep learning uses the concept."""

    where: Html
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class LectureView:
    """Hold a link to a session of an external course that teaches the concept."""

    course: str
    text: str
    url: str
    kind: str


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """Hold one line of a history: when, what, how it went; `event` for undo and override, if allowed."""

    event: str
    when_text: str
    concept: ConceptId
    concept_title: Html
    what: str
    response_text: str
    outcome: str
    outcome_text: str
    detail: str
    can_undo: bool
    can_override: bool
    retracted: bool
    overridden: bool
    question_url: str


@dataclass(frozen=True, slots=True)
class MemoryCurve:
    """Hold points (day offset from today, recall in %) of the forgetting curve, past and future."""

    past: tuple[tuple[float, float], ...]
    future: tuple[tuple[float, float], ...]
    target_percent: int
    recall_percent: float
    falls_below_text: str


@dataclass(frozen=True, slots=True)
class ConceptView:
    """Hold everything the page of one concept shows; without a lesson, the facts alone."""

    id: ConceptId
    title: Html
    area: str
    area_url: str
    objective: Html
    state: PeakState
    state_text: str
    minutes: int
    has_lesson: bool
    why: Html
    points: tuple[PointView, ...]
    summary: Html
    traps: Html
    in_deep_learning: Html
    used_in_deep_learning: Html
    uses: tuple[UseView, ...]
    stands_on: tuple[ConceptLink, ...]
    leads_to: tuple[ConceptLink, ...]
    missing: tuple[ConceptLink, ...]
    confusable_with: tuple[ConceptLink, ...]
    lectures: tuple[LectureView, ...]
    papers: tuple[tuple[str, str], ...]
    why_chain: tuple[ConceptLink, ...]
    goal_title: str
    memory: MemoryCurve | None
    history: tuple[AttemptRow, ...]
    primary_label: str
    primary_action: str
    primary_why: str
    can_claim: bool
    can_unclaim: bool
    preview: bool
    next_concept: ConceptLink | None

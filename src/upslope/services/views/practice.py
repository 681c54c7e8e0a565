"""Hold the Practice and Review player."""

from dataclasses import dataclass

from upslope.checking import InputForm
from upslope.core.ids import ConceptId, QuestionId
from upslope.services.views.common import ConceptLink, Html, Notice


@dataclass(frozen=True, slots=True)
class Tick:
    """Hold one question of the current row: "ok", "no", "now" or "todo"."""

    state: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what was typed so far; `parts` pairs each part's name with its text."""

    text: str
    parts: tuple[tuple[str, str], ...]
    syntax: str


@dataclass(frozen=True, slots=True)
class StepView:
    """Hold one step of a worked solution; `here` marks the step the slip broke."""

    title: Html
    html: Html
    here: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Hold one open question: the statement, its input, hints shown so far.

    The statement holds one `<span class="part-slot" data-part="NAME"></span>` a part that stands inside it.
    `options` are the rendered choices, statements or items in the order shown.
    """

    id: QuestionId
    concept: ConceptId
    concept_title: Html
    mode: str
    mode_text: str
    point_text: str
    rule_text: str
    statement: Html
    figure: Html
    form: InputForm
    options: tuple[Html, ...]
    draft: Draft
    hints: tuple[Html, ...]
    hints_left: int
    ticks: tuple[Tick, ...]
    number: int
    client_token: str
    active_ms: int
    notice: Notice | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Hold the verdict panel: outcome, a headline of at most eight words, a few sentences.

    `caret` splits an unreadable response into (before, bad, after); `suggestion` can be used with one press.
    """

    outcome: str
    headline: Html
    body: tuple[Html, ...]
    witness: Html
    read_as: Html
    caret: tuple[str, str, str] | None
    suggestion: str
    counts_text: str
    parts: tuple[tuple[Html, str, Html], ...]


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """Hold a question after an answer: the verdict, and once it is settled the solution and what follows.

    `settled` is False after an unreadable or undecided response: the field stays open and nothing counts.
    `next_url`/`next_label` are the one filled button; `progress_text` is "Two in a row: this step is done.".
    """

    question: QuestionView
    response_text: str
    verdict: VerdictView
    settled: bool
    solution: tuple[StepView, ...]
    after: Html
    progress_text: str
    opened: tuple[ConceptLink, ...]
    next_label: str
    next_action: str
    event: str
    can_undo: bool
    can_override: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    """Hold the live reading under the field: "reading", "incomplete", "unreadable" or "empty"."""

    state: str
    latex_html: Html
    message: Html
    caret: tuple[str, str, str] | None
    suggestion: str

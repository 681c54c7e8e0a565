"""Show the log, newest first, and let any of it be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upslope.checking import Outcome
from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, EventId
from upslope.learner.events import Attempt, Body, Claim, Event, Mode, Override, Retraction, Skip, Snooze
from upslope.services import answered, states
from upslope.services.house import House, Situation
from upslope.services.record import is_retracted, record, record_inside
from upslope.services.views.common import Html, Notice
from upslope.services.views.concept import AttemptRow
from upslope.services.views.progress import HistoryView
from upslope.services.words import count, day, when
from upslope.store import queries as read
from upslope.store import questions
from upslope.store.queries.answers import Answer
from upslope.store.transactions import writing

PAGE_SIZE = 40
OUTCOME_WORDS = {
    Outcome.CORRECT: "right",
    Outcome.PARTIAL: "partly right",
    Outcome.WRONG: "not yet",
    Outcome.UNREADABLE: "not read",
    Outcome.UNDECIDED: "undecided",
}
MODE_WORDS = {
    Mode.LESSON: "Lesson",
    Mode.REVIEW: "Review",
    Mode.PREVIEW: "Preview",
    Mode.REPEAT: "Once more",
}


def view(house: House, page: int = 1, concept: ConceptId | None = None) -> HistoryView:
    """Return one page of the log, all of it or what one concept is about."""
    situation = house.look()
    if concept is not None:
        house.curriculum.concept(concept)
    total = read.events.count(house.learner, concept)
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(1, page), pages)
    events = read.events.page(house.learner, concept=concept, page=page, size=PAGE_SIZE)
    return HistoryView(
        rows=rows(situation, events),
        page=page,
        pages=pages,
        total=total,
        concept=states.link(situation, concept) if concept else None,
    )


def of_concept(situation: Situation, concept: ConceptId, most: int) -> tuple[AttemptRow, ...]:
    """Return the latest lines about one concept."""
    events = read.events.page(situation.house.learner, concept=concept, page=1, size=most)
    return rows(situation, events)


def undo(house: House, event: EventId, client_token: str) -> Notice:
    """Take an event back: it counts as never having happened. The log keeps both.

    Raises NotFoundError if there is no such event, UpslopeError if it cannot be taken back.
    """
    target = _find(house, event)
    if isinstance(target.body, Retraction):
        raise UpslopeError("An undo is not undone.", "Answer the question again instead.")
    if read.events.by_token(house.learner, client_token) is None and is_retracted(house, event):
        return Notice("That was taken back already.")
    record(house, Retraction(event), client_token)
    return Notice(f"Taken back: {_what(house, target.body)}.")


def override(house: House, event: EventId, client_token: str) -> Notice:
    """Mark an own answer as right; kept as the learner's mark, with all that is needed to judge it again.

    Raises NotFoundError if there is no such attempt, UpslopeError if it cannot be marked.
    """
    target = _find(house, event)
    if not isinstance(target.body, Attempt):
        raise NotFoundError("There is no such answer.", "Open History and choose again.")
    known = read.events.by_token(house.learner, client_token)
    standing = read.answers.of_events(house.learner, [event]).get(event)
    if known is None and not answered.can_override(target.body, standing):
        raise UpslopeError("This answer cannot be marked as right.", "Open History to see how it stands.")
    with writing():
        mark = Override(event, Outcome.CORRECT, reason="my answer is right")
        record_inside(house, mark, client_token)
        _settle(house, target.body, event)
    return Notice("Kept as right on your own mark, and shown as such.", "")


def rows(situation: Situation, events: Sequence[Event]) -> tuple[AttemptRow, ...]:
    """Return events as lines."""
    context = _Context.of(situation, events)
    return tuple(_row(situation, event, context) for event in events)


@dataclass(frozen=True, slots=True)
class _Context:
    """Hold what the lines of one page need besides their events."""

    answers: Mapping[EventId, Answer]
    taken_back: frozenset[EventId]
    targets: Mapping[EventId, Event]

    @classmethod
    def of(cls, situation: Situation, events: Sequence[Event]) -> "_Context":
        learner = situation.house.learner
        ids = [event.id for event in events]
        targets = [e.body.target for e in events if isinstance(e.body, Retraction | Override)]
        return cls(
            answers=read.answers.of_events(learner, ids),
            taken_back=read.events.retracted_among(learner, ids),
            targets=read.events.of_ids(learner, targets),
        )


def _row(situation: Situation, event: Event, context: _Context) -> AttemptRow:
    body = event.body
    concept = _concept(body, context)
    attempt = body if isinstance(body, Attempt) else None
    standing = context.answers.get(event.id)
    taken_back = event.id in context.taken_back
    outcome = standing.outcome if standing else attempt.outcome if attempt else None
    return AttemptRow(
        event=event.id,
        when_text=when(event.envelope.at, event.envelope.zone_offset_minutes, situation.today),
        concept=concept or ConceptId(""),
        concept_title=_title(situation, concept),
        what=_kind(body),
        response_text=answered.shown_response(attempt) if attempt else "",
        outcome=str(outcome) if outcome else "",
        outcome_text=_outcome_text(situation, body, outcome),
        detail=_detail(situation, body),
        can_undo=not taken_back and not isinstance(body, Retraction),
        can_override=attempt is not None and answered.can_override(attempt, standing),
        retracted=taken_back,
        overridden=standing is not None and standing.overridden,
        question_url=f"/questions/{attempt.question}/" if attempt and attempt.question else "",
    )


def _concept(body: Body, context: _Context) -> ConceptId | None:
    match body:
        case Attempt(concept=concept) | Skip(concept=concept) | Snooze(concept=concept):
            return concept
        case Claim(concepts=(concept,)):
            return concept
        case Retraction(target=target) | Override(target=target):
            found = context.targets.get(target)
            return None if found is None else _concept(found.body, context)
        case _:
            return None


def _title(situation: Situation, concept: ConceptId | None) -> Html:
    if concept is None or concept not in situation.curriculum.concepts:
        return Html("")
    return states.title(situation.house, concept)


def _kind(body: Body) -> str:
    match body:
        case Attempt(mode=mode):
            return MODE_WORDS[mode]
        case Retraction():
            return "Undo"
        case Override():
            return "My answer is right"
        case Claim(withdrawn=withdrawn, concepts=concepts):
            what = "Not known after all" if withdrawn else "Known already"
            return what if len(concepts) == 1 else f"{what}: {count(len(concepts), 'concept')}"
        case Snooze():
            return "Not now"
        case Skip():
            return "Skipped"
        case _:
            return str(body.kind).replace("-", " ").capitalize()


def _outcome_text(situation: Situation, body: Body, outcome: Outcome | None) -> str:
    if isinstance(body, Attempt):
        return "did not know" if body.gave_up else OUTCOME_WORDS[outcome or body.outcome]
    if isinstance(body, Claim):
        return "on your word"
    if isinstance(body, Snooze):
        if body.until is None:
            return "until further notice"
        return f"until {day(body.until, situation.today)}"
    return ""


def _detail(situation: Situation, body: Body) -> str:
    if not isinstance(body, Attempt):
        return ""
    notes = []
    if body.point is not None and body.concept in situation.curriculum.concepts:
        points = [point.id for point in situation.curriculum.concepts[body.concept].points]
        if body.point in points:
            notes.append(f"step {points.index(body.point) + 1}")
    if body.hints_used:
        notes.append(count(body.hints_used, "hint"))
    return ", ".join(notes)


def _what(house: House, body: Body) -> str:
    match body:
        case Attempt(concept=concept) if concept in house.curriculum.concepts:
            return f"an answer to {states.plain_title(house, concept)}"
        case Override():
            return "your own mark"
        case _:
            return _kind(body).lower()


def _find(house: House, event: EventId) -> Event:
    found = read.events.by_id(house.learner, event)
    if found is None:
        raise NotFoundError("There is no such entry in your history.", "Open History and choose again.")
    return found


def _settle(house: House, attempt: Attempt, event: EventId) -> None:
    """Close the question of an undecided answer that the learner has now decided."""
    if attempt.question is not None:
        question = read.questions.by_id(house.learner, attempt.question)
        if question is not None and question.answered_event is None:
            questions.settle(question.id, event)

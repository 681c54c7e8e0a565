"""Ask, read, check, record, and say what follows: the way of an answer, step by step.

`answer` is where to begin reading: web hands it a response, the curriculum gives the template, problems the
variant, checking the verdict; the store keeps the attempt, the learner model follows, and the planner says
what is next.
"""

from dataclasses import replace

from upslope.checking import NamedText, Outcome, Response, Verdict, check, read_back
from upslope.core.ids import QuestionId
from upslope.curriculum import katex, markup
from upslope.learner.events import Attempt, PartOutcome
from upslope.problems import Variant
from upslope.services import answered, asking, following, presenting
from upslope.services.house import House
from upslope.services.record import record_inside
from upslope.services.verdicts import split_at
from upslope.services.views.common import Html, Notice
from upslope.services.views.practice import AnsweredView, QuestionView, ReadingView
from upslope.store import queries as read
from upslope.store import questions
from upslope.store.queries.questions import Question
from upslope.store.transactions import writing

LONGEST_RESPONSE = 2_000
"""Characters of one field; the checker reads no more."""
LONGEST_IN_NOTICE = 200
ELSEWHERE = "This question was answered already, in another window. That answer stands"


def question(house: House, qid: QuestionId) -> QuestionView | AnsweredView:
    """Return a question as it is: open, or answered with its verdict and solution.

    Raises NotFoundError if there is no such question.
    """
    found = asking.find(house, qid)
    if found.answered_event is not None:
        return answered.view(house, found, found.answered_event)
    return presenting.question_view(house.look(), found, asking.variant_of(house, found))


def answer(
    house: House,
    qid: QuestionId,
    response: Response,
    *,
    client_token: str,
    active_ms: int = 0,
    confidence: int | None = None,
) -> AnsweredView:
    """Check a response and keep it; the same token again returns the same view and writes nothing.

    What cannot be read is not an attempt: it is kept as a draft, costs nothing, and the question stays open.
    What cannot be decided is kept as a fact without evidence, and the question stays open too.
    """
    found = asking.find(house, qid)
    variant = asking.variant_of(house, found)
    response = _shortened(response)
    verdict = check(variant.answer, response, slips=variant.slips)
    if verdict.outcome is Outcome.UNREADABLE and found.answered_event is None:
        draft = presenting.write_draft(response)
        with writing():
            questions.save_draft(qid, draft=draft, active_ms=active_ms)
        return answered.unread(house, asking.find(house, qid), variant, response, verdict)
    attempt = _attempt(found, variant, response, verdict)
    attempt = replace(attempt, confidence=confidence)
    return _keep(house, found, attempt, client_token=client_token, active_ms=active_ms)


def give_up(house: House, qid: QuestionId, *, client_token: str, active_ms: int = 0) -> AnsweredView:
    """Take "I do not know" as an answer: it breaks the row and shows the worked solution."""
    found = asking.find(house, qid)
    variant = asking.variant_of(house, found)
    attempt = _attempt(found, variant, Response(), Verdict(Outcome.WRONG))
    return _keep(house, found, replace(attempt, gave_up=True), client_token=client_token, active_ms=active_ms)


def hint(house: House, qid: QuestionId) -> QuestionView | AnsweredView:
    """Show one more hint, if there is one."""
    found = asking.find(house, qid)
    variant = asking.variant_of(house, found)
    with writing():
        questions.show_hint(qid, total=len(variant.hints))
    return question(house, qid)


def save_draft(house: House, qid: QuestionId, draft: Response, active_ms: int = 0) -> None:
    """Keep what is typed so far; after an answer there is nothing to keep."""
    found = asking.find(house, qid)
    if found.answered_event is None:
        text = presenting.write_draft(_shortened(draft))
        with writing():
            questions.save_draft(qid, draft=text, active_ms=active_ms)


def reading(house: House, qid: QuestionId, response: Response, part: str | None = None) -> ReadingView:
    """Return how the text in a field is understood while it is being typed."""
    variant = asking.variant_of(house, asking.find(house, qid))
    spec = variant.answer
    if part is not None:
        named = {each.name: each.answer for each in getattr(spec, "named", ())}
        spec = named.get(part, spec)
    response = _shortened(response)
    if not response.text.strip() and not response.parts:
        return ReadingView("empty", Html(""), Html(""), None, "")
    found = read_back(spec, response)
    state = "reading" if found.ok else "unreadable" if found.complete else "incomplete"
    return ReadingView(
        state=state,
        latex_html=Html(katex.render(found.latex, display=False)) if found.latex else Html(""),
        message=Html(markup.render_inline(found.message)) if found.message else Html(""),
        caret=split_at(response.text, found.span) if found.span and state == "unreadable" else None,
        suggestion=found.suggestion,
    )


def next_after(house: House, qid: QuestionId) -> str:
    """Return the address of what follows a settled question; it may put a new question."""
    return following.url_after(house, asking.find(house, qid))


def repeat(house: House, qid: QuestionId) -> QuestionId:
    """Put a question of the same kind once more, with other numbers and without credit."""
    return asking.ask_again(house, asking.find(house, qid))


def _keep(
    house: House, found: Question, attempt: Attempt, *, client_token: str, active_ms: int
) -> AnsweredView:
    """Write the attempt down, once, if the question is still open when the lock is held."""
    with writing():
        now = asking.find(house, found.id)
        known = read.events.by_token(house.learner, client_token)
        first = known.id if known else now.answered_event
        if first is None:
            timed = _timed(house, now, attempt, active_ms)
            event = record_inside(house, timed, client_token)
            if attempt.outcome is Outcome.UNDECIDED:
                draft = presenting.write_draft(answered.response_of(attempt))
                questions.save_draft(now.id, draft=draft, active_ms=active_ms)
            else:
                questions.settle(now.id, event.id)
    if first is None:
        return answered.view(house, asking.find(house, found.id), event.id)
    view = answered.view(house, asking.find(house, found.id), first)
    if known is not None:
        return view
    return replace(view, question=replace(view.question, notice=_elsewhere(attempt)))


def _elsewhere(attempt: Attempt) -> Notice:
    """Say that another answer stands, and give back the text of this one."""
    text = answered.shown_response(attempt)[:LONGEST_IN_NOTICE]
    return Notice(f"{ELSEWHERE}; not counted: {text}" if text else f"{ELSEWHERE}.")


def _attempt(found: Question, variant: Variant, response: Response, verdict: Verdict) -> Attempt:
    return Attempt(
        concept=found.concept,
        point=found.point,
        template=found.template,
        template_version=found.template_version,
        level=found.level,
        seed=found.seed,
        fields_json=found.fields_json,
        mode=found.mode,
        outcome=verdict.outcome,
        response_text=response.text,
        response_parts=response.parts,
        syntax=response.syntax,
        form_ok=verdict.form_ok,
        score=verdict.score,
        parts=tuple(PartOutcome(part.name, part.verdict.outcome) for part in verdict.parts),
        slip=verdict.slip,
        read_as=verdict.read_as,
        method=verdict.method,
        message=verdict.message,
        hints_used=found.hints_shown,
        hints_total=len(variant.hints),
        question=found.id,
    )


def _timed(house: House, found: Question, attempt: Attempt, active_ms: int) -> Attempt:
    """Put the times in: the client's active time, never more than the wall's, and no time twice."""
    elapsed = max(0, round((house.clock.now() - found.opened_at).total_seconds() * 1000))
    earlier = sum(
        event.body.active_ms
        for event in read.events.of_question(house.learner, found.id)
        if isinstance(event.body, Attempt)
    )
    active = min(max(active_ms, found.active_ms, 0), elapsed)
    return replace(
        attempt, active_ms=max(0, active - earlier), elapsed_ms=elapsed, hints_used=found.hints_shown
    )


def _shortened(response: Response) -> Response:
    parts = tuple(NamedText(p.name[:100], p.text[:LONGEST_RESPONSE]) for p in response.parts[:50])
    return replace(response, text=response.text[:LONGEST_RESPONSE], parts=parts)

"""Lay an answered question out: verdict, solution, progress, and the one step that follows."""

from dataclasses import replace

from upslope.checking import Outcome, Response, Verdict, check
from upslope.core.errors import NotFoundError
from upslope.core.ids import ConceptId, EventId
from upslope.curriculum import markup
from upslope.learner.events import Attempt, Event, Mode
from upslope.learner.evidence import FREE_HINTS
from upslope.problems import Variant
from upslope.services import asking, following, presenting, states, verdicts
from upslope.services.house import House, Situation
from upslope.services.views.common import ConceptLink, Html
from upslope.services.views.practice import AnsweredView, Draft, QuestionView
from upslope.store import queries as read
from upslope.store.queries.answers import Answer
from upslope.store.queries.questions import Question

MOST_OPENED = 4


def view(house: House, question: Question, event: EventId) -> AnsweredView:
    """Return a question with the attempt that was kept, as often as asked: the log is what it is made from.

    Raises NotFoundError if the event is no attempt of the learner.
    """
    situation = house.look()
    found = read.events.by_id(house.learner, event)
    if found is None or not isinstance(found.body, Attempt):
        raise NotFoundError("There is no such answer.", "Go back to Today and start from there.")
    attempt = found.body
    variant = asking.variant_of(house, question)
    verdict = verdict_of(variant, attempt)
    standing = read.answers.of_events(house.learner, [event]).get(event)
    settled = question.answered_event is not None
    next_label = following.label_after(situation, question) if settled else "Check again"
    return AnsweredView(
        question=_question_shown(situation, question, variant, attempt),
        response_text=shown_response(attempt),
        verdict=verdicts.verdict_view(
            variant,
            verdict,
            response_text=attempt.response_text,
            parts=attempt.response_parts,
            gave_up=attempt.gave_up,
            counts_text=_counts_text(attempt, standing),
        ),
        settled=settled,
        solution=verdicts.solution_view(variant, verdict) if settled else (),
        after=Html(markup.render(variant.after)) if settled and variant.after else Html(""),
        progress_text=following.progress_text(situation, question, found) if settled else "",
        opened=_opened(situation, question, found) if settled else (),
        next_label=next_label,
        next_action=f"/questions/{question.id}/next" if settled else f"/questions/{question.id}/answer",
        event=event,
        can_undo=settled and standing is not None and not standing.retracted,
        can_override=can_override(attempt, standing),
    )


def unread(
    house: House, question: Question, variant: Variant, response: Response, verdict: Verdict
) -> AnsweredView:
    """Return a question whose response could not be read: nothing counts, the text stays in the field."""
    situation = house.look()
    shown = presenting.question_view(situation, question, variant)
    return AnsweredView(
        question=shown,
        response_text=response.text,
        verdict=verdicts.verdict_view(
            variant, verdict, response_text=response.text, parts=response.parts, counts_text=""
        ),
        settled=False,
        solution=(),
        after=Html(""),
        progress_text="",
        opened=(),
        next_label="Check again",
        next_action=f"/questions/{question.id}/answer",
        event="",
        can_undo=False,
        can_override=False,
    )


def verdict_of(variant: Variant, attempt: Attempt) -> Verdict:
    """Return the verdict as it was given; where today's checker agrees, with its witness and parts.

    A checker that would judge otherwise today does not change what was said: then the stored words stand.
    """
    kept = Verdict(
        outcome=attempt.outcome,
        form_ok=attempt.form_ok,
        score=attempt.score,
        slip=attempt.slip,
        read_as=attempt.read_as,
        method=attempt.method,
        message=attempt.message,
    )
    if attempt.gave_up:
        return kept
    again = check(variant.answer, response_of(attempt), slips=variant.slips)
    same = (again.outcome, again.form_ok, again.slip) == (kept.outcome, kept.form_ok, kept.slip)
    return again if same else kept


def response_of(attempt: Attempt) -> Response:
    """Return what was typed in an attempt."""
    return Response(attempt.response_text, attempt.syntax, attempt.response_parts)


def shown_response(attempt: Attempt) -> str:
    """Return what was typed in one line; parts as "name: text"."""
    if attempt.gave_up:
        return ""
    if attempt.response_parts:
        return "; ".join(f"{part.name}: {part.text}" for part in attempt.response_parts)
    return attempt.response_text


def can_override(attempt: Attempt, standing: Answer | None) -> bool:
    """Say whether "my answer is right" makes sense: it was judged otherwise, and stands so."""
    judged_otherwise = attempt.outcome in (Outcome.WRONG, Outcome.PARTIAL, Outcome.UNDECIDED)
    formless = attempt.outcome is Outcome.CORRECT and not attempt.form_ok
    if attempt.gave_up or standing is None or standing.retracted or standing.overridden:
        return False
    return judged_otherwise or formless


def _counts_text(attempt: Attempt, standing: Answer | None) -> str:
    if standing is not None and standing.retracted:
        return "Taken back: it counts as never having happened."
    if standing is not None and standing.overridden:
        return "Right on your own mark, and shown as such."
    return verdicts.counts_text(attempt, hints_free=FREE_HINTS)


def _question_shown(
    situation: Situation, question: Question, variant: Variant, attempt: Attempt
) -> QuestionView:
    shown = presenting.question_view(situation, question, variant)
    parts = tuple((part.name, part.text) for part in attempt.response_parts)
    return replace(shown, draft=Draft(attempt.response_text, parts, str(attempt.syntax)))


def _opened(situation: Situation, question: Question, event: Event) -> tuple[ConceptLink, ...]:
    """Return what can be begun since this answer, if it finished the concept."""
    belief = situation.beliefs.of(question.concept)
    if question.mode is not Mode.LESSON or belief.learned_day != event.day:
        return ()
    if belief.last_sequence != event.sequence or not belief.status.opens_dependants:
        return ()
    children: tuple[ConceptId, ...] = situation.curriculum.graph.children[question.concept]
    on_path = set(situation.goal.path)
    ready = [c for c in children if not states.missing(situation, c)]
    ready.sort(key=lambda concept: concept not in on_path)
    return tuple(states.link(situation, concept) for concept in ready[:MOST_OPENED])

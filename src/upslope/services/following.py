"""Say what an answer changed, and what comes after it."""

from upslope.core.ids import ConceptId, PointId
from upslope.learner.beliefs import PointBelief
from upslope.learner.due import is_halted
from upslope.learner.events import Event, Mode
from upslope.services import asking, planning, states
from upslope.services.asking import Wanted
from upslope.services.house import House, Situation
from upslope.services.words import capital, near_day, spelled
from upslope.store.queries.questions import Question


def url_after(house: House, question: Question) -> str:
    """Return where the one filled button leads: the next question, the next step's text, or Today."""
    situation = house.look()
    if question.mode is Mode.LESSON and question.point is not None:
        return _after_lesson(situation, question, question.point)
    if question.mode is Mode.PREVIEW:
        return question_url(asking.ask(house, Wanted(question.concept, question.point, Mode.PREVIEW)))
    if question.mode is Mode.REPEAT:
        return f"/concepts/{question.concept}/"
    return _after_review(situation)


def label_after(situation: Situation, question: Question) -> str:
    """Return the verb on that button."""
    if question.mode is Mode.PREVIEW:
        return "Try another"
    if question.mode is Mode.REPEAT:
        return "Back to the concept"
    if question.mode is Mode.REVIEW or question.point is None:
        return "Next review" if _review_follows(situation) else "Back to Today"
    belief = situation.beliefs.of(question.concept).point(question.point)
    if belief is None or belief.passed:
        return "Next step" if _open_point(situation, question) else "Back to Today"
    if belief.halted:
        return "Back to Today"
    return "Next" if belief.row else "Try another"


def progress_text(situation: Situation, question: Question, event: Event) -> str:
    """Return one sentence on what the answer moved; "" once later answers have moved it on."""
    belief = situation.beliefs.of(question.concept)
    if belief.last_sequence != event.sequence:
        return ""
    if question.mode is Mode.REVIEW:
        return _after_review_text(situation, question)
    if question.mode is not Mode.LESSON or question.point is None:
        return ""
    point = belief.point(question.point)
    return _point_text(situation, question, point) if point else ""


def question_url(question: str) -> str:
    """Return the address of a question."""
    return f"/questions/{question}/"


def point_url(concept: str, point: PointId) -> str:
    """Return the address of a step's text in its lesson."""
    return f"/concepts/{concept}/#{point}"


def _after_lesson(situation: Situation, question: Question, point: PointId) -> str:
    belief = situation.beliefs.of(question.concept).point(point)
    if belief is not None and not belief.passed:
        if is_halted(situation.beliefs, question.concept, point, situation.today):
            return "/"
        return question_url(asking.ask(situation.house, Wanted(question.concept, point, Mode.LESSON)))
    if belief is None:
        return question_url(asking.ask(situation.house, Wanted(question.concept, point, Mode.LESSON)))
    following = _open_point(situation, question)
    return point_url(question.concept, following) if following else "/"


def _open_point(situation: Situation, question: Question) -> PointId | None:
    """Return the first step of the concept that is not passed yet."""
    belief = situation.beliefs.of(question.concept)
    for facts in situation.house.facts[question.concept].points:
        found = belief.point(facts.point)
        if found is None or not found.passed:
            return facts.point
    return None


def _after_review(situation: Situation) -> str:
    review = _review_follows(situation)
    if review is None:
        return "/"
    return question_url(asking.ask(situation.house, Wanted(review, None, Mode.REVIEW)))


def _review_follows(situation: Situation) -> ConceptId | None:
    best = planning.recommend(situation).best
    return best.concept if best is not None and best.point is None else None


def _point_text(situation: Situation, question: Question, point: PointBelief) -> str:
    if point.passed:
        done = f"{capital(spelled(point.needed))} in a row: this step is done."
        if situation.beliefs.of(question.concept).status.opens_dependants:
            return f"{done} {_confirmation(situation, question)}"
        return done
    if point.halted:
        return "Enough of this for now: the step rests, and something else comes first."
    if point.row:
        left = point.needed - point.row
        finish = "finishes" if left == 1 else "finish"
        return f"{capital(spelled(point.row))} in a row; {spelled(left)} more {finish} this step."
    return "The row begins with your next right answer."


def _confirmation(situation: Situation, question: Question) -> str:
    due = states.due_day(situation, situation.beliefs.of(question.concept))
    when = f" {near_day(due, situation.today)}" if due else ""
    return f"The concept is learned, not yet confirmed: first review{when}."


def _after_review_text(situation: Situation, question: Question) -> str:
    belief = situation.beliefs.of(question.concept)
    due = states.due_day(situation, belief)
    if belief.memory is None or due is None:
        return "Not confirmed: its lesson is open again." if not belief.claimed else ""
    again = near_day(due, situation.today)
    if belief.missed_day == situation.today:
        return f"It comes again {again}, with another problem."
    before = " and confirmed" if belief.mastered_day == situation.today else ""
    return f"Recall back to {states.recall_text(1.0)}{before}; next {again}."

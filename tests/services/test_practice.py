"""The way of an answer: ask, check, keep once, say what follows."""

from dataclasses import replace

import pytest
from tests.services.gardener import Gardener

from upslope.checking import NamedText, Outcome, Response
from upslope.core.clock import FixedClock
from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, EventId, PointId, QuestionId
from upslope.learner.beliefs import Status
from upslope.services import concept, history, practice
from upslope.services.house import House
from upslope.services.views.practice import AnsweredView, QuestionView
from upslope.store import queries as read

ADDING = ConceptId("adding")
SMALL = PointId("small")


def events(house: House) -> int:
    return read.events.count(house.learner)


def row(house: House, point: PointId = SMALL) -> int:
    belief = house.look().beliefs.of(ADDING).point(point)
    return belief.row if belief else 0


def test_a_question_shows_statement_field_and_rule(gardener: Gardener) -> None:
    view = gardener.open(gardener.put())
    assert "katex" in view.statement
    assert view.form.label
    assert view.rule_text == "Two right in a row finish this step"
    assert view.point_text == "step 1 of 2: Small numbers"
    assert [tick.state for tick in view.ticks] == ["now", "todo"]
    assert (view.number, view.hints, view.hints_left) == (1, (), 2)


def test_a_question_left_open_comes_back_unchanged(gardener: Gardener) -> None:
    first = gardener.put()
    assert gardener.put() == first
    assert gardener.open(first).statement == gardener.open(first).statement


def test_each_view_has_a_token_of_its_own(gardener: Gardener) -> None:
    question = gardener.put()
    assert gardener.open(question).client_token != gardener.open(question).client_token


def test_a_right_answer_lengthens_the_row_and_shows_the_solution(gardener: Gardener) -> None:
    view = gardener.practise()
    assert (view.verdict.outcome, view.verdict.headline, view.settled) == ("correct", "Right", True)
    assert view.progress_text == "One in a row; one more finishes this step."
    assert [step.title for step in view.solution] == ["Begin", "Count on"]
    assert "any order" in view.after
    assert view.next_label == "Next"
    assert row(gardener.house) == 1


def test_two_right_in_a_row_finish_a_step_and_lead_to_the_next_ones_text(gardener: Gardener) -> None:
    gardener.practise()
    question = gardener.put()
    view = gardener.answer(question)
    assert view.progress_text == "Two in a row: this step is done."
    assert view.next_label == "Next step"
    assert practice.next_after(gardener.house, question) == "/concepts/adding/#signed"


def test_a_declared_slip_is_named_and_its_step_marked(gardener: Gardener) -> None:
    question = gardener.put()
    total = int(gardener.right_response(question).text)
    view = practice.answer(gardener.house, question, Response(str(total + 1)), client_token=gardener.token())
    assert view.verdict.headline == "Not yet: one step too many"
    assert "The count starts after" in view.verdict.body[0]
    assert [step.here for step in view.solution] == [False, True]
    assert view.next_label == "Try another"
    assert view.progress_text == "The row begins with your next right answer."


def test_a_wrong_answer_breaks_the_row(gardener: Gardener) -> None:
    gardener.practise()
    gardener.practise(right=False)
    assert row(gardener.house) == 0


def test_what_cannot_be_read_costs_nothing_and_stays_in_the_field(gardener: Gardener) -> None:
    question = gardener.put()
    view = practice.answer(gardener.house, question, Response("3+"), client_token=gardener.token())
    assert view.verdict.headline == "We cannot read this yet. It does not count."
    assert not view.settled
    assert view.solution == ()
    assert events(gardener.house) == 0
    assert gardener.open(question).draft.text == "3+"
    assert gardener.answer(question).verdict.outcome == "correct"
    assert row(gardener.house) == 1


def test_what_cannot_be_decided_is_kept_without_evidence(
    gardener: Gardener, monkeypatch: pytest.MonkeyPatch
) -> None:
    from upslope.checking import Verdict
    from upslope.services import answered

    gardener.practise()
    question = gardener.put()
    undecided = Verdict(Outcome.UNDECIDED, read_as="x", method="certified points")
    with monkeypatch.context() as patch:
        patch.setattr(practice, "check", lambda *_, **__: undecided)
        patch.setattr(answered, "check", lambda *_, **__: undecided)
        view = practice.answer(gardener.house, question, Response("x"), client_token=gardener.token())
    assert (view.settled, view.can_override) == (False, True)
    assert view.verdict.headline == "We could not decide. Nothing is scored."
    assert events(gardener.house) == 2
    assert row(gardener.house) == 1
    belief = gardener.house.look().beliefs.of(ADDING).point(SMALL)
    assert belief is not None
    assert belief.tries == 1
    assert gardener.open(question).draft.text == "x"
    assert gardener.answer(question).settled


def test_the_learner_may_decide_what_we_could_not(
    gardener: Gardener, monkeypatch: pytest.MonkeyPatch
) -> None:
    from upslope.checking import Verdict

    undecided = Verdict(Outcome.UNDECIDED, read_as="x", method="certified points")
    monkeypatch.setattr(practice, "check", lambda *_, **__: undecided)
    question = gardener.put()
    view = practice.answer(gardener.house, question, Response("x"), client_token=gardener.token())
    history.override(gardener.house, EventId(view.event), gardener.token())
    settled = practice.question(gardener.house, question)
    assert isinstance(settled, AnsweredView)
    assert settled.settled
    assert settled.verdict.counts_text == "Right on your own mark, and shown as such."
    assert row(gardener.house) == 1


def test_i_do_not_know_breaks_the_row_and_shows_how_it_goes(gardener: Gardener) -> None:
    gardener.practise()
    question = gardener.put()
    view = practice.give_up(gardener.house, question, client_token=gardener.token(), active_ms=5)
    assert view.verdict.headline == "Here is how it goes"
    assert view.solution
    assert not view.can_override
    assert row(gardener.house) == 0


def test_hints_come_one_at_a_time_and_the_second_takes_the_credit(gardener: Gardener) -> None:
    question = gardener.put()
    first = practice.hint(gardener.house, question)
    assert isinstance(first, QuestionView)
    assert (len(first.hints), first.hints_left) == (1, 1)
    for _ in range(3):
        second = practice.hint(gardener.house, question)
    assert isinstance(second, QuestionView)
    assert (len(second.hints), second.hints_left) == (2, 0)
    view = gardener.answer(question)
    assert view.verdict.counts_text == ("With two hints it does not count towards the row, nor against it.")
    assert row(gardener.house) == 0


def test_parts_have_their_places_in_the_statement_and_partial_credit(gardener: Gardener) -> None:
    gardener.practise()
    gardener.practise()
    question = gardener.put()
    view = gardener.open(question)
    assert view.statement.count('<span class="part-slot" data-part="sum"></span>') == 1
    assert [part.name for part in view.form.parts] == ["sum", "difference"]
    right = gardener.right_response(question)
    half = replace(right, parts=(right.parts[0], NamedText("difference", "999999")))
    answered = practice.answer(gardener.house, question, half, client_token=gardener.token())
    assert answered.verdict.outcome == "partial"
    assert [part[1] for part in answered.verdict.parts] == ["correct", "wrong"]
    assert answered.response_text.endswith("difference: 999999")


@pytest.mark.parametrize(
    ("text", "state"), [("", "empty"), ("12", "reading"), ("(1+", "incomplete"), ("1;2", "unreadable")]
)
def test_the_reading_follows_what_is_typed(gardener: Gardener, text: str, state: str) -> None:
    question = gardener.put()
    found = practice.reading(gardener.house, question, Response(text))
    assert found.state == state
    assert bool(found.latex_html) == (state == "reading")
    assert bool(found.caret) == (state == "unreadable")


def test_five_without_two_in_a_row_rest_the_step_kindly(gardener: Gardener) -> None:
    for right in (True, False, True, False):
        gardener.practise(right=right)
    question = gardener.put()
    view = gardener.answer(question, right=False)
    assert view.progress_text.startswith("Enough of this for now")
    assert view.next_label == "Back to Today"
    assert practice.next_after(gardener.house, question) == "/"
    with pytest.raises(UpslopeError, match="rests"):
        gardener.put()
    assert concept.view(gardener.house, ADDING).points[0].halted_text


def test_learning_a_concept_opens_what_rests_on_it(gardener: Gardener) -> None:
    view = gardener.learn("adding")
    assert view.progress_text.startswith("Three in a row: this step is done. The concept is learned")
    assert [link.id for link in view.opened] == ["doubling", "halving"]
    assert gardener.house.look().beliefs.of(ADDING).status is Status.LEARNED


def test_a_review_a_day_later_confirms(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    clock.advance(days=2)
    view = gardener.review("adding")
    assert view.question.mode_text == "Review"
    assert view.progress_text.startswith("Recall back to 99\u202f% and confirmed; next ")
    assert gardener.house.look().beliefs.of(ADDING).status is Status.MASTERED


def test_previews_and_repeats_give_no_credit(gardener: Gardener) -> None:
    question = gardener.put("averaging")
    assert gardener.open(question).mode_text == "Preview, gives no credit"
    assert gardener.answer(question).verdict.counts_text == "Nothing counts here."
    again = practice.repeat(gardener.house, question)
    assert again != question
    assert gardener.open(again).mode_text == "Once more, gives no credit"
    gardener.answer(again)
    assert gardener.house.look().beliefs.of(ConceptId("averaging")).status is Status.UNSEEN


def test_statements_are_not_repeated_within_fifty(gardener: Gardener) -> None:
    seen = []
    for _ in range(50):
        question = gardener.put("doubling")
        seen.append(gardener.variant(question).statement)
        gardener.answer(question)
    assert len(set(seen)) == 50


def test_an_answered_question_shows_the_same_again(gardener: Gardener) -> None:
    question = gardener.put()
    view = gardener.answer(question)
    again = practice.question(gardener.house, question)
    assert isinstance(again, AnsweredView)
    assert replace(again, question=view.question) == view


def test_a_verdict_stands_though_todays_checker_would_judge_otherwise(
    gardener: Gardener, monkeypatch: pytest.MonkeyPatch
) -> None:
    from upslope.checking import Verdict
    from upslope.services import answered

    question = gardener.put()
    gardener.answer(question)
    monkeypatch.setattr(answered, "check", lambda *_, **__: Verdict(Outcome.WRONG, message="changed"))
    again = practice.question(gardener.house, question)
    assert isinstance(again, AnsweredView)
    assert again.verdict.outcome == "correct"


def test_a_question_of_nobody_is_not_found(house: House) -> None:
    with pytest.raises(NotFoundError):
        practice.question(house, QuestionId("nothing"))

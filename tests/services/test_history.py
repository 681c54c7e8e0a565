"""History: everything in order, anything taken back, nothing thrown away."""

import pytest
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.errors import NotFoundError, UpslopeError
from upslope.core.ids import ConceptId, EventId
from upslope.learner.beliefs import Status
from upslope.services import concept, history, practice
from upslope.services.history import PAGE_SIZE
from upslope.services.rebuild import rebuild
from upslope.services.views.practice import AnsweredView
from upslope.store import queries as read

ADDING = ConceptId("adding")


def test_the_log_is_shown_newest_first(gardener: Gardener) -> None:
    gardener.practise("adding")
    gardener.practise("adding", right=False)
    concept.claim(gardener.house, ConceptId("guessing"), gardener.token())
    view = history.view(gardener.house)
    assert [(row.what, row.outcome_text) for row in view.rows] == [
        ("Known already", "on your word"),
        ("Lesson", "not yet"),
        ("Lesson", "right"),
    ]
    assert view.rows[1].response_text == "999999"
    assert view.rows[1].detail == "step 1"
    assert view.rows[1].when_text == "today 19:31"
    assert view.rows[1].question_url.startswith("/questions/")
    assert (view.page, view.pages, view.total) == (1, 1, 3)


def test_pages_and_concepts(gardener: Gardener) -> None:
    for _ in range(PAGE_SIZE + 3):
        gardener.practise("averaging")
    gardener.practise("adding")
    assert [len(history.view(gardener.house, page).rows) for page in (1, 2)] == [PAGE_SIZE, 4]
    assert history.view(gardener.house, 99).page == 2
    own = history.view(gardener.house, 1, ADDING)
    assert (len(own.rows), own.total) == (1, 1)
    assert own.concept is not None
    with pytest.raises(NotFoundError):
        history.view(gardener.house, 1, ConceptId("nothing"))


def test_an_undo_takes_back_credit_and_is_kept(gardener: Gardener) -> None:
    view = gardener.practise("adding")
    notice = history.undo(gardener.house, EventId(view.event), "undo-token")
    assert notice.text == "Taken back: an answer to Adding two numbers."
    rows = history.view(gardener.house).rows
    assert [(row.what, row.retracted, row.can_undo) for row in rows] == [
        ("Undo", False, False),
        ("Lesson", True, False),
    ]
    assert gardener.house.look().beliefs.of(ADDING).status is Status.UNSEEN
    shown = practice.question(gardener.house, view.question.id)
    assert isinstance(shown, AnsweredView)
    assert shown.verdict.counts_text == "Taken back: it counts as never having happened."
    assert not shown.can_undo


def test_undo_is_idempotent_by_token_and_by_state(gardener: Gardener) -> None:
    view = gardener.practise("adding")
    for token in ("undo-token", "undo-token", "another-token"):
        history.undo(gardener.house, EventId(view.event), token)
    assert read.events.count(gardener.house.learner) == 2


def test_my_answer_is_right_counts_and_is_shown_as_such(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    clock.advance(days=3)
    view = gardener.review("adding", right=False)
    assert view.can_override
    history.override(gardener.house, EventId(view.event), "mark-token")
    history.override(gardener.house, EventId(view.event), "mark-token")
    belief = gardener.house.look().beliefs.of(ADDING)
    assert (belief.status, belief.overrides) == (Status.MASTERED, 1)
    rows = history.view(gardener.house).rows
    assert [(row.what, row.outcome_text, row.overridden) for row in rows[:2]] == [
        ("My answer is right", "", False),
        ("Review", "right", True),
    ]
    event = read.events.by_id(gardener.house.learner, EventId(view.event))
    assert event is not None
    assert event.body.outcome == "wrong"  # type: ignore[union-attr]
    assert rebuild(gardener.house).is_equal


def test_an_override_can_be_taken_back(gardener: Gardener, clock: FixedClock) -> None:
    gardener.learn("adding")
    clock.advance(days=3)
    view = gardener.review("adding", right=False)
    history.override(gardener.house, EventId(view.event), "mark-token")
    mark = history.view(gardener.house).rows[0]
    gardener.undo(mark.event)
    assert gardener.house.look().beliefs.of(ADDING).status is Status.LEARNED
    assert history.view(gardener.house).rows[2].outcome_text == "not yet"


def test_what_is_right_or_given_up_cannot_be_marked(gardener: Gardener) -> None:
    right = gardener.practise("adding")
    with pytest.raises(UpslopeError, match="cannot be marked"):
        history.override(gardener.house, EventId(right.event), "mark-token-1")
    question = gardener.put("adding")
    given_up = practice.give_up(gardener.house, question, client_token=gardener.token())
    with pytest.raises(UpslopeError, match="cannot be marked"):
        history.override(gardener.house, EventId(given_up.event), "mark-token-2")


def test_a_claim_can_be_taken_back(gardener: Gardener) -> None:
    notice = concept.claim(gardener.house, ADDING, gardener.token())
    gardener.undo(notice.undo_event)
    assert gardener.house.look().beliefs.of(ADDING).status is Status.UNSEEN


def test_an_undo_is_not_undone_and_strangers_are_not_found(gardener: Gardener) -> None:
    view = gardener.practise("adding")
    gardener.undo(view.event)
    undo = history.view(gardener.house).rows[0]
    with pytest.raises(UpslopeError, match="not undone"):
        gardener.undo(undo.event)
    with pytest.raises(NotFoundError):
        gardener.undo("nothing")
    with pytest.raises(NotFoundError):
        history.override(gardener.house, EventId("nothing"), "mark-token")

"""What is kept of an answer: once, whatever windows, networks, clocks and disks do."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection
from tests.services.gardener import Gardener

from upslope.checking import Response
from upslope.core.clock import FixedClock
from upslope.core.errors import ContentError, UpslopeError
from upslope.core.ids import ConceptId, PointId, QuestionId
from upslope.learner.events import Attempt
from upslope.problems import serve
from upslope.services import asking, concept, practice
from upslope.services.house import House
from upslope.services.rebuild import rebuild
from upslope.services.views.practice import AnsweredView
from upslope.store import queries as read
from upslope.store.database import DiskFullError
from upslope.store.models import QuestionRow

ADDING = ConceptId("adding")
SMALL = PointId("small")


def events(house: House) -> int:
    return read.events.count(house.learner)


def row(house: House, point: PointId = SMALL) -> int:
    belief = house.look().beliefs.of(ADDING).point(point)
    return belief.row if belief else 0


def test_the_same_token_gives_the_same_result_and_one_event(gardener: Gardener) -> None:
    question = gardener.put()
    first = gardener.answer(question, token="twice-clicked")
    again = practice.answer(
        gardener.house, question, Response("0"), client_token="twice-clicked", active_ms=1
    )
    assert replace(again, question=first.question) == first
    assert events(gardener.house) == 1


def test_another_window_is_told_that_the_first_answer_stands(gardener: Gardener) -> None:
    question = gardener.put()
    first = gardener.answer(question)
    other = gardener.answer(question, right=False)
    assert other.event == first.event
    assert other.verdict.outcome == "correct"
    assert other.question.notice is not None
    assert other.question.notice.text.endswith("not counted: 999999")
    assert events(gardener.house) == 1


def test_many_windows_at_once_make_one_step(gardener: Gardener) -> None:
    question = gardener.put()
    response = gardener.right_response(question)

    def send(number: int) -> AnsweredView:
        try:
            return practice.answer(
                gardener.house, question, response, client_token=f"window-{number}", active_ms=1
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        views = list(pool.map(send, range(16)))
    assert len({view.event for view in views}) == 1
    assert sum(view.question.notice is None for view in views) == 1
    assert events(gardener.house) == 1
    assert row(gardener.house) == 1


def test_active_time_is_the_clients_but_never_more_than_the_clocks(
    gardener: Gardener, clock: FixedClock
) -> None:
    question = gardener.put()
    clock.advance(seconds=10)
    view = practice.answer(
        gardener.house,
        question,
        gardener.right_response(question),
        client_token=gardener.token(),
        active_ms=3_600_000,
    )
    event = read.events.by_id(gardener.house.learner, view.event)
    assert event is not None
    assert isinstance(event.body, Attempt)
    assert (event.body.active_ms, event.body.elapsed_ms) == (10_000, 10_000)


def test_a_clock_set_back_gives_no_negative_time(gardener: Gardener, clock: FixedClock) -> None:
    question = gardener.put()
    clock.advance(days=-400)
    view = gardener.answer(question)
    event = read.events.by_id(gardener.house.learner, view.event)
    assert event is not None
    assert isinstance(event.body, Attempt)
    assert (event.body.active_ms, event.body.elapsed_ms) == (0, 0)
    assert event.sequence == 1


def test_drafts_are_kept_while_the_question_is_open(gardener: Gardener) -> None:
    question = gardener.put()
    practice.save_draft(gardener.house, question, Response("12 +"), 7_000)
    practice.save_draft(gardener.house, question, Response("12 + 4"), 5_000)
    view = gardener.open(question)
    assert (view.draft.text, view.active_ms) == ("12 + 4", 7_000)
    gardener.answer(question)
    practice.save_draft(gardener.house, question, Response("late"), 9_000)
    settled = practice.question(gardener.house, question)
    assert isinstance(settled, AnsweredView)
    assert settled.question.draft.text != "late"


def test_a_question_whose_template_changed_says_so(
    gardener: Gardener, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = gardener.put()
    QuestionRow.objects.filter(id=question).update(fields_json='{"v": 1, "fields": {"z": 1}}')
    with pytest.raises(asking.StaleError, match="update has replaced"):
        practice.question(gardener.house, question)
    assert gardener.put() != question


def test_a_template_that_cannot_be_drawn_is_passed_over(
    gardener: Gardener, monkeypatch: pytest.MonkeyPatch
) -> None:
    gardener.learn("adding")
    real = serve.next_seed

    def next_seed(secret: str, template: str, *rest: object) -> int:
        if template == "sum-of-two":
            raise ContentError(Path("sum-of-two.md"), 1, "hole", "Half-written.")
        return real(secret, template, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(serve, "next_seed", next_seed)
    for _ in range(3):
        question = concept.review(gardener.house, ADDING)
        assert gardener.variant(question).template == "sum-in-parts"
        gardener.answer(question)
    with pytest.raises(UpslopeError, match="no problems yet"):
        concept.practise(gardener.house, ADDING, SMALL)


@pytest.mark.parametrize("rounds", [15, pytest.param(1_000, marks=pytest.mark.slow)])
def test_two_windows_racing_make_one_step(gardener: Gardener, rounds: int) -> None:
    def send(question: QuestionId, token: str) -> AnsweredView:
        try:
            return practice.give_up(gardener.house, question, client_token=token)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for number in range(rounds):
            question = gardener.put("averaging")
            tokens = (f"left-{number:06}", f"right-{number:06}")
            left, right = pool.map(send, (question, question), tokens)
            assert left.event == right.event
            assert (left.question.notice is None) != (right.question.notice is None)
    assert events(gardener.house) == rounds


def test_a_full_disk_keeps_the_question_and_the_same_form_works_later(gardener: Gardener) -> None:
    question = gardener.put()
    response = gardener.right_response(question)
    for _ in range(30):
        gardener.practise("doubling")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    kept = events(gardener.house)
    refused = 0
    for number in range(40):
        with suppress(DiskFullError):
            practice.answer(
                gardener.house, gardener.put("halving"), Response("0"), client_token=f"full-{number:04}"
            )
            continue
        refused += 1
    assert refused
    held = read.events.count(gardener.house.learner)
    assert held == kept + 40 - refused
    assert rebuild_is_equal_after_space_returns(gardener)
    view = practice.answer(gardener.house, question, response, client_token="at-last-1")
    assert view.settled


def rebuild_is_equal_after_space_returns(gardener: Gardener) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    return rebuild(gardener.house).is_equal


@pytest.mark.parametrize("token", ["", "short", "x" * 81, "with space", "a\nb" * 4])
def test_tokens_that_cannot_be_are_refused(gardener: Gardener, token: str) -> None:
    question = gardener.put()
    with pytest.raises(UpslopeError, match="token"):
        practice.answer(gardener.house, question, gardener.right_response(question), client_token=token)
    assert events(gardener.house) == 0


def test_a_response_of_a_megabyte_is_cut(gardener: Gardener) -> None:
    question = gardener.put()
    practice.save_draft(gardener.house, question, Response("1" * 1_000_000))
    assert len(gardener.open(question).draft.text) == practice.LONGEST_RESPONSE

"""Today: one thing to do with its reason, what else fits, and an end."""

from datetime import timedelta

import pytest
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.errors import NotFoundError
from upslope.core.ids import ConceptId
from upslope.services import concept, firstrun, settings, today
from upslope.services.house import House


@pytest.fixture
def begun(house: House) -> House:
    firstrun.begin(house, goal="concept:averaging", minutes=30, days=range(7), start="beginning")
    return house


def test_the_first_day_offers_the_first_lesson(begun: House) -> None:
    view = today.today(begun)
    assert view.date_text == "Thursday 14 May"
    assert view.best is not None
    assert (view.best.key, view.best.kind, view.best.recommended) == ("lesson:adding:small", "lesson", True)
    assert view.best_why == "It needs nothing before it. It opens two concepts on the way to your goal."
    assert view.best_objective == "Add two whole numbers."
    assert (view.minutes_done, view.minutes_planned, view.day_finished) == (0, 30, False)
    assert (view.ridge.known, view.ridge.claimed, view.ridge.required) == (0, 0, 4)
    assert view.ridge.marks == (("Garden", 0.0),)


def test_a_lesson_starts_at_its_step_a_review_at_its_question(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    assert today.start_activity(begun, "lesson:adding:small") == "/concepts/adding/#small"
    gardener.learn("adding")
    clock.advance(days=3)
    assert today.start_activity(begun, "review:adding:").startswith("/questions/")


@pytest.mark.parametrize("key", ["", "lesson", "party:adding:", "lesson:nothing:", "lesson:adding:nowhere"])
def test_an_activity_that_is_none_is_not_found(begun: House, key: str) -> None:
    with pytest.raises(NotFoundError):
        today.start_activity(begun, key)


def test_done_work_is_listed_with_its_time_and_share(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    view = today.today(begun)
    assert [(row.concept, row.kind) for row in view.done] == [("adding", "lesson")]
    assert view.done[0].done_text == "Done at 19:33: 5 of 5 right"
    assert view.minutes_done == 2
    assert (view.memory_above_target, view.memory_total) == (1, 1)
    assert view.ridge.known == 1


def test_confusable_concepts_are_not_begun_on_one_day(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    gardener.practise("doubling")
    view = today.today(begun)
    offered = {row.concept for row in (view.best, *view.rest, *view.others) if row}
    assert "halving" not in offered


def test_not_now_takes_it_off_the_day_and_can_be_undone(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding")
    best = today.today(begun).best
    assert best is not None
    notice = today.not_now(begun, best.key)
    assert notice.text == "Doubling: not today."
    changed = today.today(begun).best
    assert changed is not None
    assert changed.concept == "halving"
    gardener.undo(notice.undo_event)
    again = today.today(begun).best
    assert again is not None
    assert again.concept == best.concept


def test_what_was_put_off_comes_back_the_next_day(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    today.not_now(begun, "lesson:adding:small")
    assert today.today(begun).best is None
    clock.advance(days=1)
    best = today.today(begun).best
    assert best is not None
    assert best.concept == "adding"


def test_the_day_ends_when_its_minutes_are_done(gardener: Gardener, begun: House) -> None:
    settings.change(begun, "minutes_a_day", "5")
    gardener.learn("adding", "doubling")
    for _ in range(4):
        gardener.practise("halving")
    view = today.today(begun)
    assert view.minutes_done >= 5
    assert view.day_finished
    assert view.rest == ()


def test_the_week_and_the_kept_plan_leave_days_off_out(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    settings.change(begun, "minutes_a_day", "5")
    settings.change(begun, "study_days", "0,1,2,3,4")
    for day in range(8):
        if (clock.instant + timedelta(hours=1)).weekday() < 5:
            for _ in range(10):
                gardener.answer(gardener.put("averaging"))
        if day < 7:
            clock.advance(days=1)
    view = today.today(begun)
    assert view.plan_kept_days == 6
    assert [bar.label for bar in view.week] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    assert [bar.planned for bar in view.week] == [5, 5, 5, 5, 5, 0, 0]
    assert [bar.minutes for bar in view.week] == [5, 5, 5, 5, 0, 0, 0]
    assert [bar.today for bar in view.week].index(True) == 3


def test_an_evening_past_midnight_belongs_to_its_day(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    clock.advance(hours=7)
    gardener.practise("adding")
    assert today.today(begun).date_text == "Thursday 14 May"
    clock.advance(hours=3)
    view = today.today(begun)
    assert (view.date_text, view.done) == ("Friday 15 May", ())


def test_the_end_of_the_day_says_what_is_new(gardener: Gardener, begun: House, clock: FixedClock) -> None:
    gardener.learn("adding")
    view = today.done(begun)
    assert view.new_abilities == ("Add two whole numbers.",)
    assert [title for title, _ in view.changes] == ["Adding two numbers"]
    assert view.changes[0][1].startswith("learned, not yet confirmed; first review ")
    clock.advance(days=2)
    gardener.review("adding")
    assert today.done(begun).changes[0][1].startswith("confirmed at 99\u202f%; next ")


def test_the_end_of_the_day_says_what_tomorrow_brings(
    gardener: Gardener, begun: House, clock: FixedClock
) -> None:
    assert today.done(begun).tomorrow_text == "Nothing is due tomorrow."
    gardener.learn("adding")
    clock.advance(days=3)
    assert today.done(begun).tomorrow_text == "Tomorrow 1 review will be due, about 3\u202fmin."


def test_claims_are_told_apart_on_the_ridge(begun: House, gardener: Gardener) -> None:
    concept.claim(begun, ConceptId("adding"), gardener.token())
    view = today.today(begun)
    assert (view.ridge.known, view.ridge.claimed) == (0, 1)


def test_nothing_left_is_said_honestly(gardener: Gardener, begun: House) -> None:
    gardener.learn("adding", "doubling", "halving", "averaging")
    view = today.today(begun)
    assert view.best is None
    assert view.empty_text == today.NOTHING_LEFT

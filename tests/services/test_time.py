"""Clocks that jump, zones that change, nights that end at four: the log keeps its order, the pages work."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.services.gardener import Gardener

from upslope.core.clock import FixedClock
from upslope.core.ids import ConceptId
from upslope.learner.events import Attempt
from upslope.learner.statistics import clock_jumps
from upslope.services import concept, history, maps, progress, today
from upslope.services.rebuild import rebuild
from upslope.store import queries as read

ADDING = ConceptId("adding")


def all_pages(gardener: Gardener) -> None:
    house = gardener.house
    for page in (today.today, today.done, progress.view, history.view, maps.around, maps.everything):
        page(house)
    for name in house.curriculum.concepts:
        concept.view(house, name)


@pytest.mark.parametrize(
    "jump",
    [
        timedelta(hours=-1),
        timedelta(days=-1),
        timedelta(days=-3_650),
        timedelta(days=3_650),
        timedelta(days=30_000),
    ],
)
def test_a_clock_that_jumps_between_answers(gardener: Gardener, clock: FixedClock, jump: timedelta) -> None:
    gardener.learn("adding")
    before = gardener.house.look().beliefs.of(ADDING)
    clock.instant += jump
    gardener.review("adding")
    gardener.practise("doubling")
    all_pages(gardener)
    clock.instant -= jump
    clock.advance(days=1)
    gardener.practise("doubling")
    all_pages(gardener)
    events = list(read.events.everything(gardener.house.learner))
    assert [event.sequence for event in events] == list(range(1, len(events) + 1))
    for event in events:
        assert isinstance(event.body, Attempt)
        assert event.body.active_ms >= 0
        assert event.body.elapsed_ms >= 0
    assert gardener.house.look().beliefs.of(ADDING).attempts == before.attempts + 1
    assert bool(clock_jumps(events)) == (abs(jump) >= timedelta(days=1))
    assert rebuild(gardener.house).is_equal


@pytest.mark.parametrize(
    ("instant", "offset", "day"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 60, "Saturday 28 March"),
        (datetime(2026, 3, 29, 2, 1, tzinfo=UTC), 120, "Sunday 29 March"),
        (datetime(2026, 10, 25, 2, 59, tzinfo=UTC), 60, "Saturday 24 October"),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), 60, "Sunday 25 October"),
        (datetime(2026, 5, 14, 12, tzinfo=UTC), 840, "Thursday 14 May"),
        (datetime(2026, 5, 14, 15, tzinfo=UTC), 840, "Friday 15 May"),
        (datetime(2026, 5, 14, 15, tzinfo=UTC), -720, "Wednesday 13 May"),
        (datetime(2026, 5, 13, 22, 14, tzinfo=UTC), 345, "Wednesday 13 May"),
        (datetime(2026, 5, 13, 22, 15, tzinfo=UTC), 345, "Thursday 14 May"),
        (datetime(2026, 4, 4, 17, 30, tzinfo=UTC), 630, "Sunday 5 April"),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), 0, "Tuesday 29 February"),
        (datetime(2038, 1, 19, 12, tzinfo=UTC), 0, "Tuesday 19 January"),
        (datetime(2100, 2, 28, 12, tzinfo=UTC), 0, "Sunday 28 February"),
    ],
)
def test_the_study_day_is_the_learners_own(
    gardener: Gardener, clock: FixedClock, instant: datetime, offset: int, day: str
) -> None:
    clock.instant, clock.offset_minutes = instant, offset
    gardener.practise("adding")
    view = today.today(gardener.house)
    assert view.date_text == day
    assert len(view.done) == 1


def test_a_flight_across_the_date_line_keeps_both_days(gardener: Gardener, clock: FixedClock) -> None:
    clock.instant, clock.offset_minutes = datetime(2026, 5, 14, 20, tzinfo=UTC), 780
    gardener.practise("adding")
    clock.offset_minutes = -600
    gardener.practise("adding")
    days = read.answers.all_days(gardener.house.learner)
    assert [(day.day.isoformat(), day.answers) for day in days] == [("2026-05-14", 1), ("2026-05-15", 1)]
    all_pages(gardener)
    assert rebuild(gardener.house).is_equal

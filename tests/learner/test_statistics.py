"""What the Progress screen counts."""

from datetime import timedelta

import pytest
from tests.learner.diary import MONDAY, Diary
from tests.learner.test_due import TODAY, beliefs_of, known

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId
from upslope.learner.beliefs import Beliefs
from upslope.learner.events import Mode, Rating
from upslope.learner.memory import Grade, MemoryKey, MemoryKind
from upslope.learner.statistics import (
    ClockJump,
    DayWork,
    StatusCounts,
    clock_jumps,
    count_by_area,
    count_by_status,
    due_forecast,
    retention,
    right_share,
    work_by_day,
)

ALL = [ConceptId(name) for name in ("rank", "basis", "trace", "norm")]


def test_counts_by_status_and_area() -> None:
    diary = Diary()
    diary.learn("rank")
    diary.claim("basis")
    diary.right("p1", concept="trace")
    beliefs = diary.beliefs()
    counts = count_by_status(beliefs, ALL)
    assert counts == StatusCounts(unseen=1, learning=1, learned=1, placed=1, mastered=0)
    assert counts.total == 4
    areas = count_by_area(beliefs, {"spaces": ALL[:2], "numbers": ALL[2:]})
    assert [(area, c.learned, c.placed, c.learning, c.unseen) for area, c in areas] == [
        ("spaces", 1, 1, 0, 0),
        ("numbers", 0, 0, 1, 1),
    ]


def test_work_is_summed_by_study_day() -> None:
    diary = Diary()
    diary.right("p1")
    diary.wrong("p1")
    diary.answer("rank", "p1", outcome=Outcome.UNREADABLE)
    diary.answer("rank", "p1", mode=Mode.PREVIEW)
    diary.today = 2
    diary.review(active_ms=90_000)
    diary.write(Rating(MemoryKey(MemoryKind.PROMPT, "note"), Grade.GOOD, active_ms=30_000))
    assert work_by_day(diary.events) == (
        DayWork(MONDAY, minutes=4.0, review_minutes=0.0, answers=2, right=1),
        DayWork(MONDAY + timedelta(days=2), minutes=2.0, review_minutes=2.0, answers=1, right=1),
    )


def test_what_was_taken_back_is_not_counted_and_own_marks_are() -> None:
    diary = Diary()
    gone = diary.answer()
    wrong = diary.answer("rank", "p1", outcome=Outcome.WRONG)
    diary.retract(gone)
    diary.override(wrong)
    [day] = work_by_day(diary.events)
    assert (day.minutes, day.answers, day.right) == (1.0, 1, 1)


def test_a_given_up_answer_is_not_right() -> None:
    diary = Diary()
    diary.answer("rank", "p1", gave_up=True)
    [day] = work_by_day(diary.events)
    assert (day.answers, day.right) == (1, 0)
    assert right_share([day, day]).total == 2


def test_retention_counts_memories_above_the_target() -> None:
    beliefs = beliefs_of(known("a", last=0), known("b", last=10), known("c", last=60))
    found = retention(beliefs, TODAY, 0.85)
    assert (found.above, found.total) == (2, 3)
    assert found.mean_recall == pytest.approx((1.0 + 0.9 + 0.8000) / 3, abs=0.02)
    assert retention(Beliefs(), TODAY).mean_recall == 0.0


def test_the_forecast_counts_each_due_concept_once() -> None:
    beliefs = beliefs_of(
        known("overdue", last=50),
        known("today", last=10),
        known("in-three", last=7),
        known("later", last=0, stability=90.0),
        known("hidden", last=50, hidden=True),
        known("asleep", last=50, snoozed_until=TODAY + timedelta(days=4)),
        known("awake-in-time", last=0, snoozed_until=TODAY + timedelta(days=4)),
    )
    forecast = due_forecast(beliefs, TODAY)
    assert len(forecast) == 14
    assert {f.day: f.count for f in forecast if f.count} == {
        TODAY: 2,
        TODAY + timedelta(days=3): 1,
        TODAY + timedelta(days=5): 1,
        TODAY + timedelta(days=10): 1,
    }


def test_under_a_clock_that_is_behind_the_forecast_is_empty() -> None:
    beliefs = beliefs_of(*(known(f"k{n}", last=n) for n in range(9)))
    assert sum(f.count for f in due_forecast(beliefs, TODAY - timedelta(days=3650))) == 0
    assert sum(f.count for f in due_forecast(beliefs, TODAY)) == 9


def test_clock_jumps_are_recorded() -> None:
    diary = Diary(today=3)
    diary.answer()
    diary.today = 2
    diary.answer()
    diary.answer()
    assert clock_jumps(diary.events) == (
        ClockJump(2, MONDAY + timedelta(days=3), MONDAY + timedelta(days=2)),
    )

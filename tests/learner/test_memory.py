"""FSRS-6 against its reference program, and what we do differently on purpose."""

import math
from datetime import UTC, date, datetime, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.core.errors import UpslopeError
from upslope.learner.memory import (
    DEFAULT_PARAMETERS,
    MAX_INTERVAL_DAYS,
    MAX_STABILITY,
    PARAMETERS,
    Grade,
    Memory,
    are_valid,
    checked_parameters,
    elapsed_days,
    next_interval_days,
    recall,
    retrievability,
    review,
)

START = datetime(2026, 5, 11, 12, tzinfo=UTC)
RATING = {
    Grade.AGAIN: fsrs.Rating.Again,
    Grade.HARD: fsrs.Rating.Hard,
    Grade.GOOD: fsrs.Rating.Good,
    Grade.EASY: fsrs.Rating.Easy,
}
GRADES = st.sampled_from(list(Grade))
GAPS = st.one_of(st.integers(0, 3), st.integers(0, 800))


def reference(parameters: tuple[float, ...] = DEFAULT_PARAMETERS) -> fsrs.Scheduler:
    """Return the reference without steps and without fuzz: the part both programs share."""
    return fsrs.Scheduler(parameters=parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def parameter_sets() -> st.SearchStrategy[tuple[float, ...]]:
    return st.tuples(*(st.floats(p.low, p.high) for p in PARAMETERS))


def run_both(
    history: list[tuple[int, Grade]], parameters: tuple[float, ...]
) -> list[tuple[Memory, fsrs.Card]]:
    scheduler, card, memory, at = reference(parameters), fsrs.Card(), None, START
    states = []
    for gap, grade in history:
        at += timedelta(days=gap)
        card, _ = scheduler.review_card(card, RATING[grade], at)
        memory = review(memory, grade, day=at.date(), parameters=parameters)
        states.append((memory, card))
    return states


def test_the_table_is_the_references_own() -> None:
    scheduler = fsrs.scheduler
    assert scheduler.DEFAULT_PARAMETERS == DEFAULT_PARAMETERS
    assert tuple(p.low for p in PARAMETERS) == scheduler.LOWER_BOUNDS_PARAMETERS
    assert tuple(p.high for p in PARAMETERS) == scheduler.UPPER_BOUNDS_PARAMETERS


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(GAPS, GRADES), min_size=1, max_size=25))
def test_states_and_intervals_agree_with_the_reference(history: list[tuple[int, Grade]]) -> None:
    for (memory, card), (_, at) in zip(
        run_both(history, DEFAULT_PARAMETERS), _instants(history), strict=True
    ):
        assert memory.stability_days == pytest.approx(card.stability, rel=1e-9)
        assert memory.difficulty == pytest.approx(card.difficulty, rel=1e-9)
        assert next_interval_days(memory) == (card.due - at).days


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(GAPS, GRADES), min_size=1, max_size=12), parameter_sets())
def test_states_agree_for_any_parameters_in_bounds(
    history: list[tuple[int, Grade]], parameters: tuple[float, ...]
) -> None:
    for memory, card in run_both(history, parameters):
        if card.stability > MAX_STABILITY:
            assert memory.stability_days == MAX_STABILITY
            return
        assert memory.stability_days == pytest.approx(card.stability, rel=1e-9)
        assert memory.difficulty == pytest.approx(card.difficulty, rel=1e-9)


@given(GRADES, st.integers(0, 4000))
def test_recall_agrees_with_the_reference(grade: Grade, days: int) -> None:
    [(memory, card)] = run_both([(0, grade)], DEFAULT_PARAMETERS)
    at = START + timedelta(days=days)
    assert retrievability(memory, at.date()) == pytest.approx(
        reference().get_card_retrievability(card, at), rel=1e-12
    )


def test_an_evening_23_hours_later_is_a_day_later_for_us_only() -> None:
    """The reference counts whole spans of 24 hours and sees a same-day review here."""
    later = START + timedelta(hours=23)
    assert (START.date(), later.date()) == (date(2026, 5, 11), date(2026, 5, 12))
    card, _ = reference().review_card(fsrs.Card(), fsrs.Rating.Good, START)
    assert reference().get_card_retrievability(card, later) == 1.0
    memory = review(None, Grade.GOOD, day=START.date())
    assert retrievability(memory, later.date()) < 0.96


def test_learning_steps_are_the_references_only() -> None:
    """With its usual steps the reference asks a new card again in minutes; we ask on another study day."""
    usual = fsrs.Scheduler(enable_fuzzing=False)
    card, _ = usual.review_card(fsrs.Card(), fsrs.Rating.Good, START)
    assert card.due - START == timedelta(minutes=10)
    assert next_interval_days(review(None, Grade.GOOD, day=START.date())) == 2


@pytest.mark.parametrize("stability", [0.001, 0.4, 2.3065, 100.0, 36_500.0])
def test_stability_is_the_time_to_ninety_per_cent(stability: float) -> None:
    assert recall(elapsed=stability, stability_days=stability) == pytest.approx(0.9, abs=1e-12)


@given(st.floats(0.7, 0.97), st.floats(1.0, 2000.0))
def test_the_interval_brings_recall_down_to_what_was_asked(target: float, stability: float) -> None:
    memory = Memory(stability, 5.0, START.date())
    days = next_interval_days(memory, target)
    if 1 < days < MAX_INTERVAL_DAYS:
        before = recall(elapsed=days - 0.5, stability_days=stability)
        after = recall(elapsed=days + 0.5, stability_days=stability)
        assert after - 1e-9 <= target <= before + 1e-9


@pytest.mark.parametrize("target", [0.0, 1.0, -0.1, 1.1])
def test_impossible_retentions_are_refused(target: float) -> None:
    with pytest.raises(ValueError, match="cannot be asked for"):
        next_interval_days(Memory(3.0, 5.0, START.date()), target)


@given(st.lists(st.tuples(st.integers(-4000, 4000), GRADES), min_size=1, max_size=30))
def test_any_order_of_days_keeps_every_number_in_bounds(history: list[tuple[int, Grade]]) -> None:
    memory = None
    day = START.date()
    for gap, grade in history:
        today = day + timedelta(days=gap)
        memory = review(memory, grade, day=today)
        assert 0.001 <= memory.stability_days <= MAX_STABILITY
        assert 1.0 <= memory.difficulty <= 10.0
        assert memory.last_day == today
        assert 1 <= next_interval_days(memory) <= MAX_INTERVAL_DAYS
        for there in (today - timedelta(days=3650), today, today + timedelta(days=3650)):
            assert 0.0 < retrievability(memory, there) <= 1.0


def test_a_clock_set_back_is_a_same_day_review() -> None:
    memory = review(None, Grade.GOOD, day=date(2026, 5, 11))
    back = review(memory, Grade.GOOD, day=date(2016, 5, 11))
    same = review(memory, Grade.GOOD, day=date(2026, 5, 11))
    assert elapsed_days(date(2026, 5, 11), date(2016, 5, 11)) == 0
    assert back.stability_days == same.stability_days
    assert retrievability(memory, date(2016, 5, 11)) == 1.0


@given(st.floats(0.01, 1000.0), st.floats(1.0, 10.0), st.integers(1, 500))
def test_better_grades_never_leave_a_weaker_memory(stability: float, difficulty: float, gap: int) -> None:
    memory = Memory(stability, difficulty, START.date())
    day = START.date() + timedelta(days=gap)
    after = [review(memory, grade, day=day).stability_days for grade in Grade]
    assert after == sorted(after)
    assert after[0] < stability <= after[1]


def test_lapses_and_reviews_are_counted() -> None:
    memory = review(None, Grade.AGAIN, day=START.date())
    assert (memory.reviews, memory.lapses) == (1, 0), "a first grade is no lapse: nothing was known before"
    memory = review(memory, Grade.AGAIN, day=START.date() + timedelta(days=1))
    memory = review(memory, Grade.GOOD, day=START.date() + timedelta(days=2))
    assert (memory.reviews, memory.lapses) == (3, 1)


def test_parameters_out_of_bounds_are_refused_with_their_name() -> None:
    assert checked_parameters(list(DEFAULT_PARAMETERS)) == DEFAULT_PARAMETERS
    with pytest.raises(UpslopeError, match="w20 decay"):
        checked_parameters([*DEFAULT_PARAMETERS[:-1], 0.9])
    with pytest.raises(UpslopeError, match="21 parameters, not 19"):
        checked_parameters(DEFAULT_PARAMETERS[:19])
    assert are_valid(DEFAULT_PARAMETERS)
    assert not are_valid(DEFAULT_PARAMETERS[:20])
    assert not are_valid((*DEFAULT_PARAMETERS[:20], math.nan))


def _instants(history: list[tuple[int, Grade]]) -> list[tuple[Grade, datetime]]:
    at, instants = START, []
    for gap, grade in history:
        at += timedelta(days=gap)
        instants.append((grade, at))
    return instants

"""Predicted recall against what reviews showed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from tests.learner.diary import FACTS, MONDAY, Diary

from upslope.checking.verdict import Outcome
from upslope.core.ids import ConceptId
from upslope.learner.calibration import (
    EDGES,
    Z80,
    Z95,
    PredictedReview,
    calibration,
    predictions,
    wilson,
)
from upslope.learner.memory import Grade, retrievability, review


@given(st.integers(1, 400), st.data())
def test_wilson_agrees_with_scipy(total: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, total))
    for z, level in ((Z95, 0.95), (Z80, 0.8)):
        share = wilson(successes, total, z)
        ours = (share.low, share.high)
        theirs = binomtest(successes, total).proportion_ci(level, method="wilson")
        assert ours == pytest.approx((theirs.low, theirs.high), abs=1e-9)
        assert 0.0 <= share.low <= share.value <= share.high <= 1.0


def test_nothing_is_known_of_a_share_of_none() -> None:
    share = wilson(0, 0)
    assert (share.low, share.high, share.value) == (0.0, 1.0, 0.0)
    with pytest.raises(ValueError, match="3 of 2"):
        wilson(3, 2)


def test_predictions_are_made_before_the_answer_and_only_for_later_days() -> None:
    diary = Diary()
    diary.learn()
    diary.review()
    diary.today = 3
    diary.review(outcome=Outcome.UNREADABLE)
    diary.review()
    diary.review()
    diary.today = 40
    diary.review(outcome=Outcome.WRONG)
    first, second = predictions(diary.events, FACTS)
    # the early review of Monday leaves stability and day as they were
    monday = review(review(None, Grade.GOOD, day=MONDAY), Grade.GOOD, day=MONDAY)
    assert first == PredictedReview(
        ConceptId("rank"),
        MONDAY + timedelta(days=3),
        retrievability(monday, MONDAY + timedelta(days=3)),
        recalled=True,
    )
    assert second.day == MONDAY + timedelta(days=40)
    assert not second.recalled
    assert second.predicted < 0.9


def test_a_retracted_review_is_no_test() -> None:
    diary = Diary()
    diary.learn()
    diary.today = 3
    diary.retract(diary.review())
    assert list(predictions(diary.events, FACTS)) == []


def some(predicted: float, recalled: int, missed: int) -> list[PredictedReview]:
    return [
        PredictedReview(ConceptId("rank"), MONDAY, predicted, n < recalled) for n in range(recalled + missed)
    ]


def test_bins_hold_counts_and_intervals() -> None:
    found = calibration([*some(0.92, 9, 1), *some(0.94, 8, 2), *some(1.0, 1, 0), *some(0.1, 0, 1)])
    assert [(b.low, b.high, b.observed.successes, b.observed.total) for b in found.bins] == [
        (0.0, 0.5, 0, 1),
        (0.9, 0.95, 17, 20),
        (0.975, 1.0, 1, 1),
    ]
    middle = found.bins[1]
    assert middle.predicted == pytest.approx(0.93)
    assert middle.observed.low < 0.85 < middle.observed.high
    assert found.overall.total == 22
    assert found.mean_gap == pytest.approx((0.1 * 1 + 0.08 * 20 + 0.0) / 22)


def test_every_prediction_falls_into_exactly_one_bin() -> None:
    reviews = [review for edge in EDGES for review in some(edge, 1, 0)]
    assert sum(b.observed.total for b in calibration(reviews).bins) == len(EDGES)


def test_no_reviews_make_no_bins() -> None:
    empty = calibration([])
    assert (empty.bins, empty.mean_gap, empty.overall.total) == ((), 0.0, 0)

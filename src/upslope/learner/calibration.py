"""Hold predicted recall against what reviews showed."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from upslope.core.ids import ConceptId
from upslope.learner.events import Attempt, Event, Mode
from upslope.learner.evidence import evidence_for
from upslope.learner.fold import Before, Facts, walk
from upslope.learner.memory import Grade, elapsed_days, retrievability

Z80 = 1.2815515655446004
Z95 = 1.959963984540054
"""Standard normal quantiles of two-sided intervals of 80 % and 95 %."""

EDGES = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 1.0)
"""Ten bins of predicted recall, narrow where reviews fall."""


@dataclass(frozen=True, slots=True)
class Share:
    """State a share with its count and interval; nothing is known of a share of none: 0 … 1."""

    successes: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Return the observed share; 0 if there was nothing to observe."""
        return self.successes / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class PredictedReview:
    """State what recall was predicted for a review, and whether the answer passed."""

    concept: ConceptId
    day: date
    predicted: float
    recalled: bool


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Compare predicted recall in [low, high) with the share recalled, 95 % interval."""

    low: float
    high: float
    predicted: float
    observed: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """Hold the bins that have reviews, the reviews in all, and the count-weighted mean gap."""

    bins: tuple[CalibrationBin, ...]
    overall: Share
    predicted: float
    mean_gap: float


def wilson(successes: int, total: int, z: float = Z95) -> Share:
    """Return a share with its score interval.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
    (1927). Raises ValueError unless 0 ≤ successes ≤ total.
    """
    if not 0 <= successes <= total:
        raise ValueError(f"{successes} of {total} is no share")
    if total == 0:
        return Share(0, 0, 0.0, 1.0)
    p = successes / total
    spread = z * z / total
    middle = (p + spread / 2) / (1 + spread)
    half = z * math.sqrt(p * (1 - p) / total + spread / (4 * total)) / (1 + spread)
    low = 0.0 if successes == 0 else middle - half
    high = 1.0 if successes == total else middle + half
    return Share(successes, total, low, high)


def prediction_of(before: Before) -> PredictedReview | None:
    """Return what was predicted for an attempt and what it showed; None if it is no test of memory.

    Tests of memory are scored reviews a study day or more after the last one.
    """
    attempt, memory = before.event.body, before.belief.memory
    if not isinstance(attempt, Attempt) or attempt.mode is not Mode.REVIEW or memory is None:
        return None
    grade = evidence_for(attempt).grade
    day = before.event.day
    if grade is None or elapsed_days(memory.last_day, day) < 1:
        return None
    predicted = retrievability(memory, day, before.parameters.fsrs)
    return PredictedReview(attempt.concept, day, predicted, grade is not Grade.AGAIN)


def predictions(events: Iterable[Event], facts: Facts) -> Iterator[PredictedReview]:
    """Yield every test of memory in a log, in order."""
    for before in walk(events, facts):
        predicted = prediction_of(before)
        if predicted is not None:
            yield predicted


def calibration(reviews: Sequence[PredictedReview]) -> Calibration:
    """Bin reviews by predicted recall and compare with the share recalled."""
    bins: list[CalibrationBin] = []
    for low, high in pairwise(EDGES):
        inside = [r for r in reviews if low <= r.predicted < high or r.predicted == high == 1.0]
        if inside:
            bins.append(CalibrationBin(low, high, _mean_predicted(inside), _recalled(inside)))
    total = len(reviews)
    gap = sum(abs(b.predicted - b.observed.value) * b.observed.total for b in bins)
    return Calibration(
        bins=tuple(bins),
        overall=_recalled(reviews),
        predicted=_mean_predicted(reviews) if reviews else 0.0,
        mean_gap=gap / total if total else 0.0,
    )


def _mean_predicted(reviews: Sequence[PredictedReview]) -> float:
    return math.fsum(review.predicted for review in reviews) / len(reviews)


def _recalled(reviews: Sequence[PredictedReview]) -> Share:
    return wilson(sum(review.recalled for review in reviews), len(reviews))

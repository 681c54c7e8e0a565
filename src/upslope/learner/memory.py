"""Remember and forget by FSRS-6, on study days, in plain Python floats.

Source of every formula and of the parameter table: the open-spaced-repetition project's description of
FSRS-6 ("The Algorithm", github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm), whose reference
program is py-fsrs 6.3; the tests compare the two. Units: stability S and intervals in study days, difficulty
D in 1 … 10, retrievability R in (0, 1]; G is the grade as 1 … 4; w_i is entry i of the parameter table.

What differs from the reference program, on purpose: elapsed time is counted from study day to study day, not
in whole spans of 24 hours (a review at 20:00 and one at 19:00 next evening are a day apart); there are no
learning or relearning steps; intervals are never fuzzed; stability has a ceiling, so that no history gives
an infinite one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from upslope.core.errors import UpslopeError

DEFAULT_RETENTION = 0.9
"""The recall at which a review falls due unless the learner asks for another; S is the interval to it."""

MIN_STABILITY = 0.001
MAX_STABILITY = 36_500.0
MIN_DIFFICULTY = 1.0
MAX_DIFFICULTY = 10.0
MAX_INTERVAL_DAYS = 36_500


class Grade(StrEnum):
    """Name FSRS's four grades."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"

    @property
    def number(self) -> int:
        """Return the grade as the formulas count it: 1 for Again to 4 for Easy."""
        return _NUMBER[self]


_NUMBER = {Grade.AGAIN: 1, Grade.HARD: 2, Grade.GOOD: 3, Grade.EASY: 4}


class MemoryKind(StrEnum):
    """Name what can be remembered; all kinds share one queue."""

    CONCEPT = "concept"
    FACT = "fact"
    PROMPT = "prompt"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class MemoryKey:
    """Name one thing that is remembered."""

    kind: MemoryKind
    id: str


@dataclass(frozen=True, slots=True)
class Memory:
    """Hold FSRS's state of one memory: `last_day` is the study day of the latest review."""

    stability_days: float
    difficulty: float
    last_day: date
    reviews: int = 1
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class Parameter:
    """Describe one parameter of FSRS-6: default and the bounds a fitted value must keep."""

    name: str
    default: float
    low: float
    high: float


PARAMETERS = (
    Parameter("w0 initial stability after Again", 0.212, 0.001, 100.0),
    Parameter("w1 initial stability after Hard", 1.2931, 0.001, 100.0),
    Parameter("w2 initial stability after Good", 2.3065, 0.001, 100.0),
    Parameter("w3 initial stability after Easy", 8.2956, 0.001, 100.0),
    Parameter("w4 initial difficulty after Again", 6.4133, 1.0, 10.0),
    Parameter("w5 initial difficulty, step by grade", 0.8334, 0.001, 4.0),
    Parameter("w6 change of difficulty by grade", 3.0194, 0.001, 4.0),
    Parameter("w7 reversion of difficulty to the mean", 0.001, 0.001, 0.75),
    Parameter("w8 success: scale of growth", 1.8722, 0.0, 4.5),
    Parameter("w9 success: less growth when stable", 0.1666, 0.0, 0.8),
    Parameter("w10 success: more growth when nearly forgotten", 0.796, 0.001, 3.5),
    Parameter("w11 lapse: scale", 1.4835, 0.001, 5.0),
    Parameter("w12 lapse: by difficulty", 0.0614, 0.001, 0.25),
    Parameter("w13 lapse: by stability", 0.2629, 0.001, 0.9),
    Parameter("w14 lapse: by retrievability", 1.6483, 0.0, 4.0),
    Parameter("w15 success: penalty of Hard", 0.6014, 0.0, 1.0),
    Parameter("w16 success: bonus of Easy", 1.8729, 1.0, 6.0),
    Parameter("w17 same day: by grade", 0.5425, 0.0, 2.0),
    Parameter("w18 same day: shift of grade", 0.0912, 0.0, 2.0),
    Parameter("w19 same day: less growth when stable", 0.0658, 0.0, 0.8),
    Parameter("w20 decay of the forgetting curve", 0.1542, 0.1, 0.8),
)
"""FSRS-6's 21 parameters. Defaults and bounds: py-fsrs 6.3, `scheduler.py` (MIT licence)."""

DEFAULT_PARAMETERS = tuple(parameter.default for parameter in PARAMETERS)


def checked_parameters(values: Sequence[float]) -> tuple[float, ...]:
    """Return a parameter set as a tuple. Raises UpslopeError if one is missing or out of bounds."""
    if len(values) != len(PARAMETERS):
        raise UpslopeError(f"FSRS-6 has {len(PARAMETERS)} parameters, not {len(values)}.")
    for parameter, value in zip(PARAMETERS, values, strict=True):
        if not parameter.low <= value <= parameter.high:
            raise UpslopeError(
                f"{parameter.name} is {value}.", f"It lies between {parameter.low} and {parameter.high}."
            )
    return tuple(float(value) for value in values)


def are_valid(values: Sequence[float]) -> bool:
    """Say whether values are a parameter set within bounds."""
    return len(values) == len(PARAMETERS) and all(
        parameter.low <= value <= parameter.high for parameter, value in zip(PARAMETERS, values, strict=True)
    )


def elapsed_days(since: date, until: date) -> int:
    """Return the study days between two days; 0 where the clock was set back, never less."""
    return max(0, (until - since).days)


def recall(
    *, elapsed: float, stability_days: float, parameters: Sequence[float] = DEFAULT_PARAMETERS
) -> float:
    """Return R(t, S) = (1 + F·t/S)^(−w20) with F = 0.9^(−1/w20) − 1, so that R(S, S) = 0.9."""
    decay = parameters[20]
    factor = 0.9 ** (-1.0 / decay) - 1.0
    curve: float = (1.0 + factor * elapsed / stability_days) ** -decay
    return curve


def retrievability(memory: Memory, day: date, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> float:
    """Return the probability that the memory holds on a study day; 1 on the day of its review."""
    elapsed = elapsed_days(memory.last_day, day)
    return recall(elapsed=elapsed, stability_days=memory.stability_days, parameters=parameters)


def next_interval_days(
    memory: Memory,
    desired_retention: float = DEFAULT_RETENTION,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> int:
    """Return the whole days (1 … 36,500) after which recall has come down to the desired retention.

    Inverse of the curve: t = S/F · (r^(−1/w20) − 1), rounded to the nearest day. Raises ValueError unless
    0 < desired_retention < 1.
    """
    if not 0.0 < desired_retention < 1.0:
        raise ValueError(f"a retention of {desired_retention} cannot be asked for")
    decay = parameters[20]
    factor = 0.9 ** (-1.0 / decay) - 1.0
    days: float = memory.stability_days / factor * (desired_retention ** (-1.0 / decay) - 1.0)
    return round(min(max(days, 1.0), float(MAX_INTERVAL_DAYS)))


def review(
    memory: Memory | None,
    grade: Grade,
    *,
    day: date,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> Memory:
    """Return the memory after a review on a study day; None begins one.

    A review on the day of the last one, or on an earlier day because a clock was set back, counts as a
    same-day review. The new `last_day` is the review's own day: of two clocks the later word is believed.
    """
    if memory is None:
        return Memory(
            stability_days=_clamped_stability(parameters[grade.number - 1]),
            difficulty=_clamped_difficulty(_initial_difficulty(grade, parameters)),
            last_day=day,
            lapses=0,
        )
    elapsed = elapsed_days(memory.last_day, day)
    if elapsed == 0:
        stability = _stability_same_day(memory, grade, parameters)
    elif grade is Grade.AGAIN:
        stability = _stability_after_lapse(memory, elapsed, parameters)
    else:
        stability = stability_after_success(memory, grade, elapsed=elapsed, parameters=parameters)
    return Memory(
        stability_days=_clamped_stability(stability),
        difficulty=_next_difficulty(memory.difficulty, grade, parameters),
        last_day=day,
        reviews=memory.reviews + 1,
        lapses=memory.lapses + (grade is Grade.AGAIN),
    )


def stability_after_success(
    memory: Memory, grade: Grade, *, elapsed: float, parameters: Sequence[float] = DEFAULT_PARAMETERS
) -> float:
    """Return S' = S·(1 + e^w8·(11 − D)·S^(−w9)·(e^(w10·(1 − R)) − 1)·[w15 if Hard]·[w16 if Easy])."""
    w = parameters
    s = memory.stability_days
    r = recall(elapsed=elapsed, stability_days=s, parameters=w)
    hard = w[15] if grade is Grade.HARD else 1.0
    easy = w[16] if grade is Grade.EASY else 1.0
    shrink: float = s ** -w[9]
    growth = math.exp(w[8]) * (11.0 - memory.difficulty) * shrink * (math.exp(w[10] * (1.0 - r)) - 1.0)
    return s * (1.0 + growth * hard * easy)


def _stability_after_lapse(memory: Memory, elapsed: float, w: Sequence[float]) -> float:
    """Return S' = min(w11·D^(−w12)·((S + 1)^w13 − 1)·e^(w14·(1 − R)), S / e^(w17·w18))."""
    s = memory.stability_days
    r = recall(elapsed=elapsed, stability_days=s, parameters=w)
    by_difficulty: float = memory.difficulty ** -w[12]
    by_stability: float = (s + 1.0) ** w[13] - 1.0
    long_term = w[11] * by_difficulty * by_stability * math.exp(w[14] * (1.0 - r))
    return min(long_term, s / math.exp(w[17] * w[18]))


def _stability_same_day(memory: Memory, grade: Grade, w: Sequence[float]) -> float:
    """Return S' = S·e^(w17·(G − 3 + w18))·S^(−w19); a success never lowers S."""
    s = memory.stability_days
    shrink: float = s ** -w[19]
    increase = math.exp(w[17] * (grade.number - 3 + w[18])) * shrink
    return s * (increase if grade is Grade.AGAIN else max(increase, 1.0))


def _initial_difficulty(grade: Grade, w: Sequence[float]) -> float:
    """Return D0(G) = w4 − e^(w5·(G − 1)) + 1, not yet clamped."""
    return w[4] - math.exp(w[5] * (grade.number - 1)) + 1.0


def _next_difficulty(difficulty: float, grade: Grade, w: Sequence[float]) -> float:
    """Return D' = w7·D0(Easy) + (1 − w7)·(D − w6·(G − 3)·(10 − D)/9), clamped to 1 … 10."""
    damped = difficulty - w[6] * (grade.number - 3) * (10.0 - difficulty) / 9.0
    return _clamped_difficulty(w[7] * _initial_difficulty(Grade.EASY, w) + (1.0 - w[7]) * damped)


def _clamped_stability(stability: float) -> float:
    return min(max(stability, MIN_STABILITY), MAX_STABILITY)


def _clamped_difficulty(difficulty: float) -> float:
    return min(max(difficulty, MIN_DIFFICULTY), MAX_DIFFICULTY)

"""Map a verdict, the hints used and the parts' score to what it is evidence of: the one table, nowhere else.

| verdict                              | row     | grade | weight |
|--------------------------------------|---------|-------|--------|
| correct, at most the first hint      | counts  | Good  | 1      |
| correct, not in the form asked for   | neutral | Hard  | 0.5    |
| correct after a further hint         | neutral | Hard  | 0.5    |
| partial, score at least 0.8          | neutral | Hard  | 0.5    |
| partial below that                   | breaks  | Again | 1      |
| wrong, or "I do not know"            | breaks  | Again | 1      |
| unreadable, undecided                | neutral | none  | 0      |

A neutral answer neither lengthens nor breaks a row. `# Facts` answers are correct only if all are right, and
partial otherwise, so they need no row of their own.
"""

from dataclasses import dataclass
from enum import StrEnum

from upslope.checking.verdict import Outcome
from upslope.learner.bodies import Attempt
from upslope.learner.memory import Grade

FREE_HINTS = 1
"""The first hint points at the way; the ones after it walk part of it."""
NEARLY_RIGHT = 0.8


class Row(StrEnum):
    """Say what an answer does to a row of right answers."""

    COUNTS = "counts"
    NEUTRAL = "neutral"
    BREAKS = "breaks"


@dataclass(frozen=True, slots=True)
class Evidence:
    """State what one answer shows; `grade` is None where nothing is scored."""

    row: Row
    grade: Grade | None
    weight: float

    @property
    def scored(self) -> bool:
        """Say whether the answer counts as a try."""
        return self.grade is not None


FULL = Evidence(Row.COUNTS, Grade.GOOD, 1.0)
HELPED = Evidence(Row.NEUTRAL, Grade.HARD, 0.5)
FAILED = Evidence(Row.BREAKS, Grade.AGAIN, 1.0)
NOTHING = Evidence(Row.NEUTRAL, None, 0.0)


def evidence_of(
    outcome: Outcome,
    *,
    score: float = 0.0,
    hints_used: int = 0,
    gave_up: bool = False,
    form_ok: bool = True,
) -> Evidence:
    """Look up what an answer is evidence of; `score` in [0, 1] matters for partial outcomes only."""
    if gave_up:
        return FAILED
    match outcome:
        case Outcome.CORRECT:
            return FULL if form_ok and hints_used <= FREE_HINTS else HELPED
        case Outcome.PARTIAL if score >= NEARLY_RIGHT:
            return HELPED
        case Outcome.PARTIAL | Outcome.WRONG:
            return FAILED
        case Outcome.UNREADABLE | Outcome.UNDECIDED:
            return NOTHING


def evidence_for(attempt: Attempt) -> Evidence:
    """Look up what an attempt is evidence of, leaving its mode aside."""
    return evidence_of(
        attempt.outcome,
        score=attempt.score,
        hints_used=attempt.hints_used,
        gave_up=attempt.gave_up,
        form_ok=attempt.form_ok,
    )

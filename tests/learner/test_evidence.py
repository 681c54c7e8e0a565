"""The one table: every line of it, and nothing between the lines."""

import pytest
from tests.learner.diary import attempt

from upslope.checking.verdict import Outcome
from upslope.learner.evidence import Evidence, Row, evidence_for, evidence_of
from upslope.learner.memory import Grade

C, P, W, U, D = Outcome.CORRECT, Outcome.PARTIAL, Outcome.WRONG, Outcome.UNREADABLE, Outcome.UNDECIDED

TABLE = [
    # outcome, score, hints, gave up, form ok → row, grade, weight
    (C, 1.0, 0, False, True, Row.COUNTS, Grade.GOOD, 1.0),
    (C, 1.0, 1, False, True, Row.COUNTS, Grade.GOOD, 1.0),
    (C, 1.0, 2, False, True, Row.NEUTRAL, Grade.HARD, 0.5),
    (C, 1.0, 4, False, True, Row.NEUTRAL, Grade.HARD, 0.5),
    (C, 1.0, 0, False, False, Row.NEUTRAL, Grade.HARD, 0.5),
    (P, 1.0, 0, False, True, Row.NEUTRAL, Grade.HARD, 0.5),
    (P, 0.8, 0, False, True, Row.NEUTRAL, Grade.HARD, 0.5),
    (P, 0.79, 0, False, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (P, 0.79, 3, False, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (P, 0.0, 0, False, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (W, 0.0, 0, False, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (W, 0.0, 3, False, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (C, 1.0, 0, True, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (U, 0.0, 0, True, True, Row.BREAKS, Grade.AGAIN, 1.0),
    (U, 0.0, 2, False, True, Row.NEUTRAL, None, 0.0),
    (D, 0.0, 0, False, True, Row.NEUTRAL, None, 0.0),
    (D, 1.0, 4, False, False, Row.NEUTRAL, None, 0.0),
]


@pytest.mark.parametrize(("outcome", "score", "hints", "gave_up", "form_ok", "row", "grade", "weight"), TABLE)
def test_the_table(
    outcome: Outcome,
    score: float,
    hints: int,
    gave_up: bool,
    form_ok: bool,
    row: Row,
    grade: Grade | None,
    weight: float,
) -> None:
    found = evidence_of(outcome, score=score, hints_used=hints, gave_up=gave_up, form_ok=form_ok)
    assert found == Evidence(row, grade, weight)
    assert found.scored == (grade is not None)
    same = attempt(outcome=outcome, score=score, hints_used=hints, gave_up=gave_up, form_ok=form_ok)
    assert evidence_for(same) == found


def test_every_outcome_has_its_line() -> None:
    assert {line[0] for line in TABLE} == set(Outcome)

"""Every typed answer of the tables has the outcome it must have."""

import pytest
from tests.checking.rows import ROWS, TABLES, Row

from upslope.checking import Outcome, Response, check, read_back


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.spec.kind}: {row.text!r} {row.outcome}")
def test_outcome(row: Row) -> None:
    verdict = check(row.spec, Response(row.text, row.syntax))
    assert verdict.outcome is row.outcome, verdict
    assert verdict.form_ok is (
        row.outcome is not Outcome.PARTIAL or row.spec.kind in ("basis", "choice", "facts")
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.spec.kind}: {row.text!r}")
def test_echo_agrees_with_the_verdict(row: Row) -> None:
    """What is read back is what is judged; what cannot be read says so before it is handed in."""
    response = Response(row.text, row.syntax)
    verdict, reading = check(row.spec, response), read_back(row.spec, response)
    if reading.ok:
        assert verdict.read_as == reading.latex
        assert reading.complete
    else:
        assert verdict.outcome is Outcome.UNREADABLE
        assert reading.message == verdict.message
        assert reading.span == verdict.span


def test_tables_are_large_enough() -> None:
    assert len(ROWS) >= 200
    assert {table.spec.kind for table in TABLES} >= {
        "number", "expression", "equation", "interval", "vector", "matrix", "set", "tuple", "basis", "shape",
        "choice", "facts", "ordering",
    }  # fmt: skip

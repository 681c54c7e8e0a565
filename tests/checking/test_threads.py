"""Checks in eight threads give what one thread gives, and leave the process as it was."""

import sys
import threading

import flint
from tests.checking.rows import ROWS

from upslope.checking import Response, Verdict, check

BUSY = [row for row in ROWS if row.spec.kind in ("expression", "number", "interval", "set", "equation")]
ROUNDS = 3


def verdicts() -> list[Verdict]:
    return [check(row.spec, Response(row.text, row.syntax)) for row in BUSY]


def test_eight_threads_agree_with_one() -> None:
    serial, before, interval = verdicts(), flint.ctx.prec, sys.getswitchinterval()
    found: list[list[Verdict]] = []

    def work() -> None:
        for _ in range(ROUNDS):
            found.append(verdicts())

    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert len(found) == 8 * ROUNDS
    assert all(result == serial for result in found)
    assert flint.ctx.prec == before

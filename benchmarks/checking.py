"""Measure the checker: milliseconds a check over our own rows, and verdicts over labelled row files.

    python -m benchmarks.checking                 own rows and heavy input: outcomes and times
    python -m benchmarks.checking --data FOLDER   labelled JSON lines of the folder, kinds that we support
    python -m benchmarks.checking --data FOLDER --misses   and each row that is not decided as labelled

A check is timed cold: the cache of parsed responses is emptied before each.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.checking.heavy import HEAVY
from tests.checking.rows import ROWS, TABLES

from upslope.checking import (
    Answer,
    Equation,
    Expr,
    Expression,
    Interval,
    Matrix,
    MatrixAnswer,
    Number,
    Outcome,
    Piece,
    Range,
    Response,
    SetAnswer,
    Syntax,
    TupleAnswer,
    check,
)
from upslope.checking.functions import SPELLINGS
from upslope.checking.intervals import normal
from upslope.checking.kinds.interval import IntervalKind
from upslope.checking.kinds.matrix import matrix_rows
from upslope.checking.parser import parse, parse_expression
from upslope.checking.structure import Brackets, Listing, Relation
from upslope.checking.tokens import Source, UnreadableError, Vocabulary
from upslope.checking.walk import symbols

MOST_MILLISECONDS = 250.0
"""No single check may take longer."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)?")
_FORMS = {"expanded": "expanded", "factored": "factored", "lowest_terms": "lowest_terms"}


@dataclass
class Tally:
    """Count verdicts against labels and collect times."""

    verdicts: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        times = sorted(self.milliseconds)
        if not times:
            return f"{name:24} no rows"
        high = times[min(len(times) - 1, int(0.95 * len(times)))]
        counts = "  ".join(f"{what} {count}" for what, count in sorted(self.verdicts.items()))
        return (
            f"{name:24} {len(times):5} rows  median {statistics.median(times):6.3f} ms  p95 {high:7.3f} ms  "
            f"max {times[-1]:8.2f} ms   {counts}"
        )


def timed(spec: Answer, response: Response) -> tuple[Outcome, float]:
    """Return the outcome of a cold check and its milliseconds."""
    parse.cache_clear()
    start = time.perf_counter()
    outcome = check(spec, response).outcome
    return outcome, 1000 * (time.perf_counter() - start)


def own_rows(repeat: int) -> Tally:
    """Check the rows of our tests; the best of `repeat` times counts, so that a busy machine does not."""
    tally = Tally()
    for row in ROWS:
        runs = [timed(row.spec, Response(row.text, row.syntax)) for _ in range(repeat)]
        tally.verdicts["as labelled" if runs[0][0] is row.outcome else "MISS"] += 1
        tally.milliseconds.append(min(milliseconds for _, milliseconds in runs))
    return tally


def heavy_input(repeat: int) -> Tally:
    """Check input that is meant to take long against every specification of our rows."""
    tally = Tally()
    for text in HEAVY:
        for spec in (table.spec for table in TABLES):
            runs = [timed(spec, Response(text)) for _ in range(repeat)]
            milliseconds = min(milliseconds for _, milliseconds in runs)
            tally.verdicts["SLOW" if milliseconds > MOST_MILLISECONDS else "in time"] += 1
            tally.milliseconds.append(milliseconds)
            if milliseconds > MOST_MILLISECONDS:
                tally.misses.append(f"{text[:40]!r} for {spec.kind}: {milliseconds:.0f} ms")
    return tally


def import_seconds() -> float:
    """Return the processor seconds that a fresh interpreter needs to import the compiled package."""
    code = "import time; t = time.process_time(); import upslope.checking; print(time.process_time() - t)"
    with tempfile.TemporaryDirectory() as folder:
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, "-c", code]
        runs = [subprocess.run(command, capture_output=True, env=compiled, check=True) for _ in range(6)]
    return min(float(run.stdout) for run in runs)


def labelled(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield file name and row of every labelled row in a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text().splitlines():
            yield path.stem, json.loads(line)


def vocabulary(row: dict[str, Any]) -> Vocabulary:
    """Return the names that reference and answer of a row may use."""
    options = row["options"]
    names = set(options.get("variables", ()))
    if not options.get("implicit_multiplication", True):
        for text in (row["reference"], row["answer"]):
            names |= {word for word in _WORD.findall(text) if word not in SPELLINGS and len(word) > 1}
        names -= {"pi", "inf", "infinity", "oo", "or", "and", "log", "log10"}
    return Vocabulary(frozenset(names), any_letter="variables" not in options)


def syntax_of(row: dict[str, Any], key: str) -> Syntax:
    """Return the syntax of the answer, or of the reference."""
    return Syntax(row.get("reference_syntax", row["syntax"]) if key == "reference" else row["syntax"])


def letters(row: dict[str, Any], known: Vocabulary) -> frozenset[str]:
    """Return all letters of answer and reference, so that none counts as unknown."""
    if not known.any_letter:
        return known.names
    found = set(known.names)
    for key in ("reference", "answer"):
        try:
            tree = parse(row[key], syntax_of(row, key), known)
        except UnreadableError:
            continue
        stack: list[object] = [tree]
        while stack:
            node = stack.pop()
            if isinstance(node, Expr):
                found |= symbols(node)
            else:
                for name in ("items", "operands", "rows", "of", "by"):
                    inner = getattr(node, name, ())
                    for one in inner if isinstance(inner, tuple) else (inner,):
                        stack.extend(one if isinstance(one, tuple) else (one,))
    return frozenset(found)


def spec_of(row: dict[str, Any]) -> Answer | None:
    """Return the specification of a row, or None if its kind has no counterpart here."""
    known = vocabulary(row)
    make = _MAKERS.get(row["kind"])
    return make(row, known) if make else None


def _reference(row: dict[str, Any], known: Vocabulary) -> Expr:
    return parse_expression(row["reference"], syntax_of(row, "reference"), known)


def _expression(row: dict[str, Any], known: Vocabulary) -> Answer:
    options = row["options"]
    value, names = _reference(row, known), letters(row, known)
    positive = tuple(sorted(names)) if options.get("domain") == "positive" else ()
    ranges = [
        Range(name, Fraction(str(low)), Fraction(str(high)))
        for name, (low, high) in options.get("ranges", {}).items()
    ]
    ranges += [Range(name, integer=True) for name in options.get("integers", ())]
    form = _FORMS.get(row["kind"], "")
    return Expression(value, tuple(sorted(names)), positive, tuple(ranges), form)


def _equation(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    tree = parse(row["reference"], syntax_of(row, "reference"), known)
    if not isinstance(tree, Relation) or tree.signs != ("=",):
        return None
    left, right = tree.operands
    if not isinstance(left, Expr) or not isinstance(right, Expr):
        return None
    return Equation(left, right, tuple(sorted(letters(row, known))))


def _items(row: dict[str, Any], known: Vocabulary) -> tuple[Expr, ...] | None:
    tree = parse(row["reference"], syntax_of(row, "reference"), known)
    items = tree.items if isinstance(tree, Brackets | Listing) else (tree,)
    return items if all(isinstance(item, Expr) for item in items) else None  # type: ignore[return-value]


def _set(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    items = _items(row, known)
    return None if items is None else SetAnswer(items)


def _tuple(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    items = _items(row, known)
    return None if items is None else TupleAnswer(items)


def _matrix(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    source = Source(row["reference"], syntax_of(row, "reference"))
    try:
        rows = matrix_rows(parse(source.text, source.syntax, known), source)
        return MatrixAnswer(Matrix([[entry.evaluate() for entry in line] for line in rows]))
    except (ValueError, UnreadableError):
        return None


def _interval(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    spec = Interval((), "x")
    try:
        parts = IntervalKind().read(spec, Source(row["reference"], syntax_of(row, "reference")))
    except UnreadableError:
        return None
    return Interval(tuple(Piece(p.low, p.high, p.low_closed, p.high_closed) for p in normal(parts)), "x")


def _number(row: dict[str, Any], known: Vocabulary) -> Answer | None:
    if set(row["options"]) - {"implicit_multiplication"}:
        return None  # tolerances are no option of ours
    return Number(_reference(row, known))


_MAKERS: dict[str, Callable[[dict[str, Any], Vocabulary], Answer | None]] = {
    "expression": _expression,
    "parse": _expression,
    "expanded": _expression,
    "factored": _expression,
    "lowest_terms": _expression,
    "equation": _equation,
    "set": _set,
    "list": _tuple,
    "tuple": _tuple,
    "matrix": _matrix,
    "interval": _interval,
    "numeric": _number,
}


def judged(row: dict[str, Any], outcome: Outcome) -> str:
    """Return how an outcome stands to the label of a row."""
    accepted, expected = outcome is Outcome.CORRECT, row["expected"]
    if outcome is Outcome.UNDECIDED:
        return "undecided"
    if accepted:
        return "right" if expected is True else "FALSE ACCEPT"
    if expected is True:
        return "not read" if outcome is Outcome.UNREADABLE else "false reject"
    if expected is False:
        return "right" if outcome is not Outcome.UNREADABLE else "unread, false"
    return "right" if outcome is Outcome.UNREADABLE else "invalid, scored"


def labelled_rows(folder: Path) -> dict[str, Tally]:
    """Check the headline rows of a folder, one tally for each file and kind."""
    tallies: dict[str, Tally] = {}
    for name, row in labelled(folder):
        if any(tag.startswith("convention:") for tag in row["tags"]):
            continue
        tally = tallies.setdefault(f"{name} {row['kind']}"[:40], Tally())
        try:
            spec = spec_of(row)
        except (UnreadableError, ValueError, TypeError) as error:
            tally.verdicts["reference not read"] += 1
            tally.misses.append(f"{row['id']}: reference {row['reference']!r}: {error}")
            continue
        if spec is None:
            tally.verdicts["kind not supported"] += 1
            continue
        outcome, milliseconds = timed(spec, Response(row["answer"], syntax_of(row, "answer")))
        verdict = judged(row, outcome)
        tally.verdicts[verdict] += 1
        tally.milliseconds.append(milliseconds)
        if verdict != "right":
            what = f"{row['reference']!r} / {row['answer']!r} expected {row['expected']}"
            tally.misses.append(f"{row['id']}: {what}: {verdict} {row['options']}")
    return tallies


def main(arguments: list[str]) -> int:
    """Print the measurements asked for; return 1 if a verdict is not as labelled or too slow."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--data", type=Path, help="folder of labelled JSON lines")
    options.add_argument("--misses", action="store_true", help="print each row not decided as labelled")
    options.add_argument("--repeat", type=int, default=3, help="runs of each own row; the best counts")
    chosen = options.parse_args(arguments)
    if chosen.data is None:
        tally = own_rows(chosen.repeat)
        print(tally.line("own rows"))
        heavy = heavy_input(chosen.repeat)
        print(heavy.line("heavy input"))
        print("".join(f"    {miss}\n" for miss in heavy.misses), end="")
        print(f"import upslope.checking: {import_seconds():.3f} s of processor time, best of six")
        return int(bool(tally.verdicts["MISS"] or heavy.verdicts["SLOW"]))
    whole = Tally()
    for name, tally in sorted(labelled_rows(chosen.data).items()):
        print(tally.line(name))
        whole.verdicts += tally.verdicts
        whole.milliseconds += tally.milliseconds
        if chosen.misses:
            print("".join(f"    {miss}\n" for miss in tally.misses), end="")
    print(whole.line("all"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

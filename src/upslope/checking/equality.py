"""Decide whether two expressions are equal: the first rung that can tell decides.

1. the same tree; 2. rational numbers and rational functions, exactly or by residues; 3. certified balls, at
one constant or at points of every cell of the domain; else nobody knows. Balls that do not overlap certify a
difference. Balls that overlap never certify equality: `method` then says at how many points none was found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flint import acb

from upslope.checking.balls import PRECISIONS, ball, evaluate_ball, is_real, lost_bits, precision
from upslope.checking.exact import NotRationalError, NoValueError, evaluate
from upslope.checking.expr import Const, Expr
from upslope.checking.points import Bounds, Cell, cells, special_points
from upslope.checking.residues import VanishingError, compare
from upslope.checking.walk import nodes

_AGREEING_BITS = 84
"""Two balls agree if both know at least this many bits (relative radius below 1e-25)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Say whether two things are equal (None: undecided) and how that was found."""

    equal: bool | None
    method: str


class WithoutValueError(ValueError):
    """Report an answer that has no value anywhere, such as 1/0."""


_MOST_BITS = 50_000
_SAME = Decision(True, "identical")
_UNKNOWN = Decision(None, "undecided")
_NOWHERE = "the reference is nowhere real"


def equal(reference: Expr, answer: Expr, bounds: Sequence[Bounds] = (), *, sample_seed: int = 0) -> Decision:
    """Decide equality on the domain. Raises WithoutValueError if the answer has no value at all.

    `bounds` narrow variables; the others are all real numbers.
    """
    if reference == answer:
        return _SAME
    names = reference.symbols | answer.symbols
    if not names:
        return equal_constants(reference, answer, sample_seed=sample_seed)
    try:
        found = compare(reference, answer, sample_seed)
    except VanishingError as error:
        raise WithoutValueError("a division by zero") from error
    if found is not None:
        return Decision(found, "residues modulo two primes")
    known = {bound.name: bound for bound in bounds}
    domain = tuple(known.get(name, Bounds(name)) for name in sorted(names))
    return _equal_at_points(reference, answer, domain, sample_seed)


def equal_constants(reference: Expr, answer: Expr, *, sample_seed: int = 0) -> Decision:
    """Decide equality of two expressions without variables. Raises WithoutValueError for 1/0."""
    wanted, given = _rational(reference), _rational(answer)
    if wanted is not None and given is not None:
        return Decision(wanted == given, "exact")
    try:
        found = compare(reference, answer, sample_seed)
    except VanishingError as error:
        raise WithoutValueError("a division by zero") from error
    if found is not None:
        return Decision(found, "residues modulo two primes")
    decision, _ = _compare_at(reference, answer, (), real=False)
    return _confirmed(reference, answer, [()], real=False) if decision.equal else decision


def _rational(tree: Expr) -> Fraction | None:
    try:
        return evaluate(tree)
    except NoValueError as error:
        raise WithoutValueError(str(error)) from error
    except NotRationalError:
        return None


def _equal_at_points(reference: Expr, answer: Expr, domain: tuple[Bounds, ...], sample_seed: int) -> Decision:
    """Compare in every cell; the answer agrees if it does so wherever the reference has a value."""
    trees = (reference, answer)
    names = tuple(bound.name for bound in domain)
    imaginary = any(isinstance(node, Const) and node.name == "i" for tree in trees for node in nodes(tree))
    decision = _in_all_cells(reference, answer, domain, sample_seed, real=not imaginary)
    if decision.equal is None and not imaginary and decision.method == _NOWHERE:
        return _in_all_cells(reference, answer, domain, sample_seed, real=False)
    if decision.equal:
        for values in special_points(trees, domain):
            special, _ = _compare_at(
                reference, answer, tuple(zip(names, values, strict=True)), real=not imaginary
            )
            if special.equal is False and special.method.startswith("balls"):
                return special
    return decision


def _in_all_cells(
    reference: Expr, answer: Expr, domain: tuple[Bounds, ...], sample_seed: int, *, real: bool
) -> Decision:
    trees = (reference, answer)
    names = tuple(bound.name for bound in domain)
    agreeing: list[tuple[tuple[str, Fraction], ...]] = []
    open_cells = 0
    for cell in cells(trees, domain, sample_seed):
        decision, point = _compare_in(cell, names, reference, answer, real=real)
        if decision is None:
            continue
        if decision.equal is False:
            return decision
        if decision.equal and point is not None:
            agreeing.append(point)
        else:
            open_cells += 1
    if not open_cells and not agreeing:
        return Decision(None, _NOWHERE)
    if open_cells:
        return _UNKNOWN
    return _confirmed(reference, answer, agreeing, real=real)


def _compare_in(
    cell: Cell, names: tuple[str, ...], reference: Expr, answer: Expr, *, real: bool
) -> tuple[Decision | None, tuple[tuple[str, Fraction], ...] | None]:
    """Compare at the points of a cell until one tells; None if the reference has no value there."""
    undecided = False
    for values in cell.points:
        point = tuple(zip(names, values, strict=True))
        decision, defined = _compare_at(reference, answer, point, real=real)
        if not defined:
            continue
        if decision.equal is not None:
            return decision, point
        undecided = True
    return (_UNKNOWN, None) if undecided else (None, None)


def _compare_at(
    reference: Expr, answer: Expr, point: tuple[tuple[str, Fraction], ...], *, real: bool
) -> tuple[Decision, bool]:
    """Compare at one point with growing precision; also tell whether the reference has a value there."""
    defined, missing = False, False
    for bits in PRECISIONS:
        with precision(bits):
            values = {name: ball(value) for name, value in point}
            wanted = evaluate_ball(reference, values)
            if not wanted.is_finite() or (real and not is_real(wanted)):
                continue
            defined = True
            given = evaluate_ball(answer, values)
            missing = not given.is_finite()
            if missing:
                continue
            if _differ(wanted, given, real=real):
                return Decision(False, f"balls of {bits} bits apart"), True
            if _agree(wanted, given, bits):
                return Decision(True, _agreement(1, bits)), True
    if defined and missing and _never_defined(answer, dict(point)):
        return Decision(False, "no value where one is asked"), True
    return _UNKNOWN, defined


def _differ(wanted: acb, given: acb, *, real: bool) -> bool:
    return not wanted.overlaps(given) or (real and not is_real(given))


def _agree(wanted: acb, given: acb, bits: int) -> bool:
    """Tell whether two overlapping balls are small; what may be zero is believed at the last precision."""
    if wanted.contains(0) or given.contains(0):
        last = bits == PRECISIONS[-1]
        both_zero = wanted.is_zero() and given.is_zero()
        return both_zero or (last and wanted.rad() < _TINY and given.rad() < _TINY)
    return min(wanted.rel_accuracy_bits(), given.rel_accuracy_bits()) >= _AGREEING_BITS


_TINY = 1e-300


def _never_defined(answer: Expr, point: dict[str, Fraction]) -> bool:
    """Tell whether exact arithmetic shows that the answer has no value at the point."""
    try:
        evaluate(answer, point)
    except NoValueError:
        return True
    except NotRationalError:
        return False
    return False


def _confirmed(
    reference: Expr, answer: Expr, agreeing: list[tuple[tuple[str, Fraction], ...]], *, real: bool
) -> Decision:
    """Look again at one point with so many bits that no term of a sum is swallowed by another.

    sin x + 10^-40 agrees with sin x at 128 bits, e^2401 + 1 with e^2401 at 3,333.
    """
    point = agreeing[-1]
    with precision(PRECISIONS[0]):
        values = {name: ball(value) for name, value in point}
        lost = max(lost_bits(reference, values), lost_bits(answer, values))
    bits = max(PRECISIONS[-1], lost + PRECISIONS[0])
    if bits > _MOST_BITS:
        return Decision(None, "terms too different in size")
    with precision(bits):
        values = {name: ball(value) for name, value in point}
        wanted, given = evaluate_ball(reference, values), evaluate_ball(answer, values)
        if wanted.is_finite() and given.is_finite() and _differ(wanted, given, real=real):
            return Decision(False, f"balls of {bits} bits apart")
    return Decision(True, _agreement(len(agreeing), bits))


def _agreement(count: int, bits: int) -> str:
    place = "point" if count == 1 else "points"
    return f"not refuted at {count} certified {place}, {bits} bits"

"""Hold unions of intervals with exact or certified ends, in one normal form."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cmp_to_key

from upslope.checking.balls import PRECISIONS, evaluate_ball, precision
from upslope.checking.equality import WithoutValueError, equal_constants
from upslope.checking.exact import NotRationalError, NoValueError, evaluate
from upslope.checking.expr import Expr


class UndecidedError(ArithmeticError):
    """Report two ends whose order cannot be told."""


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one interval; None is unbounded (and open)."""

    low: Expr | None
    high: Expr | None
    low_closed: bool = False
    high_closed: bool = False


REALS = Part(None, None)


def order(a: Expr, b: Expr) -> int:
    """Return -1, 0 or 1 as a < b, a = b or a > b. Raises UndecidedError, WithoutValueError."""
    left, right = _rational(a), _rational(b)
    if left is not None and right is not None:
        return (left > right) - (left < right)
    if equal_constants(a, b).equal:
        return 0
    for bits in PRECISIONS:
        with precision(bits):
            difference = evaluate_ball(a, {}) - evaluate_ball(b, {})
            if difference.is_finite() and difference.imag.contains(0):
                if difference.real > 0:
                    return 1
                if difference.real < 0:
                    return -1
    raise UndecidedError("the order of two ends")


def _rational(tree: Expr) -> Fraction | None:
    try:
        return evaluate(tree)
    except NoValueError as error:
        raise WithoutValueError(str(error)) from error
    except NotRationalError:
        return None


def is_empty(part: Part) -> bool:
    """Tell whether a part holds no point."""
    if part.low is None or part.high is None:
        return False
    sign = order(part.low, part.high)
    return sign > 0 or (sign == 0 and not (part.low_closed and part.high_closed))


def normal(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the union as disjoint parts from left to right that do not touch."""
    merged: list[Part] = []
    for part in sorted((part for part in parts if not is_empty(part)), key=cmp_to_key(_by_start)):
        if merged and _touch(merged[-1], part):
            merged[-1] = _joined(merged[-1], part)
        else:
            merged.append(part)
    return tuple(merged)


def _by_start(a: Part, b: Part) -> int:
    if a.low is None or b.low is None:
        return (a.low is not None) - (b.low is not None)
    return order(a.low, b.low) or b.low_closed - a.low_closed


def _touch(left: Part, right: Part) -> bool:
    """Tell whether two parts, the left one starting first, overlap or meet without a gap."""
    if left.high is None or right.low is None:
        return True
    sign = order(right.low, left.high)
    return sign < 0 or (sign == 0 and (left.high_closed or right.low_closed))


def _joined(left: Part, right: Part) -> Part:
    if left.high is None or right.high is None:
        return Part(left.low, None, left.low_closed, False)
    sign = order(left.high, right.high)
    if sign == 0:
        return Part(left.low, left.high, left.low_closed, left.high_closed or right.high_closed)
    last = left if sign > 0 else right
    return Part(left.low, last.high, left.low_closed, last.high_closed)


def intersection(a: Sequence[Part], b: Sequence[Part]) -> tuple[Part, ...]:
    """Return what two unions have in common."""
    return normal([_common(p, q) for p in a for q in b])


def _common(p: Part, q: Part) -> Part:
    low, low_closed = p.low, p.low_closed
    if q.low is not None:
        sign = 1 if low is None else order(q.low, low)
        if sign > 0:
            low, low_closed = q.low, q.low_closed
        elif sign == 0:
            low_closed = low_closed and q.low_closed
    high, high_closed = p.high, p.high_closed
    if q.high is not None:
        sign = -1 if high is None else order(q.high, high)
        if sign < 0:
            high, high_closed = q.high, q.high_closed
        elif sign == 0:
            high_closed = high_closed and q.high_closed
    return Part(low, high, low_closed, high_closed)


def complement(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return all real numbers that lie in no part."""
    rest: tuple[Part, ...] = (REALS,)
    for part in normal(parts):
        outside = []
        if part.low is not None:
            outside.append(Part(None, part.low, False, not part.low_closed))
        if part.high is not None:
            outside.append(Part(part.high, None, not part.high_closed, False))
        rest = intersection(rest, outside)
    return rest


def same(a: Sequence[Part], b: Sequence[Part], *, ends_only: bool = False) -> bool:
    """Tell whether two unions in normal form are equal, possibly up to which ends belong to them."""
    if len(a) != len(b):
        return False
    return all(
        _same_end(p.low, q.low)
        and _same_end(p.high, q.high)
        and (ends_only or (p.low_closed, p.high_closed) == (q.low_closed, q.high_closed))
        for p, q in zip(a, b, strict=True)
    )


def _same_end(a: Expr | None, b: Expr | None) -> bool:
    if a is None or b is None:
        return a is b
    return order(a, b) == 0

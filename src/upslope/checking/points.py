"""Choose points at which expressions are compared: some in every cell where they may behave differently.

Three random points miss what happens on one side only (x and sqrt(x^2)). So each variable's domain is cut
at -1, 0 and 1, at its own ends, and, for one variable, at the real roots of polynomials inside roots,
logarithms, absolute values and denominators. Points are dyadic: they are exact in ball arithmetic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise, product
from typing import cast

from flint import acb, fmpz_poly

from upslope.checking.expr import Call, Expr, Num, Power, Quotient
from upslope.checking.polynomial import Expander, TooLargeError
from upslope.checking.walk import nodes
from upslope.core.rng import Rng

MOST_CELLS = 40
_EXTENT = 4
_DYADIC = 1 << 12
_EXPONENTS = (Fraction(2), Fraction(1, 2), Fraction(-1))
_BASES = (Fraction(-2), Fraction(3))


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bound one variable; None is unbounded."""

    name: str
    low: Fraction | None = None
    high: Fraction | None = None
    integer: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold some points of one cell, each as values of the variables in order."""

    points: tuple[tuple[Fraction, ...], ...]


def cells(trees: Sequence[Expr], bounds: Sequence[Bounds], seed: int) -> Iterator[Cell]:
    """Yield the cells of the domain with three points each; the same cells for every seed."""
    rng = Rng("points", seed)
    if len(bounds) == 1:
        edges = _edges(bounds[0], _critical(trees, bounds[0].name))
        parts: list[list[_Part]] = [edges]
    else:
        cuts = (-1, 0, 1) if len(bounds) == 2 else (0,)
        parts = [_edges(bound, [Fraction(cut) for cut in cuts]) for bound in bounds]
    for chosen in _spread(parts):
        drawn = (tuple(part.draw(rng) for part in chosen) for _ in range(3))
        yield Cell(tuple(drawn))


def special_points(trees: Sequence[Expr], bounds: Sequence[Bounds]) -> Iterator[tuple[Fraction, ...]]:
    """Yield points with exponents 2, 1/2 and -1, at which laws of powers fail: ((-2)^2)^(1/2) = 2.

    Random exponents never show it, because powers of negative numbers are then not real.
    """
    exponents = {
        name
        for tree in trees
        for node in nodes(tree)
        if isinstance(node, Power)
        for name in node.exponent.symbols
    }
    if not exponents:
        return
    values = [
        [value for value in (_EXPONENTS if b.name in exponents else _BASES) if _allowed(value, b)]
        for b in bounds
    ]
    yield from islice(product(*values), MOST_CELLS)


def _allowed(value: Fraction, bound: Bounds) -> bool:
    return _inside(value, bound) and not (bound.integer and value.denominator != 1)


def _spread(parts: list[list["_Part"]]) -> Iterator[tuple["_Part", ...]]:
    """Yield all combinations of parts if they are few, else every part of each variable at least once."""
    count = 1
    for choices in parts:
        count *= len(choices)
    if count <= MOST_CELLS:
        yield from product(*parts)
        return
    for i in range(MOST_CELLS):
        yield tuple(choices[(i // (j + 1) + i * j) % len(choices)] for j, choices in enumerate(parts))


@dataclass(frozen=True, slots=True)
class _Part:
    """Hold an open interval of one variable, or a range of its integers."""

    low: Fraction
    high: Fraction
    integer: bool

    def draw(self, rng: Rng) -> Fraction:
        if self.integer:
            return Fraction(rng.integer(int(self.low), int(self.high)))
        width = self.high - self.low
        scale = _DYADIC
        while width * scale < _DYADIC:
            scale *= 2
        first = (self.low * scale).__floor__() + 1
        last = (self.high * scale).__ceil__() - 1
        return Fraction(rng.integer(first, last), scale)


def _edges(bound: Bounds, cuts: list[Fraction]) -> list[_Part]:
    """Cut the domain of one variable into parts."""
    if bound.integer:
        return _integer_parts(bound)
    inner = sorted({cut for cut in cuts if _inside(cut, bound)})
    low = bound.low if bound.low is not None else _below(inner, bound.high)
    high = bound.high if bound.high is not None else _above(inner, bound.low)
    marks = [low, *(cut for cut in inner if low < cut < high), high]
    return [_Part(a, b, False) for a, b in pairwise(marks)]


def _below(inner: list[Fraction], high: Fraction | None) -> Fraction:
    least = inner[0] if inner else (high if high is not None else Fraction(0))
    return least - _EXTENT


def _above(inner: list[Fraction], low: Fraction | None) -> Fraction:
    most = inner[-1] if inner else (low if low is not None else Fraction(0))
    return most + _EXTENT


def _inside(cut: Fraction, bound: Bounds) -> bool:
    return (bound.low is None or bound.low < cut) and (bound.high is None or cut < bound.high)


def _integer_parts(bound: Bounds) -> list[_Part]:
    low = bound.low.__ceil__() if bound.low is not None else None
    high = bound.high.__floor__() if bound.high is not None else None
    if low is None:
        low = (high if high is not None else 12) - 24
    if high is None:
        high = low + 40
    middle = min(low + 6, high)
    small = [_Part(Fraction(n), Fraction(n), True) for n in range(low, middle + 1)]
    return small + ([_Part(Fraction(middle + 1), Fraction(high), True)] if middle < high else [])


def _critical(trees: Sequence[Expr], name: str) -> list[Fraction]:
    """Return where roots, logarithms, absolute values or quotients may change their behaviour."""
    found = {Fraction(-1), Fraction(0), Fraction(1)}
    for tree in trees:
        for inner in _sensitive(tree):
            found.update(_real_roots(inner, name))
            if len(found) > MOST_CELLS:
                return sorted(found)[:MOST_CELLS]
    return sorted(found)


def _sensitive(tree: Expr) -> Iterator[Expr]:
    for node in nodes(tree):
        match node:
            case Quotient(under=under):
                yield under
            case Power(base=base, exponent=exponent) if not isinstance(exponent, Num):
                yield base
            case Call(name="sqrt" | "root" | "ln" | "log" | "abs" | "sign" | "relu", arguments=(first, *_)):
                yield first
            case Call(name="arcsin" | "arccos" | "arctanh", arguments=(first,)):
                yield first - 1
                yield first + 1
            case Call(name="max" | "min", arguments=(first, *others)):
                for other in others:
                    yield first - other
            case _:
                pass


def _real_roots(tree: Expr, name: str) -> list[Fraction]:
    """Return the real roots of a polynomial in one variable, rounded to dyadic numbers."""
    if name not in tree.symbols:
        return []
    try:
        expanded = Expander(tree)
    except TooLargeError:
        return []
    atoms = list(expanded.atoms)
    if len(atoms) != 1 or any(power < 0 for monomial in expanded.terms for _, power in monomial):
        return []
    coefficients = {monomial[0][1] if monomial else 0: value for monomial, value in expanded.terms.items()}
    degree = max(coefficients, default=0)
    if not 0 < degree <= 24:
        return []
    scale = 1
    for value in coefficients.values():
        scale *= value.denominator
    polynomial = fmpz_poly([int(coefficients.get(n, Fraction(0)) * scale) for n in range(degree + 1)])
    found = cast(list[tuple[acb, int]], polynomial.complex_roots())
    roots = [root.real for root, _ in found if root.imag.is_zero()]
    return [Fraction(round(float(root) * 1024), 1024) for root in roots if abs(float(root)) < 1e6]

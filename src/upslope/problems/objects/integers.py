"""Calculate with small integer matrices as lists of lists: what drawing needs, and fast."""

from collections.abc import Callable, Sequence
from math import gcd
from typing import TypeVar

from upslope.core.rng import Rng
from upslope.problems.template import Redraw

Rows = list[list[int]]
T = TypeVar("T")

MOST_TRIES = 400


def attempt(make: Callable[[], T | None], what: str) -> T:
    """Return the first result that is not None. Raises Redraw after many tries."""
    for _ in range(MOST_TRIES):
        made = make()
        if made is not None:
            return made
    raise Redraw(f"no {what} found")


def product(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> Rows:
    """Return the matrix product."""
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]


def transposed(rows: Sequence[Sequence[int]]) -> Rows:
    """Return the transpose."""
    return [list(column) for column in zip(*rows, strict=True)]


def identity(size: int) -> Rows:
    """Return the identity."""
    return [[int(i == j) for j in range(size)] for i in range(size)]


def largest_entry(rows: Sequence[Sequence[int]]) -> int:
    """Return the largest absolute value of an entry."""
    return max(abs(entry) for row in rows for entry in row)


def has_equal_lines(rows: Sequence[Sequence[int]]) -> bool:
    """Return whether two rows or two columns are equal, or one is zero."""
    for lines in ([tuple(row) for row in rows], list(zip(*rows, strict=True))):
        if len(set(lines)) < len(lines) or any(not any(line) for line in lines):
            return True
    return False


def has_parallel_rows(rows: Sequence[Sequence[int]]) -> bool:
    """Return whether two rows, the zero row apart, are multiples of each other."""
    directions = []
    for row in rows:
        leading = next((entry for entry in row if entry), 0)
        if leading:
            scale = gcd(*row) * (1 if leading > 0 else -1)
            directions.append(tuple(entry // scale for entry in row))
    return len(set(directions)) < len(directions)


def nonzero(rng: Rng, largest: int) -> int:
    """Return an integer in [-largest, largest] that is not 0."""
    return rng.integer(-largest, largest, but=(0,))


def unitriangular(rng: Rng, size: int, *, largest: int, lower: bool) -> Rows:
    """Return a triangular integer matrix with ones on the diagonal."""
    return [
        [1 if i == j else (rng.integer(-largest, largest) if (i > j) == lower else 0) for j in range(size)]
        for i in range(size)
    ]


def with_inverse(rng: Rng, size: int, *, largest: int) -> tuple[Rows, Rows]:
    """Return an integer matrix of determinant ±1 and its inverse, as products of triangular ones."""
    lower = unitriangular(rng, size, largest=largest, lower=True)
    upper = unitriangular(rng, size, largest=largest, lower=False)
    order = rng.shuffled(range(size))
    rows = product(lower, upper)
    inverse = product(_unitriangular_inverse(upper, lower=False), _unitriangular_inverse(lower, lower=True))
    return [rows[i] for i in order], [[row[i] for i in order] for row in inverse]


def _unitriangular_inverse(rows: Rows, *, lower: bool) -> Rows:
    """Invert by substitution: stays integer because the diagonal is 1."""
    size = len(rows)
    order = range(size) if lower else range(size - 1, -1, -1)
    inverse = identity(size)
    for i in order:
        for j in range(size):
            if i != j and rows[i][j]:
                factor = rows[i][j]
                inverse[i] = [a - factor * b for a, b in zip(inverse[i], inverse[j], strict=True)]
    return inverse

"""Draw integer matrices whose rank, reduced form, inverse or factors are known by construction."""

from collections.abc import Sequence
from dataclasses import dataclass

from upslope.checking import Matrix
from upslope.core.rng import Rng
from upslope.problems.objects.integers import (
    Rows,
    attempt,
    has_equal_lines,
    has_parallel_rows,
    largest_entry,
    nonzero,
    product,
    unitriangular,
    with_inverse,
)


def matrix_of_rank(
    rng: Rng,
    m: int,
    n: int,
    *,
    rank: int,
    pivots: Sequence[int] | None = None,
    scramble_columns: bool = False,
    largest: int = 12,
) -> Matrix:
    """Return an m × n matrix of the given rank.

    Guarantees: integer entries of size at most `largest`; the reduced form is integer with entries of size
    at most 3; no zero or equal columns; no row shared with the reduced form, and (from rank 2 on) none
    parallel to another row or to one of the reduced form. `pivots` (from 0) says where the pivots stand, the
    first columns if left out; with `scramble_columns` a free column stands before the last pivot.
    Raises ValueError for a rank or pivots that cannot be, Redraw if nothing suits.
    """
    if not 1 <= rank <= min(m, n):
        raise ValueError(f"a {m} × {n} matrix has no rank {rank}")
    if scramble_columns and rank in (1, n):
        raise ValueError("columns can be scrambled only between rank 2 and a free column")
    if pivots is not None and (len(set(pivots)) != rank or min(pivots) != 0 or max(pivots) >= n):
        raise ValueError("pivots are as many columns as the rank, the first column among them")

    def make() -> Matrix | None:
        places = (
            sorted(pivots) if pivots is not None else _pivot_places(rng, n, rank, scramble=scramble_columns)
        )
        reduced = _reduced_form(rng, n, places)
        rows = product(_tall(rng, m, rank), reduced)
        if largest_entry(rows) > largest or has_equal_lines(rows):
            return None
        if rank > 1 and has_parallel_rows(rows + reduced):
            return None
        return Matrix(rows)

    return attempt(make, f"{m} × {n} matrix of rank {rank}")


def _pivot_places(rng: Rng, n: int, rank: int, *, scramble: bool) -> list[int]:
    if not scramble:
        return list(range(rank))
    while True:
        places = [0, *sorted(rng.sample(range(1, n), rank - 1))]
        if places != list(range(rank)):
            return places


def _reduced_form(rng: Rng, n: int, pivots: Sequence[int]) -> Rows:
    columns: list[list[int]] = []
    for j in range(n):
        if j in pivots:
            columns.append([int(i == pivots.index(j)) for i in range(len(pivots))])
            continue
        before = sum(1 for pivot in pivots if pivot < j)
        column = [rng.integer(-3, 3) for _ in range(before)]
        if sum(1 for entry in column if entry) < min(
            2, before
        ):  # a free column is no multiple of a pivot column
            column[rng.below(before)] = nonzero(rng, 3)
        columns.append(column + [0] * (len(pivots) - before))
    return [list(row) for row in zip(*columns, strict=True)]


def _tall(rng: Rng, m: int, rank: int) -> Rows:
    """Return an m × rank integer matrix of full column rank: a unimodular block, combinations of its rows."""
    if rank == 1:
        return [[factor] for factor in rng.sample((-4, -3, -2, 2, 3, 4, 5), m)]
    block = product(
        unitriangular(rng, rank, largest=2, lower=True), unitriangular(rng, rank, largest=1, lower=False)
    )
    extra = (
        product([[rng.integer(-1, 2) for _ in range(rank)] for _ in range(m - rank)], block)
        if m > rank
        else []
    )
    return rng.shuffled(block + extra)


def unimodular(rng: Rng, n: int, *, largest: int = 5) -> Matrix:
    """Return an n × n matrix of determinant ±1; see `invertible_pair`."""
    return invertible_pair(rng, n, largest=largest).matrix


@dataclass(frozen=True, slots=True)
class InvertiblePair:
    """Hold an integer matrix and its integer inverse."""

    matrix: Matrix
    inverse: Matrix


def invertible_pair(rng: Rng, n: int, *, largest: int = 5) -> InvertiblePair:
    """Return an integer matrix with integer inverse.

    Guarantees: determinant ±1; entries of both of size at most `largest`; neither is triangular; no equal
    rows or columns; for n = 2 no zeros.
    """

    def make() -> InvertiblePair | None:
        rows, inverse = with_inverse(rng, n, largest=2)
        if max(largest_entry(rows), largest_entry(inverse)) > largest:
            return None
        if has_equal_lines(rows) or is_triangular(rows) or is_triangular(inverse):
            return None
        if n == 2 and any(entry == 0 for row in rows for entry in row):
            return None
        return InvertiblePair(Matrix(rows), Matrix(inverse))

    return attempt(make, f"invertible {n} × {n} matrix")


def is_triangular(rows: Sequence[Sequence[int]]) -> bool:
    """Return whether everything above or everything below the diagonal is zero."""
    n = len(rows)
    below = all(rows[i][j] == 0 for i in range(n) for j in range(i))
    above = all(rows[i][j] == 0 for i in range(n) for j in range(i + 1, n))
    return below or above

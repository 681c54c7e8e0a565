"""Draw linear systems with one, no or many solutions."""

from dataclasses import dataclass
from typing import Literal

from upslope.checking import Matrix
from upslope.core.rng import Rng
from upslope.problems.objects.integers import Rows, attempt, has_parallel_rows, nonzero
from upslope.problems.objects.matrices import matrix_of_rank

Solutions = Literal["one", "none", "many"]


@dataclass(frozen=True, slots=True)
class LinearSystem:
    """Hold Ax = b; `solution` is a solution with whole entries, None where there is none."""

    A: Matrix
    b: tuple[int, ...]
    solution: tuple[int, ...] | None

    @property
    def augmented(self) -> Matrix:
        """Return [A | b]."""
        return self.A.augmented(self.b)


def linear_system(
    rng: Rng, equations: int, unknowns: int, *, solutions: Solutions = "one", largest: int = 6
) -> LinearSystem:
    """Return a system of linear equations.

    Guarantees: whole coefficients of size at most `largest` (12 unless solutions="one"), right sides of
    size at most 60; no two rows of A parallel (for "one"); "one": unknowns = equations, no zero in the
    first column, whole solution with nonzero entries of size at most 5, not all equal; "many": consistent
    with at least one free variable; "none": each equation alone has solutions, all together have none.
    Raises ValueError where `solutions` cannot be: "one" needs as many equations as unknowns.
    """
    if solutions == "one":
        if equations != unknowns:
            raise ValueError("one solution is drawn for as many equations as unknowns")
        return attempt(lambda: _one(rng, unknowns, largest), "system with one solution")
    return attempt(
        lambda: _singular(rng, equations, unknowns, solutions), f"system with {solutions} solution"
    )


def _one(rng: Rng, n: int, largest: int) -> LinearSystem | None:
    rows: Rows = [
        [nonzero(rng, largest), *(rng.integer(-largest, largest) for _ in range(n - 1))] for _ in range(n)
    ]
    solution = tuple(nonzero(rng, 5) for _ in range(n))
    if has_parallel_rows(rows) or len(set(solution)) == 1 or Matrix(rows).rank < n:
        return None
    if any(sum(1 for entry in row if entry) < 2 for row in rows):  # an equation in one unknown gives it away
        return None
    b = tuple(sum(a * x for a, x in zip(row, solution, strict=True)) for row in rows)
    return LinearSystem(Matrix(rows), b, solution) if max(map(abs, b)) <= 60 else None


def _singular(rng: Rng, m: int, n: int, solutions: Solutions) -> LinearSystem | None:
    rank = min(m, n - 1) if solutions == "many" else min(m - 1, n)
    if rank < 1:
        raise ValueError(f"{m} equations in {n} unknowns are too few for {solutions!r}")
    A = matrix_of_rank(rng, m, n, rank=rank, largest=12)
    x = tuple(rng.integer(-3, 3) for _ in range(n))
    b = tuple(int(entry) for entry in A.times(x))
    if solutions == "none":
        place = rng.below(m)
        b = tuple(entry + (nonzero(rng, 4) if i == place else 0) for i, entry in enumerate(b))
        if A.augmented(b).rank == A.rank:
            return None
    if max(map(abs, b)) > 60 or not any(b):
        return None
    return LinearSystem(A, b, x if solutions == "many" else None)

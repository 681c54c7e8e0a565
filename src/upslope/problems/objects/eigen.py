"""Draw matrices whose eigenvalues and eigenvectors are known by construction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from upslope.checking import Matrix
from upslope.core.rng import Rng
from upslope.problems.objects.integers import (
    Rows,
    attempt,
    has_equal_lines,
    largest_entry,
    nonzero,
    product,
    transposed,
    unitriangular,
)
from upslope.problems.objects.matrices import invertible_pair, is_triangular

_ORTHOGONAL_BASES: dict[int, tuple[Rows, ...]] = {
    2: ([[1, 1], [1, -1]], [[1, 2], [2, -1]], [[1, 3], [3, -1]]),
    3: (
        [[1, 1, 1], [1, -1, 0], [1, 1, -2]],
        [[1, 2, 2], [2, 1, -2], [2, -2, 1]],
    ),
}
"""Orthogonal bases of whole vectors (rows)."""


@dataclass(frozen=True, slots=True)
class Eigenpairs:
    """Hold a matrix with its eigenvalues and, in the same order, whole eigenvectors."""

    matrix: Matrix
    values: tuple[int, ...]
    vectors: tuple[tuple[int, ...], ...]

    @property
    def S(self) -> Matrix:  # noqa: N802 - the name mathematics uses
        """Return the matrix with the eigenvectors as columns."""
        return Matrix.from_columns(self.vectors)

    @property
    def D(self) -> Matrix:  # noqa: N802
        """Return the diagonal matrix of the eigenvalues."""
        return Matrix.diagonal(self.values)


def with_eigenvalues(rng: Rng, values: Sequence[int], *, largest: int = 15) -> Eigenpairs:
    """Return S D S⁻¹ with the given eigenvalues on the diagonal of D.

    Guarantees: whole entries of size at most `largest`; not triangular, not symmetric, no equal rows or
    columns; det S = ±1; eigenvectors without common factor. Raises ValueError if all eigenvalues are equal.
    """
    if len(set(values)) < 2:
        raise ValueError("with equal eigenvalues S D S⁻¹ is a multiple of I; see defective")

    def make() -> Eigenpairs | None:
        pair = invertible_pair(rng, len(values), largest=5 if len(values) == 2 else 9)
        matrix = pair.matrix @ Matrix.diagonal(values) @ pair.inverse
        rows = [[int(entry) for entry in row] for row in matrix.rows]
        if largest_entry(rows) > largest or _tells(rows) or has_equal_lines(rows) or matrix.is_symmetric:
            return None
        columns = tuple(tuple(int(entry) for entry in column) for column in pair.matrix.T.rows)
        return Eigenpairs(matrix, tuple(values), columns)

    return attempt(make, f"matrix with eigenvalues {', '.join(map(str, values))}")


def _tells(rows: Rows) -> bool:
    """Return whether an eigenvalue stands on the diagonal for all to see."""
    lines = [*enumerate(rows), *enumerate(transposed(rows))]
    return is_triangular(rows) or any(not any(line[:i] + line[i + 1 :]) for i, line in lines)


@dataclass(frozen=True, slots=True)
class Defective:
    """Hold a matrix with one eigenvalue and one line of eigenvectors."""

    matrix: Matrix
    value: int
    vector: tuple[int, ...]


def defective(rng: Rng, n: int = 2, *, largest: int = 12) -> Defective:
    """Return S J S⁻¹ for one Jordan block J of size n.

    Guarantees: whole entries of size at most `largest`, not triangular; the eigenvalue has multiplicity n
    and is of size at most 4; the eigenvectors are the multiples of `vector`.
    """

    def make() -> Defective | None:
        value = rng.integer(-4, 4)
        block = [[value if i == j else int(j == i + 1) for j in range(n)] for i in range(n)]
        pair = invertible_pair(rng, n, largest=5 if n == 2 else 9)
        matrix = pair.matrix @ Matrix(block) @ pair.inverse
        rows = [[int(entry) for entry in row] for row in matrix.rows]
        if largest_entry(rows) > largest or is_triangular(rows):
            return None
        return Defective(matrix, value, tuple(int(entry) for entry in pair.matrix.column(0)))

    return attempt(make, "defective matrix")


def symmetric_with_eigenpairs(rng: Rng, n: int, *, largest: int = 9) -> Eigenpairs:
    """Return a symmetric matrix of size 2 or 3 with orthogonal whole eigenvectors.

    Guarantees: whole entries of size at most `largest`, no row with nothing off the diagonal; eigenvalues
    distinct, from -6 to 9 for n = 2 and -3 to 9 for n = 3; eigenvectors pairwise orthogonal and without
    common factor.
    """
    low, high = (-6, 9) if n == 2 else (-3, 9)

    def make() -> Eigenpairs | None:
        basis = rng.choice(_ORTHOGONAL_BASES[n])
        values = rng.sample(range(low, high + 1), n)
        order = rng.shuffled(range(n))
        signs = [rng.choice((1, -1)) for _ in range(n)]
        vectors = [[row[j] * signs[j] for j in order] for row in basis]
        rows = _symmetric(vectors, values)
        if rows is None or largest_entry(rows) > largest or _tells(rows):
            return None
        return Eigenpairs(Matrix(rows), tuple(values), tuple(tuple(vector) for vector in vectors))

    return attempt(make, f"symmetric {n} × {n} matrix")


def _symmetric(vectors: Rows, values: Sequence[int]) -> Rows | None:
    """Return the sum of λ v vᵀ / |v|², None unless all entries are whole."""
    n = len(values)
    lengths = [sum(entry * entry for entry in vector) for vector in vectors]
    rows: Rows = []
    for i in range(n):
        entries = [
            sum(
                (Fraction(x * v[i] * v[j], s) for x, v, s in zip(values, vectors, lengths, strict=True)),
                Fraction(0),
            )
            for j in range(n)
        ]
        if any(entry.denominator != 1 for entry in entries):
            return None
        rows.append([int(entry) for entry in entries])
    return rows


@dataclass(frozen=True, slots=True)
class PivotedSymmetric:
    """Hold A = L diag(pivots) Lᵀ."""

    matrix: Matrix
    L: Matrix
    pivots: tuple[int, ...]


def positive_definite(rng: Rng, n: int, *, largest: int = 15) -> PivotedSymmetric:
    """Return a positive definite matrix.

    Guarantees: whole entries of size at most `largest`, symmetric, not diagonal, all pivots whole and
    positive.
    """
    return _from_pivots(rng, n, lambda: [rng.integer(1, 5) for _ in range(n)], largest)


def indefinite(rng: Rng, n: int, *, largest: int = 15) -> PivotedSymmetric:
    """Return a symmetric matrix with pivots of both signs; otherwise as `positive_definite`.

    At least one diagonal entry beyond the first is positive, so that the diagonal alone does not decide.
    """

    def pivots() -> list[int]:
        found = [rng.integer(1, 4) for _ in range(n)]
        found[-1] = -found[-1]
        return found

    return _from_pivots(rng, n, pivots, largest, positive_diagonal=True)


def _from_pivots(
    rng: Rng, n: int, draw: Callable[[], list[int]], largest: int, *, positive_diagonal: bool = False
) -> PivotedSymmetric:
    def make() -> PivotedSymmetric | None:
        lower, pivots = unitriangular(rng, n, largest=2, lower=True), draw()
        scaled = [[entry * d for entry, d in zip(row, pivots, strict=True)] for row in lower]
        rows = product(scaled, transposed(lower))
        if largest_entry(rows) > largest or is_triangular(rows):
            return None
        if positive_diagonal and any(rows[i][i] <= 0 for i in range(n)):
            return None
        return PivotedSymmetric(Matrix(rows), Matrix(lower), tuple(pivots))

    return attempt(make, "symmetric matrix with given pivots")


def semidefinite(rng: Rng, n: int, *, rank: int, largest: int = 15) -> Matrix:
    """Return a positive semidefinite, singular matrix B Bᵀ of the given rank < n.

    Guarantees: whole entries of size at most `largest`, not diagonal, no equal rows. Raises ValueError
    for rank ≥ n.
    """
    if not 1 <= rank < n:
        raise ValueError("a singular semidefinite matrix has rank 1 to n - 1")

    def make() -> Matrix | None:
        B = [[nonzero(rng, 3) for _ in range(rank)] for _ in range(n)]
        rows = product(B, transposed(B))
        if (
            largest_entry(rows) > largest
            or has_equal_lines(rows)
            or (rank == 1 and gcd(*(b[0] for b in B)) > 1)
        ):
            return None
        matrix = Matrix(rows)
        return matrix if matrix.rank == rank and not is_triangular(rows) else None

    return attempt(make, "semidefinite matrix")

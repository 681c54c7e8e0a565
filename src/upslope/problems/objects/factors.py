"""Draw matrices together with a factorisation: LU, QR, SVD, projections, Markov chains."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

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
)

_ORTHOGONAL: dict[int, tuple[tuple[int, Rows], ...]] = {
    2: (
        (5, [[3, -4], [4, 3]]),
        (13, [[5, -12], [12, 5]]),
    ),
    3: (
        (3, [[1, 2, 2], [2, 1, -2], [2, -2, 1]]),
        (7, [[2, 3, 6], [3, -6, 2], [6, 2, -3]]),
    ),
}
"""Whole matrices with orthogonal columns of one whole length: the length, the rows."""


@dataclass(frozen=True, slots=True)
class LUPair:
    """Hold PA = LU; `exchanges` are the rows exchanged (from 0), in order."""

    A: Matrix
    P: Matrix
    L: Matrix
    U: Matrix
    exchanges: tuple[tuple[int, int], ...]


def lu_pair(rng: Rng, n: int, *, exchanges: int = 0, largest: int = 12) -> LUPair:
    """Return a matrix with its factors.

    Guarantees: whole entries of size at most `largest`; L has ones on the diagonal and multipliers of
    size at most 3, at least one of them not 0 in each column; no pivot is 0. exchanges=0: elimination
    meets no zero pivot; exchanges=1: it meets exactly one, and the rows of `exchanges` are those to
    exchange (the nearest row below with a nonzero entry). Raises ValueError for more exchanges.
    """
    if exchanges not in (0, 1):
        raise ValueError("a pair is drawn with no or one exchange")

    def make() -> LUPair | None:
        lower = [[1 if i == j else rng.integer(-3, 3) if i > j else 0 for j in range(n)] for i in range(n)]
        upper = [
            [nonzero(rng, 4) if i == j else rng.integer(-4, 4) if i < j else 0 for j in range(n)]
            for i in range(n)
        ]
        swapped: tuple[tuple[int, int], ...] = ()
        if exchanges:
            i = rng.below(n - 1)
            lower[i + 1][i] = 0
            swapped = ((i, i + 1),)
        if any(
            not any(row[j] for row in lower[j + 1 :]) for j in range(n - 1) if not (exchanges and j == n - 2)
        ):
            return None
        order = list(range(n))
        for i, k in swapped:
            order[i], order[k] = order[k], order[i]
        rows = product(lower, upper)
        A = [rows[i] for i in order]
        if largest_entry(A) > largest or has_equal_lines(A):
            return None
        P = [[int(j == order[i]) for j in range(n)] for i in range(n)]
        return LUPair(Matrix(A), Matrix(P), Matrix(lower), Matrix(upper), swapped)

    return attempt(make, "LU pair")


def orthogonal_rational(rng: Rng, n: int) -> Matrix:
    """Return an orthogonal matrix of size 2 or 3 with rational entries.

    Guarantees: QᵀQ = I; denominators 5, 13, 3 or 7; no entry is 0 or ±1.
    """
    length, rows = rng.choice(_ORTHOGONAL[n])
    signed = [[entry * sign for entry in row] for row, sign in zip(rows, _signs(rng, n), strict=True)]
    mixed = transposed(rng.shuffled(transposed(rng.shuffled(signed))))
    return Matrix(mixed) * Fraction(1, length)


def _signs(rng: Rng, n: int) -> list[int]:
    return [rng.choice((1, -1)) for _ in range(n)]


@dataclass(frozen=True, slots=True)
class QRPair:
    """Hold A = QR with orthonormal columns in Q and R upper triangular with positive diagonal."""

    A: Matrix
    Q: Matrix
    R: Matrix


def qr_pair(rng: Rng, n: int, *, largest: int = 20) -> QRPair:
    """Return a whole matrix of size 2 or 3 with rational orthonormal columns behind it.

    Guarantees: A has whole entries of size at most `largest`, R whole entries with a positive diagonal
    and at least one nonzero entry above it.
    """
    columns = [(k, rows) for k, rows in _ORTHOGONAL[n] if k < 13]

    def make() -> QRPair | None:
        length, rows = rng.choice(columns)
        Q = transposed(rng.shuffled(transposed(rng.shuffled(rows))))
        R = [
            [rng.integer(1, 2) if i == j else rng.integer(-2, 2) if i < j else 0 for j in range(n)]
            for i in range(n)
        ]
        A = product(Q, R)
        if largest_entry(A) > largest or not any(R[i][j] for i in range(n) for j in range(i + 1, n)):
            return None
        return QRPair(Matrix(A), Matrix(Q) * Fraction(1, length), Matrix(R) * length)

    return attempt(make, "QR pair")


@dataclass(frozen=True, slots=True)
class SVDTriple:
    """Hold A = U diag(sigma) Vᵀ with the singular values in falling order."""

    A: Matrix
    U: Matrix
    sigma: tuple[int, ...]
    V: Matrix


def svd_triple(rng: Rng) -> SVDTriple:
    """Return a 2 × 2 whole matrix with rational singular vectors.

    Guarantees: two different positive whole singular values of at most 20; U has no zero entry, V is a signed
    permutation, so that the columns of A (or its rows, for the transpose) are orthogonal.
    """
    rows = [[3, -4], [4, 3]]
    large, small = sorted(rng.sample((1, 2, 3, 4), 2), reverse=True)
    U = Matrix(rng.shuffled(rows)) * Fraction(1, 5)
    first, second = _signs(rng, 2)
    V = Matrix(rng.choice(([[first, 0], [0, second]], [[0, second], [first, 0]])))
    sigma = (5 * large, 5 * small)
    return SVDTriple(U @ Matrix.diagonal(sigma) @ V.T, U, sigma, V)


@dataclass(frozen=True, slots=True)
class ProjectionProblem:
    """Hold b = A x̂ + e with e perpendicular to the columns of A; p = A x̂ is the projection."""

    A: Matrix
    b: tuple[int, ...]
    x_hat: tuple[int, ...]
    p: tuple[int, ...]
    e: tuple[int, ...]


def projection_problem(
    rng: Rng, m: int, n: int, *, largest: int = 3, line: bool = False
) -> ProjectionProblem:
    """Return a least squares problem whose solution is whole.

    Guarantees: A is m × n with independent columns and whole entries of size at most `largest`; x̂, p and
    e are whole; e is not 0, p and x̂ have a nonzero entry; entries of b of size at most 15. With `line`,
    n = 2 and A has a column of ones and a column of different whole numbers (fitting a straight line).
    Raises ValueError unless n < m.
    """
    if n >= m or (line and n != 2):
        raise ValueError("a projection needs fewer columns than rows; a line has two")

    def make() -> ProjectionProblem | None:
        if line:
            rows = [[1, t] for t in sorted(rng.sample(range(-largest, largest + 2), m))]
        else:
            rows = [[rng.integer(-largest, largest) for _ in range(n)] for _ in range(m)]
        A = Matrix(rows)
        if A.rank < n or has_equal_lines(transposed(rows)):
            return None
        e = _whole_combination(rng, A.T)
        x = tuple(rng.integer(-4, 4) for _ in range(n))
        p = tuple(int(entry) for entry in A.times(x))
        b = tuple(a + c for a, c in zip(p, e, strict=True))
        if not any(p) or not any(e) or max(map(abs, (*b, *e))) > 15:
            return None
        return ProjectionProblem(A, b, x, p, e)

    return attempt(make, "projection problem")


def _whole_combination(rng: Rng, A: Matrix) -> tuple[int, ...]:
    """Return a whole vector in the null space of A, maybe 0."""
    special = A.null_space()
    sums = [Fraction(0)] * A.width
    for vector in special:
        factor = rng.integer(-2, 2)
        sums = [s + factor * entry for s, entry in zip(sums, vector, strict=True)]
    scale = lcm(*(entry.denominator for entry in sums))
    return tuple(int(entry * scale) for entry in sums)


@dataclass(frozen=True, slots=True)
class MarkovChain:
    """Hold a column-stochastic matrix (columns are where from) and its steady state."""

    matrix: Matrix
    steady: tuple[Fraction, ...]


def markov(rng: Rng, n: int, *, denominator: int = 10) -> MarkovChain:
    """Return a Markov matrix.

    Guarantees: every entry is positive with the given denominator, every column adds up to 1, no two
    columns are equal; the steady state is unique, positive, with denominators of at most 60.
    """

    def make() -> MarkovChain | None:
        columns = [_shares(rng, n, denominator) for _ in range(n)]
        if len(set(columns)) < n:
            return None
        matrix = Matrix(zip(*columns, strict=True)) * Fraction(1, denominator)
        (vector,) = (matrix - Matrix.identity(n)).null_space()
        total = sum(vector, Fraction(0))
        steady = tuple(entry / total for entry in vector)
        if max(entry.denominator for entry in steady) > 60:
            return None
        return MarkovChain(matrix, steady)

    return attempt(make, "Markov matrix")


def _shares(rng: Rng, n: int, total: int) -> tuple[int, ...]:
    cuts = sorted(rng.sample(range(1, total), n - 1))
    return tuple(b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True))

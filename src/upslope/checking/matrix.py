"""Calculate with exact rational matrices, as authors and the checker need them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from upslope.checking.expr import JsonValue

Row: TypeAlias = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Matrix:
    """Hold an immutable matrix of fractions; `Matrix([[1, 2], [3, 4]])`, entry `A[i, j]` from 0."""

    rows: tuple[Row, ...]

    def __init__(self, rows: Iterable[Iterable[int | Fraction]]) -> None:
        """Take the rows. Raises ValueError if they are none, empty or of unequal length."""
        exact = tuple(tuple(_fraction(entry) for entry in row) for row in rows)
        if not exact or not exact[0]:
            raise ValueError("a matrix needs at least one row and one column")
        if len({len(row) for row in exact}) != 1:
            raise ValueError("the rows of a matrix have equal length")
        object.__setattr__(self, "rows", exact)

    @classmethod
    def identity(cls, size: int) -> "Matrix":
        """Return the identity of the given size."""
        return cls([[int(i == j) for j in range(size)] for i in range(size)])

    @classmethod
    def zeros(cls, height: int, width: int) -> "Matrix":
        """Return a matrix of zeros."""
        return cls([[0] * width for _ in range(height)])

    @classmethod
    def diagonal(cls, entries: Sequence[int | Fraction]) -> "Matrix":
        """Return the diagonal matrix with these entries."""
        return cls([[entry if i == j else 0 for j in range(len(entries))] for i, entry in enumerate(entries)])

    @classmethod
    def from_columns(cls, columns: Sequence[Sequence[int | Fraction]]) -> "Matrix":
        """Return the matrix with these columns."""
        return cls(columns).T

    @staticmethod
    def from_json(value: JsonValue) -> "Matrix":
        """Return the matrix that `to_json` wrote. Raises ValueError for anything else."""
        from upslope.checking.codec import matrix_from_json

        return matrix_from_json(value)

    def to_json(self) -> JsonValue:
        """Return a versioned JSON value (not yet text), the same for equal matrices."""
        from upslope.checking.codec import matrix_to_json

        return matrix_to_json(self)

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0])

    @property
    def columns(self) -> int:
        """Return the number of columns, as sentences in templates call it."""
        return self.width

    @property
    def is_square(self) -> bool:
        return self.height == self.width

    @property
    def is_integer(self) -> bool:
        """Tell whether all entries are integers."""
        return all(entry.denominator == 1 for row in self.rows for entry in row)

    @property
    def is_symmetric(self) -> bool:
        return self.is_square and self == self.T

    @property
    def T(self) -> "Matrix":  # noqa: N802 - the name mathematics uses
        """Return the transpose."""
        return Matrix(zip(*self.rows, strict=True))

    @property
    def rref(self) -> "Matrix":
        """Return the reduced row echelon form."""
        return Matrix(_eliminated(self.rows).rows)

    @property
    def pivots(self) -> tuple[int, ...]:
        """Return the pivot columns, counted from 0."""
        return _eliminated(self.rows).pivots

    @property
    def rank(self) -> int:
        return len(self.pivots)

    @property
    def nullity(self) -> int:
        """Return the dimension of the null space."""
        return self.width - self.rank

    def null_space(self) -> tuple[Row, ...]:
        """Return the special solutions of Ax = 0, one for each free column, in the order of these columns."""
        reduced, pivots = self.rref, self.pivots
        special = []
        for free in (j for j in range(self.width) if j not in pivots):
            vector = [Fraction(int(j == free)) for j in range(self.width)]
            for i, pivot in enumerate(pivots):
                vector[pivot] = -reduced[i, free]
            special.append(tuple(vector))
        return tuple(special)

    def column(self, j: int) -> Row:
        """Return column j, counted from 0."""
        return tuple(row[j] for row in self.rows)

    def row(self, i: int) -> Row:
        """Return row i, counted from 0."""
        return self.rows[i]

    def augmented(self, right: "Matrix | Sequence[int | Fraction]") -> "Matrix":
        """Return [A | b] for a vector b or a matrix with as many rows. Raises ValueError otherwise."""
        added = right if isinstance(right, Matrix) else Matrix([[entry] for entry in right])
        if added.height != self.height:
            raise ValueError(f"{added.height} rows cannot stand beside {self.height}")
        return Matrix(a + b for a, b in zip(self.rows, added.rows, strict=True))

    def inverse(self) -> "Matrix":
        """Return the inverse. Raises ValueError if the matrix is singular or not square."""
        self._need_square("an inverse")
        reduced = self.augmented(Matrix.identity(self.height))
        if self.rank < self.height:
            raise ValueError("a singular matrix has no inverse")
        return Matrix(row[self.width :] for row in reduced.rref.rows)

    def det(self) -> Fraction:
        """Return the determinant. Raises ValueError if the matrix is not square."""
        self._need_square("a determinant")
        return _eliminated(self.rows).determinant

    def trace(self) -> Fraction:
        """Return the sum of the diagonal. Raises ValueError if the matrix is not square."""
        self._need_square("a trace")
        return sum((self[i, i] for i in range(self.height)), Fraction(0))

    def latex(self) -> str:
        """Return a bmatrix; fractions are written \\frac{3}{4}."""
        from upslope.checking.printing_latex import matrix_latex

        return matrix_latex(self)

    def __getitem__(self, place: tuple[int, int]) -> Fraction:
        i, j = place
        return self.rows[i][j]

    def __add__(self, other: "Matrix") -> "Matrix":
        self._need_same_shape(other)
        pairs = zip(self.rows, other.rows, strict=True)
        return Matrix([a + b for a, b in zip(p, q, strict=True)] for p, q in pairs)

    def __sub__(self, other: "Matrix") -> "Matrix":
        return self + other * -1

    def __neg__(self) -> "Matrix":
        return self * -1

    def __mul__(self, scalar: int | Fraction) -> "Matrix":
        if isinstance(scalar, Matrix):
            raise TypeError("write A @ B for the product of matrices")
        return Matrix([entry * scalar for entry in row] for row in self.rows)

    __rmul__ = __mul__

    def __matmul__(self, other: "Matrix") -> "Matrix":
        if self.width != other.height:
            raise ValueError(f"{self.width} columns do not meet {other.height} rows")
        return Matrix([_dot(row, column) for column in zip(*other.rows, strict=True)] for row in self.rows)

    def times(self, vector: Sequence[int | Fraction]) -> Row:
        """Return the vector Ax. Raises ValueError if x does not have as many entries as A has columns."""
        return (self @ Matrix([[entry] for entry in vector])).column(0)

    def __pow__(self, exponent: int) -> "Matrix":
        self._need_square("a power")
        power, base = Matrix.identity(self.height), self if exponent >= 0 else self.inverse()
        for _ in range(abs(exponent)):
            power = power @ base
        return power

    def __repr__(self) -> str:
        return "Matrix([" + ", ".join("[" + ", ".join(map(str, row)) + "]" for row in self.rows) + "])"

    def _need_square(self, wanted: str) -> None:
        if not self.is_square:
            raise ValueError(f"only a square matrix has {wanted}")

    def _need_same_shape(self, other: "Matrix") -> None:
        if (self.height, self.width) != (other.height, other.width):
            raise ValueError("matrices of different shape have no sum")


@dataclass(frozen=True, slots=True)
class _Eliminated:
    rows: tuple[Row, ...]
    pivots: tuple[int, ...]
    determinant: Fraction
    """Of the leading square block; meaningful for square matrices only."""


@lru_cache(maxsize=512)
def _eliminated(rows: tuple[Row, ...]) -> _Eliminated:
    """Reduce by Gauss-Jordan elimination over the rationals."""
    work = [list(row) for row in rows]
    pivots: list[int] = []
    determinant = Fraction(1)
    for j in range(len(work[0])):
        top = len(pivots)
        found = next((i for i in range(top, len(work)) if work[i][j]), None)
        if found is None:
            continue
        if found != top:
            work[top], work[found] = work[found], work[top]
            determinant = -determinant
        pivot = work[top][j]
        determinant *= pivot
        work[top] = [entry / pivot for entry in work[top]]
        for i, row in enumerate(work):
            if i != top and row[j]:
                factor = row[j]
                work[i] = [a - factor * b for a, b in zip(row, work[top], strict=True)]
        pivots.append(j)
    if len(pivots) < len(work):
        determinant = Fraction(0)
    return _Eliminated(tuple(tuple(row) for row in work), tuple(pivots), determinant)


def _fraction(entry: int | Fraction) -> Fraction:
    if isinstance(entry, bool) or not isinstance(entry, int | Fraction):
        raise TypeError(f"a matrix holds exact numbers, not {entry!r}")
    return Fraction(entry)


def _dot(left: Sequence[Fraction], right: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))

"""Helpers shared by the templates of linear algebra."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from upslope.problems import Expr, Matrix, Tex

Number = int | Fraction
Choose = Callable[[int, Sequence[Fraction]], int]
"""From a column's number and its entries on and below the pivot position: which of them becomes the pivot."""


@dataclass(frozen=True)
class Line:
    """One equation of a system."""

    left: Expr
    right: Fraction


@dataclass(frozen=True)
class Climb:
    """One row of back substitution; `known`: terms were brought over, `divide`: the pivot is not 1."""

    row: int
    name: str
    left: Expr
    right: Expr
    known: bool
    rest: Fraction
    divide: bool
    value: Number


@dataclass(frozen=True)
class Stage:
    """One column of elimination: candidates for its pivot, the one taken, the matrix once it is cleared."""

    column: int
    candidates: tuple[Fraction, ...]
    pivot: Fraction
    moved: bool
    multipliers: tuple[Fraction, ...]
    cleared: Matrix


def linear(coefficients: Sequence[Number], names: Sequence[str] = "xyz") -> Expr:
    """Return a sum such as 2x - z; zeros leave no trace."""
    terms = (a * Expr.symbol(name) for a, name in zip(coefficients, names, strict=False))
    return sum(terms, Expr.number(0))


def number_sum(numbers: Sequence[Number]) -> Expr:
    """Return numbers as a sum still to be added up, such as 6 - 4 + 1; zeros leave no trace."""
    return sum((Expr.number(a) for a in numbers), Expr.number(0))


def products(left: Sequence[Number], right: Sequence[Number]) -> Tex:
    """Return the dot product of whole numbers as a sum still to be worked out, such as 2 · 3 - 1 · (-4)."""
    terms = ""
    for a, b in zip(left, right, strict=True):
        sign = ("- " if a < 0 else "+ ") if terms else ("-" if a < 0 else "")
        terms += rf"{' ' if terms else ''}{sign}{abs(a)} \cdot {b if b >= 0 else f'({b})'}"
    return Tex(terms)


def weight_signs(weights: Sequence[Number]) -> tuple[Tex, ...]:
    """Return each weight as it stands before its vector in a combination: 2, then + 3, - and so on."""
    sizes = ["" if abs(w) == 1 else str(abs(w)) for w in weights]
    signs = ["-" if w < 0 else "+" if i else "" for i, w in enumerate(weights)]
    return tuple(Tex(f" {sign} {size} ") for sign, size in zip(signs, sizes, strict=True))


def equations(system: Matrix, names: Sequence[str] = "xyz") -> tuple[Line, ...]:
    """Return the equations of an augmented matrix."""
    return tuple(Line(linear(row[:-1], names), row[-1]) for row in system.rows)


def by_columns(matrix: Matrix, names: Sequence[str] = "xyz") -> Tex:
    """Return x a_1 + y a_2 + … with the columns written out."""
    columns = (Matrix([column]).T.latex() for column in matrix.T.rows)
    return Tex(" + ".join(f"{name} {column}" for name, column in zip(names, columns, strict=False)))


def with_letters(system: Matrix, letters: Sequence[str], *, bar: bool = False) -> Tex:
    """Return a matrix with letters as last entries of its last row; `bar` sets off a right side."""
    rows = [[str(a) for a in row] for row in system.rows]
    rows[-1][-len(letters) :] = letters
    body = r" \\ ".join(" & ".join(row) for row in rows)
    if not bar:
        return Tex(rf"\begin{{bmatrix}} {body} \end{{bmatrix}}")
    columns = "c" * (system.width - 1) + "|c"
    return Tex(rf"\left[\begin{{array}}{{{columns}}} {body} \end{{array}}\right]")


def lower(l21: int, l31: int = 0, l32: int = 0, *, size: int = 3) -> Matrix:
    """Return the matrix that undoes elimination with these multipliers: ones on the diagonal."""
    rows = [[1, 0, 0], [l21, 1, 0], [l31, l32, 1]]
    return Matrix([row[:size] for row in rows[:size]])


def climb(triangular: Matrix, solution: Sequence[Number]) -> tuple[Climb, ...]:
    """Return the steps of back substitution in [U c] with a known solution, from the last row up."""
    return tuple(_climbed(triangular, solution, i) for i in reversed(range(triangular.height)))


def _climbed(triangular: Matrix, solution: Sequence[Number], i: int) -> Climb:
    *row, right_side = triangular.row(i)
    known = [a * x for a, x in zip(row[i + 1 :], solution[i + 1 :], strict=True) if a * x]
    right = Expr.number(right_side)
    for term in known:
        right = right - Expr.number(term)
    name, value = "xyz"[i], solution[i]
    return Climb(
        i + 1, name, row[i] * Expr.symbol(name), right, bool(known), row[i] * value, row[i] != 1, value
    )


def stages(matrix: Matrix, choose: Choose) -> tuple[Stage, ...]:
    """Eliminate column by column; stops before a column whose pivot would be zero."""
    rows, seen = list(matrix.rows), list[Stage]()
    for j in range(matrix.height):
        candidates = tuple(row[j] for row in rows[j:])
        i = j + choose(j, candidates)
        pivot, moved = rows[i][j], i != j
        if pivot == 0:
            break
        rows[j], rows[i] = rows[i], rows[j]
        multipliers = tuple(row[j] / pivot for row in rows[j + 1 :])
        for k, factor in enumerate(multipliers, j + 1):
            rows[k] = tuple(b - factor * a for a, b in zip(rows[j], rows[k], strict=True))
        seen.append(Stage(j + 1, candidates, pivot, moved, multipliers, Matrix(rows)))
    return tuple(seen)


def largest(j: int, candidates: Sequence[Fraction]) -> int:
    """Choose as partial pivoting does: the entry of largest absolute value."""
    sizes = [abs(a) for a in candidates]
    return sizes.index(max(sizes))


def cramer(system: Matrix) -> tuple[Fraction, ...]:
    """Solve a regular square system by determinants: another route than elimination, for `verify`."""
    n = system.height
    whole = Matrix([row[:n] for row in system.rows]).det()
    swapped = ([[row[n] if k == j else row[k] for k in range(n)] for row in system.rows] for j in range(n))
    return tuple(Matrix(rows).det() / whole for rows in swapped)

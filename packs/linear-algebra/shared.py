"""Helpers shared by the templates of linear algebra."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from upslope.problems import Expr, Matrix, Tex


@dataclass(frozen=True)
class Line:
    """One equation of a system."""

    left: Expr
    right: Fraction


def linear(coefficients: Sequence[int | Fraction], names: Sequence[str] = "xyz") -> Expr:
    """Return a sum such as 2x - z; zeros leave no trace."""
    terms = (a * Expr.symbol(name) for a, name in zip(coefficients, names, strict=False))
    return sum(terms, Expr.number(0))


def number_sum(numbers: Sequence[int | Fraction]) -> Expr:
    """Return numbers as a sum still to be added up, such as 6 - 4 + 1; zeros leave no trace."""
    return sum((Expr.number(a) for a in numbers), Expr.number(0))


def products(left: Sequence[int | Fraction], right: Sequence[int | Fraction]) -> Tex:
    """Return the dot product of whole numbers as a sum still to be worked out, such as 2 · 3 - 1 · (-4)."""
    terms = ""
    for a, b in zip(left, right, strict=True):
        sign = ("- " if a < 0 else "+ ") if terms else ("-" if a < 0 else "")
        terms += rf"{' ' if terms else ''}{sign}{abs(a)} \cdot {b if b >= 0 else f'({b})'}"
    return Tex(terms)


def weight_signs(weights: Sequence[int | Fraction]) -> tuple[Tex, ...]:
    """Return each weight as it stands before its vector in a combination: 2, then + 3, - and so on."""
    sizes = ["" if abs(w) == 1 else str(abs(w)) for w in weights]
    signs = ["-" if w < 0 else "+" if i else "" for i, w in enumerate(weights)]
    return tuple(Tex(f" {sign} {size} ") for sign, size in zip(signs, sizes, strict=True))


def equations(system: Matrix, names: Sequence[str] = "xyz") -> tuple[Line, ...]:
    """Return the equations of an augmented matrix."""
    return tuple(Line(linear(row[:-1], names), row[-1]) for row in system.rows)


def with_letters(system: Matrix, letters: Sequence[str], *, bar: bool = False) -> Tex:
    """Return a matrix with letters as last entries of its last row; `bar` sets off a right side."""
    rows = [[str(a) for a in row] for row in system.rows]
    rows[-1][-len(letters) :] = letters
    body = r" \\ ".join(" & ".join(row) for row in rows)
    if not bar:
        return Tex(rf"\begin{{bmatrix}} {body} \end{{bmatrix}}")
    columns = "c" * (system.width - 1) + "|c"
    return Tex(rf"\left[\begin{{array}}{{{columns}}} {body} \end{{array}}\right]")


def cramer(system: Matrix) -> tuple[Fraction, ...]:
    """Solve a regular square system by determinants: another route than elimination, for `verify`."""
    n = system.height
    whole = Matrix([row[:n] for row in system.rows]).det()
    swapped = ([[row[n] if k == j else row[k] for k in range(n)] for row in system.rows] for j in range(n))
    return tuple(Matrix(rows).det() / whole for rows in swapped)

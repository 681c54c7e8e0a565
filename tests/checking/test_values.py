"""Expressions and matrices calculate what mathematics says."""

import re
from fractions import Fraction

import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.checking.strategies import rational_functions, smooth_functions

from upslope.checking import Expr, Matrix, cos, e, exp, function, ln, pi, sin, sqrt, tan
from upslope.checking.equality import equal

x, y = Expr.symbol("x"), Expr.symbol("y")
fractions = st.fractions(-9, 9, max_denominator=6)


def matrices(least: int = 1, most: int = 4) -> st.SearchStrategy[Matrix]:
    shapes = st.tuples(st.integers(least, most), st.integers(least, most))
    return shapes.flatmap(
        lambda shape: st.lists(
            st.lists(fractions, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    ).map(Matrix)


def to_sympy(matrix: Matrix) -> sympy.Matrix:
    return sympy.Matrix([[sympy.Rational(v.numerator, v.denominator) for v in row] for row in matrix.rows])


@given(matrices())
@settings(max_examples=60, deadline=None)
def test_reduction_agrees_with_sympy(matrix: Matrix) -> None:
    reduced, pivots = to_sympy(matrix).rref()
    assert to_sympy(matrix.rref) == reduced
    assert matrix.pivots == tuple(pivots)
    assert matrix.rank + matrix.nullity == matrix.width


@given(matrices())
@settings(max_examples=60, deadline=None)
def test_special_solutions_solve(matrix: Matrix) -> None:
    special = matrix.null_space()
    assert len(special) == matrix.nullity
    for vector in special:
        assert not any(matrix.times(vector))


@given(matrices(2, 4))
@settings(max_examples=60, deadline=None)
def test_determinant_and_inverse(matrix: Matrix) -> None:
    assume(matrix.is_square)
    determinant = to_sympy(matrix).det()
    assert matrix.det() == Fraction(int(determinant.p), int(determinant.q))
    if matrix.det():
        assert matrix @ matrix.inverse() == Matrix.identity(matrix.height)
        assert matrix**-1 == matrix.inverse()
    else:
        with pytest.raises(ValueError):
            matrix.inverse()


def test_matrices_calculate() -> None:
    A = Matrix([[1, 2], [3, 4]])
    B = Matrix([[0, 1], [1, 0]])
    assert (A.height, A.width, A.columns, A[1, 0], A.column(1), A.row(0)) == (2, 2, 2, 3, (2, 4), (1, 2))
    assert Matrix([[2, 1], [4, 3]]) == A @ B
    assert Matrix([[1, 3], [4, 4]]) == A + B
    assert Matrix([[1, 1], [2, 4]]) == A - B
    assert 2 * A == A * 2 == A + A
    assert -A == A * -1
    assert Matrix([[1, 3], [2, 4]]) == A.T
    assert A.trace() == 5
    assert A**3 == A @ A @ A
    assert A.augmented((5, 6)) == Matrix([[1, 2, 5], [3, 4, 6]])
    assert A.augmented(B).width == 4
    assert Matrix.zeros(2, 3).rank == 0
    assert Matrix.diagonal([1, 2]).is_symmetric
    assert Matrix.from_columns([(1, 3), (2, 4)]) == A
    assert A.is_integer
    assert not (A * Fraction(1, 2)).is_integer
    assert A.latex() == r"\begin{bmatrix}1 & 2\\ 3 & 4\end{bmatrix}"
    assert hash(A) == hash(Matrix([[1, 2], [3, 4]]))


@pytest.mark.parametrize("rows", [[], [[]], [[1], [1, 2]]])
def test_ragged_matrices_are_refused(rows: list[list[int]]) -> None:
    with pytest.raises(ValueError):
        Matrix(rows)


def test_floats_are_refused() -> None:
    with pytest.raises(TypeError):
        Matrix([[0.5]])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        x + 0.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        Expr.number(True)


@given(rational_functions)
@settings(max_examples=80, deadline=None)
def test_expanding_keeps_the_value(tree: Expr) -> None:
    assert equal(tree, tree.expand()).equal


def test_expanding_orders_by_degree() -> None:
    assert ((x + 1) * (x - 2) ** 2).expand().text() == "x^3 - 3x^2 + 4"
    assert ((x + y) ** 2).expand().text() == "x^2 + 2x*y + y^2"
    assert ((x - 1) - (x - 1)).expand().text() == "0"
    assert ((x**2 + x) / x).expand().text() == "x + 1"
    assert (Fraction(1, 2) * (x + 1) * x).expand().text() == "(1/2)*x^2 + (1/2)*x"
    assert ((sqrt(x) + 1) ** 2).expand().text() == "sqrt(x)^2 + 2sqrt(x) + 1"


@given(rational_functions)
@settings(max_examples=60, deadline=None)
def test_derivative_of_rational_functions_agrees_with_sympy(tree: Expr) -> None:
    written = re.sub(r"(\d)([xy(])", r"\1*\2", tree.text()).replace("^", "**")
    theirs = sympy.diff(sympy.sympify(written), "x")
    at = {"x": Fraction(2, 3), "y": Fraction(-5, 7)}
    value = theirs.subs({name: sympy.Rational(v.numerator, v.denominator) for name, v in at.items()})
    assert tree.derivative("x").evaluate(**at) == Fraction(int(value.p), int(value.q))


@pytest.mark.parametrize(
    ("tree", "derivative"),
    [
        (x**3, 3 * x**2),
        (sin(x**2), 2 * x * cos(x**2)),
        (exp(-x / 2), -exp(-x / 2) / 2),
        (ln(x**2 + 1), 2 * x / (x**2 + 1)),
        (x**x, x**x * (ln(x) + 1)),
        (sqrt(x), 1 / (2 * sqrt(x))),
        (tan(x), 1 / cos(x) ** 2),
        (2**x, ln(Expr.number(2)) * 2**x),
        (function("sigmoid", x), function("sigmoid", x) * (1 - function("sigmoid", x))),
        (function("log", x, 10), 1 / (x * ln(Expr.number(10)))),
        (function("arctan", x), 1 / (1 + x**2)),
        (function("root", x, 3), 1 / (3 * function("root", x, 3) ** 2)),
        (x * y**2 + y, y**2),
        (pi * e, Expr.number(0)),
    ],
)
def test_derivatives(tree: Expr, derivative: Expr) -> None:
    assert equal(derivative, tree.derivative("x")).equal


@given(smooth_functions)
@settings(max_examples=60, deadline=None)
def test_derivative_is_linear(tree: Expr) -> None:
    assert equal(3 * tree.derivative("x") + 1, (3 * tree + x).derivative("x")).equal


def test_exact_values() -> None:
    assert ((x + 1) / (x + 2)).evaluate(x=3) == Fraction(4, 5)
    assert sqrt(Expr.number(Fraction(9, 4))).evaluate() == Fraction(3, 2)
    assert function("factorial", 5).evaluate() == 120
    assert function("log", 8, 2).evaluate() == 3
    assert (Expr.number(8) ** Fraction(2, 3)).evaluate() == 4
    assert x.substitute(x=y + 1) == y + 1
    assert (x * y).symbols == {"x", "y"}
    for tree in (sqrt(Expr.number(2)), 1 / Expr.number(0), x, pi, Expr.number(2) ** 10**9):
        with pytest.raises(ValueError):
            tree.evaluate()


def test_trees_stay_as_built() -> None:
    tree = 2 * x + 3 * x
    assert tree.text() == "2x + 3x"
    assert 2 * x + 3 * x != 5 * x
    assert hash(2 * x + 3 * x) == hash(tree)
    assert (Expr.number(2) + 3).text() == "2 + 3"
    assert Expr.decimal("-0.50").text() == "-0.50"

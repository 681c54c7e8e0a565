"""What is printed is read back as the same tree, as text and as LaTeX."""

import pytest
from hypothesis import given, settings
from tests.checking.strategies import expressions

from upslope.checking import Expr, Syntax, e, exp, function, ln, log, pi, root, sin, sqrt
from upslope.checking.parser import parse_expression
from upslope.checking.tokens import Vocabulary
from upslope.curriculum import katex

x, y, n = Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("n")


def read(text: str, syntax: Syntax, tree: Expr) -> Expr:
    return parse_expression(text, syntax, Vocabulary(tree.symbols))


@given(expressions)
@settings(max_examples=400, deadline=None)
def test_text_reads_back_equal(tree: Expr) -> None:
    assert read(tree.text(), Syntax.TEXT, tree) == tree


@given(expressions)
@settings(max_examples=400, deadline=None)
def test_latex_reads_back_equal(tree: Expr) -> None:
    assert read(tree.latex(), Syntax.LATEX, tree) == tree


@given(expressions)
@settings(max_examples=40, deadline=None)
def test_katex_sets_what_is_printed(tree: Expr) -> None:
    assert "katex" in katex.render(tree.latex(), False)


@pytest.mark.parametrize(
    ("tree", "text", "latex"),
    [
        (2 * x**2 - 3 * x + 1, "2x^2 - 3x + 1", "2x^{2} - 3x + 1"),
        (x - (-3) * Expr.number(1), "x - (-3)", "x - (-3)"),
        (-x / 2, "-x/2", r"-\frac{x}{2}"),
        (Expr.number(-3) / 4, "-3/4", r"-\frac{3}{4}"),
        (x ** Expr.number(-2), "x^(-2)", "x^{-2}"),
        (1 / x**2, "1/x^2", r"\frac{1}{x^{2}}"),
        (x * (x + 1), "x*(x + 1)", "x(x + 1)"),
        (sin(x) ** 2, "sin(x)^2", r"\sin^{2}(x)"),
        (sqrt(x + 1) * 2, "sqrt(x + 1)*2", r"\sqrt{x + 1} \cdot 2"),
        (exp(-x / 2), "e^(-x/2)", r"e^{-\frac{x}{2}}"),
        (log(x, 2), "log(x, 2)", r"\log_{2}(x)"),
        (root(x, 3), "root(x, 3)", r"\sqrt[3]{x}"),
        (2 * pi * n, "2pi*n", r"2\pi n"),
        (function("binomial", n, 2), "binomial(n, 2)", r"\binom{n}{2}"),
        (e**x * ln(y), "e^x*ln(y)", r"e^{x} \ln(y)"),
        (Expr.number(9) / 1000 / (x + 1), "9/1000/(x + 1)", r"\frac{9/1000}{x + 1}"),
        (Expr.symbol("w_12") * Expr.symbol("alpha"), "w_12*alpha", r"w_{12} \alpha"),
    ],
)
def test_looks_as_a_person_writes(tree: Expr, text: str, latex: str) -> None:
    assert (tree.text(), tree.latex()) == (text, latex)


def test_signs_and_ones_vanish_where_they_are_built() -> None:
    assert (1 * x).text() == "x"
    assert (-1 * x).text() == "-x"
    assert (x + Expr.number(-3)).text() == "x - 3"
    assert (x**1).text() == "x"
    assert (0 * x + 2 * y).text() == "2y"
    assert (x / 1).text() == "x"

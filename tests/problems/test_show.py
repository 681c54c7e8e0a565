from enum import Enum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.checking import Expr, Matrix, exp, ln, pi, sqrt
from upslope.problems import Tex
from upslope.problems.formats import Format
from upslope.problems.holes import Hole
from upslope.problems.numerals import ShowError, decimal_digits, numeral, rounded_digits, terminates
from upslope.problems.places import Place, Where
from upslope.problems.rounding import rounded_value
from upslope.problems.show import show

X = Expr.symbol("x")
FORMULA, DISPLAY, PROSE, CODE, TEXT = (
    Where(p) for p in (Place.FORMULA, Place.DISPLAY, Place.PROSE, Place.CODE, Place.TEXT)
)
fractions = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4)


def shown(value, where=FORMULA, form="", **options):
    formats = {"": None}
    if form and form not in formats:
        word = form.split()
        formats[form] = Format("places", int(word[0])) if len(word) == 2 else Format(form)
    return show(value, Hole("v", ("v",), format=formats[form], **options), where)


def number_from(tex: str) -> Fraction:
    """Read back what a number in a formula says."""
    tex = tex.replace("\\,", "").replace(" ", "")
    sign = -1 if tex.startswith("-") else 1
    tex = tex.lstrip("+-")
    if tex.startswith("\\frac{"):
        over, under = tex[6:-1].split("}{")
        return Fraction(sign * int(over), int(under))
    return sign * Fraction(tex)


@given(fractions)
def test_a_fraction_in_a_formula_says_its_value(value):
    assert number_from(shown(value)) == value
    assert "- -" not in shown(value, sign=True)
    assert number_from(shown(value, sign=True).replace("+ ", "").replace("- ", "-")) == value


@given(fractions)
def test_a_fraction_in_prose_and_code_says_its_value(value):
    prose = shown(value, PROSE).replace("−", "-").replace("\u202f", "")
    assert Fraction(prose) == value
    over, _, under = shown(value, CODE).partition("/")
    assert Fraction(int(over), int(under or 1)) == value


@given(fractions, st.integers(0, 8))
def test_places_are_within_half_a_unit_and_halves_go_up(value, places):
    digits = rounded_digits(value, places)
    assert abs(Fraction(digits) - value) <= Fraction(1, 2 * 10**places)
    assert len(digits.partition(".")[2]) == places
    if abs(Fraction(digits) - value) == Fraction(1, 2 * 10**places):
        assert abs(Fraction(digits)) > abs(value)


@given(st.integers(-(10**8), 10**8), st.integers(0, 6))
def test_terminating_decimals_are_exact(n, places):
    value = Fraction(n, 10**places)
    digits = decimal_digits(value)
    assert Fraction(digits) == value
    assert not (digits.endswith("0") and "." in digits)


@given(fractions)
def test_what_does_not_end_is_no_decimal(value):
    rest = value.denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    assert terminates(value) == (rest == 1)


@given(st.integers(-(10**9), 10**9))
def test_grouping_changes_no_digit(n):
    for place in Place:
        text = numeral(str(n), place)
        plain = text.replace("\\,", "").replace("\u202f", "").replace("−", "-")
        assert plain == str(n)
        grouped = text != text.replace("\\,", "").replace("\u202f", "")
        assert grouped == (abs(n) >= 10_000 and place is not Place.CODE)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50))
def test_a_polynomial_written_with_holes_has_no_double_signs(a, b, c):
    text = f"{shown(a, coefficient=True)}x^2 {shown(b, sign=True, coefficient=True)}x {shown(c, sign=True)}"
    for ugly in ("+ -", "- -", "1x", "--"):
        assert ugly not in text.replace("11x", "").replace("21x", "").replace("31x", "").replace("41x", "")


@given(st.lists(st.lists(fractions, min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_matrix_shows_every_entry_in_its_place(rows):
    matrix = Matrix(rows)
    body = shown(matrix).removeprefix("\\begin{bmatrix} ").removesuffix(" \\end{bmatrix}")
    read = [[number_from(entry) for entry in row.split(" & ")] for row in body.split(" \\\\ ")]
    assert Matrix(read) == matrix


@pytest.mark.parametrize(
    ("value", "where", "form", "text"),
    [
        (Fraction(1, 8), PROSE, "percent", "12.5\u202f%"),
        (Fraction(1, 8), FORMULA, "percent", "12.5\\,\\%"),
        (Fraction(1, 8), CODE, "percent", "12.5%"),
        (Fraction(-1, 8), PROSE, "decimal", "−0.125"),
        (3, FORMULA, "decimal", "3"),
        (Fraction(2, 3), FORMULA, "3 places", "0.667"),
        (Fraction(-1, 2000), FORMULA, "3 places", "-0.001"),
        (Fraction(-1, 3000), FORMULA, "3 places", "0.000"),
        (sqrt(2), FORMULA, "4 places", "1.4142"),
        (-exp(Expr.number(1)) / pi, PROSE, "3 places", "−0.865"),
        (sqrt(4) / 3, FORMULA, "2 places", "0.67"),
        (Fraction(12, 10_000), FORMULA, "scientific", "1.2 \\times 10^{-3}"),
        (-1_500_000, PROSE, "scientific", "−1.5 × 10⁶"),
        (Fraction(12, 10_000), CODE, "scientific", "1.2e-3"),
        (2, PROSE, "words", "two"),
        (2, PROSE, "Words", "Two"),
        (-3, TEXT, "words", "minus three"),
        (13, PROSE, "words", "13"),
        (2, PROSE, "ordinal", "second"),
        (21, PROSE, "ordinal", "21st"),
        (112, PROSE, "ordinal", "112th"),
        ((1, Fraction(1, 2)), FORMULA, "column", "\\begin{bmatrix} 1 \\\\ \\frac{1}{2} \\end{bmatrix}"),
        ((1, -2), FORMULA, "row", "\\begin{bmatrix} 1 & -2 \\end{bmatrix}"),
        (Matrix([[1, 2], [3, 4]]), FORMULA, "det", "\\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix}"),
        (
            Matrix([[1, 2, 3]]),
            FORMULA,
            "augmented",
            "\\left[\\begin{array}{cc|c} 1 & 2 & 3 \\end{array}\\right]",
        ),
        (("x_{1}", "x_{3}", "x_{4}"), PROSE, "and", "$x_{1}$, $x_{3}$ and $x_{4}$"),
        (("x_{1}",), PROSE, "and", "$x_{1}$"),
        ((2, -5), PROSE, "or", "2 or −5"),
        ((2, 5), FORMULA, "and", "2 \\text{ and } 5"),
        ((2, 5), FORMULA, "list", "2, 5"),
        ((2, 5), FORMULA, "set", "\\{2, 5\\}"),
        ((2, 5), CODE, "set", "{2, 5}"),
        ((1, -2), FORMULA, "", "(1, -2)"),
        ((1, -2), DISPLAY, "", "\\begin{bmatrix} 1 \\\\ -2 \\end{bmatrix}"),
        ((1, -2), PROSE, "", "(1, −2)"),
        ((1,), CODE, "", "(1,)"),
        (((1, 2), (3, 4)), FORMULA, "", "(1, 2), (3, 4)"),
        (Matrix([[1, 2], [3, Fraction(1, 2)]]), CODE, "", "[[1, 2], [3, 1/2]]"),
        (True, CODE, "", "True"),
        (2 * X**3 - X, CODE, "", "2*x**3 - x"),
        (X + 1, PROSE, "", "$x + 1$"),
        (Tex("x_1"), PROSE, "", "$x_1$"),
        (Tex("x_1"), FORMULA, "", "x_1"),
        ("50% of #1", TEXT, "", "50\\% of \\#1"),
        ("relu", CODE, "", "relu"),
    ],
)
def test_formats(value, where, form, text):
    assert shown(value, where, form) == text


@pytest.mark.parametrize(
    ("value", "options", "text"),
    [
        (1, {"coefficient": True}, ""),
        (-1, {"coefficient": True}, "-"),
        (1, {"coefficient": True, "sign": True}, "+ "),
        (-1, {"coefficient": True, "sign": True}, "- "),
        (7, {"coefficient": True, "sign": True}, "+ 7"),
        (X + 1, {"coefficient": True}, "(x + 1)"),
        (Fraction(-3, 4), {"sign": True}, "- \\frac{3}{4}"),
        (-2, {"brackets": True}, "(-2)"),
        (2, {"brackets": True}, "2"),
        (Fraction(-1, 2), {"brackets": True}, "\\left(-\\frac{1}{2}\\right)"),
        (X - 1, {"brackets": True}, "(x - 1)"),
        (2 * X, {"brackets": True}, "2x"),
        (ln(X), {"brackets": True}, "\\ln(x)"),
        (Tex("a + b"), {"brackets": True}, "(a + b)"),
        (Tex("f(a + b)"), {"brackets": True}, "f(a + b)"),
    ],
)
def test_signs_coefficients_and_brackets(value, options, text):
    assert shown(value, **options) == text


numbers = st.integers(-4, 4).map(Expr.number)
trees = st.recursive(
    st.one_of(numbers, st.just(X)),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] - p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] * p[1]),
        st.tuples(inner, st.integers(1, 3)).map(lambda p: p[0] ** p[1]),
        inner.map(lambda p: -p),
        inner.map(lambda p: p / (X**2 + 1)),
    ),
    max_leaves=8,
)


@given(trees)
def test_an_expression_in_code_is_python_with_its_value(tree):
    code = shown(tree, CODE)
    assert eval(code, {"x": Fraction(3, 2)}) == tree.evaluate(x=Fraction(3, 2))


def test_an_enum_shows_its_value():
    class Layer(Enum):
        CONV = "conv"

    assert shown(Layer.CONV, CODE) == "conv"


def test_irrational_values_round_correctly_at_any_place():
    digits = "1.41421356237309504880"
    for places in range(1, 18):
        assert rounded_value(sqrt(2), places) == Fraction(rounded_digits(Fraction(digits), places))


def test_what_has_no_real_value_is_not_rounded():
    with pytest.raises(ShowError):
        rounded_value(sqrt(Expr.number(-2)), 3)
    with pytest.raises(ShowError, match="is a letter"):
        rounded_value(sqrt(X), 3)

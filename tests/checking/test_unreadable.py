"""What cannot be read says what is wrong, where, and how to mend it; a suggestion can itself be read."""

import pytest
from tests.checking.rows import ROWS, Row

from upslope.checking import (
    Answer,
    Basis,
    Equation,
    Expr,
    Expression,
    Interval,
    Matrix,
    MatrixAnswer,
    Number,
    Outcome,
    Piece,
    Response,
    SetAnswer,
    Shape,
    Span,
    Syntax,
    TupleAnswer,
    Vector,
    check,
    read_back,
)

x, y = Expr.symbol("x"), Expr.symbol("y")
NUMBER = Number(2)
SQUARE = Expression(x**2)
HALF_LINE = Interval((Piece(None, 3, False, True),))
PAIR = TupleAnswer((3, 2))
PLANE = Basis(((1, 0, 0), (0, 1, 0)))

CASES: tuple[tuple[Answer, str, Span, str, str], ...] = (
    (NUMBER, "1,5", Span(0, 3), "1.5", "point"),
    (NUMBER, "1,000", Span(0, 5), "1000", "without commas"),
    (NUMBER, "12,345,678.5", Span(0, 12), "12345678.5", "without commas"),
    (NUMBER, "0,125", Span(0, 5), "0.125", "point"),
    (NUMBER, "1 000", Span(0, 5), "1000", "without gaps"),
    (NUMBER, "2 1/4", Span(0, 5), "2 + 1/4", "meant as"),
    (NUMBER, "2½", Span(0, 2), "2 + ½", "meant as"),
    (NUMBER, "3 4", Span(0, 3), "", "side by side"),
    (NUMBER, "x = 2", Span(0, 5), "2", "equation"),
    (SQUARE, "y = (x)x", Span(0, 8), "(x)x", "equation"),
    (SQUARE, "f(x) = x^2", Span(0, 10), "x^2", "equation"),
    (SQUARE, "2x = 2x^3", Span(0, 9), "", "equation"),
    (NUMBER, "x = (4)/(2)", Span(0, 11), "(4)/(2)", "equation"),
    (NUMBER, "2 = x", Span(0, 5), "2", "equation"),
    (NUMBER, "5x = 10", Span(0, 7), "", "equation"),
    (NUMBER, "x = y", Span(0, 5), "", "equation"),
    (NUMBER, "x > 1", Span(0, 5), "", "inequality"),
    (NUMBER, "x = 2 = 2", Span(0, 9), "", "equation"),
    (NUMBER, "c=9/2, r=7/2", Span(0, 12), "", "list"),
    (NUMBER, "1+-2", Span(1, 3), "1+ -2", "two values"),
    (NUMBER, "(2", Span(0, 1), "(2)", "not closed"),
    (NUMBER, "2)", Span(1, 2), "2", "no opening bracket"),
    (NUMBER, "2+", Span(2, 2), "", "missing at the end"),
    (NUMBER, "2*/3", Span(2, 3), "", "missing before `/`"),
    (NUMBER, "2 # 3", Span(2, 3), "", "`#` is not known"),
    (NUMBER, "two", Span(0, 3), "", "`two` is not known"),
    (NUMBER, "1.2.3", Span(0, 4), "", "two points"),
    (NUMBER, "2e+3", Span(0, 4), "", "two ways"),
    (NUMBER, "90°", Span(2, 3), "90*pi/180", "radians"),
    (NUMBER, "±2", Span(0, 2), "", "two values"),
    (NUMBER, "{2}", Span(0, 3), "", "list"),
    (SQUARE, "x2", Span(0, 2), "x^2", "`x^2` for the power"),
    (SQUARE, "X^2", Span(0, 1), "x^2", "Is `x` meant"),
    (SQUARE, "X*X", Span(0, 1), "x*x", "Is `x` meant"),
    (SQUARE, "z^2", Span(0, 1), "", "uses `x`"),
    (SQUARE, "x^2 + apple", Span(6, 11), "", "`apple`"),
    (SQUARE, "x = x^2", Span(0, 7), "x^2", "equation"),
    (SQUARE, "sin", Span(0, 3), "", "in brackets"),
    (SQUARE, "sin(x, x)", Span(0, 9), "", "one argument"),
    (SQUARE, "||x|x|", Span(1, 4), "", "more than one way"),
    (SQUARE, "f'(x)", Span(1, 2), "", "Derivatives"),
    (SQUARE, "(x]", Span(2, 3), "", "another kind of bracket"),
    (SQUARE, "x^^2", Span(2, 3), "", "missing before `^`"),
    (Equation(y, x), "x", Span(0, 1), "y = x", "equals sign"),
    (HALF_LINE, "[-inf,3]", Span(0, 8), "(-inf,3]", "round bracket"),
    (HALF_LINE, "]-19;3[", Span(0, 7), "(-19, 3)", "round bracket"),
    (HALF_LINE, "]-inf, 3] U ]4;5[", Span(0, 9), "(-inf, 3] U (4, 5)", "round bracket"),
    (HALF_LINE, "[1,2[", Span(0, 5), "[1, 2)", "round bracket"),
    (HALF_LINE, "]3;1[", Span(0, 5), "", "round bracket"),
    (HALF_LINE, "u<3", Span(0, 3), "", "Solve for x"),
    (Equation(y, x), "x=3 or x=4", Span(0, 10), "", "These are two equations. Asked is one."),
    (Equation(y, x), "y=3, y=4, y=5", Span(0, 13), "", "These are three equations. Asked is one."),
    (HALF_LINE, "x=<3", Span(1, 3), "x<=3", "the other way round"),
    (HALF_LINE, "(3,1)", Span(0, 5), "", "larger than the right"),
    (HALF_LINE, "2x<6", Span(0, 4), "", "Solve for x"),
    (HALF_LINE, "x<1, x>2", Span(0, 8), "", "`or` or `and`"),
    (SetAnswer((2, 3)), "(2,3)", Span(0, 5), "", "braces"),
    (SetAnswer((2, 3)), "2,,3", Span(1, 3), "", "between the two commas"),
    (SetAnswer((2, 1000)), "2, 1,000", Span(5, 8), "", "without commas"),
    (PAIR, "c=3, d=2", Span(0, 8), "(3, 2)", "values alone, in the order asked"),
    (PAIR, "x = 4; y = 1/2", Span(0, 14), "(4, 1/2)", "values alone"),
    (PAIR, "(x=4, y=0)", Span(0, 10), "(4, 0)", "values alone"),
    (PAIR, "2x=4, y=0", Span(0, 9), "", "values alone"),
    (PAIR, "x=4, 0", Span(0, 3), "", "equation"),
    (PAIR, "4,5; 3,5", Span(0, 8), "4.5, 3.5", "Write decimals with a point."),
    (PAIR, "(-4,5; 3)", Span(0, 9), "(-4.5, 3)", "Write decimals with a point."),
    (Vector((6, -20, -14)), "6 -20 -14", Span(0, 9), "(6, -20, -14)", "Put commas"),
    (Vector((6, -20, -14)), "(6 -20 -14)", Span(1, 10), "(6, -20, -14)", "Put commas"),
    (Vector((6, -20, -14)), "6 - 20 - 14", Span(0, 11), "", "This is one value."),
    (PAIR, "(p, q) = (3, 1)", Span(0, 9), "(3, 1)", "Write the values alone, in the order asked."),
    (SetAnswer((2, 3)), "2,5; 3", Span(0, 6), "2.5, 3", "Write decimals with a point."),
    (Vector((1, 2)), "{1,2}", Span(0, 5), "(1,2)", "Braces hold a set"),
    (Vector((1, 2)), "(1,2", Span(0, 1), "(1,2)", "not closed"),
    (MatrixAnswer(Matrix([[1, 2], [3, 4]])), "[[1,2],[3]]", Span(0, 11), "", "different lengths"),
    (PLANE, "(1,0,0),(0,1)", Span(0, 13), "", "different numbers of components"),
    (PLANE, "span((1,0,0),(0,1,0))", Span(0, 4), "((1,0,0),(0,1,0))", "whole space"),
    (Shape("B", "T"), "(b, t)", Span(1, 2), "(B, T)", "Is `B` meant"),
)

LATEX_CASES: tuple[tuple[Answer, str, Span, str, str], ...] = (
    (NUMBER, r"2\frac14", Span(0, 8), r"2 + \frac14", "meant as"),
    (NUMBER, r"1{,}000", Span(0, 7), "1000", "without commas"),
    (NUMBER, r"\foo", Span(0, 4), "", r"`\foo` is not known"),
    (NUMBER, r"\frac{1}{\placeholder{}}", Span(9, 23), "", "empty box"),
    (PAIR, r"c=\frac92,r=7", Span(0, 13), r"(\frac92, 7)", "values alone"),
    (NUMBER, r"y=\frac42", Span(0, 9), r"\frac42", "equation"),
    (SQUARE, r"f\left(x\right)=\frac{x^2}{1}", Span(0, 29), r"\frac{x^2}{1}", "equation"),
    (SQUARE, r"\cdot x", Span(0, 5), "", "before `·`"),
    (SQUARE, r"x+\le2", Span(2, 5), "", "before `≤`"),
    (SQUARE, r"\lambda^2", Span(0, 7), "", "`λ` is not known"),
    (SQUARE, r"\left\lbrack x", Span(0, 12), "", "bracket `[` is not closed"),
    (HALF_LINE, r"\left]-19;3\right[", Span(5, 18), r"\left(-19, 3\right)", "round bracket"),
    (SQUARE, "x^12", Span(2, 4), "x^{12}", "in braces"),
    (SQUARE, r"\left(x+1", Span(0, 6), "", "not closed"),
    (SQUARE, r"\log_{_28}", Span(6, 7), "", "missing before `_`"),
    (
        MatrixAnswer(Matrix([[1, 2]])),
        r"\begin{pmatrix}1 & \placeholder{}\end{pmatrix}",
        Span(19, 33),
        "",
        "empty",
    ),
    (PLANE, r"\begin{bmatrix}1 & 0\\0 & 1\end{bmatrix}", Span(0, 40), "", "each row or in each column"),
)


@pytest.mark.parametrize(
    ("spec", "text", "span", "suggestion", "words"), CASES, ids=[case[1] for case in CASES]
)
def test_text(spec: Answer, text: str, span: Span, suggestion: str, words: str) -> None:
    expect(spec, Response(text), span, suggestion, words)


@pytest.mark.parametrize(
    ("spec", "text", "span", "suggestion", "words"), LATEX_CASES, ids=[case[1] for case in LATEX_CASES]
)
def test_latex(spec: Answer, text: str, span: Span, suggestion: str, words: str) -> None:
    expect(spec, Response(text, Syntax.LATEX), span, suggestion, words)


def expect(spec: Answer, response: Response, span: Span, suggestion: str, words: str) -> None:
    verdict = check(spec, response)
    assert verdict.outcome is Outcome.UNREADABLE
    assert (verdict.span, verdict.suggestion) == (span, suggestion), verdict
    assert words in verdict.message
    if suggestion:
        assert read_back(spec, Response(suggestion, response.syntax)).ok


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.outcome is Outcome.UNREADABLE], ids=lambda r: r.text
)
def test_every_unreadable_row_has_a_sentence_and_a_place(row: Row) -> None:
    verdict = check(row.spec, Response(row.text, row.syntax))
    assert verdict.message.endswith((".", "?"))
    assert verdict.span is not None
    assert verdict.span.end <= max(len(row.text), 1)
    if verdict.suggestion:
        assert read_back(row.spec, Response(verdict.suggestion, row.syntax)).ok


INCOMPLETE = ("", "(1", "1+", "2*", "sqrt(", "[1,", "1/", "|1", "2^", "-", "sin")
INCOMPLETE_LATEX = (
    r"\frac{1}{\placeholder{}}",
    r"\frac{1}{}",
    r"\left(1",
    r"\sqrt{\placeholder{}}",
    "1+",
    r"2^{}",
)


@pytest.mark.parametrize("text", INCOMPLETE)
def test_an_answer_still_being_typed_is_incomplete_not_wrong(text: str) -> None:
    reading = read_back(NUMBER, Response(text))
    assert (reading.ok, reading.complete) == (False, False)


@pytest.mark.parametrize("text", INCOMPLETE_LATEX)
def test_an_empty_box_is_incomplete(text: str) -> None:
    reading = read_back(NUMBER, Response(text, Syntax.LATEX))
    assert (reading.ok, reading.complete) == (False, False)


@pytest.mark.parametrize("text", ["1)", "1 2", "x", "1,5", "2..3", "2^^3"])
def test_what_more_typing_cannot_mend_is_complete(text: str) -> None:
    reading = read_back(NUMBER, Response(text))
    assert (reading.ok, reading.complete) == (False, True)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("1/2x", r"\frac{1}{2} x"),
        ("sin 2x", r"\sin(2x)"),
        ("log x", r"\ln(x)"),
        ("log10(x)", r"\log_{10}(x)"),
        ("-x^2", "-x^{2}"),
        ("x^2^3", "x^{2^{3}}"),
        ("2(x+1)", "2(x + 1)"),
        ("x/2/3", r"\frac{\frac{x}{2}}{3}"),
    ],
)
def test_the_echo_shows_how_it_was_understood(text: str, latex: str) -> None:
    assert read_back(SQUARE, Response(text)).latex == latex


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1/2x", "`1/2x` is read as `(1/2)*x`. If the whole belongs below, write `1/(2x)`."),
        ("x/3 x", "`x/3 x` is read as `(x/3)*x`. If the whole belongs below, write `x/(3 x)`."),
        ("sin x x", "`sin x x` is read as `sin(x x)`."),
        ("(1/2)x", ""),
        ("1/2*x", ""),
        ("1/(2x)", ""),
        ("sin 2x", ""),
        ("sin(x x)", ""),
    ],
)
def test_the_echo_points_out_what_could_be_meant_otherwise(text: str, words: str) -> None:
    reading = read_back(SQUARE, Response(text))
    assert (reading.ok, reading.message) == (True, words)
    verdict = check(SQUARE, Response(text))
    assert verdict.outcome is Outcome.WRONG
    assert not words or verdict.message


@pytest.mark.parametrize(
    "text", ["x=2orx=3", r"x=2\text{ or }x=3", r"x=2\operatorname{or}x=3", r"x=2\lor x=3"]
)
def test_words_survive_a_formula_editor(text: str) -> None:
    assert check(SetAnswer((2, 3)), Response(text, Syntax.LATEX)).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "text", ["nosolution", r"\text{no solution}", r"\varnothing", r"\left\lbrace\right\rbrace"]
)
def test_the_empty_set_in_a_formula_editor(text: str) -> None:
    assert check(SetAnswer(()), Response(text, Syntax.LATEX)).outcome is Outcome.CORRECT

"""Common mistakes are named in one sentence, slips by their name, with a check on the learner's numbers."""

from fractions import Fraction

import pytest

from upslope.checking import (
    Answer,
    Basis,
    Equation,
    Expr,
    Expression,
    Interval,
    Matrix,
    MatrixAnswer,
    NamedText,
    Number,
    Outcome,
    Parts,
    Piece,
    Response,
    SetAnswer,
    Shape,
    Slip,
    TupleAnswer,
    Vector,
    check,
    sin,
    sqrt,
)

x, y = Expr.symbol("x"), Expr.symbol("y")
PLANE = Basis(((-2, 1, 0, 0), (-2, 0, -2, 1)))
ROUNDED = "{} are rounded. Asked are the exact ones, fractions or roots where need be."

CASES: tuple[tuple[Answer, str, str], ...] = (
    (Number(Fraction(1, 3)), "0.333", "This is rounded. Asked is the exact value."),
    (Number(Fraction(1, 3)), "-1/3", "The sign is the other one."),
    (Number(Fraction(1, 3)), "3", "This is the reciprocal of the answer."),
    (Number(sqrt(2)), "-sqrt(2)", "The sign is the other one."),
    (
        Number(Fraction(57, 1000)),
        "5.7",
        "This is 100 times the answer. If you mean percent, type `%` after it.",
    ),
    (
        Number(Fraction(2, 35), places=3),
        "5.7",
        "This is 100 times the answer. If you mean percent, type `%` after it.",
    ),
    (
        Number(Fraction(2, 35), places=3),
        "0.06",
        "This is right to 2 decimal places. Asked are 3 decimal places.",
    ),
    (Number(Fraction(2, 35), places=3), "0.058", "Close, but the last places differ. Round only at the end."),
    (Number(Fraction(2, 35), places=3), "-0.057", "The sign is the other one."),
    (Expression(x - y), "y - x", "The sign is the other one."),
    (Expression(sin(x) * 2), "sin x", r"This is $\frac{1}{2}$ times the answer."),
    (Expression(x / y), "y/x", "This is the reciprocal of the answer."),
    (Expression(x**2), "x^2 + 3", "This differs from the answer by a constant."),
    (Equation(y, 2 * x), "y = y", "This equation holds for all values."),
    (Equation(y, 2 * x), "y = -2x", "The sign of one side is the other one."),
    (
        Interval((Piece(0, 1),)),
        "[0,1]",
        "The ends are right, but not which of them belong to the set: check `<` against `<=`.",
    ),
    (Interval((Piece(3, None, True),)), "x<3", "This is what is left out: the direction is the other one."),
    (
        Interval((Piece(0, 1), Piece(2, 3))),
        "(2,3)",
        "What you give belongs to the set, but a piece is missing.",
    ),
    (Vector((1, 2)), "(2,1)", "The entries are right, but not in this order."),
    (Vector((1, 2)), "(-1,-2)", "All signs are the other ones."),
    (Vector((1, 2)), "(1,2,3)", "Your vector has three entries. Asked are two entries."),
    (Vector((1, 2, 3)), "(1,2,4)", "Entry 3 of your vector is not right; the others are."),
    (Vector((1, 2)), "(1,3)", "Entry 2 of your vector is not right; the other is."),
    (
        Vector((Fraction(1, 3), 2)),
        "(0.33,2)",
        ROUNDED.format("Entries"),
    ),
    (TupleAnswer((1, 2)), "(2,1)", "The entries are right, but not in this order."),
    (MatrixAnswer(Matrix([[1, 2], [3, 4]])), "[[1,3],[2,4]]", "This is the transpose of the answer."),
    (
        MatrixAnswer(Matrix([[1, 2], [3, 4]])),
        "[[1,2],[3,5]]",
        "The entry in row 2, column 2 is not right; the others are.",
    ),
    (MatrixAnswer(Matrix([[1, 2], [3, 4]])), "[[0,0],[3,4]]", "Row 1 is not right; the others are."),
    (MatrixAnswer(Matrix([[1, 2], [3, 4]])), "[[1,2,3]]", "Your matrix is 1 × 3. Asked is one of 2 × 2."),
    (SetAnswer((1, 2)), "1", "What you give is right; one value is missing."),
    (SetAnswer((1, 2)), "1,2,3", "All values of the answer are there; one value does not belong to it."),
    (SetAnswer((1, 2, 3)), "1,2,4", "Two values of 3 are right."),
    (SetAnswer((1, 2)), "{}", "Your set is empty."),
    (SetAnswer((Fraction(1, 3), 2)), "0.33, 2", ROUNDED.format("Values")),
    (SetAnswer((sqrt(2), -sqrt(2))), "±1.41", ROUNDED.format("Values")),
    (SetAnswer((Fraction(1, 3), 2)), "0.33, 3", ""),
    (SetAnswer((x, 2)), "0.5, 2", "One value of 2 is right."),
    (Interval((Piece(Fraction(1, 3), 2),)), "(0.33, 2)", ROUNDED.format("Ends")),
    (Interval((Piece(sqrt(2), None),)), "x > 1.414", ROUNDED.format("Ends")),
    (Interval((Piece(sqrt(2), None),)), "x > 1.5", ""),
    (Interval((Piece(sqrt(2), None),)), "(1.41, 2)", ""),
    (Vector((x, 2)), "(0.5, 2)", "Entry 1 of your vector is not right; the other is."),
    (Shape(8, 4), "(4,8)", "The sizes are right, but not in this order."),
    (Shape(8, 4), "(8,4,1)", "Your shape has three axes. Asked are two axes."),
    (PLANE, "(-2,1,0,0),(-4,2,0,0)", "Your vectors are dependent; the second is $2$ times the first."),
    (
        PLANE,
        "(-2,1,0),(1,1,1)",
        "Your vectors have three components. The space lies among vectors with four components.",
    ),
    (PLANE, "(0,0,0,0),(-2,1,0,0)", "The first vector is zero. The zero vector belongs to no basis."),
    (PLANE, "(-2,1,0,0),(1,0,0,0)", "The second vector is not in the space."),
    (
        PLANE,
        "(-2,1,0,0),(-2,0,-2,1),(-4,1,-2,1)",
        "Three vectors are too many: the space has dimension 2; the third is a combination of the others.",
    ),
    (
        PLANE,
        "(-2,1,0,0)",
        "Your vector lies in the space, but the space has dimension 2: one vector is missing.",
    ),
)


@pytest.mark.parametrize(("spec", "text", "message"), CASES, ids=[f"{c[0].kind}: {c[1]}" for c in CASES])
def test_message(spec: Answer, text: str, message: str) -> None:
    verdict = check(spec, Response(text))
    assert verdict.outcome in (Outcome.WRONG, Outcome.PARTIAL)
    assert verdict.message == message


def test_a_witness_is_true_of_the_learners_vectors() -> None:
    dependent = check(PLANE, Response("(-2,1,0,0),(-2,0,-2,1),(-4,1,-2,1)"))
    assert dependent.witness == "(-4, 1, -2, 1) = (-2, 1, 0, 0) + (-2, 0, -2, 1)"
    multiple = check(PLANE, Response("(-2,1,0,0),(1,-1/2,0,0)"))
    assert multiple.witness == r"(1, -\frac{1}{2}, 0, 0) = -\frac{1}{2}\,(-2, 1, 0, 0)"
    outside = check(PLANE, Response("(2,1,0,0),(-2,0,-2,1)"))
    assert (
        outside.witness
        == r"x_{1} + 2x_{2} - x_{3} = 0 \text{ on the space, but } (2, 1, 0, 0) \text{ gives } 4"
    )


def test_another_basis_is_greeted_and_the_same_is_not() -> None:
    assert check(PLANE, Response("(-4,1,-2,1),(0,1,2,-1)")).message
    assert not check(PLANE, Response("(4,-2,0,0),(-2,0,-2,1)")).message


SLIPS = (
    Slip("plus-F", Basis(((2, 1, 0, 0), (2, 0, 2, 1)))),
    Slip("also-plus-F", Basis(((2, 0, 2, 1), (2, 1, 0, 0)))),
    Slip("all-free-at-once", Basis(((-4, 1, -2, 1),))),
)


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("(2,1,0,0),(2,0,2,1)", "plus-F"),
        ("(4,1,2,1),(2,1,0,0)", "plus-F"),
        ("(-4,1,-2,1)", "all-free-at-once"),
        ("(8,-2,4,-2)", "all-free-at-once"),
        ("(-2,1,0,0),(-2,0,-2,1)", ""),
        ("(-2,1,0,0)", ""),
        ("(1,0,0,0),(0,1,0,0)", ""),
        ("(2,1,0,0),(2,0,2", ""),
    ],
)
def test_the_first_slip_that_matches_is_named(text: str, slip: str) -> None:
    assert check(PLANE, Response(text), slips=SLIPS).slip == slip


def test_a_slip_is_matched_by_the_same_rules_as_the_answer() -> None:
    slips = (
        Slip("rate", Number(Fraction(9, 10), places=3)),
        Slip("joint", Number(Fraction(9, 1000), places=3)),
    )
    spec = Number(Fraction(2, 35), places=3)
    assert check(spec, Response("0.9"), slips=slips).slip == "rate"
    assert check(spec, Response("90 %"), slips=slips).slip == "rate"
    assert check(spec, Response("0.009"), slips=slips).slip == "joint"
    assert check(spec, Response("0.057"), slips=slips).slip == ""


def test_the_right_value_in_another_form_is_no_slip() -> None:
    verdict = check(
        Expression(x**2 - 1, form="factored"), Response("x^2-1"), slips=(Slip("s", Expression(x**2 - 1)),)
    )
    assert (verdict.outcome, verdict.form_ok, verdict.score, verdict.slip) == (
        Outcome.PARTIAL,
        False,
        0.5,
        "",
    )


CONV = Parts(shape=Shape(8, 16, 30, 30), parameters=Number(448))
CONV_SLIPS = (
    Slip("padding-once", Parts(shape=Shape(8, 16, 29, 29), parameters=Number(448))),
    Slip("bias-forgotten", Parts(shape=Shape(8, 16, 30, 30), parameters=Number(432))),
    Slip("both", Parts(shape=Shape(8, 16, 28, 28), parameters=Number(400))),
)


@pytest.mark.parametrize(
    ("shape", "parameters", "outcome", "score", "slip"),
    [
        ("(8,16,30,30)", "448", Outcome.CORRECT, 1.0, ""),
        ("(8,16,30,30)", "432", Outcome.PARTIAL, 0.5, "bias-forgotten"),
        ("(8,16,29,29)", "448", Outcome.PARTIAL, 0.5, "padding-once"),
        ("(8,16,29,29)", "432", Outcome.WRONG, 0.0, ""),
        ("(8,16,29,29)", "7", Outcome.WRONG, 0.0, ""),
        ("(8,16,28,28)", "400", Outcome.WRONG, 0.0, "both"),
        ("(8,16,1,1)", "448", Outcome.PARTIAL, 0.5, ""),
        ("(8,16,30,30", "448", Outcome.UNREADABLE, 0.0, ""),
    ],
)
def test_parts_are_scored_by_share(
    shape: str, parameters: str, outcome: Outcome, score: float, slip: str
) -> None:
    response = Response(parts=(NamedText("shape", shape), NamedText("parameters", parameters)))
    verdict = check(CONV, response, slips=CONV_SLIPS)
    assert (verdict.outcome, verdict.score, verdict.slip) == (outcome, score, slip)
    assert [part.name for part in verdict.parts] == ["shape", "parameters"]


def test_every_statement_has_its_own_verdict() -> None:
    from upslope.checking import Facts

    spec = Facts(("p", "q", "r"), (True, False, True), ("because p", "because q", "because r"))
    verdict = check(spec, Response("1,2"))
    assert [part.verdict.outcome for part in verdict.parts] == [Outcome.CORRECT, Outcome.WRONG, Outcome.WRONG]
    assert [part.verdict.message for part in verdict.parts] == ["because p", "because q", "because r"]
    assert verdict.score == pytest.approx(1 / 3)

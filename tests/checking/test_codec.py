"""Specifications, expressions and matrices survive JSON, and the written form is frozen."""

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking.rows import TABLES
from tests.checking.strategies import expressions

from upslope.checking import (
    Answer,
    Basis,
    Choice,
    Equation,
    Expr,
    Expression,
    Facts,
    Interval,
    Matrix,
    MatrixAnswer,
    Number,
    Ordering,
    Parts,
    Piece,
    Range,
    SetAnswer,
    Shape,
    TupleAnswer,
    Vector,
    spec_from_json,
    spec_to_json,
    sqrt,
)

x = Expr.symbol("x")
values = st.one_of(st.integers(-99, 99), st.fractions(max_denominator=50), expressions)
texts = st.text(max_size=12)
entries = st.lists(values, min_size=1, max_size=4).map(tuple)
square = st.integers(1, 3).flatmap(
    lambda size: st.lists(
        st.lists(st.fractions(max_denominator=9), min_size=size, max_size=size), min_size=1, max_size=3
    )
)
single: st.SearchStrategy[Answer] = st.one_of(
    st.builds(
        Number,
        values,
        places=st.one_of(st.none(), st.integers(0, 12)),
        percent=st.booleans(),
        fraction=st.booleans(),
        unit_label=texts,
        variable=texts,
    ),
    st.builds(
        Expression,
        expressions,
        variables=st.just(("x", "y")),
        positive=st.just(("x",)),
        domain=st.just((Range("y", -1, Fraction(1, 2), True), Range("n"))),
        form=st.sampled_from(["", "expanded", "factored", "lowest_terms", "simplified_radical"]),
    ),
    st.builds(Equation, expressions, expressions, variables=st.just(("x", "y"))),
    st.builds(lambda low, high: Interval((Piece(low, high, True, False), Piece(None, None))), values, values),
    st.builds(Vector, entries),
    st.builds(TupleAnswer, entries),
    st.builds(SetAnswer, entries, variable=texts),
    st.builds(lambda rows: MatrixAnswer(Matrix(rows)), square),
    st.builds(lambda vector: Basis((vector, vector)), entries),
    st.builds(lambda sizes: Shape(*sizes), st.lists(st.one_of(st.integers(1, 99), st.sampled_from("BTd")))),
    st.builds(lambda a, b: Choice((a, b), (1,)), texts, texts),
    st.builds(lambda a, b: Facts((a, b), (True, False), (b, a)), texts, texts),
    st.builds(lambda items: Ordering(tuple(items)), st.lists(texts, min_size=2, max_size=4, unique=True)),
)


@given(single)
@settings(max_examples=300, deadline=None)
def test_every_specification_survives_json(spec: Answer) -> None:
    text = spec_to_json(spec)
    assert spec_from_json(text) == spec
    assert spec_to_json(spec_from_json(text)) == text


@given(st.lists(single, min_size=1, max_size=3))
@settings(max_examples=50, deadline=None)
def test_parts_survive_json(specs: list[Answer]) -> None:
    spec = Parts(**{f"part{i}": one for i, one in enumerate(specs)})
    assert spec_from_json(spec_to_json(spec)) == spec


@given(expressions)
@settings(max_examples=200, deadline=None)
def test_expressions_survive_json(tree: Expr) -> None:
    value = json.loads(json.dumps(tree.to_json()))
    assert Expr.from_json(value) == tree
    assert Expr.from_json(value).text() == tree.text()


@given(square)
def test_matrices_survive_json(rows: list[list[Fraction]]) -> None:
    matrix = Matrix(rows)
    assert Matrix.from_json(json.loads(json.dumps(matrix.to_json()))) == matrix


def test_all_specifications_of_the_tables_survive_json() -> None:
    for table in TABLES:
        assert spec_from_json(spec_to_json(table.spec)) == table.spec


FROZEN = (
    (
        Number(Fraction(-2, 35), places=3),
        '{"fraction":false,"kind":"number","percent":false,"places":3,"unit_label":{"text":""},"v":1,'
        '"value":"-2/35","variable":{"text":""}}',
    ),
    (
        Expression(sqrt(x) - Expr.decimal("0.50")),
        '{"domain":[],"form":{"text":""},"kind":"expression","positive":[],"v":1,"value":{"expr":["+",'
        '["call","sqrt",["sym","x"]],["-",["num","1/2","0.50"]]]},"variables":[]}',
    ),
    (Shape("B", 3), '{"kind":"shape","sizes":[{"text":"B"},3],"v":1}'),
    (
        MatrixAnswer(Matrix([[1, Fraction(1, 2)]])),
        '{"kind":"matrix","v":1,"value":{"matrix":[["1","1/2"]],"v":1}}',
    ),
    (
        Interval((Piece(None, 3, False, True),)),
        '{"kind":"interval","pieces":[{"Piece":{"high":3,"high_closed":true,"low":null,"low_closed":false}}],'
        '"v":1,"variable":{"text":"x"}}',
    ),
)


@pytest.mark.parametrize(("spec", "text"), FROZEN)
def test_the_written_form_is_frozen(spec: Answer, text: str) -> None:
    assert spec_to_json(spec) == text
    assert spec_from_json(text) == spec


def test_fields_added_later_take_their_default_in_old_text() -> None:
    old = '{"fraction":false,"kind":"number","percent":false,"places":null,"v":1,"value":7}'
    assert spec_from_json(old) == Number(7)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"v":2,"kind":"number","value":1}',
        '{"v":1,"kind":"riddle"}',
        '{"v":1,"kind":"number","value":1.5}',
        '{"v":1,"kind":"expression","value":{"expr":["eval","x"]}}',
        '{"v":1,"kind":"expression","value":{"expr":["call","open",["sym","x"]]}}',
    ],
)
def test_foreign_json_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        spec_from_json(text)

import json
from enum import Enum
from fractions import Fraction
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.checking import Expr, Matrix
from upslope.problems import Rng, Template
from upslope.problems.fields import FieldError, decode, dumps, encode, field_types

X = Expr.symbol("x")


class Colour(Enum):
    RED = "the colour red"
    BLUE = "the colour blue"


class Everything(Template):
    n: int
    sure: bool
    word: str
    q: Fraction
    A: Matrix
    f: Expr
    colour: Colour
    pair: tuple[int, Fraction]
    many: tuple[tuple[int, ...], ...]
    maybe: int | None

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        raise NotImplementedError


fractions = st.fractions(max_denominator=10**6)
instances = st.builds(
    Everything,
    n=st.integers(),
    sure=st.booleans(),
    word=st.text(),
    q=fractions,
    A=st.lists(st.lists(fractions, min_size=2, max_size=2), min_size=1, max_size=3).map(Matrix),
    f=st.integers(-9, 9).map(lambda n: X**2 - n * X + Fraction(n, 7)),
    colour=st.sampled_from(Colour),
    pair=st.tuples(st.integers(), fractions),
    many=st.lists(st.lists(st.integers()).map(tuple)).map(tuple),
    maybe=st.none() | st.integers(),
)


@given(instances)
def test_what_was_stored_comes_back_equal(instance):
    stored = dumps(encode(instance))
    assert decode(Everything, json.loads(stored)) == instance
    assert dumps(encode(decode(Everything, json.loads(stored)))) == stored


def test_the_stored_form_of_version_1_stays_readable():
    stored = {
        "n": -3, "sure": True, "word": "a", "q": "-3/4", "colour": "BLUE", "pair": [1, "2"],
        "many": [[1], []],
        "maybe": None, "A": {"v": 1, "matrix": [["1", "1/2"]]},
        "f": (X + 1).to_json(),
    }  # fmt: skip
    found = decode(Everything, stored)
    assert (found.q, found.colour, found.pair) == (Fraction(-3, 4), Colour.BLUE, (1, Fraction(2)))
    assert Matrix([[1, Fraction(1, 2)]]) == found.A


def test_a_template_is_a_frozen_value_that_takes_names_only():
    class Small(Template):
        a: int

    assert Small(a=1) == Small(a=1) != Small(a=2)
    with pytest.raises(AttributeError):
        Small(a=1).a = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Small(1)  # type: ignore[call-arg, misc]


@pytest.mark.parametrize(
    "hint", [float, complex, list[int], dict[str, int], set[int], int | str, tuple, object]
)
def test_types_that_cannot_be_stored_are_refused(hint):
    cls = type("Odd", (Template,), {"__annotations__": {"odd": hint}})
    with pytest.raises(FieldError, match="odd"):
        field_types(cls)


@pytest.mark.parametrize(
    ("hint", "value"),
    [(int, True), (int, Fraction(3)), (bool, 1), (str, 3), (Fraction, 0.5), (Matrix, [[1]]), (Expr, 3),
     (Colour, "RED"), (tuple[int, ...], [1]), (tuple[int, int], (1,)), (tuple[int, ...], (1, "a"))],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(hint, value):
    cls = type("Odd", (Template,), {"__annotations__": {"odd": hint}})
    with pytest.raises(FieldError, match="odd"):
        encode(cls(odd=value))


def test_a_whole_number_is_a_fraction():
    cls = type("Odd", (Template,), {"__annotations__": {"q": Fraction}})
    assert encode(cls(q=3)) == {"q": "3"}


@pytest.mark.parametrize("stored", [{}, {"n": 1, "m": 2}, {"n": "1"}, {"n": 1.5}, {"n": True}, {"n": None}])
def test_other_fields_than_declared_are_refused(stored):
    cls = type("Small", (Template,), {"__annotations__": {"n": int}})
    with pytest.raises(FieldError):
        decode(cls, stored)

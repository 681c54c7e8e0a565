"""Pair each specification with the kind that treats it."""

from typing import Any

from upslope.checking.kinds.base import Kind
from upslope.checking.kinds.basis import BasisKind
from upslope.checking.kinds.choices import ChoiceKind, FactsKind, OrderingKind
from upslope.checking.kinds.equation import EquationKind
from upslope.checking.kinds.expression import ExpressionKind
from upslope.checking.kinds.interval import IntervalKind
from upslope.checking.kinds.matrix import MatrixKind
from upslope.checking.kinds.number import NumberKind
from upslope.checking.kinds.sets import SetKind
from upslope.checking.kinds.shape import ShapeKind
from upslope.checking.kinds.vector import TupleKind, VectorKind
from upslope.checking.spec import (
    Answer,
    Basis,
    Choice,
    Equation,
    Expression,
    Facts,
    Interval,
    MatrixAnswer,
    Number,
    Ordering,
    SetAnswer,
    Shape,
    TupleAnswer,
    Vector,
)

_KINDS: dict[type[Answer], Kind[Any, Any]] = {
    Number: NumberKind(),
    Expression: ExpressionKind(),
    Equation: EquationKind(),
    Interval: IntervalKind(),
    Vector: VectorKind(),
    TupleAnswer: TupleKind(),
    MatrixAnswer: MatrixKind(),
    SetAnswer: SetKind(),
    Basis: BasisKind(),
    Shape: ShapeKind(),
    Choice: ChoiceKind(),
    Facts: FactsKind(),
    Ordering: OrderingKind(),
}


def kind_of(spec: Answer) -> Kind[Any, Any]:
    """Return the kind of a specification. Raises ValueError for one without kind, such as `Parts`."""
    kind = _KINDS.get(type(spec))
    if kind is None:
        raise ValueError(f"{type(spec).__name__} is no single kind of answer")
    return kind

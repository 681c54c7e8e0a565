"""Say what a right answer is: one frozen class for each kind of answer.

An author's `answer` returns one of these, `slips` returns them too. Values are int, Fraction or Expr, never
float. `docs/answers.md` shows each kind with what learners may type for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from upslope.checking.expr import Expr, Value, as_expr
from upslope.checking.matrix import Matrix
from upslope.core.rng import Rng

FORMS = ("", "expanded", "factored", "lowest_terms", "simplified_radical")


@dataclass(frozen=True, slots=True)
class Answer:
    """Stand for an answer specification; `kind` is its permanent name in stored JSON."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Range:
    """Bound one variable of an expression to an interval (None: unbounded), or to its integers."""

    variable: str
    low: Value | None = None
    high: Value | None = None
    integer: bool = False


@dataclass(frozen=True, slots=True)
class Number(Answer):
    """Ask for one number.

    Exact unless `places` is given; then an exact form or a decimal that rounds to the same places is right.
    `percent` says that the number is talked of in percent (`5.7 %` is read as 0.057 in any case);
    `fraction` asks for one number, worked out: a fraction in lowest terms or an exact decimal;
    `unit_label` is shown beside the field, never typed; with `variable="x"`, `x = 11` is read as 11.
    """

    kind: ClassVar[str] = "number"
    value: Value
    places: int | None = None
    percent: bool = False
    fraction: bool = False
    unit_label: str = ""
    variable: str = ""

    def __post_init__(self) -> None:
        _need_value(self.value)
        if self.places is not None and not 0 <= self.places <= 12:
            raise ValueError("places is between 0 and 12")


@dataclass(frozen=True, slots=True)
class Expression(Answer):
    """Ask for an expression equal to `value` on the declared domain, possibly in a declared form.

    `variables` defaults to the symbols of `value`; `positive` names those that are > 0; `domain` bounds
    others. Forms: "expanded", "factored", "lowest_terms", "simplified_radical".
    """

    kind: ClassVar[str] = "expression"
    value: Expr
    variables: tuple[str, ...] = ()
    positive: tuple[str, ...] = ()
    domain: tuple[Range, ...] = ()
    form: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", as_expr(self.value))
        if self.form not in FORMS:
            raise ValueError(f"the form {self.form!r} is none of {', '.join(FORMS[1:])}")


@dataclass(frozen=True, slots=True)
class Equation(Answer):
    """Ask for an equation with the same solutions as left = right; nonzero multiples are equal."""

    kind: ClassVar[str] = "equation"
    left: Expr
    right: Expr
    variables: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "left", as_expr(self.left))
        object.__setattr__(self, "right", as_expr(self.right))


@dataclass(frozen=True, slots=True)
class Piece:
    """Bound one piece of the number line; None is unbounded."""

    low: Value | None
    high: Value | None
    low_closed: bool = False
    high_closed: bool = False

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None:
                _need_value(end)
        if (self.low is None and self.low_closed) or (self.high is None and self.high_closed):
            raise ValueError("an unbounded end is open")


@dataclass(frozen=True, slots=True)
class Interval(Answer):
    """Ask for a union of intervals, typed as intervals or as inequalities in `variable`."""

    kind: ClassVar[str] = "interval"
    pieces: tuple[Piece, ...]
    variable: str = "x"


@dataclass(frozen=True, slots=True)
class Vector(Answer):
    """Ask for a vector, typed as a row, a column or a list."""

    kind: ClassVar[str] = "vector"
    entries: tuple[Value, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", _values(self.entries))


@dataclass(frozen=True, slots=True)
class MatrixAnswer(Answer):
    """Ask for a matrix."""

    kind: ClassVar[str] = "matrix"
    value: Matrix


@dataclass(frozen=True, slots=True)
class SetAnswer(Answer):
    """Ask for a set of values: order and repetition do not matter; `x = 2 or x = 3` is read as well."""

    kind: ClassVar[str] = "set"
    elements: tuple[Value, ...]
    variable: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "elements", _values(self.elements))


@dataclass(frozen=True, slots=True)
class TupleAnswer(Answer):
    """Ask for values in order, such as a point or a solution (x, y)."""

    kind: ClassVar[str] = "tuple"
    entries: tuple[Value, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", _values(self.entries))


@dataclass(frozen=True, slots=True)
class Basis(Answer):
    """Ask for a basis of the span of `vectors`; any basis of that space is right."""

    kind: ClassVar[str] = "basis"
    vectors: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        vectors = tuple(_values(vector) for vector in self.vectors)
        if len({len(vector) for vector in vectors}) > 1:
            raise ValueError("the vectors of a basis have equal length")
        object.__setattr__(self, "vectors", vectors)


@dataclass(frozen=True, slots=True, init=False)
class Shape(Answer):
    """Ask for the shape of a tensor: `Shape(8, 3, 32, 32)`, `Shape("B", "T", 64)`; `"2*d"` is allowed."""

    kind: ClassVar[str] = "shape"
    sizes: tuple[int | str, ...]

    def __init__(self, *sizes: int | str) -> None:
        object.__setattr__(self, "sizes", tuple(sizes))


@dataclass(frozen=True, slots=True)
class Choice(Answer):
    """Ask to choose one option, or `several`; options are Markdown, `correct` counts from 0."""

    kind: ClassVar[str] = "choice"
    options: tuple[str, ...]
    correct: tuple[int, ...]
    several: bool = False

    def __post_init__(self) -> None:
        if any(not 0 <= index < len(self.options) for index in self.correct):
            raise ValueError("a correct option is missing among the options")
        if not self.several and len(self.correct) != 1:
            raise ValueError("one option is correct unless several=True")


@dataclass(frozen=True, slots=True)
class Facts(Answer):
    """Ask which statements are true; `reasons` say why each is or is not."""

    kind: ClassVar[str] = "facts"
    statements: tuple[str, ...]
    truths: tuple[bool, ...]
    reasons: tuple[str, ...]

    def __post_init__(self) -> None:
        if not len(self.statements) == len(self.truths) == len(self.reasons) > 0:
            raise ValueError("each statement has one truth and one reason")


@dataclass(frozen=True, slots=True)
class Ordering(Answer):
    """Ask to put items in order; `items` are in a right order.

    `before` holds pairs (i, j): item i precedes item j; empty means the order as listed. `shown` is the
    order of display (indices of `items`); left out, it follows from the items, and is never a right order.
    """

    kind: ClassVar[str] = "ordering"
    items: tuple[str, ...]
    before: tuple[tuple[int, int], ...] = ()
    shown: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(not i < j < len(self.items) for i, j in self.before):
            raise ValueError("the items themselves keep every pair of `before`")
        if not self.shown:
            object.__setattr__(self, "shown", _shuffle(self.items, self.before))
        if sorted(self.shown) != list(range(len(self.items))):
            raise ValueError("`shown` holds each index once")

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs that must hold: `before`, or all neighbours if it is empty."""
        return self.before or tuple((i, i + 1) for i in range(len(self.items) - 1))


@dataclass(frozen=True, slots=True)
class NamedAnswer:
    """Pair the name of a part with its answer."""

    name: str
    answer: Answer


@dataclass(frozen=True, slots=True, init=False)
class Parts(Answer):
    """Ask for several named answers: `Parts(shape=Shape(8, 4), parameters=Number(112))`, in this order."""

    kind: ClassVar[str] = "parts"
    named: tuple[NamedAnswer, ...]

    def __init__(self, **parts: Answer) -> None:
        if not parts:
            raise ValueError("an answer in parts has at least one part")
        if any(isinstance(answer, Parts) for answer in parts.values()):
            raise ValueError("a part has no parts itself")
        named = tuple(NamedAnswer(name, answer) for name, answer in parts.items())
        object.__setattr__(self, "named", named)


@dataclass(frozen=True, slots=True)
class Slip:
    """Name a declared mistake and the answer that it gives."""

    name: str
    answer: Answer


KINDS: tuple[type[Answer], ...] = (
    Number, Expression, Equation, Interval, Vector, MatrixAnswer, SetAnswer, TupleAnswer, Basis, Shape,
    Choice, Facts, Ordering, Parts,
)  # fmt: skip


def _need_value(value: Value) -> None:
    as_expr(value)


def _values(values: Sequence[Value]) -> tuple[Value, ...]:
    for value in values:
        _need_value(value)
    return tuple(values)


def _shuffle(items: tuple[str, ...], before: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Shuffle by the items themselves until some pair stands the wrong way round."""
    pairs = before or tuple((i, i + 1) for i in range(len(items) - 1))
    rng = Rng("ordering", *items)
    for _ in range(100):
        shown = rng.shuffled(range(len(items)))
        if any(shown.index(i) > shown.index(j) for i, j in pairs):
            return tuple(shown)
    return tuple(range(len(items)))

"""Hold mathematical expressions as immutable trees, as read or as built, and nothing evaluated.

The tree keeps what a person wrote: `2/4` is not `1/2`, the order of terms stays. Three conventions make
"print, then read" give the same tree: leaves are never negative (`-3` is `Neg(Num(3))`), sums and products
are flat, and the sign of a leading factor or numerator stands in front (`(-2)*x` is `-(2*x)`).
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias, Union

from upslope.checking.verdict import Span

Value: TypeAlias = Union[int, Fraction, "Expr"]
"""What an author may write where a mathematical value is meant."""

JsonValue: TypeAlias = bool | int | str | list["JsonValue"] | dict[str, "JsonValue"] | None


@dataclass(frozen=True, slots=True, repr=False)
class Expr:
    """Stand for an expression; the subclasses are its nodes. Equality is structural and ignores spans."""

    span: Span | None = field(default=None, compare=False, kw_only=True)
    """Where the node stands in the text it was read from; None for a tree that was built."""

    @staticmethod
    def symbol(name: str) -> "Expr":
        """Return the letter or name `name`, such as "x", "x_1" or "alpha"."""
        return Sym(name)

    @staticmethod
    def number(value: int | Fraction) -> "Expr":
        """Return an exact number; a fraction becomes a quotient, a minus sign stands in front."""
        return as_expr(value)

    @staticmethod
    def decimal(text: str) -> "Expr":
        """Return a decimal as written, such as "0.250" or "-1.5". Raises ValueError if it is none."""
        if text.startswith("-"):
            return neg(Expr.decimal(text[1:]))
        return Num(Fraction(text), text)

    @staticmethod
    def from_json(value: JsonValue) -> "Expr":
        """Return the expression that `to_json` wrote. Raises ValueError for anything else."""
        from upslope.checking.codec import expr_from_json

        return expr_from_json(value)

    def to_json(self) -> JsonValue:
        """Return a versioned JSON value (not yet text), the same for equal trees."""
        from upslope.checking.codec import expr_to_json

        return expr_to_json(self)

    def latex(self) -> str:
        """Return LaTeX; the LaTeX reader gives this tree back."""
        from upslope.checking.printing_latex import to_latex

        return to_latex(self)

    def text(self) -> str:
        """Return the typed form; the text reader gives this tree back."""
        from upslope.checking.printing import to_text

        return to_text(self)

    def expand(self) -> "Expr":
        """Return the expression multiplied out and collected, highest degree first."""
        from upslope.checking.polynomial import expand

        return expand(self)

    def derivative(self, name: str) -> "Expr":
        """Return the derivative by the symbol `name`, tidied but not simplified."""
        from upslope.checking.derivative import derivative

        return derivative(self, name)

    def substitute(self, **values: Value) -> "Expr":
        """Return the expression with symbols replaced by values, otherwise as built."""
        from upslope.checking.walk import substitute

        return substitute(self, {name: as_expr(value) for name, value in values.items()})

    def evaluate(self, **values: int | Fraction) -> Fraction:
        """Return the exact rational value. Raises ValueError if there is none (`sqrt(2)`, `1/0`)."""
        from upslope.checking.exact import evaluate

        return evaluate(self, values)

    @property
    def symbols(self) -> frozenset[str]:
        """Return the names of all symbols in the tree."""
        from upslope.checking.walk import symbols

        return symbols(self)

    @property
    def children(self) -> tuple["Expr", ...]:
        """Return the direct operands, left to right."""
        return ()

    def __repr__(self) -> str:
        return f"Expr({self.text()!r})"

    def __add__(self, other: Value) -> "Expr":
        return _plus(self, as_expr(other))

    def __radd__(self, other: Value) -> "Expr":
        return _plus(as_expr(other), self)

    def __sub__(self, other: Value) -> "Expr":
        return _plus(self, neg(as_expr(other)))

    def __rsub__(self, other: Value) -> "Expr":
        return _plus(as_expr(other), neg(self))

    def __mul__(self, other: Value) -> "Expr":
        return _times(self, as_expr(other))

    def __rmul__(self, other: Value) -> "Expr":
        return _times(as_expr(other), self)

    def __truediv__(self, other: Value) -> "Expr":
        return _over(self, as_expr(other))

    def __rtruediv__(self, other: Value) -> "Expr":
        return _over(as_expr(other), self)

    def __pow__(self, other: Value) -> "Expr":
        return _power(self, as_expr(other))

    def __rpow__(self, other: Value) -> "Expr":
        return _power(as_expr(other), self)

    def __neg__(self) -> "Expr":
        return neg(self)

    def __pos__(self) -> "Expr":
        return self


@dataclass(frozen=True, slots=True, repr=False)
class Num(Expr):
    """Hold a non-negative integer or terminating decimal; `written` keeps the typed digits of a decimal."""

    value: Fraction
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, repr=False)
class Const(Expr):
    """Name one of the constants pi, e, i and infinity."""

    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Sym(Expr):
    """Name a variable."""

    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Sum(Expr):
    """Add two or more terms, none of them a sum; a subtracted term is a `Neg`."""

    terms: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.terms


@dataclass(frozen=True, slots=True, repr=False)
class Neg(Expr):
    """Change the sign."""

    of: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.of,)


@dataclass(frozen=True, slots=True, repr=False)
class Product(Expr):
    """Multiply two or more factors, none of them a product."""

    factors: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.factors


@dataclass(frozen=True, slots=True, repr=False)
class Quotient(Expr):
    """Divide."""

    over: Expr
    under: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.over, self.under)


@dataclass(frozen=True, slots=True, repr=False)
class Power(Expr):
    """Raise a base to an exponent."""

    base: Expr
    exponent: Expr

    @property
    def children(self) -> tuple[Expr, ...]:
        return (self.base, self.exponent)


@dataclass(frozen=True, slots=True, repr=False)
class Call(Expr):
    """Apply a function of `upslope.checking.functions` to its arguments."""

    name: str
    arguments: tuple[Expr, ...]

    @property
    def children(self) -> tuple[Expr, ...]:
        return self.arguments


PI, E, IMAGINARY, INFINITY = Const("pi"), Const("e"), Const("i"), Const("infinity")
ZERO, ONE = Num(Fraction(0)), Num(Fraction(1))


def as_expr(value: Value) -> Expr:
    """Return a value as an expression. Raises TypeError for what is no value (a float, a bool, text)."""
    if isinstance(value, Expr):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"an exact number or an Expr is needed, not {value!r}")
    if value < 0:
        return Neg(as_expr(-value))
    if isinstance(value, Fraction) and value.denominator != 1:
        return Quotient(Num(Fraction(value.numerator)), Num(Fraction(value.denominator)))
    return Num(Fraction(value))


def neg(of: Expr, span: Span | None = None) -> Expr:
    """Put a minus sign in front."""
    return Neg(of, span=span)


def add(*terms: Expr, span: Span | None = None) -> Expr:
    """Join terms into one flat sum."""
    flat: list[Expr] = []
    for term in terms:
        flat.extend(term.terms if isinstance(term, Sum) else (term,))
    return flat[0] if len(flat) == 1 else Sum(tuple(flat), span=span)


def mul(*factors: Expr, span: Span | None = None) -> Expr:
    """Join factors into one flat product, the sign of the first in front."""
    if isinstance(factors[0], Neg):
        return Neg(mul(factors[0].of, *factors[1:], span=span), span=span)
    flat: list[Expr] = []
    for factor in factors:
        flat.extend(factor.factors if isinstance(factor, Product) else (factor,))
    if isinstance(flat[0], Neg):
        return Neg(mul(flat[0].of, *flat[1:], span=span), span=span)
    return flat[0] if len(flat) == 1 else Product(tuple(flat), span=span)


def div(over: Expr, under: Expr, span: Span | None = None) -> Expr:
    """Divide, the sign of the numerator in front."""
    if isinstance(over, Neg):
        return Neg(div(over.of, under, span), span=span)
    return Quotient(over, under, span=span)


def _plus(left: Expr, right: Expr) -> Expr:
    if left == ZERO:
        return right
    if right in (ZERO, Neg(ZERO)):
        return left
    return add(left, right)


def _times(left: Expr, right: Expr) -> Expr:
    if ZERO in (left, right):
        return ZERO
    if left == ONE:
        return right
    if right == ONE:
        return left
    if left == Neg(ONE):
        return neg(right)
    return mul(left, right)


def _over(over: Expr, under: Expr) -> Expr:
    return over if under == ONE else div(over, under)


def _power(base: Expr, exponent: Expr) -> Expr:
    return base if exponent == ONE else Power(base, exponent)

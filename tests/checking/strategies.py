"""Draw random expressions, and rewrite them without changing their value."""

from fractions import Fraction

from hypothesis import strategies as st

from upslope.checking import Expr, e, function, pi
from upslope.checking.expr import Neg, Power, Product, Quotient, Sum, add, div, mul, neg
from upslope.checking.functions import FUNCTIONS
from upslope.checking.walk import rebuild

LETTERS = ("x", "y", "n", "t_1", "alpha", "x_12", "E")

symbols = st.sampled_from(LETTERS).map(Expr.symbol)
integers = st.integers(0, 30).map(Expr.number)
decimals = st.tuples(st.integers(0, 99), st.integers(0, 999)).map(
    lambda pair: Expr.decimal(f"{pair[0]}.{pair[1]:03d}")
)
numbers = st.one_of(integers, decimals, st.fractions(-9, 9, max_denominator=12).map(Expr.number))
leaves = st.one_of(symbols, integers, decimals, st.sampled_from([pi, e]))

_ONE_ARGUMENT = [
    name
    for name, known in FUNCTIONS.items()
    if known.least == 1 and name not in ("plusminus", "percent", "max", "min")
]


def _grown(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    """Build larger trees by the constructors that the reader uses."""
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda terms: add(*terms)),
        st.lists(inner, min_size=2, max_size=4).map(lambda factors: mul(*factors)),
        inner.map(neg),
        pairs.map(lambda p: add(p[0], neg(p[1]))),
        pairs.map(lambda p: div(*p)),
        pairs.map(lambda p: Power(*p)),
        st.tuples(st.sampled_from(_ONE_ARGUMENT), inner).map(lambda p: function(*p)),
        st.tuples(st.sampled_from(["log", "root", "binomial", "max", "min"]), inner, inner).map(
            lambda p: function(*p)
        ),
    )


expressions = st.recursive(leaves, _grown, max_leaves=9)
"""Trees of any shape that can be written down, however silly their value."""


def _rational(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        pairs.map(lambda p: p[0] + p[1]),
        pairs.map(lambda p: p[0] - p[1]),
        pairs.map(lambda p: p[0] * p[1]),
        pairs.map(lambda p: p[0] / (p[1] * p[1] + 1)),
        st.tuples(inner, st.integers(2, 4)).map(lambda p: p[0] ** p[1]),
    )


def _smooth(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    bounded = st.sampled_from(["sin", "cos", "arctan", "tanh", "sigmoid"])
    return st.one_of(
        _rational(inner), st.tuples(bounded, inner).map(lambda p: function(*p)), inner.map(lambda u: e**u)
    )


_short = st.one_of(st.sampled_from(["x", "y"]).map(Expr.symbol), st.integers(1, 9).map(Expr.number))
rational_functions = st.recursive(_short, _rational, max_leaves=7)
"""Quotients of polynomials in x and y that are defined everywhere."""
smooth_functions = st.recursive(_short, _smooth, max_leaves=6)
"""Functions of x and y that are real and defined everywhere."""


@st.composite
def rewritten(draw: st.DrawFn, tree: Expr) -> Expr:
    """Return an equal expression: operands swapped, powers written out, differences turned round."""
    children = tuple(draw(rewritten(child)) for child in tree.children)
    tree = rebuild(tree, children)
    match tree:
        case Sum(terms=terms):
            return add(*draw(st.permutations(terms)))
        case Product(factors=factors):
            return mul(*draw(st.permutations(factors)))
        case Quotient(over=over, under=under):
            return draw(
                st.sampled_from([tree, mul(over, Power(under, Expr.number(-1))), neg(div(over, neg(under)))])
            )
        case Power(base=base) if draw(st.booleans()) and tree.exponent == Expr.number(2):
            return mul(base, base)
        case Neg(of=of):
            return draw(st.sampled_from([tree, mul(Expr.number(-1), of), Expr.number(0) - of]))
        case _:
            extra = Expr.number(draw(st.fractions(1, 5, max_denominator=4)))
            return draw(st.sampled_from([tree, tree * extra / extra, tree + extra - extra]))


perturbations = st.sampled_from(
    [
        lambda tree: tree + 1,
        lambda tree: tree + Expr.number(Fraction(1, 10**30)),
        lambda tree: tree * tree + tree + 1,
        lambda tree: tree + Expr.symbol("x") / 1000,
        lambda tree: tree - Expr.symbol("y") ** 2,
    ]
)

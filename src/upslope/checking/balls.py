"""Evaluate expressions in ball arithmetic: each result is a ball that certainly holds the true value.

`flint.ctx.prec` is one number for the whole process, and a change of thread may fall between setting and
using it. `precision` therefore holds a lock (docs/adr/0020-one-lock-around-ball-arithmetic.md).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from threading import RLock

import flint
from flint import acb, arb, fmpq

from upslope.checking.expr import Call, Const, Expr, Neg, Num, Power, Product, Quotient, Sum, Sym
from upslope.checking.walk import nodes

_LOCK = RLock()
PRECISIONS = (128, 512, 3_333)
"""Bits tried one after the other."""


@contextmanager
def precision(bits: int) -> Iterator[None]:
    """Work with `bits` bits, alone in the process, and restore what was set before."""
    with _LOCK:
        before = flint.ctx.prec
        flint.ctx.prec = bits
        try:
            yield
        finally:
            flint.ctx.prec = before


def ball(value: Fraction | int) -> acb:
    """Return the ball of an exact number at the current precision."""
    if isinstance(value, int) or value.denominator == 1:
        return acb(int(value))
    return acb(fmpq(value.numerator, value.denominator))


def evaluate_ball(tree: Expr, values: Mapping[str, acb]) -> acb:
    """Return a ball that holds the value; not finite where there is none, or none can be shown."""
    match tree:
        case Num(value=value):
            return ball(value)
        case Sym(name=name):
            return values[name]
        case Sum(terms=terms):
            total = evaluate_ball(terms[0], values)
            for term in terms[1:]:
                total = total + evaluate_ball(term, values)
            return total
        case Product(factors=factors):
            product = evaluate_ball(factors[0], values)
            for factor in factors[1:]:
                product = product * evaluate_ball(factor, values)
            return product
        case Power(base=base, exponent=exponent):
            return _power(evaluate_ball(base, values), evaluate_ball(exponent, values), base)
        case Neg(of=of):
            return -evaluate_ball(of, values)
        case Quotient(over=over, under=under):
            return evaluate_ball(over, values) / evaluate_ball(under, values)
        case Const(name=name):
            return _CONSTANTS[name]()
        case Call(name=name, arguments=arguments):
            return _FUNCTIONS[name](*[evaluate_ball(argument, values) for argument in arguments])
        case _:
            raise ValueError(f"{type(tree).__name__} is no node of an expression")


def lost_bits(tree: Expr, values: Mapping[str, acb]) -> int:
    """Return how many bits the smallest term of any sum lies below its largest: what rounding may swallow.

    e^2401 + 1 loses 3,464 bits: below that precision nothing tells it from e^2401. Functions that settle
    at a constant count as sums. ENDLESS where a term is beyond the present precision.
    """
    lost = 0
    for node in nodes(tree):
        if isinstance(node, Sum):
            sizes = [_size(evaluate_ball(term, values)) for term in node.terms]
            known = [size for size in sizes if size is not None]
            if known:
                lost = max(lost, max(known) - min(known))
        elif isinstance(node, Call) and node.name in _SETTLING:
            size = _size(evaluate_ball(node.arguments[0], values))
            lost = max(lost, 0 if size is None else 3 << min(max(size, 0), 40))
    return lost


def _size(value: acb) -> int | None:
    """Return the binary exponent of a value, None for zero, ENDLESS for what is not finite."""
    upper = value.abs_upper()
    if not upper.is_finite():
        return ENDLESS
    if upper.is_zero():
        return None
    mantissa, exponent = upper.man_exp()
    return int(mantissa).bit_length() + int(exponent)


ENDLESS = 1 << 60
_SETTLING = frozenset(("tanh", "coth", "sigmoid", "softplus", "sinh", "cosh"))


def is_real(value: acb) -> bool:
    """Tell whether the ball holds a real number."""
    return bool(value.imag.contains(0))


def _power(base: acb, exponent: acb, tree: Expr) -> acb:
    if isinstance(tree, Const) and tree.name == "e":
        return exponent.exp()
    if base.is_zero():
        return _zero_to(exponent)
    return base**exponent


def _zero_to(exponent: acb) -> acb:
    """Return 0^u: 0 for u > 0, no value otherwise (0^0 is a hole)."""
    return acb(0) if exponent.real > 0 else acb(arb.nan())


def _real(of: Callable[[arb], arb]) -> Callable[[acb], acb]:
    """Make a function of real numbers only; elsewhere it has no value."""

    def function(value: acb) -> acb:
        return acb(of(value.real)) if value.imag.is_zero() else acb(arb.nan())

    return function


def _sign(value: arb) -> arb:
    return value.sgn()


def _softplus(value: acb) -> acb:
    return (1 + value.exp()).log()


def _root(of: acb, degree: acb) -> acb:
    """Return the root; an odd root of a negative number is the real one."""
    whole = degree.unique_fmpz()
    if whole is not None and int(whole) % 2 and of.imag.is_zero() and of.real < 0:
        return -((-of) ** (1 / degree))
    return acb(0) if of.is_zero() else of ** (1 / degree)


def _abs(value: acb) -> acb:
    if value.imag.is_zero():
        return acb(abs(value.real))
    return acb(abs(value))


def _extreme(largest: bool) -> Callable[..., acb]:
    def function(*values: acb) -> acb:
        if not all(value.imag.is_zero() for value in values):
            return acb(arb.nan())
        best = values[0].real
        for value in values[1:]:
            best = best.max(value.real) if largest else best.min(value.real)
        return acb(best)

    return function


def _factorial(value: acb) -> acb:
    return (value + 1).gamma()


def _binomial(n: acb, k: acb) -> acb:
    return (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma()


_CONSTANTS: dict[str, Callable[[], acb]] = {
    "pi": lambda: acb(arb.pi()),
    "e": lambda: acb(arb.const_e()),
    "i": lambda: acb(0, 1),
    "infinity": lambda: acb(arb.nan()),
}
_FUNCTIONS: dict[str, Callable[..., acb]] = {
    "sin": acb.sin,
    "cos": acb.cos,
    "tan": acb.tan,
    "sec": acb.sec,
    "csc": acb.csc,
    "cot": acb.cot,
    "arcsin": acb.asin,
    "arccos": acb.acos,
    "arctan": acb.atan,
    "sinh": acb.sinh,
    "cosh": acb.cosh,
    "tanh": acb.tanh,
    "sech": acb.sech,
    "csch": acb.csch,
    "coth": acb.coth,
    "arcsinh": acb.asinh,
    "arccosh": acb.acosh,
    "arctanh": acb.atanh,
    "exp": acb.exp,
    "ln": acb.log,
    "log": lambda of, base: of.log() / base.log(),
    "sqrt": acb.sqrt,
    "root": _root,
    "abs": _abs,
    "sign": _real(_sign),
    "floor": _real(arb.floor),
    "ceil": _real(arb.ceil),
    "max": _extreme(True),
    "min": _extreme(False),
    "factorial": _factorial,
    "binomial": _binomial,
    "percent": lambda of: of / 100,
    "sigmoid": lambda of: 1 / (1 + (-of).exp()),
    "relu": _real(lambda of: of.max(arb(0))),
    "softplus": _softplus,
    "plusminus": lambda of: acb(arb.nan()),
}

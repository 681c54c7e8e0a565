"""Differentiate expression trees by the rules of calculus; 0 and 1 vanish, nothing else is simplified."""

from collections.abc import Callable
from fractions import Fraction

from upslope.checking.exact import rational
from upslope.checking.expr import (
    ONE,
    ZERO,
    Call,
    Const,
    E,
    Expr,
    Neg,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    Sym,
    as_expr,
)
from upslope.checking.functions import cos, ln, sin, sqrt


def derivative(tree: Expr, name: str) -> Expr:
    """Return the derivative by the symbol `name`. Raises ValueError where no rule is known."""
    if name not in tree.symbols:
        return ZERO
    match tree:
        case Sym():
            return ONE
        case Num() | Const():
            return ZERO
        case Sum(terms=terms):
            total: Expr = ZERO
            for term in terms:
                total = total + derivative(term, name)
            return total
        case Neg(of=of):
            return -derivative(of, name)
        case Product(factors=factors):
            return _product(factors, name)
        case Quotient(over=over, under=under):
            if name not in under.symbols:
                return derivative(over, name) / under
            top = _times(derivative(over, name), under) - _times(over, derivative(under, name))
            return top / under**2
        case Power(base=base, exponent=exponent):
            return _power(base, exponent, name)
        case Call():
            return _call(tree, name)
        case _:
            raise ValueError(f"no derivative of {type(tree).__name__}")


def _product(factors: tuple[Expr, ...], name: str) -> Expr:
    total: Expr = ZERO
    for i, factor in enumerate(factors):
        total = total + _times(*factors[:i], derivative(factor, name), *factors[i + 1 :])
    return total


def _times(*factors: Expr) -> Expr:
    """Multiply, the rational factors gathered into one coefficient in front."""
    coefficient, others = Fraction(1), []
    for factor in factors:
        while isinstance(factor, Neg):
            coefficient, factor = -coefficient, factor.of
        for part in factor.factors if isinstance(factor, Product) else (factor,):
            number = None if part.symbols else rational(part)
            if number is None:
                others.append(part)
            else:
                coefficient *= number
    product: Expr = Expr.number(abs(coefficient))
    for other in others:
        product = product * other
    return -product if coefficient < 0 else product


def _power(base: Expr, exponent: Expr, name: str) -> Expr:
    if name not in exponent.symbols:
        number = None if exponent.symbols else rational(exponent)
        less = exponent - 1 if number is None else as_expr(number - 1)
        return _times(exponent, base**less, derivative(base, name))
    if base == E:
        return _times(derivative(exponent, name), Power(base, exponent))
    inner = _times(derivative(exponent, name), ln(base))
    if name in base.symbols:
        inner = inner + _times(exponent, derivative(base, name)) / base
    return _times(Power(base, exponent), inner)


_RULES: dict[str, Callable[[Expr], Expr]] = {
    "sin": cos,
    "cos": lambda u: -sin(u),
    "tan": lambda u: 1 / cos(u) ** 2,
    "sec": lambda u: Call("sec", (u,)) * Call("tan", (u,)),
    "csc": lambda u: -(Call("csc", (u,)) * Call("cot", (u,))),
    "cot": lambda u: -1 / sin(u) ** 2,
    "arcsin": lambda u: 1 / sqrt(1 - u**2),
    "arccos": lambda u: -1 / sqrt(1 - u**2),
    "arctan": lambda u: 1 / (1 + u**2),
    "sinh": lambda u: Call("cosh", (u,)),
    "cosh": lambda u: Call("sinh", (u,)),
    "tanh": lambda u: 1 - Call("tanh", (u,)) ** 2,
    "sech": lambda u: -(Call("sech", (u,)) * Call("tanh", (u,))),
    "csch": lambda u: -(Call("csch", (u,)) * Call("coth", (u,))),
    "coth": lambda u: 1 - Call("coth", (u,)) ** 2,
    "arcsinh": lambda u: 1 / sqrt(u**2 + 1),
    "arccosh": lambda u: 1 / (sqrt(u - 1) * sqrt(u + 1)),
    "arctanh": lambda u: 1 / (1 - u**2),
    "exp": lambda u: Call("exp", (u,)),
    "ln": lambda u: 1 / u,
    "sqrt": lambda u: 1 / (2 * sqrt(u)),
    "abs": lambda u: u / Call("abs", (u,)),
    "sigmoid": lambda u: Call("sigmoid", (u,)) * (1 - Call("sigmoid", (u,))),
    "softplus": lambda u: Call("sigmoid", (u,)),
}


def _call(call: Call, name: str) -> Expr:
    first = call.arguments[0]
    if call.name == "log" and name not in call.arguments[1].symbols:
        return derivative(first, name) / (first * ln(call.arguments[1]))
    if call.name == "root" and name not in call.arguments[1].symbols:
        return _times(derivative(first, name), call) / _times(call.arguments[1], first)
    rule = _RULES.get(call.name)
    if rule is None:
        raise ValueError(f"no rule for the derivative of {call.name}")
    inner = derivative(first, name)
    outer = rule(first)
    if isinstance(outer, Quotient) and outer.over == ONE:
        return inner / outer.under
    return _times(inner, outer)

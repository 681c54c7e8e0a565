"""Print expressions as typed text: brackets only where the reader needs them, multiplication signs where
leaving them out could be misread."""

from upslope.checking.expr import (
    Call,
    Const,
    Expr,
    Neg,
    Num,
    Power,
    Product,
    Quotient,
    Sum,
    Sym,
)

_SUM, _NEG, _PRODUCT, _QUOTIENT, _POWER, _ATOM = range(6)


def rank(tree: Expr) -> int:
    """Return how tightly a printed node holds together."""
    match tree:
        case Sum():
            return _SUM
        case Neg():
            return _NEG
        case Product():
            return _PRODUCT
        case Quotient():
            return _QUOTIENT
        case Power() | Call(name="factorial" | "percent"):
            return _POWER
        case Call(name="plusminus"):
            return _NEG
        case _:
            return _ATOM


def number_text(number: Num) -> str:
    """Return the digits as written, or the shortest exact decimal."""
    if number.written:
        return number.written
    if number.value.denominator == 1:
        return str(number.value.numerator)
    places, scaled = 0, number.value
    while scaled.denominator != 1:
        places, scaled = places + 1, scaled * 10
        if places > 2000:
            raise ValueError("a leaf holds a terminating decimal")
    digits = str(scaled.numerator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def to_text(tree: Expr) -> str:
    """Return the typed form of a tree."""
    match tree:
        case Num():
            return number_text(tree)
        case Const(name=name):
            return "inf" if name == "infinity" else name
        case Sym(name=name):
            return name
        case Sum(terms=terms):
            return _sum_text(terms)
        case Neg(of=of):
            return "-" + _wrapped(of, _PRODUCT)
        case Product(factors=factors):
            return _product_text(factors)
        case Quotient(over=over, under=under):
            return _wrapped(over, _PRODUCT) + "/" + _wrapped(under, _POWER)
        case Power(base=base, exponent=exponent):
            return _wrapped(base, _ATOM) + "^" + _wrapped(exponent, _ATOM)
        case Call():
            return _call_text(tree)
        case _:
            raise ValueError(f"{type(tree).__name__} is no node of an expression")


def _wrapped(tree: Expr, least: int) -> str:
    text = to_text(tree)
    return text if rank(tree) >= least else f"({text})"


def _sum_text(terms: tuple[Expr, ...]) -> str:
    parts = [_wrapped(terms[0], _NEG)]
    for term in terms[1:]:
        if isinstance(term, Neg):
            parts.append(" - " + _wrapped(term.of, _PRODUCT))
        elif isinstance(term, Call) and term.name == "plusminus":
            parts.append(" ± " + _wrapped(term.arguments[0], _PRODUCT))
        else:
            parts.append(" + " + _wrapped(term, _PRODUCT))
    return "".join(parts)


def _product_text(factors: tuple[Expr, ...]) -> str:
    first, *rest = factors
    texts = [_wrapped(first, _POWER)] + [_wrapped(factor, _POWER) for factor in rest]
    joined = texts[0]
    for i, text in enumerate(texts[1:], 1):
        close = i == 1 and isinstance(first, Num) and _may_follow_number(rest[0], text)
        joined += text if close else "*" + text
    return joined


def _may_follow_number(factor: Expr, text: str) -> bool:
    """Tell whether a number and the factor may stand side by side."""
    if isinstance(factor, Call | Sum):
        return not text[0].isdigit()
    head = factor.base if isinstance(factor, Power) else factor
    return isinstance(head, Sym | Const)


def _call_text(call: Call) -> str:
    match call.name, call.arguments:
        case "factorial", (of,):
            return _wrapped(of, _ATOM) + "!"
        case "percent", (of,):
            return _wrapped(of, _ATOM) + "%"
        case "plusminus", (of,):
            return "±" + _wrapped(of, _PRODUCT)
        case name, arguments:
            return f"{name}({', '.join(to_text(argument) for argument in arguments)})"

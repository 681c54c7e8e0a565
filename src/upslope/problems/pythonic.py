"""Write an expression as Python: every product with `*`, every power with `**`."""

from upslope.checking import Expr
from upslope.checking.expr import Call, Const, Neg, Num, Power, Product, Quotient, Sum, Sym

_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)


def python_form(tree: Expr) -> str:
    """Return Python that evaluates to the expression, given its names."""
    return _form(tree)[0]


def _form(tree: Expr) -> tuple[str, int]:
    """Return the text and how tightly it binds."""
    match tree:
        case Num(value=value):
            return (str(value), _ATOM) if value.denominator == 1 else (tree.text(), _ATOM)
        case Sym(name=name) | Const(name=name):
            return name, _ATOM
        case Neg(of=of):
            return f"-{_at_least(of, _SIGN)}", _SIGN
        case Sum(terms=terms):
            text = _at_least(terms[0], _SUM)
            for term in terms[1:]:
                sign, inner = ("-", term.of) if isinstance(term, Neg) else ("+", term)
                text += f" {sign} {_at_least(inner, _PRODUCT)}"
            return text, _SUM
        case Product(factors=factors):
            return "*".join(_at_least(factor, _SIGN) for factor in factors), _PRODUCT
        case Quotient(over=over, under=under):
            return f"{_at_least(over, _PRODUCT)}/{_at_least(under, _POWER)}", _PRODUCT
        case Power(base=base, exponent=exponent):
            return f"{_at_least(base, _ATOM)}**{_at_least(exponent, _SIGN)}", _POWER
        case Call(name=name, arguments=arguments):
            return f"{name}({', '.join(python_form(argument) for argument in arguments)})", _ATOM
        case _:
            raise ValueError(f"{type(tree).__name__} has no Python form")


def _at_least(tree: Expr, level: int) -> str:
    text, binds = _form(tree)
    return text if binds >= level else f"({text})"

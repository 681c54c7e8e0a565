"""Tell whether a right value has the form that is asked for; forms look at the tree as it was typed."""

from collections.abc import Callable
from fractions import Fraction
from math import gcd

from upslope.checking.exact import NotRationalError, evaluate
from upslope.checking.expr import Call, Const, Expr, Neg, Num, Power, Product, Quotient, Sum
from upslope.checking.polynomial import Expander, TooLargeError
from upslope.checking.rational_functions import NotPolynomialError, Ring
from upslope.checking.walk import nodes

_REQUESTS = {
    "expanded": "the expanded form: no brackets left to multiply out, like terms collected.",
    "factored": "the factored form: no factor can be split further, numbers taken out.",
    "lowest_terms": "one fraction in lowest terms: nothing left to cancel.",
    "simplified_radical": "the simplest root form: no square under a root, no root below the line.",
}


def has_form(form: str, tree: Expr) -> bool:
    """Tell whether the tree has a form; "" is no demand."""
    return _TESTS[form](tree) if form else True


def request(form: str) -> str:
    """Return what is asked for, as the end of a sentence."""
    return _REQUESTS[form]


def is_expanded(tree: Expr) -> bool:
    """Tell whether nothing is left to multiply out or to collect."""
    terms = tree.terms if isinstance(tree, Sum) else (tree,)
    if not all(_is_monomial(term) for term in terms):
        return False
    try:
        collected = Expander(tree).terms
    except TooLargeError:
        return False
    return len(collected) == len(terms) or (not collected and len(terms) == 1)


def _is_monomial(term: Expr) -> bool:
    match term:
        case Neg(of=of):
            return not isinstance(of, Sum) and _is_monomial(of)
        case Product(factors=factors):
            return all(not isinstance(factor, Sum) and _is_monomial(factor) for factor in factors)
        case Quotient(over=over, under=under):
            return not isinstance(over, Sum) and _is_monomial(over) and _is_monomial(under)
        case Power(base=Sum() | Product() | Neg() | Quotient(), exponent=Num(value=value)):
            return value.denominator != 1
        case Power(base=base):
            return _is_monomial(base)
        case _:
            return True


def is_factored(tree: Expr) -> bool:
    """Tell whether every factor is irreducible over the rationals and free of a numeric factor."""
    try:
        return all(_is_irreducible(factor) for factor in _factors(tree))
    except NotPolynomialError:
        return True


def _factors(tree: Expr) -> list[Expr]:
    """Return the factors of numerator and denominator, without numbers, each power once."""
    match tree:
        case Neg(of=of):
            return _factors(of)
        case Product(factors=factors):
            return [inner for factor in factors for inner in _factors(factor)]
        case Quotient(over=over, under=under):
            return _factors(over) + _factors(under)
        case Power(base=base, exponent=Num() | Neg(of=Num())):
            return _factors(base)
        case _:
            return [] if _number(tree) is not None else [tree]


def _is_irreducible(factor: Expr) -> bool:
    ring = Ring(factor)
    polynomial = ring.polynomial(factor)
    _, parts = polynomial.factor()
    if len(parts) != 1 or parts[0][1] != 1:
        return False
    numerators = [abs(int(coefficient.p)) for coefficient in polynomial.coeffs()]
    denominators = [int(coefficient.q) for coefficient in polynomial.coeffs()]
    scale = 1
    for denominator in denominators:
        scale = scale * denominator // gcd(scale, denominator)
    return gcd(*numerators) == 1 and (scale == 1 or Fraction(1) in map(_absolute, polynomial.coeffs()))


def _absolute(coefficient: object) -> Fraction:
    return abs(Fraction(str(coefficient)))


def is_lowest_terms(tree: Expr) -> bool:
    """Tell whether the tree is one fraction, or none, without a common factor."""
    if isinstance(tree, Neg):
        tree = tree.of
    if not isinstance(tree, Quotient):
        return not any(isinstance(node, Quotient) and not _is_lowest_number(node) for node in nodes(tree))
    if any(isinstance(node, Quotient) for node in (*nodes(tree.over), *nodes(tree.under))):
        return False
    ring = Ring(tree.over, tree.under)
    try:
        over, under = ring.polynomial(tree.over), ring.polynomial(tree.under)
    except NotPolynomialError:
        return False
    if under.is_constant() and abs(Fraction(str(under.leading_coefficient()))) == 1:
        return False
    contents = [int(c.p) for c in (*over.coeffs(), *under.coeffs())]
    whole = all(int(c.q) == 1 for c in (*over.coeffs(), *under.coeffs()))
    return bool(over.gcd(under).is_constant()) and whole and gcd(*contents) == 1


def _is_lowest_number(node: Quotient) -> bool:
    match node:
        case Quotient(over=Num(value=over, written=""), under=Num(value=under, written="")):
            return under > 1 and gcd(int(over), int(under)) == 1
    return False


def is_simplified_radical(tree: Expr) -> bool:
    """Tell whether roots of integers are as simple as can be: √12, 1/√3, √2·√3, √2 + √2 are not."""
    for node in nodes(tree):
        match node:
            case Quotient(under=under) if any(_is_root(inner) for inner in nodes(under)):
                return False
            case Power(exponent=Neg()) if _is_root(node) or any(_is_root(n) for n in nodes(node)):
                return False
            case Product(factors=factors) if sum(_is_root(factor) for factor in factors) > 1:
                return False
            case Sum(terms=terms) if not _has_distinct_roots(terms):
                return False
            case _ if _is_root(node) and not _is_squarefree_root(node):
                return False
            case Quotient() if _number(node) is not None and not _is_lowest_number(node):
                return False
            case _:
                pass
    return not _has_common_divisor(tree)


def _has_common_divisor(tree: Expr) -> bool:
    """Tell whether numbers in a fraction still cancel: (2 + 4√3)/6."""
    quotient = tree.of if isinstance(tree, Neg) else tree
    if not isinstance(quotient, Quotient):
        return False
    below = _number(quotient.under)
    try:
        coefficients = list(Expander(quotient.over).terms.values())
    except TooLargeError:
        return False
    if below is None or below.denominator != 1 or any(c.denominator != 1 for c in coefficients):
        return True
    return gcd(int(below), *(int(c) for c in coefficients)) != 1 or below == 1


def _is_root(node: Expr) -> bool:
    match node:
        case Call(name="sqrt" | "root"):
            return True
        case Power(exponent=exponent):
            size = exponent.of if isinstance(exponent, Neg) else exponent
            return isinstance(size, Quotient) or (isinstance(size, Num) and size.value.denominator > 1)
    return False


def _is_squarefree_root(node: Expr) -> bool:
    """Tell whether a root is a square root of a squarefree integer above 1, or of something with letters."""
    radicand = node.children[0]
    if not isinstance(node, Call) or node.name != "sqrt":
        return not isinstance(node, Power)
    if radicand.symbols:
        return not any(isinstance(n, Power | Quotient) for n in nodes(radicand))
    value = _number(radicand)
    if value is None:
        return not isinstance(radicand, Quotient)
    if value.denominator != 1 or value < 2 or not isinstance(radicand, Num):
        return False
    return all(value % (k * k) for k in range(2, min(int(value), 10_000)) if k * k <= value)


def _has_distinct_roots(terms: tuple[Expr, ...]) -> bool:
    roots = [tuple(node for node in nodes(term) if _is_root(node)) for term in terms if not term.symbols]
    return len(set(roots)) == len(roots)


def _number(tree: Expr) -> Fraction | None:
    if tree.symbols or any(isinstance(node, Const) for node in nodes(tree)):
        return None
    try:
        return evaluate(tree)
    except NotRationalError:
        return None


_TESTS: dict[str, Callable[[Expr], bool]] = {
    "expanded": is_expanded,
    "factored": is_factored,
    "lowest_terms": is_lowest_terms,
    "simplified_radical": is_simplified_radical,
}

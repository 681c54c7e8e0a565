"""Multiply out expressions: polynomials with rational coefficients in whatever else stands in the tree."""

from fractions import Fraction
from typing import TypeAlias

from upslope.checking.expr import ONE, ZERO, Call, Expr, Neg, Num, Power, Product, Quotient, Sum, Sym, as_expr
from upslope.checking.walk import nodes, rebuild

Monomial: TypeAlias = tuple[tuple[int, int], ...]
"""Pairs (number of the atom, exponent), sorted, exponents not zero."""
Terms: TypeAlias = dict[Monomial, Fraction]

MOST_TERMS = 2_000
MOST_DEGREE = 200


class TooLargeError(ValueError):
    """Report a product with too many terms to be multiplied out."""


def expand(tree: Expr) -> Expr:
    """Return the tree multiplied out and collected, highest degree first, letters as they first appear.

    Raises TooLargeError if the result has more than MOST_TERMS terms.
    """
    return Expander(tree).expanded()


class Expander:
    """Turn one tree into terms over its atoms: symbols, constants, roots, quotients, function values."""

    def __init__(self, tree: Expr) -> None:
        self.atoms: dict[Expr, int] = {}
        for node in nodes(tree):
            if isinstance(node, Sym):
                self._number(node)
        self.terms = self._terms(tree)

    def expanded(self) -> Expr:
        """Return the terms as a sum."""
        atoms = list(self.atoms)
        ordered = sorted(self.terms, key=lambda monomial: self._order(monomial, atoms))
        total: Expr = ZERO
        for monomial in ordered:
            total = total + self._term(monomial, self.terms[monomial], atoms)
        return total

    def _order(self, monomial: Monomial, atoms: list[Expr]) -> tuple[int, int, tuple[tuple[int, int], ...]]:
        """Sort by degree in the letters, then in roots and the like, then by the order of appearance."""
        letters = sum(exponent for atom, exponent in monomial if isinstance(atoms[atom], Sym))
        others = sum(exponent for atom, exponent in monomial) - letters
        return -letters, -others, tuple((atom, -exponent) for atom, exponent in monomial)

    def _term(self, monomial: Monomial, coefficient: Fraction, atoms: list[Expr]) -> Expr:
        over: Expr = as_expr(abs(coefficient))
        under: Expr = ONE
        for atom, exponent in monomial:
            if exponent > 0:
                over = over * atoms[atom] ** exponent
            else:
                under = under * atoms[atom] ** -exponent
        term = over / under
        return -term if coefficient < 0 else term

    def _number(self, atom: Expr) -> int:
        return self.atoms.setdefault(atom, len(self.atoms))

    def _atom(self, tree: Expr) -> Terms:
        return {((self._number(tree), 1),): Fraction(1)}

    def _terms(self, tree: Expr) -> Terms:
        match tree:
            case Num(value=value):
                return {(): value} if value else {}
            case Sum(terms=terms):
                return _added([self._terms(term) for term in terms])
            case Neg(of=of):
                return {monomial: -value for monomial, value in self._terms(of).items()}
            case Product(factors=factors):
                product: Terms = {(): Fraction(1)}
                for factor in factors:
                    product = _multiplied(product, self._terms(factor))
                return product
            case Quotient(over=over, under=under):
                return self._quotient(over, under)
            case Power(base=base, exponent=exponent):
                return self._power(base, exponent)
            case Call():
                return self._atom(self._inside(tree))
            case _:
                return self._atom(tree)

    def _inside(self, tree: Expr) -> Expr:
        return rebuild(tree, tuple(expand(child) for child in tree.children))

    def _quotient(self, over: Expr, under: Expr) -> Terms:
        divisor = self._terms(under)
        if len(divisor) == 1:
            (monomial, value), *_ = divisor.items()
            inverse = {tuple((atom, -exponent) for atom, exponent in monomial): 1 / value}
            return _multiplied(self._terms(over), inverse)
        return self._atom(Quotient(expand(over), expand(under)))

    def _power(self, base: Expr, exponent: Expr) -> Terms:
        sign, count = (-1, exponent.of) if isinstance(exponent, Neg) else (1, exponent)
        if not isinstance(count, Num) or count.value.denominator != 1 or count.value > MOST_DEGREE:
            return self._atom(Power(expand(base), expand(exponent)))
        if sign < 0:
            return self._quotient(ONE, Power(base, count))
        factor = self._terms(base)
        power: Terms = {(): Fraction(1)}
        for _ in range(int(count.value)):
            power = _multiplied(power, factor)
        return power


def _added(parts: list[Terms]) -> Terms:
    total: Terms = {}
    for part in parts:
        for monomial, value in part.items():
            total[monomial] = total.get(monomial, Fraction(0)) + value
    return {monomial: value for monomial, value in total.items() if value}


def _multiplied(left: Terms, right: Terms) -> Terms:
    if len(left) * len(right) > 50 * MOST_TERMS:
        raise TooLargeError("too many terms to multiply out")
    total: Terms = {}
    for a, x in left.items():
        for b, y in right.items():
            exponents = dict(a)
            for atom, exponent in b:
                exponents[atom] = exponents.get(atom, 0) + exponent
            monomial = tuple(sorted((atom, n) for atom, n in exponents.items() if n))
            total[monomial] = total.get(monomial, Fraction(0)) + x * y
    if len(total) > MOST_TERMS:
        raise TooLargeError("too many terms to multiply out")
    return {monomial: value for monomial, value in total.items() if value}

"""Turn expressions into quotients of polynomials over whatever in them is not rational.

Used where the form counts (factored, lowest terms) and where equations are compared by their factors.
"""

from dataclasses import dataclass

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from upslope.checking.exact import NotRationalError, evaluate
from upslope.checking.expr import Call, Const, Expr, Neg, Num, Power, Product, Quotient, Sum, Sym
from upslope.checking.walk import nodes

MOST_DEGREE = 64
MOST_TERMS = 2_000


class NotPolynomialError(ValueError):
    """Report an expression too large to be written as a quotient of polynomials, or 1/0."""


@dataclass(frozen=True, slots=True)
class Fractional:
    """Hold numerator and denominator, not reduced."""

    over: fmpq_mpoly
    under: fmpq_mpoly


class Ring:
    """Hold the polynomial ring over the atoms of some trees: symbols, and all that is not rational."""

    def __init__(self, *trees: Expr) -> None:
        self.atoms: dict[Expr, int] = {}
        for tree in trees:
            self._collect(tree)
        names = tuple(f"a{i}" for i in range(max(1, len(self.atoms))))
        self.context = fmpq_mpoly_ctx.get(names, "lex")
        self._generators = self.context.gens()

    @property
    def is_rational(self) -> bool:
        """Tell whether all atoms are symbols."""
        return all(isinstance(atom, Sym) for atom in self.atoms)

    def fraction(self, tree: Expr) -> Fractional:
        """Return a tree as a quotient. Raises NotPolynomialError."""
        value = self._fraction(tree)
        if not value.under:
            raise NotPolynomialError("division by zero")
        return value

    def polynomial(self, tree: Expr) -> fmpq_mpoly:
        """Return a tree as a polynomial. Raises NotPolynomialError if it has a proper denominator."""
        value = self.fraction(tree)
        if not value.under.is_constant():
            raise NotPolynomialError("a denominator")
        return value.over / value.under

    def _collect(self, tree: Expr) -> None:
        match tree:
            case Sum() | Product() | Neg() | Quotient():
                for child in tree.children:
                    self._collect(child)
            case Power(base=base, exponent=exponent) if _integer(exponent) is not None:
                self._collect(base)
            case Num():
                pass
            case _:
                self.atoms.setdefault(tree, len(self.atoms))

    def _fraction(self, tree: Expr) -> Fractional:
        one = self.context.constant(1)
        match tree:
            case Num(value=value):
                return Fractional(self.context.constant(fmpq(value.numerator, value.denominator)), one)
            case Neg(of=of):
                inner = self._fraction(of)
                return Fractional(-inner.over, inner.under)
            case Sum(terms=terms):
                total = self._fraction(terms[0])
                for term in terms[1:]:
                    total = self._plus(total, self._fraction(term))
                return total
            case Product(factors=factors):
                product = self._fraction(factors[0])
                for factor in factors[1:]:
                    product = self._times(product, self._fraction(factor))
                return product
            case Quotient(over=over, under=under):
                inner = self._fraction(under)
                return self._times(self._fraction(over), Fractional(inner.under, inner.over))
            case Power(base=base, exponent=exponent) if _integer(exponent) is not None:
                return self._power(base, _integer(exponent) or 0)
            case _:
                return Fractional(self._generators[self.atoms[tree]], one)

    def _plus(self, a: Fractional, b: Fractional) -> Fractional:
        if a.under == b.under:
            return Fractional(_small(a.over + b.over), a.under)
        return Fractional(_small(a.over * b.under + b.over * a.under), _small(a.under * b.under))

    def _times(self, a: Fractional, b: Fractional) -> Fractional:
        return Fractional(_small(a.over * b.over), _small(a.under * b.under))

    def _power(self, base: Expr, exponent: int) -> Fractional:
        if abs(exponent) > MOST_DEGREE:
            raise NotPolynomialError("too high a power")
        inner = self._fraction(base)
        if exponent < 0:
            inner, exponent = Fractional(inner.under, inner.over), -exponent
        power = Fractional(self.context.constant(1), self.context.constant(1))
        for _ in range(exponent):
            power = self._times(power, inner)
        return power


def _integer(exponent: Expr) -> int | None:
    """Return an integer exponent, or None."""
    if isinstance(exponent, Num):
        return int(exponent.value) if exponent.value.denominator == 1 else None
    if any(isinstance(node, Sym | Const | Call) for node in nodes(exponent)):
        return None
    try:
        value = evaluate(exponent)
    except NotRationalError:
        return None
    return int(value) if value.denominator == 1 else None


def _small(polynomial: fmpq_mpoly) -> fmpq_mpoly:
    if len(polynomial) > MOST_TERMS:
        raise NotPolynomialError("too many terms")
    return polynomial

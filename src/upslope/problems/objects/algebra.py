"""Draw polynomials, quadratics, fractions and compositions whose solutions are known by construction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt
from typing import Literal

from upslope.checking import Expr, cos, exp, ln, sin, sqrt
from upslope.core.rng import Rng
from upslope.problems.objects.integers import attempt, nonzero

Roots = Literal["whole", "rational", "double", "irrational", "none"]


def polynomial_expr(coefficients: Sequence[int | Fraction], variable: str = "x") -> Expr:
    """Return the polynomial with these coefficients, highest degree first; zero terms are left out."""
    x = Expr.symbol(variable)
    degree = len(coefficients) - 1
    terms = [
        c * x ** (degree - k) if degree - k else Expr.number(c) for k, c in enumerate(coefficients) if c != 0
    ]
    total = terms[0] if terms else Expr.number(0)
    for term in terms[1:]:
        total = total + term
    return total


@dataclass(frozen=True, slots=True)
class Polynomial:
    """Hold a polynomial by its whole coefficients, highest degree first, with its roots."""

    coefficients: tuple[int, ...]
    roots: tuple[int, ...]

    def expr(self, variable: str = "x") -> Expr:
        """Return it multiplied out, highest degree first."""
        return polynomial_expr(self.coefficients, variable)

    def factored(self, variable: str = "x") -> Expr:
        """Return it as leading coefficient times factors x - root, in the order of the roots."""
        x = Expr.symbol(variable)
        total = Expr.number(self.coefficients[0])
        for root in self.roots:
            total = total * (x - root if root else x)
        return total

    def __call__(self, x: int | Fraction) -> Fraction:
        """Return the value at x."""
        value = Fraction(0)
        for c in self.coefficients:
            value = value * x + c
        return value


def polynomial(roots: Sequence[int], *, leading: int = 1) -> Polynomial:
    """Return the polynomial with these whole roots, multiplied out."""
    coefficients = [leading]
    for root in roots:
        coefficients = [a - root * b for a, b in zip([*coefficients, 0], [0, *coefficients], strict=True)]
    return Polynomial(tuple(coefficients), tuple(roots))


def whole_roots(rng: Rng, count: int, *, largest: int = 6, zero: bool = False) -> tuple[int, ...]:
    """Return distinct whole roots in rising order, of size at most `largest`, 0 only with `zero`, not all
    ±r."""
    choices = [r for r in range(-largest, largest + 1) if r or zero]

    def make() -> tuple[int, ...] | None:
        roots = tuple(sorted(rng.sample(choices, count)))
        return None if count == 2 and sum(roots) == 0 else roots

    return attempt(make, "roots")


@dataclass(frozen=True, slots=True)
class Quadratic:
    """Hold a x² + b x + c."""

    a: int
    b: int
    c: int

    @property
    def discriminant(self) -> int:
        """Return b² - 4ac."""
        return self.b * self.b - 4 * self.a * self.c

    @property
    def roots(self) -> tuple[Expr, ...]:
        """Return the real roots in rising order, exact: rational, or with a square root in lowest terms."""
        return tuple(_root(self, sign) for sign in _root_signs(self))

    def expr(self, variable: str = "x") -> Expr:
        """Return it multiplied out."""
        return polynomial_expr((self.a, self.b, self.c), variable)


def _root_signs(q: Quadratic) -> tuple[int, ...]:
    if q.discriminant < 0:
        return ()
    if q.discriminant == 0:
        return (0,)
    return (-1, 1) if q.a > 0 else (1, -1)


def _root(q: Quadratic, sign: int) -> Expr:
    whole = isqrt(q.discriminant)
    if whole * whole == q.discriminant:
        return Expr.number(Fraction(-q.b + sign * whole, 2 * q.a))
    outside, inside = square_out(q.discriminant)
    common = gcd(q.b, outside, 2 * q.a)
    b, k, under = -q.b // common, outside // common, 2 * q.a // common
    if under < 0:
        b, sign, under = -b, -sign, -under
    surd = k * sqrt(inside)
    over = (b + surd if sign > 0 else b - surd) if b else (surd if sign > 0 else -surd)
    return over / under


def square_out(n: int) -> tuple[int, int]:
    """Return (k, m) with n = k² m and m free of squares, for n > 0."""
    outside, rest, factor = 1, n, 2
    while factor * factor <= rest:
        while rest % (factor * factor) == 0:
            rest //= factor * factor
            outside *= factor
        factor += 1
    return outside, rest


def nice_quadratic(rng: Rng, *, roots: Roots = "whole", largest: int = 9, monic: bool = False) -> Quadratic:
    """Return a quadratic whose roots are of the kind asked.

    Guarantees: a, b and c are not 0 and without common factor; a is 1 (`monic`) or of size 1 to 4;
    |roots| at most `largest` for "whole" and "rational" (at least one root no whole number), "double" one
    root, "irrational" a positive discriminant that is no square and at most 200, "none" a negative
    discriminant.
    """
    makers: dict[str, Callable[[], Quadratic | None]] = {
        "whole": lambda: _from_whole(rng, largest, monic),
        "rational": lambda: _from_factors(rng, largest),
        "double": lambda: _from_double(rng, largest, monic),
        "irrational": lambda: _by_discriminant(rng, monic, lambda d: 0 < d <= 200 and isqrt(d) ** 2 != d),
        "none": lambda: _by_discriminant(rng, monic, lambda d: d < 0),
    }
    return attempt(makers[roots], f"quadratic with {roots} roots")


def _from_whole(rng: Rng, largest: int, monic: bool) -> Quadratic | None:
    p, q = whole_roots(rng, 2, largest=largest)
    a = 1 if monic else rng.choice((1, 1, 2, 3, -1))
    return _checked(Quadratic(a, -a * (p + q), a * p * q), common=abs(a))


def _from_factors(rng: Rng, largest: int) -> Quadratic | None:
    d, e = rng.choice(((1, 2), (1, 3), (2, 3), (1, 4), (2, 2)))
    p, q = nonzero(rng, largest), nonzero(rng, largest)
    if gcd(p, d) > 1 or gcd(q, e) > 1 or abs(p) > largest * d or abs(q) > largest * e or p * e == q * d:
        return None
    return _checked(Quadratic(d * e, -(d * q + e * p), p * q))


def _from_double(rng: Rng, largest: int, monic: bool) -> Quadratic | None:
    d, p = (1 if monic else rng.choice((1, 1, 2, 3))), nonzero(rng, largest)
    return _checked(Quadratic(d * d, -2 * d * p, p * p)) if gcd(d, p) == 1 else None


def _by_discriminant(rng: Rng, monic: bool, suits: Callable[[int], bool]) -> Quadratic | None:
    found = Quadratic(1 if monic else rng.choice((1, 1, 2, 3, -1)), nonzero(rng, 9), nonzero(rng, 9))
    return _checked(found) if suits(found.discriminant) else None


def _checked(q: Quadratic, common: int = 1) -> Quadratic | None:
    return q if q.a and q.b and q.c and gcd(q.a, q.b, q.c) == common else None


def cubic_with_extrema(rng: Rng, *, largest: int = 3) -> Polynomial:
    """Return a cubic whose two critical points are whole and distinct; `roots` holds them in rising order.

    Guarantees: whole coefficients; leading coefficient ±1 or ±2; critical points of size at most
    `largest`, so that the values there are whole; not both ±p.
    """

    def make() -> Polynomial | None:
        p, q = sorted(rng.sample(range(-largest, largest + 1), 2))
        if p + q == 0:
            return None
        sign, constant = rng.choice((1, -1)), rng.integer(-5, 5)
        found = (2, -3 * (p + q), 6 * p * q)  # of f with f' = 6 (x - p)(x - q)
        common = 2 if (p + q) % 2 == 0 else 1
        return Polynomial((*(sign * c // common for c in found), constant), (p, q))

    return attempt(make, "cubic with whole critical points")


def proper_fraction(rng: Rng, *, largest: int = 12, signed: bool = False) -> Fraction:
    """Return a fraction in lowest terms between 0 and 1 (or -1 and 1), never whole, denominator at most
    `largest`."""
    denominator = rng.integer(2, largest)
    over = attempt(lambda: _coprime(rng, denominator), "fraction")
    return Fraction(over * (rng.choice((1, -1)) if signed else 1), denominator)


def _coprime(rng: Rng, denominator: int) -> int | None:
    over = rng.integer(1, denominator - 1)
    return over if gcd(over, denominator) == 1 else None


def fraction_pair(
    rng: Rng, *, denominators: Literal["equal", "multiple", "common", "coprime"] = "common", largest: int = 12
) -> tuple[Fraction, Fraction]:
    """Return two proper fractions in lowest terms.

    Guarantees: different; denominators at most `largest`, and "equal", "multiple" (one divides the
    other), "common" (a common factor, neither divides the other) or "coprime" as asked; neither sum nor
    difference is whole.
    """

    def make() -> tuple[Fraction, Fraction] | None:
        a, b = proper_fraction(rng, largest=largest), proper_fraction(rng, largest=largest)
        m, n = a.denominator, b.denominator
        common = gcd(m, n)
        found = (
            "equal" if m == n else "multiple" if common in (m, n) else "common" if common > 1 else "coprime"
        )
        if found != denominators or a == b or (a + b).denominator == 1:
            return None
        return a, b

    return attempt(make, f"pair of fractions with {denominators} denominators")


@dataclass(frozen=True, slots=True)
class Composition:
    """Hold outer(inner(x)) with its derivative by the chain rule, as built."""

    outer: str
    inner: Expr
    expr: Expr
    derivative: Expr


def composition(
    rng: Rng, *, outer: Sequence[str] = ("power", "sin", "cos", "exp", "ln", "sqrt"), degree: int = 1
) -> Composition:
    """Return a function of a linear (`degree` 1) or quadratic inner function.

    Guarantees: whole coefficients of size at most 6; the inner function is not x itself; for "ln" and
    "sqrt" its leading coefficient and constant are positive, so that x > 0 lies in the domain (with
    degree 2 all x do).
    """
    name = rng.choice(outer)
    positive = name in ("ln", "sqrt")
    lead, constant = rng.integer(2, 6), rng.integer(1, 6) if positive else nonzero(rng, 6)
    inner = polynomial_expr((lead, constant) if degree == 1 else (lead, 0, constant))
    slope = polynomial_expr((lead,) if degree == 1 else (2 * lead, 0))
    power = rng.integer(3, 7)
    built: dict[str, tuple[Expr, Expr]] = {
        "power": (inner**power, power * slope * inner ** (power - 1)),
        "sin": (sin(inner), slope * cos(inner)),
        "cos": (cos(inner), -(slope * sin(inner))),
        "exp": (exp(inner), slope * exp(inner)),
        "ln": (ln(inner), slope / inner),
        "sqrt": (sqrt(inner), slope / (2 * sqrt(inner))),
    }
    expr, derivative = built[name]
    return Composition(name, inner, expr, derivative)

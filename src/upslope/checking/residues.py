"""Compare expressions as rational functions, modulo two primes of 61 bits at one random point.

Equal rational functions give equal residues; different ones of degree d give equal residues with
probability at most d/2^61 for each prime (J. Schwartz 1980, R. Zippel 1979). What is not rational (sin u,
u^(1/2), pi) enters as an unknown of its own, whose residue is a hash of the name and of the residues of the
arguments: equal arguments give equal unknowns. Equal residues then still prove equality; different ones
prove nothing, as sin^2 u + cos^2 u = 1 shows.
"""

from dataclasses import dataclass
from fractions import Fraction

from upslope.checking.exact import NotRationalError, evaluate
from upslope.checking.expr import Call, Const, Expr, Neg, Num, Power, Product, Quotient, Sum, Sym

_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Prime:
    """Hold a prime p = 1 mod 4 and a root of -1 modulo p, which stands for the imaginary unit."""

    modulus: int
    root_of_minus_one: int


PRIMES = (Prime((1 << 61) - 31, 583529827753931384), Prime((1 << 61) - 259, 966685122347009555))


class VanishingError(ArithmeticError):
    """Report a division by what vanishes at the random point, hence almost surely everywhere."""


def compare(reference: Expr, answer: Expr, seed: int = 0) -> bool | None:
    """Return True if certainly equal, False if certainly different, None if that cannot be told.

    Equality errs with probability below 2^-100 at the degrees that can be typed; difference never errs.
    Raises VanishingError if the answer divides by zero.
    """
    rational = True
    for prime in PRIMES:
        wanted, given = Point(prime, seed), Point(prime, seed)
        try:
            expected = wanted.residue(reference)
        except VanishingError:
            return None
        equal = given.residue(answer) == expected
        rational = rational and wanted.rational and given.rational
        if not equal:
            return False if rational else None
    return True


class Point:
    """Evaluate at one random point of one prime field."""

    __slots__ = ("_i", "_modulus", "_seed", "rational")

    def __init__(self, prime: Prime, seed: int) -> None:
        self._modulus = prime.modulus
        self._i = prime.root_of_minus_one
        self._seed = seed
        self.rational = True
        """False as soon as something else than the four operations was met."""

    def residue(self, tree: Expr) -> int:
        """Return the residue of a tree. Raises VanishingError for 1/(x - x) and the like."""
        match tree:
            case Num(value=value):
                return self._fraction(value)
            case Sym(name=name):
                return _mixed(self._seed, int.from_bytes(name.encode(), "little")) % self._modulus
            case Sum(terms=terms):
                return sum([self.residue(term) for term in terms]) % self._modulus
            case Product(factors=factors):
                product = 1
                for factor in factors:
                    product = product * self.residue(factor) % self._modulus
                return product
            case Power(base=base, exponent=exponent):
                return self._power(base, exponent)
            case Neg(of=of):
                return -self.residue(of) % self._modulus
            case Quotient(over=over, under=under):
                return self._over(self.residue(over), self.residue(under))
            case Const(name=name):
                return self._i if name == "i" else self._unknown(name)
            case Call(name=name, arguments=arguments):
                return self._call(name, arguments)
            case _:
                raise ValueError(f"{type(tree).__name__} is no node of an expression")

    def _fraction(self, value: Fraction) -> int:
        if value.denominator == 1:
            return value.numerator % self._modulus
        return self._over(value.numerator, value.denominator % self._modulus)

    def _over(self, over: int, under: int) -> int:
        if under == 0:
            raise VanishingError("division by what vanishes")
        return over * pow(under, -1, self._modulus) % self._modulus

    def _power(self, base: Expr, exponent: Expr) -> int:
        value = _constant(exponent)
        root = self.residue(base)
        if value is None:
            return self._unknown("^", root, self.residue(exponent))
        whole = value.numerator // value.denominator
        if root == 0 and value <= 0:
            raise VanishingError("zero to this power")
        power = pow(root, whole, self._modulus)
        part = value - whole
        if part:  # u^(5/3) = u * (u^(1/3))^2 holds for principal values
            unit = self._unknown("^", root, self._fraction(Fraction(1, part.denominator)))
            power = power * pow(unit, part.numerator, self._modulus) % self._modulus
        return power

    def _call(self, name: str, arguments: tuple[Expr, ...]) -> int:
        if name in _RATIOS:
            over, under = _RATIOS[name]
            top = self._call(over, arguments) if over else 1
            return self._over(top, self._call(under, arguments))
        match name, arguments:
            case "sqrt", (of,):
                return self._power(of, _HALF)
            case "exp", (of,):
                return self._power(_EULER, of)
            case "percent", (of,):
                return self._over(self.residue(of), 100)
            case "log", (of, base):
                return self._over(self._call("ln", (of,)), self._call("ln", (base,)))
            case "ln", (of,):
                return self._logarithm(self.residue(of))
            case _:
                return self._unknown(name, *[self.residue(argument) for argument in arguments])

    def _logarithm(self, residue: int) -> int:
        if residue == 0:
            raise VanishingError("the logarithm of what vanishes")
        return 0 if residue == 1 else self._unknown("ln", residue)

    def _unknown(self, name: str, *arguments: int) -> int:
        self.rational = False
        mixed = _mixed(self._seed, int.from_bytes(name.encode(), "little") + 1)
        for argument in arguments:
            mixed = _mixed(mixed, argument)
        return mixed % self._modulus


_HALF: Expr = Quotient(Num(Fraction(1)), Num(Fraction(2)))
_EULER: Expr = Const("e")
_RATIOS = {
    "tan": ("sin", "cos"),
    "cot": ("cos", "sin"),
    "sec": ("", "cos"),
    "csc": ("", "sin"),
    "tanh": ("sinh", "cosh"),
    "coth": ("cosh", "sinh"),
    "sech": ("", "cosh"),
    "csch": ("", "sinh"),
}


def _constant(tree: Expr) -> Fraction | None:
    """Return the value of a constant exponent such as 2, -1/3 or 0.5."""
    if isinstance(tree, Num):
        return tree.value
    try:
        return evaluate(tree)
    except NotRationalError:
        return None


def _mixed(a: int, b: int) -> int:
    """Hash two integers to 64 bits (finaliser of SplitMix64)."""
    z = ((a * 0x9E3779B97F4A7C15) ^ (b + 0x632BE59BD9B4E019)) & ((1 << 128) - 1)
    z = (z ^ (z >> 64)) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)

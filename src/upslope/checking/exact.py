"""Evaluate constant expressions exactly over the rationals, within a budget checked beforehand."""

from collections.abc import Mapping
from fractions import Fraction
from math import comb, factorial, isqrt

from upslope.checking.expr import Call, Const, Expr, Neg, Num, Power, Product, Quotient, Sum, Sym

MOST_BITS = 20_000
"""An exact number has at most this many bits; larger ones are left to ball arithmetic."""
MOST_FACTORIAL = 1_000


class NotRationalError(ValueError):
    """Report an expression without a rational value that we can write down."""


class NoValueError(NotRationalError):
    """Report an expression that has no value at all, such as 1/0."""


def evaluate(tree: Expr, values: Mapping[str, int | Fraction] | None = None) -> Fraction:
    """Return the rational value. Raises NoValueError for 1/0 and the like, else NotRationalError."""
    match tree:
        case Num(value=number):
            return number
        case Sym(name=name):
            if values is None or name not in values:
                raise NotRationalError(f"{name} has no value")
            return Fraction(values[name])
        case Const(name=name):
            raise NotRationalError(f"{name} is not rational")
        case Neg(of=of):
            return -evaluate(of, values)
        case Sum(terms=terms):
            return sum((evaluate(term, values) for term in terms), Fraction(0))
        case Product(factors=factors):
            return _product(tuple(evaluate(factor, values) for factor in factors))
        case Quotient(over=over, under=under):
            divisor = evaluate(under, values)
            if not divisor:
                raise NoValueError("division by zero")
            return evaluate(over, values) / divisor
        case Power(base=base, exponent=exponent):
            return _power(evaluate(base, values), evaluate(exponent, values))
        case Call(name=name, arguments=arguments):
            return _call(name, tuple(evaluate(argument, values) for argument in arguments))
        case _:
            raise NotRationalError(f"{type(tree).__name__} is no expression")


def rational(tree: Expr) -> Fraction | None:
    """Return the rational value of a constant expression, or None. Raises NoValueError for 1/0."""
    try:
        return evaluate(tree)
    except NoValueError:
        raise
    except NotRationalError:
        return None


def bits(value: Fraction) -> int:
    """Return the size of a fraction in bits."""
    return value.numerator.bit_length() + value.denominator.bit_length()


def exact_root(value: Fraction, degree: int) -> Fraction | None:
    """Return the positive root if it is rational, else None; the value is not negative."""
    over, under = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    return None if over is None or under is None else Fraction(over, under)


def _integer_root(number: int, degree: int) -> int | None:
    if number < 2:
        return number
    if degree == 2:
        found = isqrt(number)
    elif degree > number.bit_length():
        return None
    else:
        low, high = 1, 1 << (number.bit_length() // degree + 1)
        while low < high:  # the largest integer whose power does not exceed the number
            middle = (low + high + 1) // 2
            low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
        found = low
    return found if found**degree == number else None


def _product(factors: tuple[Fraction, ...]) -> Fraction:
    if sum(bits(factor) for factor in factors) > MOST_BITS:
        raise NotRationalError("too large to write down")
    product = Fraction(1)
    for factor in factors:
        product *= factor
    return product


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        if base < 0 or exponent.denominator > 64:
            raise NotRationalError("the root is not rational")
        found = exact_root(base, exponent.denominator)
        if found is None:
            raise NotRationalError("the root is not rational")
        return _power(found, Fraction(exponent.numerator))
    if base == 0 and exponent <= 0:
        raise NoValueError("zero to this power")
    if base in (0, 1, -1):
        return base ** int(exponent % 2 or 2)
    if abs(exponent) > MOST_BITS or bits(base) * abs(exponent) > MOST_BITS:
        raise NotRationalError("too large to write down")
    return Fraction(base ** int(exponent))


def _call(name: str, values: tuple[Fraction, ...]) -> Fraction:
    first = values[0]
    match name:
        case "sqrt":
            return _power(first, Fraction(1, 2)) if first else first
        case "root":
            if values[1] == 0:
                raise NoValueError("the root of degree zero")
            return _power(first, 1 / values[1])
        case "abs":
            return abs(first)
        case "sign":
            return Fraction((first > 0) - (first < 0))
        case "floor":
            return Fraction(first.__floor__())
        case "ceil":
            return Fraction(first.__ceil__())
        case "max":
            return max(values)
        case "min":
            return min(values)
        case "relu":
            return max(first, Fraction(0))
        case "percent":
            return first / 100
        case "factorial":
            return _factorial(first)
        case "binomial":
            return _binomial(first, values[1])
        case _:
            return _transcendental(name, values)


def _factorial(value: Fraction) -> Fraction:
    if value.denominator != 1:
        raise NotRationalError("the factorial of a fraction")
    if value < 0:
        raise NoValueError("the factorial of a negative integer")
    if value > MOST_FACTORIAL:
        raise NotRationalError("too large to write down")
    return Fraction(factorial(int(value)))


def _binomial(n: Fraction, k: Fraction) -> Fraction:
    if n.denominator != 1 or k.denominator != 1 or not 0 <= n <= MOST_FACTORIAL or k < 0:
        raise NotRationalError("a binomial coefficient of other numbers than counts")
    return Fraction(comb(int(n), int(k)))


def _transcendental(name: str, values: tuple[Fraction, ...]) -> Fraction:
    first = values[0]
    if name == "ln" and first == 0:
        raise NoValueError("the logarithm of zero")
    if name == "log":
        return _logarithm(first, values[1])
    if first == 0 and name in ("sin", "tan", "arcsin", "arctan", "sinh", "tanh", "arcsinh", "arctanh"):
        return Fraction(0)
    if first == 0 and name in ("cos", "sec", "cosh", "exp"):
        return Fraction(1)
    if first == 0 and name == "sigmoid":
        return Fraction(1, 2)
    if first == 1 and name in ("ln", "arccosh"):
        return Fraction(0)
    if first == 0 and name in ("csc", "cot"):
        raise NoValueError(f"{name} of zero")
    raise NotRationalError(f"{name} is not rational here")


def _logarithm(value: Fraction, base: Fraction) -> Fraction:
    if value <= 0 or base <= 0 or base == 1:
        raise NoValueError("no such logarithm") if 0 in (value, base) or base == 1 else NotRationalError("")
    if value == 1:
        return Fraction(0)
    if base < 1:
        return -_logarithm(value, 1 / base)
    if value < 1:
        return -_logarithm(1 / value, base)
    power, exponent = base, 1
    while power < value:
        power, exponent = power * base, exponent + 1
        if bits(power) > MOST_BITS:
            break
    if power != value:
        raise NotRationalError("the logarithm is not rational")
    return Fraction(exponent)

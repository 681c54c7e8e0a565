from fractions import Fraction
from typing import Self

from upslope.problems import Rng, Template, derived


class PowersAndRootsTrueOrFalse(Template):
    x: int
    n: int  # from 3 on: for n = 2 adding and multiplying the exponents agree

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sign = rng.choice([1, -1])
        return cls(x=sign * rng.integer(2, 15), n=rng.integer(3, 9))

    @derived
    def size(self) -> int:
        return abs(self.x)

    @derived
    def minus_x(self) -> int:
        return -self.x

    @derived
    def positive(self) -> bool:
        return self.x > 0

    @derived
    def negative(self) -> bool:
        return self.x < 0

    @derived
    def even(self) -> bool:
        return self.n % 2 == 0

    @derived
    def odd(self) -> bool:
        return self.n % 2 == 1

    def verify(self) -> None:
        x, n = self.x, self.n
        assert ((-x) ** n == x**n) == self.even
        assert ((-x) ** n == -(x**n)) == self.odd
        assert (Fraction(x) ** -1 > 0) == self.positive
        assert (self.size == -x) == self.negative
        assert x**2 * x**n != x ** (2 * n)
        assert (x + 1) ** 2 != x**2 + 1
        assert Fraction(x) ** -2 != -(x**2)
        assert (self.size + 3) ** 2 != x**2 + 9
        assert 9 * x**2 == (3 * self.size) ** 2

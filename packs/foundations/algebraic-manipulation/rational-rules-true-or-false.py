from fractions import Fraction
from typing import Self

from upslope.problems import Rng, Template, derived


class RationalRulesTrueOrFalse(Template):
    k: int
    m: int  # twice k, equal to k, or neither

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        k = rng.integer(3, 40)
        return cls(k=k, m=rng.choice([2 * k, 2 * k, k, k, k + 2]))

    @derived
    def k_plus(self) -> int:
        return self.k + 1

    @derived
    def k_twice(self) -> int:
        return 2 * self.k

    @derived
    def m_over_k(self) -> Fraction:
        return Fraction(self.m, self.k)

    @derived
    def double(self) -> bool:
        return self.m == 2 * self.k

    @derived
    def equal(self) -> bool:
        return self.m == self.k

    def verify(self) -> None:
        k, m = self.k, self.m
        points = [(Fraction(a), Fraction(b)) for a, b in ((1, 1), (2, 3), (5, 2))]
        assert self.double == all((a + k * b) ** 2 == a * a + m * a * b + k * k * b * b for a, b in points)
        assert self.double == all(m * a / (k * b) == 2 * a / b for a, b in points)
        assert self.equal == all((k * a + m * b) / k == a + b for a, b in points)
        assert all(k * a * b / (a * b + a) == k * b / (b + 1) for a, b in points)
        assert not all(k * a * b / (a * b + m) == Fraction(k, 1 + m) for a, b in points)

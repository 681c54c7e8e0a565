from fractions import Fraction
from typing import Self

from upslope.problems import Redraw, Rng, Template, derived


class InequalityRulesTrueOrFalse(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(a=rng.integer(-12, 12, but=(0,)), b=rng.integer(-12, 12, but=(0,)))
        if abs(drawn.a) == abs(drawn.b) or (drawn.a > 0 and drawn.b > 0):
            raise Redraw("equal distances, or no negative number")
        return drawn

    @derived
    def a_less(self) -> bool:
        return self.a < self.b

    @derived
    def a_more(self) -> bool:
        return self.a > self.b

    @derived
    def a_size(self) -> int:
        return abs(self.a)

    @derived
    def b_size(self) -> int:
        return abs(self.b)

    @derived
    def a_square(self) -> int:
        return self.a**2

    @derived
    def b_square(self) -> int:
        return self.b**2

    @derived
    def nearer(self) -> bool:
        return self.a_size < self.b_size

    @derived
    def same_sign(self) -> bool:
        return self.a * self.b > 0

    @derived
    def reciprocal_less(self) -> bool:
        return self.a_more if self.same_sign else self.a < 0

    def verify(self) -> None:
        a, b = self.a, self.b
        assert self.a_less == (3 * a < 3 * b) == (a - 10 < b - 10)
        assert self.a_more == (-3 * a < -3 * b) == (-a < -b)
        assert self.nearer == (a * a < b * b)
        assert self.reciprocal_less == (Fraction(1, a) < Fraction(1, b))

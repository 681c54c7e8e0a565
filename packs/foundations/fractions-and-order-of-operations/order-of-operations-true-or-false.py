from fractions import Fraction
from typing import Self

from upslope.problems import Rng, Template, derived


class OrderOfOperationsTrueOrFalse(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a = rng.integer(2, 15)
        return cls(a=a, b=rng.integer(2, 15, but=(a,)))

    @derived
    def minus_a_square(self) -> int:
        return -(self.a**2)

    @derived
    def minus_b_square(self) -> int:
        return -(self.b**2)

    @derived
    def a_square(self) -> int:
        return (-self.a) ** 2

    @derived
    def b_square(self) -> int:
        return (-self.b) ** 2

    @derived
    def minus_square_wins(self) -> bool:
        return self.minus_a_square > self.minus_b_square

    @derived
    def plain_square_wins(self) -> bool:
        return self.a_square > self.b_square

    @derived
    def unit_fraction_wins(self) -> bool:
        return Fraction(1, self.a) > Fraction(1, self.b)

    @derived
    def minus_fraction_wins(self) -> bool:
        return Fraction(-1, self.a) > Fraction(-1, self.b)

    @derived
    def shifted(self) -> int:
        return self.a - (self.b - 1)

    @derived
    def difference_positive(self) -> bool:
        return self.shifted > 0

    @derived
    def unit_sum(self) -> Fraction:
        return Fraction(1, self.a) + Fraction(1, self.b)

    @derived
    def square_of_sum(self) -> int:
        return (self.a + self.b) ** 2

    @derived
    def sum_of_squares(self) -> int:
        return self.a**2 + self.b**2

    def verify(self) -> None:
        bigger = self.a > self.b  # all comparisons follow from this one
        assert self.plain_square_wins == bigger
        assert self.minus_square_wins == self.unit_fraction_wins == (not bigger)
        assert self.minus_fraction_wins == bigger
        assert self.unit_sum != Fraction(2, self.a + self.b)
        assert Fraction(12, self.a) * self.b != Fraction(12, self.a * self.b)

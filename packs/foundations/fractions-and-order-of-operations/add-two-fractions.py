from fractions import Fraction
from math import lcm
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class AddTwoFractions(Template):
    a: Fraction
    b: Fraction
    minus: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sign = rng.choice([1, -1]) if level == 2 else 1
        other = rng.choice([1, -1]) if level == 2 else 1
        drawn = cls(
            a=sign * Fraction(rng.integer(1, 11), rng.integer(2, 12)),
            b=other * Fraction(rng.integer(1, 11), rng.integer(2, 12)),
            minus=level == 2,
        )
        if 1 in (drawn.m, drawn.n) or drawn.m == drawn.n or drawn.common > 60:
            raise Redraw("a whole number, equal denominators or a large common one")
        if drawn.value.denominator == 1 or max(abs(drawn.a), abs(drawn.b)) > 2:
            raise Redraw("a whole number as result, or a large fraction")
        return drawn

    @derived
    def m(self) -> int:
        return self.a.denominator

    @derived
    def n(self) -> int:
        return self.b.denominator

    @derived
    def common(self) -> int:
        return lcm(self.m, self.n)

    @derived
    def m_factor(self) -> int:
        return self.common // self.m

    @derived
    def n_factor(self) -> int:
        return self.common // self.n

    @derived
    def a_scaled(self) -> int:
        return self.a.numerator * self.m_factor

    @derived
    def b_scaled(self) -> int:
        return self.b.numerator * self.n_factor

    @derived
    def sign(self) -> int:
        return -1 if self.minus else 1

    @derived
    def top(self) -> int:
        return self.a_scaled + self.sign * self.b_scaled

    @derived
    def value(self) -> Fraction:
        return Fraction(self.top, self.common)

    @derived
    def reducible(self) -> bool:
        return self.value.denominator != self.common

    def answer(self) -> Answer:
        return Number(self.value, fraction=True)

    def slips(self) -> dict[str, Answer]:
        tops = self.a.numerator + self.sign * self.b.numerator
        bottoms = self.m + self.sign * self.n  # not 0: the denominators differ
        return {
            "tops-and-bottoms": Number(Fraction(tops, bottoms)),
            "numerators-not-scaled": Number(Fraction(tops, self.common)),
            "sign-lost": Number(Fraction(self.a_scaled - self.sign * self.b_scaled, self.common)),
        }

    def verify(self) -> None:
        # cross multiplication without the common denominator
        tops = self.a.numerator * self.n + self.sign * self.b.numerator * self.m
        assert self.value.numerator * self.m * self.n == tops * self.value.denominator

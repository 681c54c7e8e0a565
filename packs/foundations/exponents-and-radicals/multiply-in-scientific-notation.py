from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Number, Parts, Redraw, Rng, Template, derived


class MultiplyInScientificNotation(Template):
    a: Fraction
    k: int
    b: Fraction
    l: int  # noqa: E741 - the letter of the text
    divided: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def factor() -> Fraction:
            return Fraction(
                rng.choice([12, 15, 16, 20, 24, 25, 30, 32, 40, 45, 48, 50, 60, 64, 72, 75, 80, 90]), 10
            )

        drawn = cls(
            a=factor(),
            k=rng.integer(-9, 9, but=(-1, 0, 1)),
            b=factor(),
            l=rng.integer(-9, 9, but=(-1, 0, 1)),
            divided=level == 2,
        )
        if (drawn.raw * 1000).denominator != 1 or (drawn.m * 100).denominator != 1:
            raise Redraw("too many decimals")
        if (
            drawn.m == 1
            or {drawn.e, drawn.raw_exponent} & {-1, 0, 1}
            or (not drawn.shifted and rng.chance(2, 3))
        ):
            raise Redraw("a trivial factor or exponent, or no point to move")
        return drawn

    @derived
    def raw(self) -> Fraction:
        return self.a / self.b if self.divided else self.a * self.b

    @derived
    def raw_exponent(self) -> int:
        return self.k - self.l if self.divided else self.k + self.l

    @derived
    def shift(self) -> int:
        return (self.raw >= 10) - (self.raw < 1)

    @derived
    def shift_power(self) -> Expr:
        return Expr.number(10) ** self.shift

    @derived
    def shifted(self) -> bool:
        return self.shift != 0

    @derived
    def m(self) -> Fraction:
        return self.raw / Fraction(10) ** self.shift

    @derived
    def e(self) -> int:
        return self.raw_exponent + self.shift

    def answer(self) -> Answer:
        return self.given(self.m, self.e)

    def given(self, m: Fraction, e: int) -> Answer:
        return Parts(m=Number(m), e=Number(e))

    def slips(self) -> dict[str, Answer]:
        other = self.k + self.l if self.divided else self.k - self.l
        wrong = {"exponents-combined-wrongly": self.given(self.m, other + self.shift)}
        if self.shifted:
            wrong["point-not-moved"] = self.given(self.raw, self.raw_exponent)
            wrong["exponent-kept"] = self.given(self.m, self.raw_exponent)
            wrong["point-moved-the-other-way"] = self.given(self.m, self.raw_exponent - self.shift)
        return wrong

    def verify(self) -> None:
        left, right = self.a * Fraction(10) ** self.k, self.b * Fraction(10) ** self.l
        assert (left / right if self.divided else left * right) == self.m * Fraction(10) ** self.e
        assert 1 <= self.m < 10

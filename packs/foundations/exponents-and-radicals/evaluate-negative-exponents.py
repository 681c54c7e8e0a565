from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class EvaluateNegativeExponents(Template):
    r: int
    a: int
    m: int
    p: int
    q: int
    n: int
    minus: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, m = rng.choice([(2, 2), (2, 3), (2, 4), (3, 2), (4, 2), (5, 2), (6, 2), (10, 2)])
        p, q = rng.choice([(2, 3), (3, 2), (2, 5), (4, 3), (3, 4), (4, 5), (5, 4), (5, 2), (5, 3), (6, 5)])
        drawn = cls(
            r=rng.integer(2, 9),
            a=a,
            m=m,
            p=p,
            q=q,
            n=rng.choice([2, 3]) if p < 4 else 2,
            minus=rng.chance(1, 2),
        )
        if drawn.value.denominator in (1, 2) or drawn.value.denominator > 300 or drawn.first.denominator == 1:
            raise Redraw("a whole number, or an unreadable fraction")
        return drawn

    @derived
    def sign(self) -> int:
        return -1 if self.minus else 1

    @derived
    def first(self) -> Fraction:
        return Fraction(self.r, self.a**self.m)

    @derived
    def second(self) -> Fraction:
        return Fraction(self.q, self.p) ** self.n

    @derived
    def value(self) -> Fraction:
        return self.first + self.sign * self.second

    def answer(self) -> Answer:
        return Number(self.value, fraction=True)

    def slips(self) -> dict[str, Answer]:
        last = self.sign * self.second
        return {
            "minus-as-sign": Number(-self.r * self.a**self.m + last),
            "both-minus-as-sign": Number(-self.r * self.a**self.m - self.sign / self.second),
            "factor-turned-too": Number(Fraction(1, self.r * self.a**self.m) + last),
            "fraction-not-turned": Number(self.first + self.sign / self.second),
        }

    def verify(self) -> None:
        # multiply all negative exponents away
        lifted = self.value * self.a**self.m * self.p**self.n
        assert lifted == self.r * self.p**self.n + self.sign * self.q**self.n * self.a**self.m

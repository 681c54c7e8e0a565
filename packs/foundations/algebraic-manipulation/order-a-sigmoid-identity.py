from fractions import Fraction
from math import gcd
from typing import Self

from upslope.problems import Redraw, Rng, Template, derived


class OrderASigmoidIdentity(Template):
    p: int
    q: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(p=rng.integer(1, 20), q=rng.integer(2, 20))
        if gcd(drawn.p, drawn.q) > 1:
            raise Redraw("a ratio that can be shortened")
        return drawn

    @derived
    def qa(self) -> str:
        return f"{self.q}a"

    @derived
    def below(self) -> str:
        return f"{self.p} + {self.qa}"

    @derived
    def start(self) -> str:
        return rf"1 - \frac{{{self.p}}}{{{self.below}}}"

    @derived
    def common(self) -> str:
        return rf"\frac{{{self.below}}}{{{self.below}}} - \frac{{{self.p}}}{{{self.below}}}"

    @derived
    def subtracted(self) -> str:
        return rf"\frac{{{self.below} - {self.p}}}{{{self.below}}}"

    @derived
    def short(self) -> str:
        return rf"\frac{{{self.qa}}}{{{self.below}}}"

    @derived
    def last(self) -> str:
        return rf"\frac{{1}}{{1 + \frac{{{self.p}}}{{{self.qa}}}}}"

    @derived
    def at_one(self) -> Fraction:
        return 1 - Fraction(self.p, self.p + self.q)

    def verify(self) -> None:
        for a in (Fraction(1), Fraction(2, 3), Fraction(7)):
            below = self.p + self.q * a
            forms = (
                1 - self.p / below,
                (below - self.p) / below,
                self.q * a / below,
                1 / (1 + self.p / (self.q * a)),
            )
            assert len(set(forms)) == 1
        assert 1 / (1 + Fraction(self.p, self.q)) == self.at_one

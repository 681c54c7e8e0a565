from fractions import Fraction
from math import isqrt
from typing import Self

from upslope.problems import Answer, Expr, Number, Redraw, Rng, Template, derived, sqrt


class ScaleByARoot(Template):
    story: str
    n: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["attention", "he", "convolution"])
        if story == "attention":
            n = 4 * rng.integer(4, 48)
        elif story == "he":
            n = 10 * rng.integer(3, 60)
        else:
            n = 9 * rng.integer(3, 64)
        drawn = cls(story=story, n=n)
        if isqrt(n * drawn.top) ** 2 == n * drawn.top and rng.chance(1, 2):
            raise Redraw("fewer roots that come out even")
        return drawn

    @derived
    def attention(self) -> bool:
        return self.story == "attention"

    @derived
    def channels(self) -> int:
        return self.n // 9

    @derived
    def top(self) -> int:
        return 1 if self.attention else 2

    @derived
    def ratio(self) -> Fraction:
        return Fraction(self.top, self.n)

    @derived
    def inside(self) -> Expr:
        return Expr.number(self.top) / self.n

    @derived
    def formula(self) -> str:
        if self.attention:
            return rf"\frac{{1}}{{\sqrt{{d_k}}}} = \frac{{1}}{{\sqrt{{{self.n}}}}}"
        return rf"\sqrt{{\frac{{2}}{{n}}}} = \sqrt{{\frac{{2}}{{{self.n}}}}}"

    @derived
    def value(self) -> Expr:
        return sqrt(self.inside)

    @derived
    def hundredths(self) -> int:
        return isqrt(10_000 * self.top // self.n)

    @derived
    def low(self) -> Fraction:
        return Fraction(self.hundredths, 100)

    @derived
    def high(self) -> Fraction:
        return Fraction(self.hundredths + 1, 100)

    @derived
    def rounded(self) -> Fraction:
        twice = isqrt(4 * 10**8 * self.top // self.n)  # floor of 20 000 times the root
        return Fraction((twice + 1) // 2, 10_000)

    @derived
    def rounded_squared(self) -> Fraction:
        return self.rounded**2

    def answer(self) -> Answer:
        return Number(self.value, places=4)

    def slips(self) -> dict[str, Answer]:
        lower_root = sqrt(Expr.number(self.n))
        return {
            "root-forgotten": Number(self.ratio, places=4),
            "root-misplaced": Number(lower_root if self.attention else 2 / lower_root, places=4),
        }

    def verify(self) -> None:
        # 20 000 times the root lies within 1 of twice the rounded value, by squares of integers alone
        near = int(self.rounded * 10_000)
        assert (2 * near - 1) ** 2 * self.n <= 4 * 10**8 * self.top <= (2 * near + 1) ** 2 * self.n

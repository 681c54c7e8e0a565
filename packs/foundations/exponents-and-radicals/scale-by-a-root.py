from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived, sqrt


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
        if drawn.rest == 1 and rng.chance(1, 2):
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
    def under(self) -> int:
        return self.top * self.n

    @derived
    def outside(self) -> int:
        """The root of the largest square in `under`: 2 or more, because 4 or 9 divides every such number."""
        return max(k for k in range(1, self.under) if self.under % k**2 == 0)

    @derived
    def square(self) -> int:
        return self.outside**2

    @derived
    def rest(self) -> int:
        return self.under // self.square

    @derived
    def formula(self) -> str:
        if self.attention:
            return rf"\frac{{1}}{{\sqrt{{d_k}}}} = \frac{{1}}{{\sqrt{{{self.n}}}}}"
        return rf"\sqrt{{\frac{{2}}{{n}}}} = \sqrt{{\frac{{2}}{{{self.n}}}}}"

    @derived
    def cleared(self) -> Expr:
        return sqrt(Expr.number(self.under)) / self.n

    @derived
    def taken_out(self) -> Expr:
        return self.times_root(self.outside)

    @derived
    def unreduced(self) -> Expr:
        return self.taken_out / self.n

    @derived
    def factor(self) -> Fraction:
        return Fraction(self.outside, self.n)

    @derived
    def value(self) -> Expr:
        return self.times_root(self.factor.numerator) / self.factor.denominator

    def times_root(self, number: int) -> Expr:
        root = sqrt(Expr.number(self.rest))
        if self.rest == 1:
            return Expr.number(number)
        return root if number == 1 else number * root

    def answer(self) -> Answer:
        return Expression(self.value, form="simplified_radical")

    def slips(self) -> dict[str, Answer]:
        lower_root = sqrt(Expr.number(self.n))
        return {
            "root-forgotten": Expression(Expr.number(self.top) / self.n),
            "root-misplaced": Expression(lower_root if self.attention else 2 / lower_root),
            "square-not-rooted": Expression(self.times_root(self.square) / self.n),
        }

    def verify(self) -> None:
        # both are positive, so equal squares mean equal numbers
        assert self.factor**2 * self.rest == Fraction(self.top, self.n)
        assert all(self.rest % k**2 for k in range(2, self.rest + 1))
        assert self.outside > 1

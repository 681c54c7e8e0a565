from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived, sqrt


class SimplifyASquareRoot(Template):
    a: int
    b: int
    top: int  # 0 where the root stands alone

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            a=rng.integer(2, 12 if level == 1 else 6),
            b=rng.choice([2, 3, 5, 6, 7, 10, 11, 13, 14, 15] if level == 1 else [2, 3, 5, 6, 7, 10]),
            top=rng.integer(1, 12) if level == 2 else 0,
        )
        if drawn.n > 999:
            raise Redraw("a large number under the root")
        return drawn

    @derived
    def below(self) -> bool:
        return self.top != 0

    @derived
    def square(self) -> int:
        return self.a**2

    @derived
    def n(self) -> int:
        return self.square * self.b

    @derived
    def factor(self) -> Fraction:
        return Fraction(self.top, self.a * self.b) if self.below else Fraction(self.a)

    @derived
    def value(self) -> Expr:
        return self.times_root(self.factor)

    @derived
    def value_squared(self) -> Fraction:
        return self.factor**2 * self.b

    def times_root(self, factor: Fraction) -> Expr:
        top = factor.numerator * sqrt(Expr.number(self.b))
        return top / factor.denominator

    def answer(self) -> Answer:
        return Expression(self.value, form="simplified_radical")

    def slips(self) -> dict[str, Answer]:
        if self.below:
            return {
                "square-not-rooted": Expression(self.times_root(Fraction(self.top, self.square * self.b))),
                "only-above": Expression(self.times_root(Fraction(self.top, self.a))),
            }
        return {
            "square-not-rooted": Expression(self.times_root(Fraction(self.square))),
            "root-halved": Expression(Expr.number(Fraction(self.n, 2))),
        }

    def verify(self) -> None:
        squared = Fraction(self.top**2, self.n) if self.below else Fraction(self.n)
        assert self.factor**2 * self.b == squared
        assert all(self.b % k**2 for k in range(2, self.b + 1))

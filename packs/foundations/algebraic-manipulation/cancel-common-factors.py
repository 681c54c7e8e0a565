from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class CancelCommonFactors(Template):
    r: int  # (x + r) is the common factor
    s: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signed = [n for n in range(-12, 13) if n]
        drawn = cls(r=rng.choice([n for n in signed if abs(n) > 1]), s=rng.choice(signed))
        if abs(drawn.r) == abs(drawn.s):
            raise Redraw("a square, or everything cancels")
        return drawn

    @derived
    def minus_r(self) -> int:
        return -self.r

    @derived
    def common(self) -> Expr:
        return X + self.r

    @derived
    def top_middle(self) -> int:
        return self.r + self.s

    @derived
    def top_constant(self) -> int:
        return self.r * self.s

    @derived
    def wrong_constant(self) -> int:
        return -self.top_constant

    @derived
    def top(self) -> Expr:
        return X**2 + self.top_middle * X + self.top_constant

    @derived
    def bottom(self) -> Expr:
        return X**2 - self.r**2

    @derived
    def top_factored(self) -> Expr:
        return self.common * (X + self.s)

    @derived
    def bottom_factored(self) -> Expr:
        return self.common * (X + -self.r)

    @derived
    def value(self) -> Expr:
        return (X + self.s) / (X + -self.r)

    @derived
    def point(self) -> int:
        return next(x for x in (0, 1, 2, 3) if abs(x) != abs(self.r))

    @derived
    def check(self) -> Fraction:
        return Fraction(self.point + self.s, self.point - self.r)

    def answer(self) -> Answer:
        return Expression(self.value, form="lowest_terms")

    def slips(self) -> dict[str, Answer]:
        return {
            "squares-cancelled": Expression((self.top_middle * X + self.top_constant) / -(self.r**2)),
            "sign-of-the-factor": Expression((X + self.s) / (X + self.r)),
            "constants-left": Expression((X + -self.s) / (X + -self.r)),
        }

    def verify(self) -> None:
        for x in (20, 21, 22, 23):
            assert Fraction(
                x * x + self.top_middle * x + self.top_constant, x * x - self.r**2
            ) == self.value.evaluate(x=x)
        assert self.s != -self.r  # nothing more to cancel

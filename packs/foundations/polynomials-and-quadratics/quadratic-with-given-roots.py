from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Equation, Expr, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class QuadraticWithGivenRoots(Template):
    r: Fraction
    s: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        denominator = 1 if level == 1 else rng.integer(2, 5)
        drawn = cls(r=Fraction(rng.integer(-9, 9, but=(0,)), denominator), s=rng.integer(-9, 9, but=(0,)))
        if abs(drawn.r) == abs(drawn.s) or (level == 2 and drawn.r.denominator == 1):
            raise Redraw("roots that differ in sign only, or a fraction that shortens")
        return drawn

    @derived
    def first(self) -> Expr:
        return self.r.denominator * X + -self.r.numerator

    @derived
    def second(self) -> Expr:
        return X + -self.s

    @derived
    def minus_r(self) -> Fraction:
        return -self.r

    @derived
    def minus_s(self) -> int:
        return -self.s

    @derived
    def product(self) -> Expr:
        return self.first * self.second

    @derived
    def expanded(self) -> Expr:
        return self.product.expand()

    @staticmethod
    def equation(middle: Fraction, constant: Fraction) -> Answer:
        return Equation(X**2 + Expr.number(middle) * X + constant, Expr.number(0), ("x",))

    def answer(self) -> Answer:
        return Equation(self.expanded, Expr.number(0), ("x",))

    def slips(self) -> dict[str, Answer]:
        total, product = self.r + self.s, self.r * self.s
        return {
            "signs-flipped": self.equation(total, product),
            "constant-sign": self.equation(-total, -product),
        }

    def verify(self) -> None:
        assert self.expanded.evaluate(x=self.r) == self.expanded.evaluate(x=self.s) == 0
        assert self.expanded.evaluate(x=self.r + 20) != 0

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X, Y = Expr.symbol("x"), Expr.symbol("y")


class SolveAFormulaForASymbol(Template):
    a: int
    b: int
    c: int
    d: int
    twice: bool  # (a x + b)/(x + d), with c = 1, instead of (a x + b)/c + d

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        b, d = (rng.integer(-9, 9, but=(0,)) for _ in "bd")
        twice = level == 2
        drawn = cls(a=rng.integer(2, 7), b=b, c=1 if twice else rng.integer(2, 7), d=d, twice=twice)
        if drawn.a == drawn.c or (twice and b == drawn.a * d):
            raise Redraw("a coefficient that cancels")
        return drawn

    @derived
    def top(self) -> Expr:
        return self.a * X + self.b

    @derived
    def bottom(self) -> Expr:
        return X + self.d if self.twice else Expr.number(self.c)

    @derived
    def fraction(self) -> Expr:
        return self.top / self.bottom

    @derived
    def right(self) -> Expr:
        return self.fraction if self.twice else self.fraction + self.d

    @derived
    def y_shifted(self) -> Expr:
        return Y + -self.d

    @derived
    def y_scaled(self) -> Expr:
        return self.c * self.y_shifted

    @derived
    def collected(self) -> Expr:
        return self.b + -self.d * Y

    @derived
    def factor(self) -> Expr:
        return Y + -self.a

    @derived
    def value(self) -> Expr:
        return self.collected / self.factor if self.twice else (self.y_scaled + -self.b) / self.a

    def y_of(self, x: int) -> Fraction:
        over = Fraction(self.a * x + self.b)
        return over / (x + self.d) if self.twice else over / self.c + self.d

    @derived
    def y_at_ten(self) -> Fraction:
        return self.y_of(10)

    def answer(self) -> Answer:
        return Expression(self.value)

    def slips(self) -> dict[str, Answer]:
        if self.twice:
            return {
                "bracket-first-term": Expression(Expr.number(self.b - self.d) / self.factor),
                "sign-kept": Expression((self.b + self.d * Y) / self.factor),
            }
        return {
            "order-not-reversed": Expression((self.c * Y + (-self.d - self.b)) / self.a),
            "sign-kept": Expression((self.y_scaled + self.b) / self.a),
            "outer-sign-kept": Expression((self.c * (Y + self.d) + -self.b) / self.a),
        }

    def verify(self) -> None:
        for x in (-20, 13, 30):  # there and back again with numbers
            assert self.value.evaluate(y=self.y_of(x)) == x
        assert self.right.evaluate(x=10) == self.y_at_ten

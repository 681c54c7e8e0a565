from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X, Y = Expr.symbol("x"), Expr.symbol("y")


class SolveAFormulaForASymbol(Template):
    a: int
    b: int
    c: int
    d: int
    twice: bool  # (a x + b)/(x + d) instead of (a x + b)/c + d

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signed = [n for n in range(-9, 10) if n]
        twice = level == 2
        drawn = cls(
            a=rng.integer(2, 7),
            b=rng.choice(signed),
            c=1 if twice else rng.integer(2, 7),
            d=rng.choice(signed),
            twice=twice,
        )
        if drawn.a == drawn.c or (twice and drawn.b == drawn.a * drawn.d) or drawn.d == 1 == drawn.c:
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
    def plus(self) -> bool:
        return self.d > 0

    @derived
    def d_size(self) -> int:
        return abs(self.d)

    @derived
    def y_shifted(self) -> Expr:
        return Y + -self.d

    @derived
    def y_scaled(self) -> Expr:
        return self.c * self.y_shifted

    @derived
    def collected_left(self) -> Expr:
        return X * Y + -self.a * X

    @derived
    def collected_right(self) -> Expr:
        return self.b + -self.d * Y

    @derived
    def factor(self) -> Expr:
        return Y + -self.a

    @derived
    def value(self) -> Expr:
        return self.collected_right / self.factor if self.twice else (self.y_scaled + -self.b) / self.a

    @derived
    def point(self) -> int:
        return next(x for x in (0, 1, 2) if x + self.d)

    @derived
    def y_at(self) -> Fraction:
        over = Fraction(self.a * self.point + self.b)
        return over / (self.point + self.d) if self.twice else over / self.c + self.d

    @derived
    def back(self) -> Fraction:
        return self.value.evaluate(y=self.y_at)

    def answer(self) -> Answer:
        return Expression(self.value)

    def slips(self) -> dict[str, Answer]:
        if self.twice:
            return {
                "bracket-first-term": Expression((Expr.number(self.b) - self.d) / self.factor),
                "sign-below": Expression((self.b + self.d * Y) / self.factor),
            }
        return {
            "order-not-reversed": Expression((self.c * Y + -self.d + -self.b) / self.a),
            "sign-kept": Expression((self.y_scaled + self.b) / self.a),
        }

    def verify(self) -> None:
        for x in (-20, 13, 30):  # there and back again with numbers
            over = Fraction(self.a * x + self.b)
            y = over / (x + self.d) if self.twice else over / self.c + self.d
            assert self.value.evaluate(y=y) == x

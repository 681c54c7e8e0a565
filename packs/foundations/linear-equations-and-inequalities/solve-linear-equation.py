from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Number, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class SolveLinearEquation(Template):
    a: int
    b: int
    c: int
    d: int
    e: int  # a - b (x - c) = d x + e

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b = rng.integer(-9, 15, but=(0,)), rng.integer(2, 6)
        c, d = rng.integer(-6, 9, but=(-1, 0, 1)), rng.integer(-7, 7, but=(0, -b, b, 1 - b, -1 - b))
        whole = a + b * c - (b + d) * rng.integer(-9, 12, but=(-1, 0, 1))
        drawn = cls(a=a, b=b, c=c, d=d, e=whole if level == 1 else rng.integer(-20, 20, but=(0,)))
        if abs(drawn.e) > 60 or drawn.e == 0 or drawn.x in (a, c, d, drawn.e):
            raise Redraw("a large number, or the answer stands in the statement")
        if level == 2 and (drawn.x.denominator == 1 or abs(drawn.x) > 10):
            raise Redraw("a whole or a large solution")
        return drawn

    @derived
    def left(self) -> Expr:
        return self.a - self.b * (X + -self.c)

    @derived
    def right(self) -> Expr:
        return self.d * X + self.e

    @derived
    def bracket_given(self) -> Expr:
        return -(self.b * (X + -self.c))

    @derived
    def bracket_expanded(self) -> Expr:
        return -self.b * X + self.b * self.c

    @derived
    def left_expanded(self) -> Expr:
        return -self.b * X + (self.a + self.b * self.c)

    @derived
    def coefficient(self) -> int:
        return self.b + self.d

    @derived
    def numbers(self) -> int:
        return self.a + self.b * self.c - self.e

    @derived
    def x_terms(self) -> Expr:
        return self.coefficient * X

    @derived
    def x(self) -> Fraction:
        return Fraction(self.numbers, self.coefficient)

    @derived
    def shorten(self) -> bool:
        return (self.x.numerator, self.x.denominator) != (self.numbers, self.coefficient)

    @derived
    def both(self) -> Fraction:
        return self.d * self.x + self.e

    def answer(self) -> Answer:
        return Number(self.x, variable="x")

    def slips(self) -> dict[str, Answer]:
        return {
            "sign-in-the-bracket": Number(Fraction(self.a - self.b * self.c - self.e, self.coefficient)),
            "factor-on-first-term": Number(Fraction(self.a + self.c - self.e, self.coefficient)),
            "term-moved-with-its-sign": Number(Fraction(self.numbers, self.b - self.d)),
        }

    def verify(self) -> None:
        assert self.a - self.b * (self.x - self.c) == self.d * self.x + self.e  # the given equation
        assert self.a - self.b * (self.x + 1 - self.c) != self.d * (self.x + 1) + self.e

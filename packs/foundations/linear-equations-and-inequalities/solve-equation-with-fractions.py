from fractions import Fraction
from math import lcm
from typing import Self

from upslope.problems import Answer, Expr, Number, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class SolveEquationWithFractions(Template):
    a: int
    m: int
    b: int
    n: int
    c: int  # (x + a)/m - (x + b)/n = c

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        m, n = rng.integer(2, 6), rng.integer(2, 6)
        if m == n:
            raise Redraw("equal denominators: the letter cancels")
        drawn = cls(
            a=rng.integer(-9, 9, but=(0,)),
            m=m,
            b=rng.integer(-9, 9, but=(0,)),
            n=n,
            c=rng.integer(-4, 5, but=(0,)),
        )
        if drawn.x.denominator != 1 or abs(drawn.x) > 40:
            raise Redraw("a fraction or a large number as solution")
        if drawn.x in (-1, 0, 1, drawn.a, drawn.b, drawn.c, m, n):
            raise Redraw("the answer stands in the statement")
        return drawn

    @derived
    def first(self) -> Expr:
        return X + self.a

    @derived
    def second(self) -> Expr:
        return X + self.b

    @derived
    def common(self) -> int:
        return lcm(self.m, self.n)

    @derived
    def first_factor(self) -> int:
        return self.common // self.m

    @derived
    def second_factor(self) -> int:
        return self.common // self.n

    @derived
    def first_scaled(self) -> Expr:
        return self.first_factor * (self.first if self.first_factor > 1 else X) + (
            0 if self.first_factor > 1 else self.a
        )

    @derived
    def second_scaled(self) -> Expr:
        return self.second_factor * self.second

    @derived
    def c_scaled(self) -> int:
        return self.common * self.c

    @derived
    def expanded(self) -> Expr:
        p, q = self.first_factor, self.second_factor
        return p * X + p * self.a - q * X - q * self.b

    @derived
    def coefficient(self) -> int:
        return self.first_factor - self.second_factor

    @derived
    def x_terms(self) -> Expr:
        return self.coefficient * X

    @derived
    def numbers(self) -> int:
        return self.c_scaled - self.first_factor * self.a + self.second_factor * self.b

    @derived
    def x(self) -> Fraction:
        return Fraction(self.numbers, self.coefficient)

    @derived
    def first_value(self) -> Fraction:
        return (self.x + self.a) / self.m

    @derived
    def second_value(self) -> Fraction:
        return (self.x + self.b) / self.n

    def answer(self) -> Answer:
        return Number(self.x, variable="x")

    def slips(self) -> dict[str, Answer]:
        wrong_sign = self.numbers - 2 * self.second_factor * self.b
        not_scaled = self.numbers - self.c_scaled + self.c
        return {
            "minus-on-first-term": Number(Fraction(wrong_sign, self.coefficient)),
            "right-side-not-multiplied": Number(Fraction(not_scaled, self.coefficient)),
        }

    def verify(self) -> None:
        assert (self.x + self.a) / self.m - (self.x + self.b) / self.n == self.c

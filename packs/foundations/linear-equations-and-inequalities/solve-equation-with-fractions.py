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
        m, n = rng.sample(range(2, 7), 2)
        a, b, c = (rng.integer(-9, 9, but=(0,)) for _ in "abc")
        drawn = cls(a=a, m=m, b=b, n=n, c=c)
        if drawn.x.denominator != 1 or abs(drawn.x) > 40 or abs(c) > 5:
            raise Redraw("a fraction or a large number")
        if drawn.x in (-1, 0, 1, a, b, c, m, n):
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
    def factors(self) -> tuple[int, int]:
        return self.common // self.m, self.common // self.n

    @derived
    def cleared(self) -> Expr:
        p, q = self.factors
        return p * self.first - q * self.second

    @derived
    def c_scaled(self) -> int:
        return self.common * self.c

    @derived
    def expanded(self) -> Expr:
        p, q = self.factors
        return p * X + p * self.a - q * X + -q * self.b

    @derived
    def coefficient(self) -> int:
        return self.factors[0] - self.factors[1]

    @derived
    def numbers(self) -> int:
        return self.c_scaled - self.factors[0] * self.a + self.factors[1] * self.b

    @derived
    def x(self) -> Fraction:
        return Fraction(self.numbers, self.coefficient)

    def answer(self) -> Answer:
        return Number(self.x, variable="x")

    def slips(self) -> dict[str, Answer]:
        wrong_sign = self.numbers - 2 * self.factors[1] * self.b
        not_scaled = self.numbers - self.c_scaled + self.c
        return {
            "minus-on-first-term": Number(Fraction(wrong_sign, self.coefficient)),
            "right-side-not-multiplied": Number(Fraction(not_scaled, self.coefficient)),
        }

    def verify(self) -> None:
        assert (self.x + self.a) / self.m - (self.x + self.b) / self.n == self.c

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class AddRationalExpressions(Template):
    a: int
    p: int
    b: int
    q: int
    sign: int  # a/(x + p) ± b/(x + q)

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        p, q = rng.sample([n for n in range(-7, 8) if n], 2)
        drawn = cls(a=rng.integer(1, 9), p=p, b=rng.integer(1, 9), q=q, sign=1 if level == 1 else -1)
        if 0 in (drawn.x_coefficient, drawn.constant, p + q):
            raise Redraw("a term that vanishes")
        return drawn

    @derived
    def minus(self) -> bool:
        return self.sign < 0

    @derived
    def first(self) -> Expr:
        return X + self.p

    @derived
    def second(self) -> Expr:
        return X + self.q

    @derived
    def common(self) -> Expr:
        return self.first * self.second

    @derived
    def first_top(self) -> Expr:
        return self.a * self.second

    @derived
    def second_top(self) -> Expr:
        return self.b * self.first

    @derived
    def x_coefficient(self) -> int:
        return self.a + self.sign * self.b

    @derived
    def constant(self) -> int:
        return self.a * self.q + self.sign * self.b * self.p

    @derived
    def combined(self) -> Expr:
        return self.a * X + self.a * self.q + self.sign * self.b * X + self.sign * self.b * self.p

    @derived
    def top(self) -> Expr:
        return self.x_coefficient * X + self.constant

    @derived
    def value(self) -> Expr:
        return self.top / self.common

    @derived
    def at_ten(self) -> Fraction:
        return Fraction(self.a, 10 + self.p) + self.sign * Fraction(self.b, 10 + self.q)

    def answer(self) -> Answer:
        return Expression(self.value, form="lowest_terms")

    def slips(self) -> dict[str, Answer]:
        tops = Expr.number(self.x_coefficient)
        below = Expr.number(self.p - self.q) if self.minus else 2 * X + (self.p + self.q)
        wrong: dict[str, Answer] = {
            "tops-and-bottoms": Expression(tops / below, variables=("x",)),
            "numerators-not-scaled": Expression(tops / self.common),
        }
        if self.minus:
            lost = self.x_coefficient * X + (self.a * self.q + self.b * self.p)
            wrong["sign-on-first-term"] = Expression(lost / self.common)
        return wrong

    def verify(self) -> None:
        for x in (10, 11, 12):
            given = Fraction(self.a, x + self.p) + self.sign * Fraction(self.b, x + self.q)
            assert given == self.value.evaluate(x=x)
        assert all(self.x_coefficient * pole + self.constant for pole in (-self.p, -self.q))

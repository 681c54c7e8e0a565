from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class AddRationalExpressions(Template):
    a: int
    p: int
    b: int
    q: int
    minus: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signed = [n for n in range(-7, 8) if n]
        drawn = cls(
            a=rng.integer(1, 9),
            p=rng.choice(signed),
            b=rng.integer(1, 9),
            q=rng.choice(signed),
            minus=level == 2,
        )
        if drawn.p == drawn.q or 0 in (drawn.x_coefficient, drawn.constant, drawn.p + drawn.q):
            raise Redraw("equal denominators, or a term that vanishes")
        return drawn

    @derived
    def sign(self) -> int:
        return -1 if self.minus else 1

    @derived
    def first(self) -> Expr:
        return X + self.p

    @derived
    def second(self) -> Expr:
        return X + self.q

    @derived
    def first_bracket(self) -> Expr:
        return self.first

    @derived
    def second_bracket(self) -> Expr:
        return self.second

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
    def pole_one(self) -> int:
        return -self.p

    @derived
    def pole_two(self) -> int:
        return -self.q

    @derived
    def point(self) -> int:
        return next(x for x in (0, 1, 2, 3) if x not in (self.pole_one, self.pole_two))

    @derived
    def check_sum(self) -> str:
        operator = "-" if self.minus else "+"
        first, second = self.point + self.p, self.point + self.q
        return rf"\frac{{{self.a}}}{{{first}}} {operator} \frac{{{self.b}}}{{{second}}}"

    @derived
    def check(self) -> Fraction:
        return Fraction(self.a, self.point + self.p) + self.sign * Fraction(self.b, self.point + self.q)

    def answer(self) -> Answer:
        return Expression(self.value, form="lowest_terms")

    def slips(self) -> dict[str, Answer]:
        tops = Expr.number(self.a + self.sign * self.b)
        below = self.first + self.second if not self.minus else Expr.number(self.p - self.q)
        wrong: dict[str, Answer] = {
            "tops-and-bottoms": Expression(tops / below.expand(), variables=("x",)),
            "numerators-not-scaled": Expression(tops / self.common),
        }
        if self.minus:
            lost = self.x_coefficient * X + self.a * self.q + self.b * self.p
            wrong["sign-on-first-term"] = Expression(lost / self.common)
        return wrong

    def verify(self) -> None:
        for x in (10, 11, 12):
            left = Fraction(self.a, x + self.p) + self.sign * Fraction(self.b, x + self.q)
            assert left == self.value.evaluate(x=x)
        for pole in (self.pole_one, self.pole_two):
            assert self.x_coefficient * pole + self.constant != 0

from math import gcd
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class FactorADifferenceOfSquares(Template):
    k: int
    p: int
    q: int  # k (p² x² - q²)

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        k = 1 if level == 1 else rng.choice([2, 3, 5, 6, 7])
        p, q = rng.integer(1, 12 if level == 1 else 5), rng.integer(2, 15 if level == 1 else 9)
        if gcd(p, q) > 1:
            raise Redraw("a number could be taken out of the brackets")
        return cls(k=k, p=p, q=q)

    @derived
    def scaled(self) -> bool:
        return self.k != 1

    @derived
    def px(self) -> Expr:
        return self.p * X

    @derived
    def px_squared(self) -> Expr:
        return self.px**2

    @derived
    def inner(self) -> Expr:
        return self.p**2 * X**2 - self.q**2

    @derived
    def given(self) -> Expr:
        return self.k * self.p**2 * X**2 - self.k * self.q**2

    @derived
    def value(self) -> Expr:
        return self.k * (self.px - self.q) * (self.px + self.q)

    @derived
    def cross(self) -> Expr:
        return self.p * self.q * X

    def answer(self) -> Answer:
        return Expression(self.value, form="factored")

    def slips(self) -> dict[str, Answer]:
        square, constant = self.p**2 * X, self.q**2
        wrong: dict[str, Answer] = {
            "square-of-a-difference": Expression(self.k * (self.px - self.q) ** 2),
            "roots-not-taken": Expression(self.k * (square - constant) * (square + constant)),
        }
        if self.scaled:
            wrong["common-factor-lost"] = Expression((self.px - self.q) * (self.px + self.q))
        return wrong

    def verify(self) -> None:
        # equal at three points, as quadratics are only if they are the same
        for x in (-1, 2, 5):
            assert self.value.evaluate(x=x) == self.k * (self.p * x) ** 2 - self.k * self.q**2

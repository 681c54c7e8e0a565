from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Redraw, Rng, Template, TupleAnswer, derived

X = Expr.symbol("x")


class CompleteTheSquare(Template):
    a: int
    h: Fraction
    k: Fraction

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a = 1 if level == 1 else rng.choice([2, 3, 4, 5, -1, -2, -3])
        h = Fraction(rng.integer(-14, 14, but=(0,)), 2 if level == 1 else 1)
        c = rng.integer(-15, 15, but=(0,))
        drawn = cls(a=a, h=h, k=c - a * h * h)
        if drawn.k == 0 or abs(drawn.k) > 150 or abs(drawn.h) == 1:
            raise Redraw("a square already, or a large constant")
        return drawn

    @derived
    def scaled(self) -> bool:
        return self.a != 1

    @derived
    def inner(self) -> int:
        return int(-2 * self.h)

    @derived
    def half(self) -> Fraction:
        return -self.h

    @derived
    def half_square(self) -> Fraction:
        return self.h**2

    @derived
    def taken(self) -> Expr:
        product = Expr.number(self.a) * Expr.number(self.half_square)
        return product if self.scaled else Expr.number(self.half_square)

    @derived
    def c(self) -> int:
        return int(self.k + self.a * self.h**2)

    @derived
    def given(self) -> Expr:
        return self.a * X**2 + self.a * self.inner * X + self.c

    @derived
    def two_terms(self) -> Expr:
        return X**2 + self.inner * X

    @derived
    def square(self) -> Expr:
        return (X + -self.h) ** 2

    @derived
    def value(self) -> Expr:
        return self.a * self.square + self.k

    def answer(self) -> Answer:
        return TupleAnswer((self.h, self.k))

    def slips(self) -> dict[str, Answer]:
        full = -self.inner
        wrong: dict[str, Answer] = {
            "full-coefficient": TupleAnswer((full, self.c - self.a * full**2)),
            "sign-of-h": TupleAnswer((-self.h, self.k)),
            "square-not-taken-away": TupleAnswer((self.h, self.c)),
        }
        if self.scaled:
            wrong["factor-not-applied"] = TupleAnswer((self.h, self.c - self.half_square))
        return wrong

    def verify(self) -> None:
        for step in (1, 2, 5):  # a parabola is symmetric about x = h
            left, right = (self.given.evaluate(x=self.h + sign * step) for sign in (-1, 1))
            assert left == right == self.k + self.a * step**2
        assert self.given.evaluate(x=self.h) == self.k

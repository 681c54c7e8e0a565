from typing import Self

from upslope.problems import Answer, Expr, Expression, Number, Parts, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class DivideWithRemainder(Template):
    a: int
    b: int
    d: int
    e: int  # a x³ + b x² + d x + e
    c: int  # divided by x - c

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        b, d, c = (rng.integer(-7, 7, but=(0,)) for _ in "bdc")
        if level == 2:
            b, d = rng.choice([(0, d), (b, 0)])
        drawn = cls(a=rng.integer(1, 4), b=b, d=d, e=rng.integer(-12, 12, but=(0,)), c=c)
        if abs(c) > 4 or 0 in (drawn.second, drawn.third, drawn.remainder):
            raise Redraw("a large number, or a coefficient that vanishes")
        if abs(drawn.remainder) > 200 or abs(drawn.remainder) == abs(drawn.e):
            raise Redraw("a large remainder, or one that stands in the statement")
        return drawn

    @derived
    def gap(self) -> bool:
        return 0 in (self.b, self.d)

    @derived
    def second(self) -> int:
        return self.b + self.c * self.a

    @derived
    def third(self) -> int:
        return self.d + self.c * self.second

    @derived
    def remainder(self) -> int:
        return self.e + self.c * self.third

    @derived
    def cubic(self) -> Expr:
        return self.a * X**3 + self.b * X**2 + self.d * X + self.e

    @derived
    def divisor(self) -> Expr:
        return X + -self.c

    @derived
    def opposite(self) -> Expr:
        return X + self.c

    @derived
    def rest(self) -> Expr:
        return self.second * X**2 + self.d * X + self.e

    @derived
    def quotient(self) -> Expr:
        return self.a * X**2 + self.second * X + self.third

    def answer(self) -> Answer:
        return self.given(self.quotient, self.remainder)

    @staticmethod
    def given(quotient: Expr, remainder: int) -> Answer:
        return Parts(quotient=Expression(quotient, variables=("x",)), remainder=Number(remainder))

    def slips(self) -> dict[str, Answer]:
        p = self.b - self.c * self.a  # the scheme with -c
        q = self.d - self.c * p
        wrong = {
            "divided-by-opposite": self.given(self.a * X**2 + p * X + q, self.e - self.c * q),
            "last-subtraction": self.given(self.quotient, self.e - self.c * self.third),
        }
        if self.gap:
            closed = (self.b or self.d) + self.c * self.a
            wrong["gap-closed"] = self.given(self.a * X + closed, self.e + self.c * closed)
        return wrong

    def verify(self) -> None:
        for x in (-3, 0, 1, 5, self.c):
            whole = self.a * x**3 + self.b * x**2 + self.d * x + self.e
            assert whole == (x - self.c) * self.quotient.evaluate(x=x) + self.remainder

from math import gcd
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class FactorAQuadratic(Template):
    p: int
    q: int
    r: int
    s: int  # (p x + q)(r x + s)

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        q, s = (rng.integer(-9, 9, but=(0,)) for _ in "qs")
        p, r = (1, 1) if level == 1 else (rng.integer(2, 5), rng.integer(1, 3))
        if gcd(p, q) > 1 or gcd(r, s) > 1:
            raise Redraw("a number could be taken out of a bracket")
        if p * s + q * r == 0 or p * s == q * r:
            raise Redraw("a difference of squares, or a square")
        return cls(p=p, q=q, r=r, s=s)

    @derived
    def monic(self) -> bool:
        return self.p == self.r == 1

    @derived
    def p_times_r(self) -> int:
        return self.p * self.r

    @derived
    def qs(self) -> int:
        return self.q * self.s

    @derived
    def ac(self) -> int:
        return self.p_times_r * self.qs

    @derived
    def ps(self) -> int:
        return self.p * self.s

    @derived
    def qr(self) -> int:
        return self.q * self.r

    @derived
    def middle(self) -> int:
        return self.ps + self.qr

    @derived
    def given(self) -> Expr:
        return self.p_times_r * X**2 + self.middle * X + self.qs

    @derived
    def split(self) -> Expr:
        return self.p_times_r * X**2 + self.ps * X + self.qr * X + self.qs

    @derived
    def halves(self) -> Expr:
        bracket = self.r * X + self.s
        return self.p * X * bracket + self.q * bracket

    @derived
    def value(self) -> Expr:
        return self.brackets(self.q, self.s)

    def brackets(self, q: int, s: int) -> Expr:
        return (self.p * X + q) * (self.r * X + s)

    def answer(self) -> Answer:
        return Expression(self.value, form="factored")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "signs-flipped": Expression(self.brackets(-self.q, -self.s)),
            "one-sign-wrong": Expression(self.brackets(self.q, -self.s)),
        }
        if self.p != self.r:
            wrong["constants-exchanged"] = Expression(self.brackets(self.s, self.q))
        return wrong

    def verify(self) -> None:
        # the given quadratic vanishes at the zero of each bracket; a third point fixes the factor
        for top, bottom in ((-self.q, self.p), (-self.s, self.r)):
            assert self.p_times_r * top**2 + self.middle * top * bottom + self.qs * bottom**2 == 0
        assert self.given.evaluate(x=1) == (self.p + self.q) * (self.r + self.s)

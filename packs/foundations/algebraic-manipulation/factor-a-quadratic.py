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
        signed = [n for n in range(-9, 10) if n]
        q, s = rng.choice(signed), rng.choice(signed)
        if level == 1:
            drawn = cls(p=1, q=q, r=1, s=s)
        elif level == 2:
            p, root = rng.integer(1, 12), rng.integer(2, 20)
            drawn = cls(p=p, q=-root, r=p, s=root)
        else:
            drawn = cls(p=rng.integer(2, 5), q=q, r=rng.integer(1, 3), s=s)
        if gcd(drawn.p, drawn.q) > 1 or gcd(drawn.r, drawn.s) > 1:
            raise Redraw("a number could be taken out of a bracket")
        if level != 2 and (drawn.middle == 0 or drawn.p * drawn.s == drawn.r * drawn.q):
            raise Redraw("a difference of squares or a square: not this level")
        return drawn

    @derived
    def squares(self) -> bool:
        return self.p == self.r and self.q == -self.s

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
    def minus_qs(self) -> int:
        return -self.qs

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
    def value(self) -> Expr:
        return self.brackets(self.q, self.s)

    def brackets(self, q: int, s: int) -> Expr:
        return (self.p * X + q) * (self.r * X + s)

    @derived
    def px(self) -> Expr:
        return self.p * X

    @derived
    def q_size(self) -> int:
        return abs(self.q)

    @derived
    def twice(self) -> Expr:
        return 2 * self.p * self.q_size * X

    @derived
    def split(self) -> Expr:
        return self.p_times_r * X**2 + self.ps * X + self.qr * X + self.qs

    @derived
    def first_cross(self) -> Expr:
        return self.ps * X

    @derived
    def second_cross(self) -> Expr:
        return self.qr * X

    @derived
    def middle_term(self) -> Expr:
        return self.middle * X

    @derived
    def flipped_middle(self) -> Expr:
        return -self.middle * X

    def answer(self) -> Answer:
        return Expression(self.value, form="factored")

    def slips(self) -> dict[str, Answer]:
        if self.squares:
            return {"square-of-a-difference": Expression((self.px - self.q_size) ** 2)}
        wrong: dict[str, Answer] = {
            "signs-flipped": Expression(self.brackets(-self.q, -self.s)),
            "one-sign-wrong": Expression(self.brackets(self.q, -self.s)),
        }
        if not self.monic:
            wrong["constants-exchanged"] = Expression(self.brackets(self.s, self.q))
        return wrong

    def verify(self) -> None:
        # the given quadratic vanishes at the zero of each bracket; a third point fixes the factor
        for top, bottom in ((-self.q, self.p), (-self.s, self.r)):
            assert self.p_times_r * top**2 + self.middle * top * bottom + self.qs * bottom**2 == 0
        assert self.given.evaluate(x=1) == (self.p + self.q) * (self.r + self.s)

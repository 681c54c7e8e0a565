from fractions import Fraction
from math import gcd
from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

Y = Expr.symbol("y")


class UndoANormalisation(Template):
    gamma: int
    mu: int
    s: int
    beta: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            gamma=rng.integer(2, 6),
            mu=rng.integer(-9, 9, but=(0,)),
            s=rng.integer(2, 9),
            beta=rng.integer(-6, 6, but=(0,)),
        )
        if gcd(drawn.gamma, drawn.s) > 1 or drawn.constant == 0:
            raise Redraw("scale and divisor cancel, or no constant is left")
        return drawn

    @derived
    def ratio(self) -> Fraction:
        return Fraction(self.s, self.gamma)

    @derived
    def constant(self) -> Fraction:
        return self.mu - self.ratio * self.beta

    @derived
    def value(self) -> Expr:
        return self.s * (Y + -self.beta) / self.gamma + self.mu

    @derived
    def collected(self) -> Expr:
        return self.line(self.ratio, self.constant)

    def line(self, slope: Fraction, constant: Fraction) -> Expr:
        return Expr.number(slope) * Y + constant

    def answer(self) -> Answer:
        return Expression(self.value)

    def slips(self) -> dict[str, Answer]:
        ratio, mu, beta = self.ratio, self.mu, self.beta
        return {
            "shift-sign-kept": Expression(self.line(ratio, mu + ratio * beta)),
            "mean-sign-kept": Expression(self.line(ratio, -mu - ratio * beta)),
            "shift-after-scale": Expression(self.line(ratio, Fraction(mu - beta))),
            "scale-upside-down": Expression(self.line(1 / ratio, mu - beta / ratio)),
        }

    def verify(self) -> None:
        for x in (-3, 0, 7):
            y = Fraction(self.gamma * (x - self.mu), self.s) + self.beta
            assert self.value.evaluate(y=y) == x == self.collected.evaluate(y=y)

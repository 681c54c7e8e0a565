from fractions import Fraction
from math import isqrt
from typing import Self

from upslope.problems import Answer, Expr, Redraw, Rng, SetAnswer, Template, derived, sqrt

X = Expr.symbol("x")


class SolveWithTheQuadraticFormula(Template):
    a: int
    b: int
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(a=rng.integer(1, 3), b=rng.integer(-9, 9, but=(-1, 0, 1)), c=rng.integer(-7, 7, but=(0,)))
        d = drawn.discriminant
        if d <= 0 or isqrt(d) ** 2 == d or drawn.b**2 + 4 * drawn.a * drawn.c <= 0:
            raise Redraw("no real root, or roots without a square root")
        return drawn

    @derived
    def given(self) -> Expr:
        return self.a * X**2 + self.b * X + self.c

    @derived
    def discriminant(self) -> int:
        return self.b**2 - 4 * self.a * self.c

    @derived
    def outer(self) -> int:
        return max(k for k in range(1, 16) if self.discriminant % k**2 == 0)

    @derived
    def shortens(self) -> bool:
        return self.outer > 1

    @derived
    def root(self) -> Expr:
        return self.outer * sqrt(Expr.number(self.discriminant // self.outer**2))

    @derived
    def minus_b(self) -> int:
        return -self.b

    @derived
    def below(self) -> int:
        return 2 * self.a

    @derived
    def centre(self) -> Fraction:
        return Fraction(-self.b, self.below)

    @derived
    def offset(self) -> Expr:
        share = Fraction(self.outer, self.below)
        return share.numerator * sqrt(Expr.number(self.discriminant // self.outer**2)) / share.denominator

    @derived
    def total(self) -> Fraction:
        return 2 * self.centre

    @derived
    def product(self) -> Fraction:
        return self.centre**2 - Fraction(self.discriminant, self.below**2)

    @staticmethod
    def pair(centre: Fraction, offset: Expr) -> Answer:
        return SetAnswer((Expr.number(centre) + offset, Expr.number(centre) - offset), variable="x")

    def answer(self) -> Answer:
        return self.pair(self.centre, self.offset)

    def slips(self) -> dict[str, Answer]:
        added = sqrt(Expr.number(self.b**2 + 4 * self.a * self.c)) / self.below
        return {
            "b-not-turned": self.pair(-self.centre, self.offset),
            "divided-root-only": self.pair(Fraction(-self.b), self.offset),
            "one-solution": SetAnswer((Expr.number(self.centre) + self.offset,)),
            "product-added": self.pair(self.centre, added),
        }

    def verify(self) -> None:
        # (x - centre)² = offset², multiplied out, is a multiple of the given quadratic
        square = Fraction(self.discriminant, self.below**2)
        assert -2 * self.centre == Fraction(self.b, self.a)
        assert self.centre**2 - square == Fraction(self.c, self.a) == self.product

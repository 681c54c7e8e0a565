from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Redraw, Rng, SetAnswer, Template, derived

X = Expr.symbol("x")


class RootsOfAQuadratic(Template):
    p: int
    r: Fraction
    s: Fraction
    square: bool  # shown as p (x - h)² = p k² instead of terms of x

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        square = level == 2 and rng.chance(1, 2)
        p = rng.integer(2, 5) if level == 3 or (level == 2 and not square) else 1
        s = Fraction(0) if level == 2 and not square else Fraction(rng.integer(-9, 9, but=(0,)))
        numerator = rng.integer(-12, 12, but=(0,))
        drawn = cls(p=p, r=Fraction(numerator, p if level != 1 else 1), s=s, square=square)
        if abs(drawn.r) == abs(drawn.s) or (level == 3 and drawn.r.denominator != p):
            raise Redraw("roots that cannot be told apart, or a fraction that shortens")
        if square and ((drawn.r - drawn.s) % 2 or abs(drawn.r - drawn.s) < 2 or drawn.r + drawn.s == 0):
            raise Redraw("the middle is no whole number other than 0")
        return drawn

    @derived
    def proportional(self) -> bool:
        return self.s == 0

    @derived
    def h(self) -> Fraction:
        return (self.r + self.s) / 2

    @derived
    def k(self) -> Fraction:
        return abs(self.r - self.s) / 2

    @derived
    def b(self) -> int:
        return int(-self.p * (self.r + self.s))

    @derived
    def c(self) -> int:
        return int(self.p * self.r * self.s)

    @derived
    def ac(self) -> int:
        return self.p * self.c

    @derived
    def first_split(self) -> int:
        return int(-self.p * self.r)

    @derived
    def second_split(self) -> int:
        return int(-self.p * self.s)

    @derived
    def left(self) -> Expr:
        if self.square:
            return self.p * (X + -self.h) ** 2
        return self.p * X**2 if self.proportional else self.p * X**2 + self.b * X + self.c

    @derived
    def right(self) -> Expr:
        if self.square:
            return Expr.number(self.p * self.k**2)
        return -self.b * X if self.proportional else Expr.number(0)

    @derived
    def linear(self) -> Expr:
        return self.p * X + -self.p * self.r

    @derived
    def product(self) -> Expr:
        return X * self.linear if self.proportional else self.linear * (X + -self.s)

    @derived
    def at_r(self) -> Fraction:
        return self.left.evaluate(x=self.r)

    def answer(self) -> Answer:
        return SetAnswer((self.r, self.s), variable="x")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {"signs-flipped": SetAnswer((-self.r, -self.s))}
        if self.proportional or self.square:
            wrong["root-lost"] = SetAnswer((self.r,) if self.proportional else (self.h + self.k,))
        if self.p > 1:
            wrong["leading-coefficient-forgotten"] = SetAnswer((self.p * self.r, self.s))
        return wrong

    def verify(self) -> None:
        for x in (self.r, self.s):
            assert self.left.evaluate(x=x) == self.right.evaluate(x=x)
        discriminant = self.b**2 - 4 * self.p * self.c  # the formula finds the same two
        root = abs(self.p * (self.r - self.s))
        assert root**2 == discriminant > 0
        assert {(-self.b + root) / (2 * self.p), (-self.b - root) / (2 * self.p)} == {self.r, self.s}

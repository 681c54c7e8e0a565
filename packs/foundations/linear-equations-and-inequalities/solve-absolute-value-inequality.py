from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Interval, Piece, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class SolveAbsoluteValueInequality(Template):
    a: int
    b: int
    r: int
    less: bool
    strict: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            a=1 if level == 1 else rng.integer(2, 5),
            b=rng.integer(-9, 9, but=(0,)),
            r=rng.integer(1, 12),
            less=rng.chance(1, 2),
            strict=rng.chance(1, 2),
        )
        if abs(drawn.b) == drawn.r or max(drawn.low.denominator, drawn.high.denominator) > 3:
            raise Redraw("an end at zero, or an unreadable end")
        return drawn

    @derived
    def inner(self) -> Expr:
        return self.a * X + self.b

    @derived
    def small(self) -> str:
        return "<" if self.strict else r"\le"

    @derived
    def large(self) -> str:
        return ">" if self.strict else r"\ge"

    @derived
    def relation(self) -> str:
        return self.small if self.less else self.large

    @derived
    def low(self) -> Fraction:
        return Fraction(-self.r - self.b, self.a)

    @derived
    def high(self) -> Fraction:
        return Fraction(self.r - self.b, self.a)

    @derived
    def centre(self) -> Fraction:
        return Fraction(-self.b, self.a)

    @derived
    def minus_centre(self) -> Fraction:
        return -self.centre

    @derived
    def interval(self) -> str:
        low, high = Expr.number(self.low).latex(), Expr.number(self.high).latex()
        left, right = ("(", ")") if self.strict else ("[", "]")
        if self.less:
            return rf"\left{left}{low}, {high}\right{right}"
        return rf"\left(-\infty, {low}\right{right} \cup \left{left}{high}, \infty\right)"

    def given(self, low: Fraction, high: Fraction, *, less: bool) -> Answer:
        closed = not self.strict
        if less:
            return Interval((Piece(low, high, closed, closed),))
        return Interval((Piece(None, low, False, closed), Piece(high, None, closed, False)))

    def answer(self) -> Answer:
        return self.given(self.low, self.high, less=self.less)

    def slips(self) -> dict[str, Answer]:
        closed = not self.strict
        one = Piece(None, self.high, False, closed) if self.less else Piece(self.high, None, closed, False)
        return {
            "other-rule": self.given(self.low, self.high, less=not self.less),
            "one-side-only": Interval((one,)),
            "centre-mirrored": self.given(-self.high, -self.low, less=self.less),
        }

    def verify(self) -> None:
        for steps in range(-30, 31):
            x = self.centre + Fraction(steps * self.r, 10 * self.a)
            distance = abs(self.a * x + self.b)
            near = distance < self.r or (distance == self.r and not self.strict)
            far = distance > self.r or (distance == self.r and not self.strict)
            between = self.low < x < self.high or (x in (self.low, self.high) and not self.strict)
            outside = x < self.low or x > self.high or (x in (self.low, self.high) and not self.strict)
            assert near == between
            assert far == outside

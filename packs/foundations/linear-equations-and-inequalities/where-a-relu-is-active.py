from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Interval, Piece, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class WhereAReluIsActive(Template):
    w: int
    b: int
    v: int  # 0 where there is one unit
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        w, b, c = rng.integer(-6, 5, but=(-1, 0, 1)), rng.integer(-15, 15, but=(0,)), 0
        v = 0 if level == 1 else (-1 if w > 0 else 1) * rng.integer(1, 6)
        if v:
            c = rng.integer(-15, 15, but=(0,))
        drawn = cls(w=w, b=b, v=v, c=c)
        if drawn.first_kink.denominator > 4 or (v and drawn.second_kink.denominator > 4):
            raise Redraw("an unreadable kink")
        if v and drawn.low >= drawn.high:
            raise Redraw("the two units are never active together")
        return drawn

    @derived
    def first(self) -> Expr:
        return self.w * X + self.b

    @derived
    def second(self) -> Expr:
        return self.v * X + self.c

    @derived
    def turns(self) -> bool:
        return self.w < 0

    @derived
    def first_sign(self) -> str:
        return "<" if self.turns else ">"

    @derived
    def second_sign(self) -> str:
        return ">" if self.turns else "<"

    @derived
    def first_kink(self) -> Fraction:
        return Fraction(-self.b, self.w)

    @derived
    def second_kink(self) -> Fraction:
        return Fraction(-self.c, self.v)

    @derived
    def low(self) -> Fraction:
        return self.second_kink if self.turns else self.first_kink

    @derived
    def high(self) -> Fraction:
        return self.first_kink if self.turns else self.second_kink

    @derived
    def interval(self) -> str:
        if not self.v:
            return shared.ray_tex(self.first_kink, below=self.turns)
        return rf"\left({Expr.number(self.low).latex()}, {Expr.number(self.high).latex()}\right)"

    def answer(self) -> Answer:
        if self.v:
            return Interval((Piece(self.low, self.high),))
        return shared.ray(self.first_kink, below=self.turns)

    def slips(self) -> dict[str, Answer]:
        kink, below = self.first_kink, self.turns
        if self.v:
            return {
                "first-unit-only": shared.ray(kink, below=below),
                "sign-kept": shared.ray(self.high, below=False),
                "either-unit": Interval((Piece(None, None),)),
            }
        return {
            "direction": shared.ray(kink, below=not below),
            "kink-mirrored": shared.ray(-kink, below=below),
            "end-included": shared.ray(kink, below=below, closed=True),
        }

    def verify(self) -> None:
        for steps in range(-120, 121):
            x = Fraction(steps, 6)
            active = max(0, self.w * x + self.b) > 0 and (not self.v or max(0, self.v * x + self.c) > 0)
            first = x < self.first_kink if self.turns else x > self.first_kink
            assert active == (self.low < x < self.high if self.v else first)

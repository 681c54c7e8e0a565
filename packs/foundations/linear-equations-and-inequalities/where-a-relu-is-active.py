from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Interval, Piece, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class WhereAReluIsActive(Template):
    w: int
    b: int
    v: int  # 0 where there is one unit
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        two = level == 2
        w = rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5])
        v = (-1 if w > 0 else 1) * rng.integer(1, 6) if two else 0
        drawn = cls(
            w=w, b=rng.integer(-15, 15, but=(0,)), v=v, c=rng.integer(-15, 15, but=(0,)) if two else 0
        )
        if drawn.first_kink.denominator > 4 or drawn.second_kink.denominator > 4:
            raise Redraw("an unreadable kink")
        if two and drawn.low >= drawn.high:
            raise Redraw("the two units are never active together")
        return drawn

    @derived
    def two(self) -> bool:
        return self.v != 0

    @derived
    def first(self) -> Expr:
        return self.w * X + self.b

    @derived
    def second(self) -> Expr:
        return self.v * X + self.c if self.v < 0 or self.c < 0 else self.c + self.v * X

    @derived
    def turns(self) -> bool:
        return self.w < 0

    @derived
    def first_sign(self) -> str:
        return ">" if self.w > 0 else "<"

    @derived
    def second_sign(self) -> str:
        return ">" if self.v > 0 else "<"

    @derived
    def first_kink(self) -> Fraction:
        return Fraction(-self.b, self.w)

    @derived
    def second_kink(self) -> Fraction:
        return Fraction(-self.c, self.v) if self.v else Fraction(0)

    @derived
    def low(self) -> Fraction:
        return self.first_kink if self.w > 0 else self.second_kink

    @derived
    def high(self) -> Fraction:
        return self.second_kink if self.w > 0 else self.first_kink

    @derived
    def interval(self) -> str:
        low, high = Expr.number(self.low).latex(), Expr.number(self.high).latex()
        if not self.two:
            low, high = (low, r"\infty") if self.w > 0 else (r"-\infty", high)
        return rf"\left({low}, {high}\right)"

    @derived
    def inside(self) -> Fraction:
        if self.two:
            return (self.low + self.high) / 2
        return Fraction(self.first_kink.__floor__() + 1 if self.w > 0 else self.first_kink.__ceil__() - 1)

    @derived
    def first_inside(self) -> Fraction:
        return self.w * self.inside + self.b

    @derived
    def second_inside(self) -> Fraction:
        return self.v * self.inside + self.c

    def ray(self, end: Fraction, *, right: bool, closed: bool = False) -> Answer:
        return Interval((Piece(end, None, closed, False) if right else Piece(None, end, False, closed),))

    def answer(self) -> Answer:
        if self.two:
            return Interval((Piece(self.low, self.high),))
        return self.ray(self.first_kink, right=self.w > 0)

    def slips(self) -> dict[str, Answer]:
        kink, right = self.first_kink, self.w > 0
        if self.two:
            return {
                "first-unit-only": self.ray(kink, right=right),
                "either-unit": Interval((Piece(None, None),)),
            }
        return {
            "direction": self.ray(kink, right=not right),
            "kink-mirrored": self.ray(-kink, right=right),
            "end-included": self.ray(kink, right=right, closed=True),
        }

    def verify(self) -> None:
        for steps in range(-120, 121):
            x = Fraction(steps, 6)
            active = max(0, self.w * x + self.b) > 0 and (not self.two or max(0, self.v * x + self.c) > 0)
            if self.two:
                assert active == (self.low < x < self.high)
            else:
                assert active == (x > self.first_kink if self.w > 0 else x < self.first_kink)

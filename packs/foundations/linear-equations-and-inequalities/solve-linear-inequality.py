from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class SolveLinearInequality(Template):
    a: int
    b: int
    c: int
    d: int  # a + b x < c x + d, with one of four signs
    less: bool
    strict: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c = (rng.integer(-9, 9, but=(0,)) for _ in "abc")
        less, strict = rng.chance(1, 2), rng.chance(1, 2)
        drawn = cls(a=a, b=b, c=c if level == 2 else 0, d=rng.integer(-20, 20), less=less, strict=strict)
        if drawn.coefficient in (-1, 0, 1) or (drawn.coefficient > 0 and rng.chance(2, 3)):
            raise Redraw("nothing to divide by, or no sign to turn")
        if drawn.bound.denominator > 3 or drawn.bound == 0 or abs(drawn.bound) > 20:
            raise Redraw("an unreadable bound")
        return drawn

    @derived
    def left(self) -> Expr:
        return self.a + self.b * X

    @derived
    def right(self) -> Expr:
        return self.c * X + self.d

    @derived
    def relation(self) -> str:
        return shared.relation(less=self.less, strict=self.strict)

    @derived
    def coefficient(self) -> int:
        return self.b - self.c

    @derived
    def negative(self) -> bool:
        return self.coefficient < 0

    @derived
    def numbers(self) -> int:
        return self.d - self.a

    @derived
    def bound(self) -> Fraction:
        return Fraction(self.numbers, self.coefficient)

    @derived
    def below(self) -> bool:
        return self.less != self.negative

    @derived
    def solved_relation(self) -> str:
        return shared.relation(less=self.below, strict=self.strict)

    @derived
    def interval(self) -> str:
        return shared.ray_tex(self.bound, below=self.below, closed=not self.strict)

    @derived
    def inside(self) -> int:
        return self.bound.numerator // self.bound.denominator + (-1 if self.below else 2)

    def answer(self) -> Answer:
        return shared.ray(self.bound, below=self.below, closed=not self.strict)

    def slips(self) -> dict[str, Answer]:
        moved = Fraction(self.d + self.a, self.coefficient)
        return {
            "direction": shared.ray(self.bound, below=not self.below, closed=not self.strict),
            "wrong-kind-of-end": shared.ray(self.bound, below=self.below, closed=self.strict),
            "terms-added": shared.ray(moved, below=self.below, closed=not self.strict),
        }

    def verify(self) -> None:
        for steps in range(-8, 9):  # try points on both sides, and the end itself
            x = self.bound + Fraction(steps, 2)
            left, right = self.a + self.b * x, self.c * x + self.d
            holds = (left < right if self.less else left > right) or (left == right and not self.strict)
            inside = (steps < 0 if self.below else steps > 0) or (steps == 0 and not self.strict)
            assert holds == inside

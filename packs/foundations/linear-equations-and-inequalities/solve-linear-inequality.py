from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Interval, Piece, Redraw, Rng, Template, derived

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
        signed = [n for n in range(-9, 10) if n]
        drawn = cls(
            a=rng.choice(signed),
            b=rng.choice(signed),
            c=rng.choice(signed) if level == 2 else 0,
            d=rng.integer(-20, 20),
            less=rng.chance(1, 2),
            strict=rng.chance(1, 2),
        )
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

    @staticmethod
    def sign(less: bool, strict: bool) -> str:
        return {(True, True): "<", (True, False): r"\le", (False, True): ">", (False, False): r"\ge"}[
            less, strict
        ]

    @derived
    def relation(self) -> str:
        return self.sign(self.less, self.strict)

    @derived
    def coefficient(self) -> int:
        return self.b - self.c

    @derived
    def negative(self) -> bool:
        return self.coefficient < 0

    @derived
    def x_terms(self) -> Expr:
        return self.coefficient * X

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
        return self.sign(self.below, self.strict)

    @derived
    def interval(self) -> str:
        end = Expr.number(self.bound).latex()
        if self.below:
            return rf"\left(-\infty, {end}\right{')' if self.strict else ']'}"
        return rf"\left{'(' if self.strict else '['}{end}, \infty\right)"

    @derived
    def inside(self) -> int:
        return self.bound.__floor__() - 1 if self.below else self.bound.__ceil__() + 1

    @derived
    def left_inside(self) -> int:
        return self.a + self.b * self.inside

    @derived
    def right_inside(self) -> int:
        return self.c * self.inside + self.d

    def answer(self) -> Answer:
        return self.ray(self.bound, below=self.below, closed=not self.strict)

    @staticmethod
    def ray(end: Fraction, *, below: bool, closed: bool) -> Answer:
        return Interval((Piece(None, end, False, closed) if below else Piece(end, None, closed, False),))

    def slips(self) -> dict[str, Answer]:
        moved = Fraction(self.d + self.a, self.coefficient)
        return {
            "direction": self.ray(self.bound, below=not self.below, closed=not self.strict),
            "wrong-kind-of-end": self.ray(self.bound, below=self.below, closed=self.strict),
            "terms-added": self.ray(moved, below=self.below, closed=not self.strict),
        }

    def verify(self) -> None:
        for steps in range(-8, 9):  # try points on both sides, and the end itself
            x = self.bound + Fraction(steps, 2)
            left, right = self.a + self.b * x, self.c * x + self.d
            holds = (left < right) if self.less else (left > right)
            holds = holds or (left == right and not self.strict)
            inside = (steps == 0 and not self.strict) or (steps < 0 if self.below else steps > 0)
            assert holds == inside

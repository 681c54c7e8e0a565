from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Interval, Piece, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class WhichInputsFeelTheHingeLoss(Template):
    w: int
    b: int
    y: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            w=rng.choice([-5, -4, -3, -2, 2, 3, 4, 5]),
            b=rng.integer(-12, 12, but=(-1, 0, 1)),
            y=rng.choice([-1, -1, 1]),
        )
        if drawn.bound.denominator > 4 or drawn.bound == 0:
            raise Redraw("an unreadable end")
        return drawn

    @derived
    def score(self) -> Expr:
        return self.w * X + self.b

    @derived
    def slope(self) -> int:
        return -self.y * self.w

    @derived
    def constant(self) -> int:
        return 1 - self.y * self.b

    @derived
    def condition(self) -> Expr:
        return self.slope * X + self.constant

    @derived
    def x_term(self) -> Expr:
        return self.slope * X

    @derived
    def number(self) -> int:
        return -self.constant

    @derived
    def bound(self) -> Fraction:
        return Fraction(self.number, self.slope)

    @derived
    def turns(self) -> bool:
        return self.slope < 0

    @derived
    def sign(self) -> str:
        return "<" if self.turns else ">"

    @derived
    def interval(self) -> str:
        end = Expr.number(self.bound).latex()
        return rf"\left(-\infty, {end}\right)" if self.turns else rf"\left({end}, \infty\right)"

    @derived
    def inside(self) -> int:
        below = self.bound.numerator // self.bound.denominator
        return below - 1 if self.turns else below + 1

    @derived
    def score_inside(self) -> int:
        return self.w * self.inside + self.b

    @derived
    def loss_inside(self) -> int:
        return 1 - self.y * self.score_inside

    @staticmethod
    def ray(end: Fraction, *, right: bool) -> Answer:
        return Interval((Piece(end, None) if right else Piece(None, end),))

    def answer(self) -> Answer:
        return self.ray(self.bound, right=not self.turns)

    def slips(self) -> dict[str, Answer]:
        wrong = {
            "margin-forgotten": self.ray(Fraction(-self.b, self.w), right=not self.turns),
            "direction": self.ray(self.bound, right=self.turns),
        }
        if self.y < 0:
            wrong["label-ignored"] = self.ray(Fraction(1 - self.b, self.w), right=self.w < 0)
        return wrong

    def verify(self) -> None:
        for steps in range(-90, 91):
            x = Fraction(steps, 4)
            loss = max(Fraction(0), 1 - self.y * (self.w * x + self.b))
            assert (loss > 0) == (x < self.bound if self.turns else x > self.bound)

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class DivideTwoDifferences(Template):
    top_left: Fraction
    top_right: Fraction
    bottom_left: Fraction
    bottom_right: Fraction

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def some() -> Fraction:
            return Fraction(rng.integer(-7, 9, but=(0,)), rng.choice([1, 2, 3, 4, 6]))

        drawn = cls(top_left=some(), top_right=some(), bottom_left=some(), bottom_right=some())
        if 0 in (drawn.top, drawn.bottom) or abs(drawn.top) == abs(drawn.bottom):
            raise Redraw("division by zero, or a trivial quotient")
        if 1 in (drawn.top.denominator, drawn.bottom.denominator, drawn.value.denominator):
            raise Redraw("one of the differences, or the quotient, is a whole number")
        if abs(drawn.value.numerator) > 40 or drawn.value.denominator > 40:
            raise Redraw("unreadable fraction")
        return drawn

    @derived
    def top(self) -> Fraction:
        return self.top_left - self.top_right

    @derived
    def bottom(self) -> Fraction:
        return self.bottom_left - self.bottom_right

    @derived
    def reciprocal(self) -> Fraction:
        return 1 / self.bottom

    @derived
    def value(self) -> Fraction:
        return self.top * self.reciprocal

    def answer(self) -> Answer:
        return Number(self.value, fraction=True)

    def slips(self) -> dict[str, Answer]:
        return {
            "upside-down": Number(self.bottom / self.top),
            "term-by-term": Number(self.top_left / self.bottom_left - self.top_right / self.bottom_right),
            "multiplied": Number(self.top * self.bottom),
        }

    def verify(self) -> None:
        # the line through the first point with this slope meets the second point
        assert self.top_right + self.value * (self.bottom_left - self.bottom_right) == self.top_left
        twelve = 12 * self.top, 12 * self.bottom  # in twelfths both differences are whole numbers
        assert Fraction(int(twelve[0]), int(twelve[1])) == self.value

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Figure, Piece, Redraw, Rng, Template, TupleAnswer, derived
from upslope.problems.figures import NumberLine


class AbsoluteValueFromAPicture(Template):
    start: int  # the number line runs from here, 12 units long
    low: int
    high: int
    inside: bool
    closed: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        start = rng.integer(-9, 3)
        low = start + rng.integer(1, 8)
        drawn = cls(
            start=start,
            low=low,
            high=rng.integer(low + 2, start + 11),
            inside=level == 1,
            closed=rng.chance(1, 2),
        )
        if 0 in (drawn.low, drawn.c, drawn.high) or drawn.r == 1:
            raise Redraw("an end or the middle is zero, or the distance is one")
        return drawn

    @derived
    def relation(self) -> str:
        if self.inside:
            return r"\le" if self.closed else "<"
        return r"\ge" if self.closed else ">"

    @derived
    def c(self) -> Fraction:
        return Fraction(self.low + self.high, 2)

    @derived
    def r(self) -> Fraction:
        return self.high - self.c

    def answer(self) -> Answer:
        return TupleAnswer((self.c, self.r))

    def slips(self) -> dict[str, Answer]:
        return {
            "ends-given": TupleAnswer((self.low, self.high)),
            "whole-length": TupleAnswer((self.c, 2 * self.r)),
            "middle-mirrored": TupleAnswer((-self.c, self.r)),
        }

    def verify(self) -> None:
        assert {x for x in range(-40, 41) if abs(x - self.c) == self.r} == {self.low, self.high}
        for x in range(-40, 41):
            assert (abs(x - self.c) < self.r) == (self.low < x < self.high)

    def figure(self) -> Figure:
        low, high, closed = self.low, self.high, self.closed
        if self.inside:
            pieces = [Piece(low, high, closed, closed)]
            where = f"between {low} and {high}"
        else:
            pieces = [Piece(None, low, False, closed), Piece(high, None, closed, False)]
            where = f"below {low} and above {high}"
        ends = "included" if closed else "left out"
        return (
            NumberLine(self.start, self.start + 12)
            .pieces(pieces)
            .figure(alt=f"A number line on which the numbers {where} are marked; the ends are {ends}.")
        )

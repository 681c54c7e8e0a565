from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Parts, Redraw, Rng, Template, derived


class ConvolutionOutputSide(Template):
    W: int
    F: int
    P: int
    S: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        F = rng.choice([3, 5, 7, 9, 11])
        drawn = cls(
            W=rng.integer(16, 99),
            F=F,
            P=rng.integer(1, F // 2) if level == 2 else 0,
            S=rng.choice([2, 3, 4, 5]),
        )
        if drawn.fits and not rng.chance(1, 3):
            raise Redraw("most windows should not fit exactly")
        if drawn.side in (drawn.W, drawn.F, drawn.P, drawn.S) or drawn.value in (drawn.W, drawn.F):
            raise Redraw("the answer stands in the statement")
        return drawn

    @derived
    def top(self) -> int:
        return self.W - self.F + 2 * self.P

    @derived
    def value(self) -> Fraction:
        return Fraction(self.top, self.S) + 1

    @derived
    def fits(self) -> bool:
        return self.top % self.S == 0

    @derived
    def side(self) -> int:
        return self.top // self.S + 1

    @derived
    def padded(self) -> int:
        return self.W + 2 * self.P

    @derived
    def both_pads(self) -> int:
        return 2 * self.P

    @derived
    def last_start(self) -> int:
        return (self.side - 1) * self.S

    @derived
    def last_end(self) -> int:
        return self.last_start + self.F

    def answer(self) -> Answer:
        return self.given(self.value)

    def given(self, value: Fraction) -> Answer:
        return Parts(
            value=Number(value, fraction=True),
            side=Number(value.numerator // value.denominator, fraction=True),
        )

    def slips(self) -> dict[str, Answer]:
        wrong = {
            "one-divided-too": self.given(Fraction(self.top + 1, self.S)),
            "one-forgotten": self.given(self.value - 1),
        }
        if self.P:
            wrong["padding-once"] = self.given(self.value - Fraction(self.P, self.S))
        return wrong

    def verify(self) -> None:
        starts = [i for i in range(0, self.padded, self.S) if i + self.F <= self.padded]
        assert len(starts) == self.side  # count the windows instead of using the formula
        assert (self.value - 1) * self.S + self.F == self.padded

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class RelativeErrorReduction(Template):
    story: str
    old: Fraction
    new: Fraction

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        tenths = rng.choice([20, 25, 40, 50, 60, 75, 80, 120, 125, 150])
        short = [new for new in range(tenths // 3, tenths - 1) if 200 * (tenths - new) % tenths == 0]
        drawn = cls(
            story=rng.named("story").choice(["vision", "speech", "language"]),
            old=Fraction(tenths, 1000),
            new=Fraction(rng.choice(short), 1000),
        )
        if (drawn.value * 20).denominator == 1 and rng.chance(2, 3):
            raise Redraw("fewer round percentages")
        if drawn.value == Fraction(1, 2) or drawn.value in (drawn.old, drawn.new):
            raise Redraw("half: then two of the mistakes agree")
        return drawn

    @derived
    def difference(self) -> Fraction:
        return self.old - self.new

    @derived
    def difference_points(self) -> Fraction:
        return 100 * self.difference

    @derived
    def value(self) -> Fraction:
        return self.difference / self.old

    def answer(self) -> Answer:
        return Number(self.value, percent=True)

    def slips(self) -> dict[str, Answer]:
        return {
            "percentage-points": Number(self.difference, percent=True),
            "divided-by-new": Number(self.difference / self.new, percent=True),
            "remaining-share": Number(self.new / self.old, percent=True),
        }

    def verify(self) -> None:
        wrong_before = 10_000 * self.old  # count wrong answers among 10 000
        wrong_after = 10_000 * self.new
        assert wrong_before.denominator == wrong_after.denominator == 1
        assert Fraction(int(wrong_before) - int(wrong_after), int(wrong_before)) == self.value

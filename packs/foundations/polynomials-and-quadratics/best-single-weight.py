from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Parts, Redraw, Rng, Template, derived


class BestSingleWeight(Template):
    points: tuple[tuple[int, int], ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        xs = rng.choice(
            [
                (1, 2, 2),
                (1, 1, 2),
                (1, 2, 3),
                (1, 1, 3),
                (2, 2, 1),
                (1, 3, 2),
                (2, 1, 1),
                (1, 1, 1),
                (1, 2, 5),
            ]
        )
        drawn = cls(points=tuple((x, rng.integer(-4, 9, but=(0,))) for x in xs))
        if drawn.weight.denominator > 6 or drawn.weight in (-1, 0, 1) or drawn.least == 0 or drawn.xy <= 0:
            raise Redraw("an unreadable weight, or points on one line")
        if len(dict.fromkeys(drawn.points)) < 3 or sum(y for _, y in drawn.points) == drawn.weight * sum(xs):
            raise Redraw("equal points, or the ratio of sums is the answer too")
        return drawn

    @derived
    def loss_terms(self) -> str:
        def square(x: int, y: int) -> str:
            term = "w" if x == 1 else f"{x}w"
            return f"({y} - {term})^2" if y > 0 else f"(-{-y} - {term})^2"

        return " + ".join(square(x, y) for x, y in self.points)

    @derived
    def xx(self) -> int:
        return sum(x * x for x, _ in self.points)

    @derived
    def xy(self) -> int:
        return sum(x * y for x, y in self.points)

    @derived
    def yy(self) -> int:
        return sum(y * y for _, y in self.points)

    @derived
    def xy_twice(self) -> int:
        return 2 * self.xy

    @derived
    def xy_squared(self) -> int:
        return self.xy**2

    @derived
    def weight(self) -> Fraction:
        return Fraction(self.xy, self.xx)

    @derived
    def least(self) -> Fraction:
        return self.yy - Fraction(self.xy_squared, self.xx)

    @derived
    def errors(self) -> tuple[Fraction, ...]:
        return tuple(y - self.weight * x for x, y in self.points)

    def loss(self, w: Fraction) -> Fraction:
        return sum(((y - w * x) ** 2 for x, y in self.points), Fraction(0))

    def answer(self) -> Answer:
        return self.given(self.weight, self.least)

    def given(self, weight: Fraction, least: Fraction) -> Answer:
        return Parts(weight=Number(weight, variable="w"), least=Number(least, variable="L"))

    def slips(self) -> dict[str, Answer]:
        ratio = Fraction(sum(y for _, y in self.points), sum(x for x, _ in self.points))
        return {
            "full-coefficient": self.given(2 * self.weight, self.loss(2 * self.weight)),
            "ratio-of-sums": self.given(ratio, self.loss(ratio)),
            "loss-at-zero": self.given(self.weight, Fraction(self.yy)),
        }

    def verify(self) -> None:
        assert self.loss(self.weight) == self.least  # the errors themselves, not the collected form
        for step in (Fraction(1, 100), Fraction(-1, 100), Fraction(3)):
            assert self.loss(self.weight + step) > self.least

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class NumberFromTheMean(Template):
    first: int
    way: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(first=rng.integer(-20, 40, but=(0,)), way=rng.choice([-9, -7, -5, -4, -3, 3, 4, 5, 7, 9]))

    @derived
    def mean(self) -> int:
        return self.first + self.way

    @derived
    def second(self) -> int:
        return self.mean + self.way

    @derived
    def total(self) -> int:
        return 2 * self.mean

    def answer(self) -> Answer:
        return Number(self.second)

    def slips(self) -> dict[str, Answer]:
        return {
            "half-way-only": Number(self.mean + Fraction(self.way, 2)),
            "mean-again": Number(self.mean),
        }

    def verify(self) -> None:
        assert Fraction(self.first + self.second, 2) == self.mean

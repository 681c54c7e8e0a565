from fractions import Fraction
from typing import Self

from upslope.problems import Rng, Template, derived


class ContrapositiveOfAnImplication(Template):
    story: str
    k: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["divisible", "clip", "memory", "accuracy"])
        return cls(story=story, k=rng.integer(2, 9), b=rng.integer(3, 24))

    @derived
    def a(self) -> int:
        return self.k * self.b  # for "divisible" the first number is a multiple of the second

    def verify(self) -> None:
        cases = [(p, q) for p in (True, False) for q in (True, False)]
        claim = [not p or q for p, q in cases]
        assert claim == [q or not p for p, q in cases]  # not Q implies not P
        for other in (
            [not q or p for p, q in cases],
            [p or not q for p, q in cases],
            [not p or not q for p, q in cases],
        ):
            assert other != claim
        assert Fraction(self.a, self.b).denominator == 1

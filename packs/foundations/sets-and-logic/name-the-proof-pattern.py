from typing import Self

from upslope.problems import Rng, Template, derived


class NameTheProofPattern(Template):
    story: str
    p: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["direct", "contrapositive", "contradiction", "counterexample"])
        return cls(story=story, p=rng.integer(2, 60))

    @derived
    def p_square(self) -> int:
        return self.p**2

    @derived
    def is_direct(self) -> bool:
        return self.story == "direct"

    @derived
    def is_contrapositive(self) -> bool:
        return self.story == "contrapositive"

    @derived
    def is_contradiction(self) -> bool:
        return self.story == "contradiction"

    @derived
    def is_counterexample(self) -> bool:
        return self.story == "counterexample"

    def verify(self) -> None:
        for n in range(-200, 201):
            if n % self.p == 0:
                assert n * n % self.p_square == 0
                assert n * n % self.p == 0
        assert self.p > 1

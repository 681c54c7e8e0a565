from typing import Self

from upslope.problems import Rng, Template, derived


class NegateTwoQuantifiers(Template):
    story: str
    t: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["network", "seed", "word", "number"])
        return cls(
            story=story, t=rng.integer(51, 99) if story in ("network", "seed") else rng.integer(12, 90)
        )

    @derived
    def percent(self) -> bool:
        return self.story in ("network", "seed")

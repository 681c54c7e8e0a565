from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class AverageThem(Template):
    n: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(n=rng.integer(1, 999))

    @derived
    def out(self) -> int:
        return self.n + 3

    def answer(self) -> Answer:
        return Number(self.out)

    def slips(self) -> dict[str, Answer]:
        return {"nothing-done": Number(self.n)}

    def verify(self) -> None:
        assert self.out - 3 == self.n

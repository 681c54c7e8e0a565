from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class HalveIt(Template):
    n: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(n=2 * rng.integer(1, 999))

    @derived
    def out(self) -> int:
        return self.n // 2

    def answer(self) -> Answer:
        return Number(self.out)

    def slips(self) -> dict[str, Answer]:
        return {"nothing-done": Number(self.n)}

    def verify(self) -> None:
        assert self.out + self.out == self.n

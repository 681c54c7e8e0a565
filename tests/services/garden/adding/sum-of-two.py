from typing import Self

from upslope.problems import Answer, Number, Rng, Template, derived


class SumOfTwo(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(a=rng.integer(2, 99), b=rng.integer(2, 99))

    @derived
    def sum(self) -> int:
        return self.a + self.b

    def answer(self) -> Answer:
        return Number(self.sum)

    def slips(self) -> dict[str, Answer]:
        return {"one-too-many": Number(self.sum + 1)}

    def verify(self) -> None:
        assert self.sum - self.b == self.a

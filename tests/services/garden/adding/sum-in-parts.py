from typing import Self

from upslope.problems import Answer, Number, Parts, Rng, Template, derived


class SumInParts(Template):
    a: int
    b: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        return cls(a=rng.integer(-40, 40), b=rng.integer(2, 40))

    @derived
    def sum(self) -> int:
        return self.a + self.b

    @derived
    def difference(self) -> int:
        return self.a - self.b

    def answer(self) -> Answer:
        return Parts(sum=Number(self.sum), difference=Number(self.difference))

    def slips(self) -> dict[str, Answer]:
        return {"swapped": Parts(sum=Number(self.difference), difference=Number(self.sum))}

    def verify(self) -> None:
        assert self.sum + self.difference == 2 * self.a

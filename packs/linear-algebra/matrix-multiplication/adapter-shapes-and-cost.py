from typing import Self

from upslope.problems import Answer, Number, Parts, Redraw, Rng, Shape, Template, derived


class AdapterShapesAndCost(Template):
    d: int
    k: int
    r: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sizes = [40, 50, 60, 80, 100, 120, 150, 200, 250, 300]
        drawn = cls(d=rng.choice(sizes), k=rng.choice(sizes), r=rng.choice([2, 3, 4, 5, 8, 10]))
        if drawn.d == drawn.k:
            raise Redraw("a square layer hides the order of the sizes")
        return drawn

    @derived
    def in_a(self) -> int:
        return self.r * self.k

    @derived
    def in_b(self) -> int:
        return self.d * self.r

    @derived
    def parameters(self) -> int:
        return self.in_a + self.in_b

    @derived
    def full(self) -> int:
        return self.d * self.k

    def given(self, shape: tuple[int, int], parameters: int, adapted: int) -> Answer:
        return Parts(shape=Shape(*shape), parameters=Number(parameters), adapted=Number(adapted))

    def answer(self) -> Answer:
        return self.given((self.d, self.r), self.parameters, self.parameters)

    def slips(self) -> dict[str, Answer]:
        right, count = (self.d, self.r), self.parameters
        return {
            "full-matrix": self.given(right, self.full, self.full),
            "shape-transposed": self.given(right[::-1], count, count),
            "sizes-multiplied": self.given(right, count, self.d * self.r * self.k),
        }

    def verify(self) -> None:
        import numpy as np

        A, B = np.ones((self.r, self.k), int), np.ones((self.d, self.r), int)
        assert (A.size + B.size, (B @ A).size) == (self.parameters, self.full)
        # with ones everywhere, each entry of B(Ax) adds up r sums of k products
        assert (B @ (A @ np.ones(self.k, int)) == self.r * self.k).all()
        assert self.r * (self.d + self.k) == self.parameters

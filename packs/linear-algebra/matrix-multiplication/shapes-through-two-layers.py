from typing import Self

from upslope.problems import Answer, Parts, Redraw, Rng, Shape, Template

Sizes = tuple[int, int]


class ShapesThroughTwoLayers(Template):
    batch: int
    d_in: int
    hidden: int
    d_out: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            batch=rng.choice([8, 16, 20, 32, 48, 64]),
            d_in=rng.choice([3, 5, 12, 28, 50, 100, 784]),
            hidden=rng.choice([6, 10, 24, 40, 128, 256, 300]),
            d_out=rng.choice([2, 4, 7, 9, 15, 36]),
        )
        if drawn.d_in == drawn.hidden:
            raise Redraw("sizes that cannot be told apart")
        return drawn

    def given(self, hidden: Sizes, output: Sizes, combined: Sizes) -> Answer:
        return Parts(hidden=Shape(*hidden), output=Shape(*output), combined=Shape(*combined))

    def answer(self) -> Answer:
        return self.given((self.batch, self.hidden), (self.batch, self.d_out), (self.d_out, self.d_in))

    def slips(self) -> dict[str, Answer]:
        h, y, w = (self.batch, self.hidden), (self.batch, self.d_out), (self.d_out, self.d_in)
        return {
            "samples-in-columns": self.given(h[::-1], y[::-1], w),
            "combined-transposed": self.given(h, y, w[::-1]),
            "combined-keeps-the-batch": self.given(h, y, y),
        }

    def verify(self) -> None:
        import numpy as np

        X, W1 = np.ones((self.batch, self.d_in), int), np.ones((self.hidden, self.d_in), int)
        W2 = np.ones((self.d_out, self.hidden), int)
        H, W = X @ W1.T, W2 @ W1
        assert (H @ W2.T == X @ W.T).all()
        assert (*H.shape, *(H @ W2.T).shape) == (self.batch, self.hidden, self.batch, self.d_out)
        assert W.shape == (self.d_out, self.d_in)

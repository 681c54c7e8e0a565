from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Matrix, MatrixAnswer, Redraw, Rng, Template, derived


class LinearLayerOnABatch(Template):
    X: Matrix
    W: Matrix
    b: tuple[int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def matrix() -> Matrix:
            return Matrix([[rng.integer(-3, 4) for _ in range(level + 1)] for _ in range(2)])

        drawn = cls(X=matrix(), W=matrix(), b=(rng.integer(-4, 5, but=[0]), rng.integer(-4, 5, but=[0])))
        if any(row.count(0) > 1 for M in (drawn.X, drawn.W) for row in M.rows) or drawn.b[0] == drawn.b[1]:
            raise Redraw("too many zeros, or equal biases")
        return drawn

    @derived
    def sample(self) -> tuple[Fraction, ...]:
        return self.X.row(0)

    @derived
    def transposed(self) -> Matrix:
        return self.W.T

    @derived
    def product(self) -> Matrix:
        return self.X @ self.W.T

    @derived
    def bias_rows(self) -> Matrix:
        return Matrix([self.b, self.b])

    @derived
    def output(self) -> Matrix:
        return self.product + self.bias_rows

    @derived
    def first_output(self) -> tuple[Fraction, ...]:
        return self.output.row(0)

    def answer(self) -> Answer:
        return MatrixAnswer(self.output)

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "bias-forgotten": MatrixAnswer(self.product),
            "samples-in-columns": MatrixAnswer(self.output.T),
            "bias-down-the-rows": MatrixAnswer(self.product + self.bias_rows.T),
        }
        if self.W.is_square:
            wrong["not-transposed"] = MatrixAnswer(self.X @ self.W + self.bias_rows)
        return wrong

    def verify(self) -> None:
        for x, y in zip(
            self.X.rows, self.output.rows, strict=True
        ):  # one sample at a time, as Wx + b by columns
            out = [Fraction(b) for b in self.b]
            for j, feature in enumerate(x):
                out = [o + feature * w for o, w in zip(out, self.W.column(j), strict=True)]
            assert tuple(out) == y

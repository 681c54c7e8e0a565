from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, Vector, derived

Point = tuple[Fraction, ...]


class WeightsWithEqualPredictions(Template):
    X: Matrix
    w: tuple[int, int, int]
    rise: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def entry() -> int:
            return rng.integer(-3, 4, but=[0])

        p, q = (rng.integer(-4, 4, but=[0]) for _ in range(2))  # (p, q, 1) spans the null space
        rows = [[x, y, -(p * x + q * y)] for x, y in ((entry(), entry()), (entry(), entry()))]
        X = Matrix(rows)
        if X.pivots != (0, 1) or not all(0 < abs(row[2]) <= 9 for row in rows):
            raise Redraw("a null space that is no such line, or a feature that is zero or large")
        a, b, c = (rng.integer(-4, 5, but=[0]) for _ in range(3))
        drawn = cls(X=X, w=(a, b, c), rise=rng.choice([-c, -2, -1, 1, 2, 3]))
        if max(map(abs, drawn.v)) > 15:
            raise Redraw("large weights")
        return drawn

    @derived
    def w3(self) -> int:
        return self.w[2]

    @derived
    def target(self) -> int:
        return self.w3 + self.rise

    @derived
    def d(self) -> Point:
        return tuple(self.rise * x for x in self.X.null_space()[0])

    @derived
    def v(self) -> Point:
        return tuple(a + b for a, b in zip(self.w, self.d, strict=True))

    @derived
    def first(self) -> Expr:
        return shared.linear(self.X.row(0)[:2], "pq")

    @derived
    def second(self) -> Expr:
        return shared.linear(self.X.row(1)[:2], "pq")

    @derived
    def right1(self) -> Fraction:
        return -self.rise * self.X[0, 2]

    @derived
    def right2(self) -> Fraction:
        return -self.rise * self.X[1, 2]

    @derived
    def prediction(self) -> Point:
        return self.X.times(self.w)

    @derived
    def prediction1(self) -> Fraction:
        return self.prediction[0]

    @derived
    def check(self) -> Tex:
        return shared.products(self.X.row(0), self.v)

    def answer(self) -> Answer:
        return Vector(self.v)

    def slips(self) -> dict[str, Answer]:
        turned = [a - b for a, b in zip(self.w, self.d, strict=True)]
        return {
            "only-the-third": Vector((*self.w[:2], self.target)),
            "wrong-direction": Vector((*turned[:2], self.target)),
            "difference-only": Vector(self.d),
        }

    def verify(self) -> None:
        fixed = Matrix([*self.X.rows, [0, 0, 1]])  # predictions and third weight fix v
        assert shared.cramer(fixed.augmented((*self.prediction, self.target))) == self.v

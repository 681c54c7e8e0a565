from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, Vector, derived

Column = tuple[int, ...]


class ColumnFromTheReducedForm(Template):
    R: Matrix
    basis: tuple[Column, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rank = level + 1
        weights = rng.sample([-4, -3, -2, 2, 3, 4, 5], rank)
        inner = rng.integer(-3, 4, but=[0])
        if level == 1:
            rows = rng.choice(
                [[[1, inner, 0, weights[0]], [0, 0, 1, weights[1]]], [[1, 0, weights[0]], [0, 1, weights[1]]]]
            )
            rows = [*rows, [0] * len(rows[0])]
        else:
            rows = [
                [1, 0, inner, 0, weights[0]],
                [0, 1, rng.integer(-2, 2), 0, weights[1]],
                [0, 0, 0, 1, weights[2]],
            ]
        basis = tuple(tuple(rng.integer(-3, 4) for _ in range(3)) for _ in range(rank))
        if Matrix(basis).rank < rank or sum(column.count(0) for column in basis) > 1:
            raise Redraw("dependent pivot columns, or zeros that hide the weights")
        if level == 1 and sum(weights) == 0:
            raise Redraw("two opposite weights")
        if 0 in (column[0] for column in basis):
            raise Redraw("a first component that shows nothing")
        return cls(R=Matrix(rows), basis=basis)

    @derived
    def k(self) -> int:
        return self.R.width

    @derived
    def names(self) -> tuple[str, ...]:
        return tuple(f"a_{j + 1}" for j in self.R.pivots)

    @derived
    def pivot_columns(self) -> Tex:
        named = zip(self.names, self.basis, strict=True)
        return Tex(r",\; ".join(f"{name} = ({', '.join(map(str, column))})" for name, column in named))

    @derived
    def weights(self) -> tuple[Fraction, ...]:
        return self.R.column(self.k - 1)[: len(self.basis)]

    @derived
    def in_reduced(self) -> Expr:
        return shared.linear(self.weights, [f"c_{j + 1}" for j in self.R.pivots])

    @derived
    def in_start(self) -> Expr:
        return shared.linear(self.weights, self.names)

    def combined(self, *weights: Fraction) -> tuple[Fraction, ...]:
        return Matrix(self.basis).T.times(weights)

    @derived
    def ak(self) -> tuple[Fraction, ...]:
        return self.combined(*self.weights)

    @derived
    def check(self) -> Tex:
        return shared.products(self.weights, [column[0] for column in self.basis])

    @derived
    def first(self) -> Fraction:
        return self.ak[0]

    def answer(self) -> Answer:
        return Vector(self.ak)

    def slips(self) -> dict[str, Answer]:
        return {
            "column-of-R": Vector(self.R.column(self.k - 1)),
            "minus-sign": Vector(tuple(-x for x in self.ak)),
            "weights-exchanged": Vector(self.combined(*self.weights[::-1])),
        }

    def verify(self) -> None:
        basis = Matrix(self.basis).T
        A = basis @ Matrix(self.R.rows[: len(self.basis)])  # rebuild A and reduce it again
        assert A.rref == self.R
        assert A.column(self.k - 1) == self.ak

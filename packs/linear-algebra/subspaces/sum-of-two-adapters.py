from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, MatrixAnswer, Number, Parts, Redraw, Rng, Template, Tex, derived

Ints = tuple[int, ...]


class SumOfTwoAdapters(Template):
    b1: Ints
    a1: Ints
    b2: Ints
    a2: Ints

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def vector(size: int) -> Ints:
            return tuple(rng.integer(-3, 4, but=[0]) for _ in range(size))

        b1, a1, b2, a2 = vector(2), vector(3), vector(2), vector(3)
        kind = rng.integer(0, 3)
        factor = rng.choice([-2, -1, 2])
        if kind == 0:
            a2 = tuple(factor * x for x in a1)
        if kind == 1:
            b2 = tuple(factor * x for x in b1)
        drawn = cls(b1=b1, a1=a1, b2=b2, a2=a2)
        if drawn.full is (kind < 2) or not any(map(any, drawn.update.rows)):
            raise Redraw("another rank than the one wanted")
        return drawn

    @derived
    def first(self) -> Matrix:
        return outer(self.b1, self.a1)

    @derived
    def second(self) -> Matrix:
        return outer(self.b2, self.a2)

    @derived
    def update(self) -> Matrix:
        return self.first + self.second

    @derived
    def full(self) -> bool:
        return self.update.rank == 2

    @derived
    def same_input(self) -> bool:
        return Matrix([self.a1, self.a2]).rank == 1

    @derived
    def row1(self) -> tuple[Fraction, ...]:
        return self.update.row(0)

    @derived
    def row2(self) -> tuple[Fraction, ...]:
        return self.update.row(1)

    @derived
    def corner(self) -> Tex:
        return shared.products((self.b1[0], self.b2[0]), (self.a1[0], self.a2[0]))

    def given(self, update: Matrix, rank: int) -> Answer:
        return Parts(update=MatrixAnswer(update), rank=Number(rank))

    def answer(self) -> Answer:
        return self.given(self.update, self.update.rank)

    def slips(self) -> dict[str, Answer]:
        b, a = (
            tuple(x + y for x, y in zip(*pair, strict=True))
            for pair in ((self.b1, self.b2), (self.a1, self.a2))
        )
        return {
            "rank-kept": self.given(self.update, 3 - self.update.rank),
            "vectors-added": self.given(outer(b, a), 1),
        }

    def verify(self) -> None:
        B = Matrix.from_columns([self.b1, self.b2])  # the sum as one product of inner size two
        assert B @ Matrix([self.a1, self.a2]) == self.update
        minors = [
            self.row1[i] * self.row2[j] - self.row1[j] * self.row2[i] for i, j in ((0, 1), (0, 2), (1, 2))
        ]
        assert self.full is any(minors)


def outer(column: Ints, row: Ints) -> Matrix:
    return Matrix([[x * y for y in row] for x in column])

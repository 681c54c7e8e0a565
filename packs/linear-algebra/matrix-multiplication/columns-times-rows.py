from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Matrix, MatrixAnswer, Parts, Redraw, Rng, Template, derived

Line = tuple[Fraction, ...]


class ColumnsTimesRows(Template):
    A: Matrix
    B: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def matrix(height: int) -> Matrix:
            return Matrix([[rng.integer(-4, 5, but=[0]) for _ in range(2)] for _ in range(height)])

        drawn = cls(A=matrix(level + 1), B=matrix(2))
        if drawn.A.rank < 2 or drawn.B.rank < 2:
            raise Redraw("parallel columns of A or rows of B")
        return drawn

    @derived
    def height(self) -> int:
        return self.A.height

    @derived
    def row1(self) -> Line:
        return self.A.row(0)

    @derived
    def a1(self) -> Line:
        return self.A.column(0)

    @derived
    def a2(self) -> Line:
        return self.A.column(1)

    @derived
    def b1(self) -> Line:
        return self.B.row(0)

    @derived
    def b2(self) -> Line:
        return self.B.row(1)

    @derived
    def first(self) -> Matrix:
        return outer(self.a1, self.b1)

    @derived
    def second(self) -> Matrix:
        return outer(self.a2, self.b2)

    @derived
    def product(self) -> Matrix:
        return self.A @ self.B

    def answer(self) -> Answer:
        return pair(self.first, self.second)

    def slips(self) -> dict[str, Answer]:
        columns = [self.B.column(j) for j in range(2)]
        wrong = {
            "terms-exchanged": pair(self.second, self.first),
            "crossed-pairs": pair(outer(self.a1, self.b2), outer(self.a2, self.b1)),
            "columns-with-columns": pair(outer(self.a1, columns[0]), outer(self.a2, columns[1])),
        }
        if self.A.is_square:
            wrong["rows-with-rows"] = pair(outer(self.A.row(0), self.b1), outer(self.A.row(1), self.b2))
        return wrong

    def verify(self) -> None:
        for i, row in enumerate(self.A.rows):  # dot products, and rank one by vanishing minors
            for j in range(2):
                dot = sum(a * b for a, b in zip(row, self.B.column(j), strict=True))
                assert self.first[i, j] + self.second[i, j] == dot
        assert self.first.rank == self.second.rank == 1


def outer(column: Line, row: Line) -> Matrix:
    return Matrix([[a * b for b in row] for a in column])


def pair(first: Matrix, second: Matrix) -> Answer:
    return Parts(first=MatrixAnswer(first), second=MatrixAnswer(second))

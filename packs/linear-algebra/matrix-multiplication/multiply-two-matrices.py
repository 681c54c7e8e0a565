from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, MatrixAnswer, Redraw, Rng, Template, Tex, derived


@dataclass(frozen=True)
class Term:
    """One weight, with its sign, and the column it multiplies."""

    sign: Tex
    column: tuple[Fraction, ...]


class MultiplyTwoMatrices(Template):
    A: Matrix
    B: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def matrix(height: int, width: int) -> Matrix:
            return Matrix([[rng.integer(-4, 5, but=[0]) for _ in range(width)] for _ in range(height)])

        inner = level + 1
        drawn = cls(A=matrix(2, inner), B=matrix(inner, 2))
        if min(a for row in (*drawn.A.rows, *drawn.B.rows) for a in row) > 0:
            raise Redraw("no negative entry")
        return drawn

    @derived
    def inner(self) -> int:
        return self.A.width

    @derived
    def product(self) -> Matrix:
        return self.A @ self.B

    @derived
    def first_sum(self) -> Tex:
        return shared.products(self.A.row(0), self.B.column(0))

    @derived
    def first_entry(self) -> Fraction:
        return self.product[0, 0]

    @derived
    def last_column(self) -> tuple[Fraction, ...]:
        return self.product.column(1)

    @derived
    def combination(self) -> tuple[Term, ...]:
        signs = shared.weight_signs(self.B.column(1))
        return tuple(Term(sign, self.A.column(j)) for j, sign in enumerate(signs))

    def answer(self) -> Answer:
        return MatrixAnswer(self.product)

    def slips(self) -> dict[str, Answer]:
        A, B = self.A, self.B
        wrong: dict[str, Answer] = {"reversed-order": MatrixAnswer(B @ A)}
        if A.is_square:
            pairs = [zip(*rows, strict=True) for rows in zip(A.rows, B.rows, strict=True)]
            wrong["entry-by-entry"] = MatrixAnswer(Matrix([[a * b for a, b in row] for row in pairs]))
            wrong["rows-with-rows"] = MatrixAnswer(A @ B.T)
        else:
            short = Matrix([row[:-1] for row in A.rows]) @ Matrix(B.rows[:-1])
            wrong["last-product-missing"] = MatrixAnswer(short)
        return wrong

    def verify(self) -> None:
        total = Matrix.zeros(2, 2)  # add columns times rows instead of dot products
        for j in range(self.inner):
            total = total + Matrix.from_columns([self.A.column(j)]) @ Matrix([self.B.row(j)])
        assert total == self.product

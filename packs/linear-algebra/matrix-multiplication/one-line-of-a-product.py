from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, Redraw, Rng, Template, Tex, Vector, derived


@dataclass(frozen=True)
class Term:
    """One weight, with its sign, and the row or column it multiplies."""

    sign: Tex
    vector: tuple[Fraction, ...]


class OneLineOfAProduct(Template):
    A: Matrix
    B: Matrix
    index: int
    by_row: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def matrix() -> Matrix:
            return Matrix([[rng.integer(-3, 4, but=[0]) for _ in range(3)] for _ in range(3)])

        drawn = cls(A=matrix(), B=matrix(), index=rng.integer(0, 2), by_row=level == 2)
        if set(drawn.weights) <= {1, -1} or min(len(set(M.rows)) for M in (drawn.A, drawn.B)) < 3:
            raise Redraw("weights that hide the work, or equal rows")
        return drawn

    @derived
    def number(self) -> int:
        return self.index + 1

    @derived
    def weights(self) -> tuple[Fraction, ...]:
        return self.A.row(self.index) if self.by_row else self.B.column(self.index)

    @derived
    def combined(self) -> tuple[tuple[Fraction, ...], ...]:
        return self.B.rows if self.by_row else self.A.T.rows

    @derived
    def combination(self) -> tuple[Term, ...]:
        signs = shared.weight_signs(self.weights)
        return tuple(Term(sign, vector) for sign, vector in zip(signs, self.combined, strict=True))

    @derived
    def line(self) -> tuple[Fraction, ...]:
        return self.B.T.times(self.weights) if self.by_row else self.A.times(self.weights)

    @derived
    def first_sum(self) -> Tex:
        return shared.products(self.weights, [vector[0] for vector in self.combined])

    @derived
    def last_sum(self) -> Tex:
        if self.by_row:
            return shared.products(self.weights, self.B.column(2))
        return shared.products(self.A.row(2), self.weights)

    @derived
    def last(self) -> Fraction:
        return self.line[-1]

    def answer(self) -> Answer:
        return Vector(self.line)

    def slips(self) -> dict[str, Answer]:
        AB, BA, i = self.A @ self.B, self.B @ self.A, self.index
        across = self.B.times(self.weights) if self.by_row else self.A.T.times(self.weights)
        return {
            "other-line": Vector(AB.column(i) if self.by_row else AB.row(i)),
            "reversed-order": Vector(BA.row(i) if self.by_row else BA.column(i)),
            "combined-the-others": Vector(across),
        }

    def verify(self) -> None:
        whole = [  # all nine dot products
            [sum(a * b for a, b in zip(row, column, strict=True)) for column in self.B.T.rows]
            for row in self.A.rows
        ]
        wanted = whole[self.index] if self.by_row else [row[self.index] for row in whole]
        assert tuple(wanted) == self.line

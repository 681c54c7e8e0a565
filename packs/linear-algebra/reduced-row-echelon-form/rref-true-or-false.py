from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Expr, Matrix, Redraw, Rng, Template, derived
from upslope.problems.objects import matrix_of_rank


class RrefTrueOrFalse(Template):
    A: Matrix
    shift: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rank, scramble = rng.integer(2, 3), rng.chance(1, 2)
        A = matrix_of_rank(
            rng, 3, rng.integer(4, 5) if rank == 3 else 4, rank=rank, scramble_columns=scramble
        )
        drawn = cls(A=A, shift=0 if rng.chance(1, 2) else rng.choice([-2, -1, 1, 2]))
        if sum(1 for w in drawn.weights if w) < 2 or not any(drawn.claimed):
            raise Redraw("a relation with a single column")
        return drawn

    @derived
    def k(self) -> int:
        return max(j for j in range(self.A.width) if j not in self.A.pivots) + 1

    @derived
    def weights(self) -> tuple[Fraction, ...]:
        return self.A.rref.column(self.k - 1)[: self.A.rank]

    @derived
    def claimed(self) -> tuple[Fraction, ...]:
        return (self.weights[0] + self.shift, *self.weights[1:])

    def written(self, weights: tuple[Fraction, ...]) -> Expr:
        return shared.linear(weights, [f"a_{j + 1}" for j in self.A.pivots])

    @derived
    def claim(self) -> Expr:
        return self.written(self.claimed)

    @derived
    def relation(self) -> Expr:
        return self.written(self.weights)

    @derived
    def claim_right(self) -> bool:
        return self.shift == 0

    @derived
    def full_rank(self) -> bool:
        return self.A.rank == self.A.height

    @derived
    def zero_row(self) -> bool:
        return not self.full_rank

    @derived
    def two_free(self) -> bool:
        return self.A.nullity == 2

    @derived
    def one_free(self) -> bool:
        return self.A.nullity == 1

    @derived
    def last_pivot(self) -> bool:
        return self.A.width - 1 in self.A.pivots

    def verify(self) -> None:
        pivots = Matrix.from_columns([self.A.column(j) for j in self.A.pivots])
        assert self.claim_right is (pivots.times(self.claimed) == self.A.column(self.k - 1))
        left = Matrix([row[:-1] for row in self.A.rows])
        assert self.last_pivot is (left.rank < self.A.rank)
        assert self.zero_row is (self.A.T.nullity > 0)

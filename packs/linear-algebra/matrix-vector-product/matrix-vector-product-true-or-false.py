from fractions import Fraction
from typing import Self

from upslope.problems import Matrix, Redraw, Rng, Template, derived


class MatrixVectorProductTrueOrFalse(Template):
    A: Matrix
    row_error: int
    corner_error: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        m, n = rng.choice([(2, 3), (3, 2)])
        error = [0, 0, 0, -2, -1, 1, 2]
        drawn = cls(
            A=Matrix([[rng.integer(-4, 5, but=[0]) for _ in range(n)] for _ in range(m)]),
            row_error=rng.choice(error),
            corner_error=rng.choice(error),
        )
        if drawn.A.rank < 2:
            raise Redraw("parallel rows")
        return drawn

    @derived
    def m(self) -> int:
        return self.A.height

    @derived
    def n(self) -> int:
        return self.A.width

    @derived
    def three_in(self) -> bool:
        return self.n == 3

    @derived
    def three_out(self) -> bool:
        return self.m == 3

    @derived
    def two_out(self) -> bool:
        return self.m == 2

    @derived
    def row_sum(self) -> Fraction:
        return sum(self.A.row(0), Fraction(0))

    @derived
    def claimed(self) -> Fraction:
        return self.row_sum + self.row_error

    @derived
    def claim_right(self) -> bool:
        return self.row_error == 0

    @derived
    def corner(self) -> Fraction:
        return self.A[self.m - 1, 0]

    @derived
    def claimed_corner(self) -> Fraction:
        return self.corner + self.corner_error

    @derived
    def column_claim_right(self) -> bool:
        return self.corner_error == 0

    def verify(self) -> None:
        ones, first = (1,) * self.n, (1,) + (0,) * (self.n - 1)
        assert (self.A.times(ones)[0] == self.claimed) == self.claim_right
        assert (self.A.times(first)[-1] == self.claimed_corner) == self.column_claim_right

from enum import Enum
from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Matrix, Redraw, Rng, Template, Tex, derived


class Case(Enum):
    """Say what is special about the two matrices."""

    COMMUTE = "commute"
    VANISH = "vanish"
    PLAIN = "plain"


class MatrixProductsTrueOrFalse(Template):
    A: Matrix
    B: Matrix
    claimed: Fraction

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def matrix() -> Matrix:
            return Matrix([[rng.integer(-3, 4) for _ in range(2)] for _ in range(2)])

        case = rng.choice([Case.COMMUTE, Case.COMMUTE, Case.VANISH, Case.PLAIN])
        A, B = matrix(), matrix()
        if case is Case.COMMUTE:  # B is a polynomial in A
            B = rng.choice([-1, 1, 2]) * A + rng.choice([-2, -1, 1, 2, 3]) * Matrix.identity(2)
        if case is Case.VANISH:  # rows of A along (a, b), columns of B along (-b, a)
            a, b, p, q, s, t = (rng.integer(-2, 3, but=[0]) for _ in range(6))
            A, B = Matrix([[p * a, p * b], [q * a, q * b]]), Matrix([[-b * s, -b * t], [a * s, a * t]])
        shift = 0 if rng.chance(1, 2) else rng.choice([-3, -2, -1, 1, 2, 3])
        drawn = cls(A=A, B=B, claimed=(A @ B)[0, 1] + shift)
        entries = [a for M in (A, B) for row in M.rows for a in row]
        if entries.count(0) > 1 or max(map(abs, entries)) > 9 or A == B or 0 in A.row(0):
            raise Redraw("too many zeros, or large entries")
        if drawn.commute != (case is Case.COMMUTE) or drawn.vanishes != (case is Case.VANISH):
            raise Redraw("another case than the one wanted")
        return drawn

    @derived
    def ab(self) -> Matrix:
        return self.A @ self.B

    @derived
    def ba(self) -> Matrix:
        return self.B @ self.A

    @derived
    def commute(self) -> bool:
        return self.ab == self.ba

    @derived
    def differ(self) -> bool:
        return not self.commute

    @derived
    def vanishes(self) -> bool:
        return Matrix.zeros(2, 2) == self.ab

    @derived
    def not_vanishing(self) -> bool:
        return not self.vanishes

    @derived
    def entry(self) -> Fraction:
        return self.ab[0, 1]

    @derived
    def entry_sum(self) -> Tex:
        return shared.products(self.A.row(0), self.B.column(1))

    @derived
    def claim_right(self) -> bool:
        return self.claimed == self.entry

    def verify(self) -> None:
        S, D = self.A + self.B, self.A - self.B
        A2, B2 = self.A @ self.A, self.B @ self.B
        assert self.commute is (A2 + 2 * self.ab + B2 == S @ S)
        assert self.commute is (S @ D == A2 - B2)

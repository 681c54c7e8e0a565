from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Matrix, Redraw, Rng, Template, derived


class EliminationTrueOrFalse(Template):
    U: Matrix
    multipliers: tuple[int, int, int]
    solution: tuple[int, int, int]
    errors: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signs = [1, 1, 1] if rng.chance(1, 2) else rng.shuffled([1, rng.choice([-1, 1]), -1])
        rows = [[rng.integer(-3, 4, but=[0]) if i < j else 0 for j in range(3)] for i in range(3)]
        for i in range(3):
            rows[i][i] = signs[i] * rng.integer(1, 3)
        l21, l31, l32 = (rng.choice([-2, -1, 1, 2, 3]) for _ in range(3))
        x, y, z = (rng.integer(-3, 4, but=[0]) for _ in range(3))
        e1, e2, e3 = (rng.choice([0, 0, 0, -1, 1, 2]) for _ in range(3))
        drawn = cls(U=Matrix(rows), multipliers=(l21, l31, l32), solution=(x, y, z), errors=(e1, e2, e3))
        entries = [a for row in drawn.start.rows for a in row]
        if sum(a == 0 for a in entries) > 1 or max(map(abs, entries)) > 16 or drawn.start[1, 1] == drawn.p2:
            raise Redraw("zeros or large numbers, or a diagonal entry that is already the pivot")
        if 0 in (drawn.claimed_multiplier, drawn.claimed_pivot) or {abs(m) for m in drawn.multipliers} == {1}:
            raise Redraw("a claim that nobody would believe, or multipliers that are their own reciprocals")
        return drawn

    @derived
    def start(self) -> Matrix:
        return shared.lower(*self.multipliers) @ self.U.augmented(self.U.times(self.solution))

    @derived
    def p1(self) -> Fraction:
        return self.U[0, 0]

    @derived
    def p2(self) -> Fraction:
        return self.U[1, 1]

    @derived
    def p3(self) -> Fraction:
        return self.U[2, 2]

    @derived
    def c3(self) -> Fraction:
        return self.p3 * self.solution[2]

    @derived
    def a21(self) -> Fraction:
        return self.start[1, 0]

    @derived
    def a22(self) -> Fraction:
        return self.start[1, 1]

    @derived
    def l21(self) -> int:
        return self.multipliers[0]

    @derived
    def claimed_multiplier(self) -> int:
        return self.l21 + self.errors[0]

    @derived
    def multiplier_right(self) -> bool:
        return self.errors[0] == 0

    @derived
    def claimed_pivot(self) -> Fraction:
        return self.p2 + self.errors[1]

    @derived
    def pivot_right(self) -> bool:
        return self.errors[1] == 0

    @derived
    def claimed_z(self) -> int:
        return self.solution[2] + self.errors[2]

    @derived
    def last_right(self) -> bool:
        return self.errors[2] == 0

    @derived
    def all_positive(self) -> bool:
        return min(self.p1, self.p2, self.p3) > 0

    @derived
    def some_negative(self) -> bool:
        return not self.all_positive

    def verify(self) -> None:
        A = Matrix([row[:3] for row in self.start.rows])  # pivots are ratios of leading determinants
        corner = Matrix([row[:2] for row in A.rows[:2]]).det()
        assert corner / A[0, 0] == self.p2
        assert A.det() / corner == self.p3
        assert list(A.inverse().times(self.start.column(3))) == list(self.solution)
        assert self.l21 * A[0, 0] == A[1, 0]

from fractions import Fraction
from typing import Self

from upslope.problems import Matrix, Redraw, Rng, Template, derived


class RowExchangeTrueOrFalse(Template):
    system: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        case, a31_zero, a21_zero = rng.integer(0, 2), rng.chance(1, 3), rng.chance(1, 3)
        first = [0, *(rng.integer(-3, 4, but=[0]) for _ in range(3))]
        second = [0 if a21_zero else rng.integer(-4, 4, but=[0]), *(rng.integer(-3, 4) for _ in range(3))]
        third = [0 if a31_zero else rng.integer(-4, 4, but=[0]), *(rng.integer(-4, 5) for _ in range(3))]
        if case:  # make one of the rows a combination of the two others on the left
            factor, c = rng.choice([-2, -1, 1, 2]), rng.choice([-2, -1, 1, 2])
            third = [
                factor * a + (0 if a21_zero != a31_zero else c) * b
                for a, b in zip(first, second, strict=True)
            ]
            if a21_zero and not a31_zero:
                second, third = third, second
                third = [rng.integer(-4, 4, but=[0]), *third[1:]]
                second = [factor * a for a in first]
            third[3] += rng.integer(-3, 3, but=[0]) if case == 1 else 0
        drawn = cls(system=Matrix([first, second, third]))
        sizes = [abs(x) for row in drawn.system.rows for x in row]
        if (
            drawn.case != case
            or max(sizes) > 14
            or sum(x == 0 for x in sizes) > 4
            or not (drawn.second_can or drawn.third_can)
        ):
            raise Redraw("another case than the one wanted, large numbers, or a first column of zeros")
        if abs(drawn.a21) == abs(drawn.a31) or not all(any(row[:3]) for row in drawn.system.rows):
            raise Redraw("a tie for the pivot, or an empty row")
        return drawn

    @derived
    def left(self) -> Matrix:
        return Matrix([row[:3] for row in self.system.rows])

    @derived
    def a21(self) -> Fraction:
        return self.system[1, 0]

    @derived
    def a31(self) -> Fraction:
        return self.system[2, 0]

    @derived
    def second_can(self) -> bool:
        return self.a21 != 0

    @derived
    def third_can(self) -> bool:
        return self.a31 != 0

    @derived
    def pivoting_takes_third(self) -> bool:
        return abs(self.a31) > abs(self.a21)

    @derived
    def case(self) -> int:
        return 0 if self.left.rank == 3 else 1 if self.system.rank > self.left.rank else 2

    @derived
    def one(self) -> bool:
        return self.case == 0

    @derived
    def none(self) -> bool:
        return self.case == 1

    @derived
    def many(self) -> bool:
        return self.case == 2

    def verify(self) -> None:
        import numpy as np

        A, b = np.array(self.left.rows, dtype=float), np.array(self.system.column(3), dtype=float)
        nearest = np.linalg.lstsq(A, b, rcond=None)[0]
        regular, hit = abs(np.linalg.det(A)) > 1e-9, bool(np.allclose(A @ nearest, b))
        assert (self.one, self.none, self.many) == (regular, not hit, hit and not regular)

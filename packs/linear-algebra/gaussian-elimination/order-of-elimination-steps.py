from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Ordering, Redraw, Rng, Template, derived

BEFORE = ((0, 2), (1, 3), (2, 3), (3, 4), (4, 5))
"""Row 2 must be new before it acts; what row 1 takes from row 3 may be taken before or after that."""


class OrderOfEliminationSteps(Template):
    U: Matrix
    l21: int
    l31: int
    l32: int
    solution: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rows = [[rng.integer(-2, 3, but=[0]) if i < j else 0 for j in range(3)] for i in range(3)]
        for i in range(3):
            rows[i][i] = rng.choice([1, 2, 3, -1, -2])
        l21, l31, l32 = (rng.choice([-2, 2, 3]) for _ in range(3))
        x, y, z = (rng.integer(-3, 4, but=[0]) for _ in range(3))
        drawn = cls(U=Matrix(rows), l21=l21, l31=l31, l32=l32, solution=(x, y, z))
        entries = [a for row in drawn.start.rows for a in row]
        if sum(a == 0 for a in entries) > 2 or max(map(abs, entries)) > 24 or len({x, y, z}) < 3:
            raise Redraw("zeros, large numbers, or equal unknowns")
        if drawn.start[1, 1] * l32 == drawn.start[2, 1]:
            raise Redraw("the second column could be cleared first")
        return drawn

    @derived
    def reduced(self) -> Matrix:
        return self.U.augmented(self.U.times(self.solution))

    @derived
    def start(self) -> Matrix:
        return shared.lower(self.l21, self.l31, self.l32) @ self.reduced

    @derived
    def p1(self) -> Fraction:
        return self.U[0, 0]

    @derived
    def x(self) -> int:
        return self.solution[0]

    @derived
    def y(self) -> int:
        return self.solution[1]

    @derived
    def z(self) -> int:
        return self.solution[2]

    @derived
    def steps(self) -> tuple[str, ...]:
        rows = ((2, self.l21, 1), (3, self.l31, 1), (3, self.l32, 2))
        elimination = [rf"$r_{i} \to {(row(i) + -factor * row(j)).latex()}$" for i, factor, j in rows]
        found = [f"${name} = {value}$" for name, value in zip("zyx", self.solution[::-1], strict=True)]
        return (*elimination, *found)

    def answer(self) -> Answer:
        return Ordering(self.steps, BEFORE)

    def in_order(self, *order: int) -> Answer:
        asked = Ordering(self.steps, BEFORE)  # the items stand on the page in the same order
        items, displayed = tuple(self.steps[i] for i in order), [self.steps[i] for i in asked.shown]
        return Ordering(items, shown=tuple(items.index(item) for item in displayed))

    def slips(self) -> dict[str, Answer]:
        return {
            "top-row-first": self.in_order(0, 1, 2, 5, 4, 3),
            "second-column-first": self.in_order(2, 0, 1, 3, 4, 5),
        }

    def verify(self) -> None:
        rows = [list(r) for r in self.start.rows]  # carry the steps out as printed
        for i, factor, j in ((1, self.l21, 0), (2, self.l31, 0), (2, self.l32, 1)):
            rows[i] = [b - factor * a for a, b in zip(rows[j], rows[i], strict=True)]
        assert Matrix(rows) == self.reduced
        assert self.start.rank == 3
        assert Matrix([r[:3] for r in self.start.rows]).times(self.solution) == self.start.column(3)


def row(i: int) -> Expr:
    return Expr.symbol(f"r_{i}")

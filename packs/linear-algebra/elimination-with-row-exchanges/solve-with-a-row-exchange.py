from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, TupleAnswer, derived


class SolveWithARowExchange(Template):
    """`U` is the triangular matrix after the exchange, `l2` and `l3` are the multipliers used.

    `late`: the zero turns up in the second pivot position; else it stands in the first.
    """

    U: Matrix
    l2: int
    l3: int
    solution: tuple[int, int, int]
    late: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rows = [[rng.integer(-3, 4, but=[0]) if i < j else 0 for j in range(3)] for i in range(3)]
        for i in range(3):
            rows[i][i] = rng.choice([1, 2, 3, -1, -2])
        x, y, z = (rng.integer(-3, 4, but=[0]) for _ in range(3))
        l2, l3 = (rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(2))
        drawn = cls(U=Matrix(rows), l2=l2, l3=l3, solution=(x, y, z), late=level == 2)
        entries = [a for row in drawn.start.rows for a in row]
        if max(map(abs, entries)) > 20 or sum(a == 0 for a in entries) > 3:
            raise Redraw("large numbers or further zeros")
        if len({x, y, z}) < 3 or (not drawn.late and drawn.start[2, 0] == 0):
            raise Redraw("equal unknowns, or a first column without work")
        return drawn

    @derived
    def reduced(self) -> Matrix:
        return self.U.augmented(self.U.times(self.solution))

    @derived
    def start(self) -> Matrix:
        first, second, third = (Matrix([row]) for row in self.reduced.rows)
        if self.late:
            rows = (first, self.l2 * first + third, self.l3 * first + second)
        else:
            rows = (second, first, self.l2 * first + self.l3 * second + third)
        return Matrix([row.row(0) for row in rows])

    @derived
    def half(self) -> Matrix:
        first, second, third = self.reduced.rows
        return Matrix([first, third, second])

    @derived
    def exchanged(self) -> Matrix:
        first, second, third = self.start.rows
        return Matrix([second, first, third])

    @derived
    def pivots(self) -> tuple[Fraction, ...]:
        return tuple(self.U[i, i] for i in range(3))

    @derived
    def climb(self) -> tuple[shared.Climb, ...]:
        return shared.climb(self.reduced, self.solution)

    @derived
    def b_first(self) -> Fraction:
        return self.start[0, 3]

    @derived
    def check_terms(self) -> Expr:
        return shared.number_sum([a * s for a, s in zip(self.start.row(0), self.solution, strict=False)])

    def answer(self) -> Answer:
        return TupleAnswer(self.solution)

    def slips(self) -> dict[str, Answer]:
        left, (x, y, z) = self.U, self.solution
        if self.late:  # rows 2 and 3 of the half-way form, right sides kept
            c = (self.reduced[0, 3], self.reduced[2, 3], self.reduced[1, 3])
        else:  # the same with rows 1 and 2, then the usual steps on row 3
            c1, c2 = self.reduced[1, 3], self.reduced[0, 3]
            c = (c1, c2, self.start[2, 3] - self.l2 * c1 - self.l3 * c2)
        alone = tuple(self.reduced[i, 3] / self.U[i, i] for i in range(3))
        return {
            "right-side-not-exchanged": TupleAnswer(left.inverse().times(c)),
            "unknowns-exchanged": TupleAnswer((x, z, y) if self.late else (y, x, z)),
            "top-row-first": TupleAnswer(alone),
        }

    def verify(self) -> None:
        A = Matrix([row[:3] for row in self.start.rows])
        assert list(shared.cramer(self.start)) == list(self.solution)
        assert A.det() != 0
        corner = Matrix([row[:2] for row in A.rows[:2]])
        assert (corner.det() == 0 != A[0, 0]) if self.late else A[0, 0] == 0

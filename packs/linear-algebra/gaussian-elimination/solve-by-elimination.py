from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, TupleAnswer, derived


class SolveByElimination(Template):
    """The triangular matrix, the multipliers and the solution are drawn; the system follows."""

    U: Matrix
    l21: int
    l31: int
    l32: int
    solution: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n, factors = level + 1, [-3, -2, -1, 1, 2, 3]
        U = [[rng.integer(-3, 4, but=[0]) if i < j else 0 for j in range(n)] for i in range(n)]
        for i in range(n):
            U[i][i] = rng.choice([1, 2, 3, -1, -2])
        drawn = cls(
            U=Matrix(U),
            l21=rng.choice(factors),
            l31=rng.choice(factors) if n == 3 else 0,
            l32=rng.choice(factors) if n == 3 else 0,
            solution=tuple(rng.integer(-3, 5, but=[0]) for _ in range(n)),
        )
        entries = [a for row in drawn.start.rows for a in row]
        if sum(a == 0 for a in entries) > n - 2 or 0 in drawn.start.column(0) or max(map(abs, entries)) > 20:
            raise Redraw("zeros or large numbers in the system")
        return drawn

    @derived
    def three(self) -> bool:
        return self.U.height == 3

    @derived
    def reduced(self) -> Matrix:
        return self.U.augmented(self.U.times(self.solution))

    @derived
    def start(self) -> Matrix:
        return shared.lower(self.l21, self.l31, self.l32, size=self.U.height) @ self.reduced

    @derived
    def system(self) -> tuple[shared.Line, ...]:
        return shared.equations(self.start)

    @derived
    def climb(self) -> tuple[shared.Climb, ...]:
        return shared.climb(self.reduced, self.solution)

    @derived
    def check_terms(self) -> Expr:
        row = self.start.rows[-1]
        return shared.number_sum([a * s for a, s in zip(row, self.solution, strict=False)])

    @derived
    def b_last(self) -> Fraction:
        return self.start.rows[-1][-1]

    def back(self, right: tuple[Fraction, ...], sign: int) -> Answer:
        """Substitute back into U; `sign`: known terms are subtracted (1), ignored (0) or added (-1)."""
        n, found = self.U.height, dict[int, Fraction]()
        for i in reversed(range(n)):
            known = sum((self.U[i, j] * found[j] for j in range(i + 1, n)), Fraction(0))
            found[i] = (right[i] - sign * known) / self.U[i, i]
        return TupleAnswer(tuple(found[i] for i in range(n)))

    def answer(self) -> Answer:
        return TupleAnswer(self.solution)

    def slips(self) -> dict[str, Answer]:
        c = self.reduced.column(self.U.width)
        return {
            "right-side-untouched": self.back(self.start.column(self.U.width), 1),
            "top-row-first": self.back(c, 0),
            "sign-while-climbing": self.back(c, -1),
        }

    def verify(self) -> None:
        assert shared.cramer(self.start) == self.solution

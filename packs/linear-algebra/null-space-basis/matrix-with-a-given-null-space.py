from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, MatrixAnswer, Redraw, Rng, Template, Tex, derived

Column = tuple[Fraction, ...]


class MatrixWithAGivenNullSpace(Template):
    R: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c, d = (rng.integer(-6, 7, but=[-1, 0, 1]) for _ in range(4))
        rows = [[1, 0, a, b], [0, 1, c, d]]
        if level == 2:
            rows = [[1, a, 0, b], [0, 0, 1, d]] if rng.chance(3, 4) else [[1, a, b, 0], [0, 0, 0, 1]]
        if level == 1 and (a, b) in ((c, d), (-c, -d)):
            raise Redraw("equal or opposite rows next to the identity")
        return cls(R=Matrix(rows))

    @derived
    def n(self) -> int:
        return self.R.width

    @derived
    def free(self) -> tuple[int, ...]:
        return tuple(j for j in range(self.n) if j not in self.R.pivots)

    @derived
    def free_columns(self) -> tuple[str, ...]:
        return tuple(str(j + 1) for j in self.free)

    @derived
    def pivot_columns(self) -> tuple[int, ...]:
        return tuple(j + 1 for j in self.R.pivots)

    @derived
    def first_free(self) -> int:
        return self.free[0] + 1

    @derived
    def last_free(self) -> int:
        return self.free[1] + 1

    @derived
    def s1(self) -> Column:
        return self.R.null_space()[0]

    @derived
    def s2(self) -> Column:
        return self.R.null_space()[1]

    @derived
    def f1(self) -> Column:
        return self.R.column(self.free[0])

    @derived
    def f2(self) -> Column:
        return self.R.column(self.free[1])

    @derived
    def check(self) -> Tex:
        return shared.products(self.R.row(0), self.s1)

    def answer(self) -> Answer:
        return MatrixAnswer(self.R)

    def slips(self) -> dict[str, Answer]:
        columns = [self.R.column(j) for j in range(self.n)]
        kept = [tuple(-x for x in c) if j in self.free else c for j, c in enumerate(columns)]
        turned = [c[::-1] if j in self.free else c for j, c in enumerate(columns)]
        return {
            "signs-kept": MatrixAnswer(Matrix.from_columns(kept)),
            "solutions-as-rows": MatrixAnswer(Matrix([self.s1, self.s2])),
            "rows-exchanged": MatrixAnswer(Matrix.from_columns(turned)),
        }

    def verify(self) -> None:
        S = Matrix([self.s1, self.s2])  # the rows of R span what is orthogonal to both solutions
        assert Matrix.zeros(2, 2) == self.R @ S.T
        assert Matrix(S.null_space()).rref == self.R

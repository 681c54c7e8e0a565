from typing import Self

from pack import shared

from upslope.problems import Expr, Matrix, Redraw, Rng, Template, derived


class RowAndColumnPictureTrueOrFalse(Template):
    A: Matrix
    b: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        wide, parallel, solvable = rng.chance(1, 2), rng.chance(1, 2), rng.chance(1, 2)
        m, n = (2, 3) if wide else (3, 2)
        columns = [[rng.integer(-3, 4, but=[0]) for _ in range(m)] for _ in range(n)]
        if parallel:
            columns[1] = [rng.choice([-2, 2, 3]) * x for x in columns[0][:1]] + [0] * (m - 1)
            columns[1] = [columns[1][0] // columns[0][0] * x for x in columns[0]]
        if wide and not solvable:
            columns[2] = [-x for x in columns[0]]
        weights = [rng.choice([-1, 1, 2]) for _ in range(n)]
        b = [sum(w * c[i] for w, c in zip(weights, columns, strict=True)) for i in range(m)]
        if not solvable:
            b[-1] += rng.choice([-2, -1, 1, 2])
        drawn = cls(A=Matrix(columns).T, b=tuple(b))
        if drawn.parallel != parallel or drawn.solvable != solvable or not any(b) or max(map(abs, b)) > 14:
            raise Redraw("another position than the one wanted")
        return drawn

    @derived
    def m(self) -> int:
        return self.A.height

    @derived
    def n(self) -> int:
        return self.A.width

    @derived
    def wide(self) -> bool:
        return self.n == 3

    @derived
    def tall(self) -> bool:
        return self.n == 2

    @derived
    def parallel(self) -> bool:
        return Matrix([self.A.column(0), self.A.column(1)]).rank == 1

    @derived
    def solvable(self) -> bool:
        return self.A.augmented(self.b).rank == self.A.rank

    @derived
    def unique(self) -> bool:
        return self.solvable and self.A.nullity == 0

    @derived
    def recipe(self) -> Expr:
        weights = self.A.augmented(self.b).null_space()[-1][: self.n]
        return shared.linear([-w for w in weights], ["a_1", "a_2", "a_3"])

    def verify(self) -> None:
        import numpy as np

        A, b = np.array(self.A.rows, dtype=float), np.array(self.b, dtype=float)
        nearest = np.linalg.lstsq(A, b, rcond=None)[0]
        assert self.solvable == bool(np.allclose(A @ nearest, b))
        assert self.unique == (self.solvable and np.linalg.matrix_rank(A) == self.n)
        first, second = A[:, 0], A[:, 1]
        assert self.parallel == bool(np.isclose((first @ second) ** 2, (first @ first) * (second @ second)))

from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Choice, Expr, Matrix, Redraw, Rng, Template, Tex, derived

COLUMNS = ("a_1", "a_2", "a_3")
COUNTS = ("no solution", "exactly one solution", "infinitely many solutions")


class NumberOfSolutionsFromTheColumns(Template):
    A: Matrix
    b: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def column() -> tuple[int, ...]:
            return tuple(rng.integer(-4, 4, but=[0]) for _ in range(level + 1))

        def combine(c: int, d: int) -> tuple[int, ...]:
            return tuple(c * x + d * y for x, y in zip(columns[0], columns[-1], strict=True))

        wanted, columns = rng.integer(0, 2), [column() for _ in range(level)]
        second = [0] if level == 1 else [-2, -1, 1]  # with one column there is nothing else to combine
        last = combine(rng.choice([-3, -2, 2, 3] if level == 1 else [-1, 1, 2]), rng.choice(second))
        b = combine(rng.integer(-3, 3, but=[0]), rng.choice(second))
        if wanted == 1:
            last = column()
        if wanted == 0:
            b = (*b[:-1], b[-1] + rng.choice([-2, -1, 1, 2]))
        drawn = cls(A=Matrix([*columns, last]).T, b=b)
        hinting = 0 in last or max(map(abs, (*last, *b))) > 12 or len({*columns, last, b}) < level + 2
        if drawn.count != wanted or hinting:
            raise Redraw("another number of solutions than the one wanted, or entries that give it away")
        if level == 2 and drawn.A[0, 0] * drawn.A[1, 1] == drawn.A[0, 1] * drawn.A[1, 0]:
            raise Redraw("first two columns parallel in two components")
        if wanted == 1 and any(x.denominator > 1 for x in drawn.solution):
            raise Redraw("an ugly solution")
        return drawn

    @derived
    def size(self) -> int:
        return self.A.width

    @derived
    def three(self) -> bool:
        return self.size == 3

    @derived
    def independent(self) -> bool:
        return self.A.rank == self.size

    @derived
    def reached(self) -> bool:
        return self.A.augmented(self.b).rank == self.A.rank

    @derived
    def count(self) -> int:
        return 1 if self.independent else 2 if self.reached else 0

    @derived
    def left(self) -> Tex:
        return shared.by_columns(self.A)

    @derived
    def relation(self) -> Expr:
        return shared.linear([-w for w in self.A.null_space()[0][:-1]], COLUMNS)

    @derived
    def recipe(self) -> Expr:
        return shared.linear([-w for w in self.A.augmented(self.b).null_space()[-1][:-1]], COLUMNS)

    @derived
    def solution(self) -> tuple[Fraction, ...]:
        return self.A.inverse().times(self.b)

    def answer(self) -> Answer:
        return Choice(COUNTS, (self.count,))

    def slips(self) -> dict[str, Answer]:
        wrong = {"none-too-early": 0, "square-means-one": 1, "many-too-early": 2}
        return {name: Choice(COUNTS, (n,)) for name, n in wrong.items() if n != self.count}

    def verify(self) -> None:
        import numpy as np

        A, b = np.array(self.A.rows, dtype=float), np.array(self.b, dtype=float)
        nearest = np.linalg.lstsq(A, b, rcond=None)[0]  # is the nearest combination b itself?
        hit = bool(np.allclose(A @ nearest, b))
        singular = abs(np.linalg.det(A)) < 1e-9
        assert self.count == (0 if not hit else 2 if singular else 1)

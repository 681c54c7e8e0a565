from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Choice, Matrix, Redraw, Rng, Template, Tex, derived
from upslope.problems.objects import matrix_of_rank

NAMES = ("only the zero vector of", "a line through $0$ in", "a plane through $0$ in", "all of")


class DescribeTheNullSpace(Template):
    A: Matrix
    order: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        m, n, rank = rng.choice([(2, 3, 1), (2, 3, 2), (3, 2, 1), (3, 2, 2), (4, 2, 2), (4, 2, 1)])
        A = matrix_of_rank(rng, m, n, rank=rank, largest=9)
        if any(row.count(0) == n for row in A.rows):
            raise Redraw("a row of zeros")
        return cls(A=A, order=tuple(rng.shuffled(range(5))))

    @derived
    def n(self) -> int:
        return self.A.width

    @derived
    def r(self) -> int:
        return self.A.rank

    @derived
    def left(self) -> int:
        return self.n - self.r

    @derived
    def r_one(self) -> bool:
        return self.r == 1

    @derived
    def trivial(self) -> bool:
        return self.left == 0

    @derived
    def line(self) -> bool:
        return self.left == 1

    @derived
    def plane(self) -> bool:
        return self.left == 2

    @derived
    def U(self) -> Matrix:  # noqa: N802 - the echelon form
        return Matrix(shared.unit_echelon(self.A).rows[: self.r])

    @derived
    def basis(self) -> tuple[tuple[Fraction, ...], ...]:
        return self.A.null_space()

    @derived
    def first_basis(self) -> tuple[Fraction, ...]:
        return self.basis[0] if self.basis else (Fraction(0),) * self.n

    @derived
    def check(self) -> Tex:
        return shared.products(self.A.row(0), self.first_basis)

    def named(self, dimension: int, space: int) -> str:
        return rf"It is {NAMES[dimension]} $\R^{space}$."

    def chosen(self, dimension: int, space: int) -> Answer:
        m, n = self.A.height, self.n
        options = [self.named(d, n) for d in range(n)] + [self.named(d, m) for d in range(min(m, 3))]
        shown = tuple(options[k] for k in self.order)
        return Choice(shown, (shown.index(self.named(dimension, space)),))

    def answer(self) -> Answer:
        return self.chosen(self.left, self.n)

    def slips(self) -> dict[str, Answer]:
        largest = min(self.A.height, 3) - 1
        wrong = {"wrong-space": self.chosen(min(self.left, largest), self.A.height)}
        if self.left:
            wrong["only-zero"] = self.chosen(0, self.n)
        other = 1 if self.left in (0, 2) else 2
        if other < self.n:
            wrong["miscounted"] = self.chosen(other, self.n)
        return wrong

    def verify(self) -> None:
        import numpy as np

        singular = np.linalg.svd(np.array(self.A.rows, dtype=float))[1]
        assert self.left == self.n - int((singular > 1e-9).sum())

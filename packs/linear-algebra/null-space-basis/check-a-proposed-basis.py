from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Choice, Matrix, Redraw, Rng, Template, derived
from upslope.problems.objects import matrix_of_rank

CASES = (
    "They are a basis of $N(A)$.",
    "At least one of them is not in $N(A)$.",
    "Both are in $N(A)$, but they are dependent.",
    "Both are in $N(A)$ and independent, but they do not span it.",
)
Line = tuple[Fraction, ...]


class CheckAProposedBasis(Template):
    A: Matrix
    v1: Line
    v2: Line

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        case, rows = rng.integer(0, 3), level + 1
        A = matrix_of_rank(rng, rows, rows + 2, rank=rows - 1 if case == 3 else rows)
        first, second = rng.sample(A.null_space(), 2)
        a, b, c, d = rng.choice(
            [(1, 1, 1, 2), (1, -1, 0, 1), (2, 1, 1, 1), (1, 1, 1, -1), (1, 2, 0, 1), (-1, 1, 2, 1)]
        )
        v1 = [a * x + b * y for x, y in zip(first, second, strict=True)]
        v2 = [c * x + d * y for x, y in zip(first, second, strict=True)]
        if case == 2:
            factor = rng.choice([-3, -2, 2, 3, -1])
            v2 = [factor * x for x in v1]
        if case == 1:
            v2[rng.choice(A.pivots)] += rng.choice([-1, 1])
        if case == 1 and rng.chance(1, 2):
            v1, v2 = v2, v1
        if max(map(abs, (*v1, *v2))) > 12 or 0 in (v1.count(0) - 4, v2.count(0) - 4):
            raise Redraw("large or nearly empty vectors")
        drawn = cls(A=A, v1=tuple(v1), v2=tuple(v2))
        if drawn.outside and drawn.dependent:
            raise Redraw("two things at once are wrong")
        return drawn

    @derived
    def image1(self) -> Line:
        return self.A.times(self.v1)

    @derived
    def image2(self) -> Line:
        return self.A.times(self.v2)

    @derived
    def outside(self) -> bool:
        return any(self.image1) or any(self.image2)

    @derived
    def dependent(self) -> bool:
        return Matrix([self.v1, self.v2]).rank == 1

    @derived
    def few(self) -> bool:
        return self.A.nullity > 2

    @derived
    def basis(self) -> bool:
        return not (self.outside or self.dependent or self.few)

    @derived
    def culprit(self) -> str:
        return "v_1" if any(self.image1) else "v_2"

    @derived
    def factor(self) -> Fraction:
        return next(y / x for x, y in zip(self.v1, self.v2, strict=True) if x)

    def chosen(self, case: int) -> Answer:
        return Choice(CASES, (case,))

    def answer(self) -> Answer:
        return self.chosen([self.basis, self.outside, self.dependent, self.few].index(True))

    def slips(self) -> dict[str, Answer]:
        names = ("only-counted", "both-are-inside", "not-dependent", "rank-many")
        wrong = {name: self.chosen(case) for case, name in enumerate(names)}
        return {name: answer for name, answer in wrong.items() if answer != self.answer()}

    def verify(self) -> None:
        import numpy as np

        A = np.array(self.A.rows, dtype=int)
        V = np.array([self.v1, self.v2], dtype=int).T
        inside, rank = not (A @ V).any(), np.linalg.matrix_rank(V)
        full = inside and rank == A.shape[1] - np.linalg.matrix_rank(A)
        case = 1 if not inside else 2 if rank < 2 else 0 if full else 3
        assert [self.basis, self.outside, self.dependent, self.few].index(True) == case

from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, TupleAnswer, derived


class SolveByInspectingColumns(Template):
    A: Matrix
    solution: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = level + 1
        weights = [0] * n
        if level == 1:
            weights[rng.integer(0, 1)] = rng.choice([-7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7])
        else:
            i, j = rng.sample(range(3), 2)
            weights[i], weights[j] = rng.choice(
                [(1, 1), (1, -1), (-1, 1), (2, 1), (2, -1), (1, 2), (-1, 2), (3, -1), (-1, 3)]
            )
        A = Matrix([[rng.integer(-4, 5, but=[0]) for _ in range(n)] for _ in range(n)])
        drawn = cls(A=A, solution=tuple(weights))
        if A.rank < n or 0 in drawn.b:
            raise Redraw("dependent columns, or a zero on the right")
        return drawn

    @derived
    def three(self) -> bool:
        return self.A.height == 3

    @derived
    def b(self) -> tuple[Fraction, ...]:
        return self.A.times(self.solution)

    @derived
    def system(self) -> tuple[shared.Line, ...]:
        return shared.equations(self.A.augmented(self.b))

    @derived
    def left(self) -> Tex:
        return shared.by_columns(self.A)

    @derived
    def recipe(self) -> Expr:
        return shared.linear(self.solution, ["a_1", "a_2", "a_3"])

    @derived
    def last_terms(self) -> Tex:
        return shared.products(self.A.rows[-1], self.solution)

    @derived
    def b_last(self) -> Fraction:
        return self.b[-1]

    def answer(self) -> Answer:
        return TupleAnswer(self.solution)

    def slips(self) -> dict[str, Answer]:
        used = [j for j, w in enumerate(self.solution) if w]
        turned = tuple(-w if j == used[-1] else w for j, w in enumerate(self.solution))
        return {
            "wrong-position": TupleAnswer((*self.solution[1:], self.solution[0])),
            "right-side-itself": TupleAnswer(self.b),
            "sign-turned": TupleAnswer(turned),
        }

    def verify(self) -> None:
        assert shared.cramer(self.A.augmented(self.b)) == self.solution

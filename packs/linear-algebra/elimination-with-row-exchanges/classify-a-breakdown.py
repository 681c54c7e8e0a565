from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Choice, Matrix, Redraw, Rng, Template, derived

COUNTS = ("exactly one", "none", "infinitely many")


class ClassifyABreakdown(Template):
    """`half` is the augmented matrix with its first column cleared; `l2`, `l3` undo that (0: it is shown)."""

    story: str
    half: Matrix
    l2: int
    l3: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def number() -> int:
            return rng.integer(-4, 5, but=[0])

        case, a, right = rng.integer(0, 2), number(), number()
        factor = rng.choice([-3, -2, 2, 3])
        third = [0, number(), number(), number()] if case == 0 else [0, 0, factor * a, factor * right]
        third[3] += rng.integer(-4, 4, but=[0]) if case == 1 else 0
        multipliers = [-3, -2, -1, 1, 2, 3] if level == 2 else [0]
        drawn = cls(
            story=rng.named("story").choice(["system", "fit"]),
            half=Matrix(
                [[rng.choice([1, 2, 3, -1, -2]), number(), number(), number()], [0, 0, a, right], third]
            ),
            l2=rng.choice(multipliers),
            l3=rng.choice(multipliers),
        )
        entries = [x for row in drawn.start.rows for x in row]
        if drawn.count != case or max(map(abs, entries)) > 20 or drawn.start.column(3).count(0) > 0:
            raise Redraw("another case than the one wanted, or large numbers")
        return drawn

    @derived
    def cleared(self) -> bool:
        return self.l2 == self.l3 == 0

    @derived
    def start(self) -> Matrix:
        return Matrix([[1, 0, 0], [self.l2, 1, 0], [self.l3, 0, 1]]) @ self.half

    @derived
    def p1(self) -> Fraction:
        return self.half[0, 0]

    @derived
    def a(self) -> Fraction:
        return self.half[1, 2]

    @derived
    def below(self) -> Fraction:
        return self.half[2, 1]

    @derived
    def temporary(self) -> bool:
        return self.below != 0

    @derived
    def factor(self) -> Fraction:
        return self.half[2, 2] / self.a

    @derived
    def left_over(self) -> Fraction:
        return self.half[2, 3] - self.factor * self.half[1, 3]

    @derived
    def consistent(self) -> bool:
        return self.left_over == 0

    @derived
    def count(self) -> int:
        return 0 if self.temporary else 2 if self.consistent else 1

    def answer(self) -> Answer:
        return Choice(COUNTS, (self.count,))

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {} if self.temporary else {"one-too-early": Choice(COUNTS, (0,))}
        if self.count != 1:
            wrong["zero-means-no-solution"] = Choice(COUNTS, (1,))
        if self.count != 2:
            wrong["zero-means-free"] = Choice(COUNTS, (2,))
        return wrong

    def verify(self) -> None:
        import numpy as np

        system = np.array(self.start.rows, dtype=float)
        left, whole = np.linalg.matrix_rank(system[:, :3]), np.linalg.matrix_rank(system)
        assert self.count == (1 if left < whole else 0 if left == 3 else 2)

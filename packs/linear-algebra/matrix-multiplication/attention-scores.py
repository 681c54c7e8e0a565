from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, MatrixAnswer, Redraw, Rng, Template, Tex, derived


class AttentionScores(Template):
    Q: Matrix
    K: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        # two components odd in all five vectors, two even: every dot product is even
        kinds = rng.shuffled([(-3, -1, 1, 3), (-3, -1, 1, 3), (-2, 2, 4), (-2, 2, 4)])
        rows = [[rng.choice(kind) for kind in kinds] for _ in range(5)]
        drawn = cls(Q=Matrix(rows[:2]), K=Matrix(rows[2:]))
        if any(len(set(row)) < 3 for row in drawn.raw.rows) or len(set(drawn.K.rows)) < 3:
            raise Redraw("scores or keys that cannot be told apart")
        if max(abs(a) for row in drawn.raw.rows for a in row) > 30:
            raise Redraw("large scores")
        return drawn

    @derived
    def raw(self) -> Matrix:
        return self.Q @ self.K.T

    @derived
    def scores(self) -> Matrix:
        return Fraction(1, 2) * self.raw

    @derived
    def first_sum(self) -> Tex:
        return shared.products(self.Q.row(0), self.K.row(0))

    @derived
    def first_raw(self) -> Fraction:
        return self.raw[0, 0]

    @derived
    def last_sum(self) -> Tex:
        return shared.products(self.Q.row(1), self.K.row(2))

    @derived
    def last_raw(self) -> Fraction:
        return self.raw[1, 2]

    def answer(self) -> Answer:
        return MatrixAnswer(self.scores)

    def slips(self) -> dict[str, Answer]:
        return {
            "scale-forgotten": MatrixAnswer(self.raw),
            "divided-by-d": MatrixAnswer(Fraction(1, 4) * self.raw),
            "keys-in-rows": MatrixAnswer(self.scores.T),
        }

    def verify(self) -> None:
        import numpy as np

        Q, K = (np.array([[int(a) for a in row] for row in M.rows]) for M in (self.Q, self.K))
        sums = np.einsum("id,jd->ij", Q, K)
        assert (sums % 2 == 0).all()
        assert [[int(2 * a) for a in row] for row in self.scores.rows] == sums.tolist()

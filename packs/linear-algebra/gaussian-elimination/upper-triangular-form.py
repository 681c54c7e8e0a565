from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, MatrixAnswer, Redraw, Rng, Template, derived


class UpperTriangularForm(Template):
    """`reduced` is what comes out, `l21`, `l31`, `l32` undo the steps: the start follows."""

    reduced: Matrix
    l21: int
    l31: int
    l32: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        p1, p2, p3 = rng.choice([1, 2, 3, -1, -2]), rng.choice([1, 2, 3, -1, -2]), rng.integer(-4, 5, but=[0])
        rows = [[p1, rng.integer(-3, 4), rng.integer(-3, 4)], [0, p2, rng.integer(-3, 4)], [0, 0, p3]]
        if level == 2:
            rows = [[*row, rng.integer(-6, 7, but=[0])] for row in rows]
        l21, l31, l32 = (rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(3))
        drawn = cls(reduced=Matrix(rows), l21=l21, l31=l31, l32=l32)
        entries = [a for row in drawn.start.rows for a in row]
        if (
            max(map(abs, entries)) > 15
            or sum(a == 0 for a in entries) > 1
            or len({abs(p) for p in (p1, p2, p3)}) == 1
        ):
            raise Redraw("large numbers or zeros in the start, or three equal pivots")
        if drawn.start.rows[0].count(0) or rows[1][2] == 0:
            raise Redraw("a zero that hides a step")
        return drawn

    @derived
    def system(self) -> bool:
        return self.reduced.width == 4

    @derived
    def start(self) -> Matrix:
        return shared.lower(self.l21, self.l31, self.l32) @ self.reduced

    @derived
    def half(self) -> Matrix:
        r1, r2, r3 = self.reduced.rows
        return Matrix([r1, r2, [c + self.l32 * b for b, c in zip(r2, r3, strict=True)]])

    @derived
    def p1(self) -> Fraction:
        return self.reduced[0, 0]

    @derived
    def p2(self) -> Fraction:
        return self.reduced[1, 1]

    @derived
    def below(self) -> Fraction:
        return self.half[2, 1]

    def answer(self) -> Answer:
        return MatrixAnswer(self.reduced)

    def slips(self) -> dict[str, Answer]:
        pivots = [self.reduced[i, i] for i in range(3)]
        scaled = [[a / p for a in row] for row, p in zip(self.reduced.rows, pivots, strict=True)]
        wrong: dict[str, Answer] = {
            "rows-scaled": MatrixAnswer(Matrix(scaled)),
            "second-column-left": MatrixAnswer(self.half),
            "rows-added": MatrixAnswer(self.with_added_rows()),
        }
        if self.system:
            right = self.start.column(3)
            kept = [[*row[:3], b] for row, b in zip(self.reduced.rows, right, strict=True)]
            wrong["right-side-untouched"] = MatrixAnswer(Matrix(kept))
        return wrong

    def with_added_rows(self) -> Matrix:
        """Return the first step with the wrong sign to the right of the cleared column."""
        r1, r2, r3 = self.start.rows
        zero = (Fraction(0),)
        second = zero + tuple(b + self.l21 * a for a, b in zip(r1[1:], r2[1:], strict=True))
        third = zero + tuple(c + self.l31 * a for a, c in zip(r1[1:], r3[1:], strict=True))
        if second[1] == 0:
            raise Redraw("the mistake cannot be carried on")
        factor = third[1] / second[1]
        last = (c - factor * b for b, c in zip(second[2:], third[2:], strict=True))
        return Matrix([r1, second, zero * 2 + tuple(last)])

    def verify(self) -> None:
        rows = [list(row) for row in self.start.rows]  # eliminate afresh
        for j in range(2):
            for i in range(j + 1, 3):
                factor = rows[i][j] / rows[j][j]
                rows[i] = [b - factor * a for a, b in zip(rows[j], rows[i], strict=True)]
        assert Matrix(rows) == self.reduced

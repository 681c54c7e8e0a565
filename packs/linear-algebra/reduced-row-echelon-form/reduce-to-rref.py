from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, MatrixAnswer, Redraw, Rng, Template, Tex, derived
from upslope.problems.objects import matrix_of_rank


class ReduceToRref(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rows, rank = level + 1, 2 if level == 1 or rng.chance(1, 3) else 3
        A = matrix_of_rank(rng, rows, rows + 2, rank=rank, scramble_columns=level == 2)
        drawn = cls(A=A)
        if len(drawn.stages) < 2 or not shared.whole_numbers(drawn.stages):
            raise Redraw("a single step, or a fraction or large number on the way")
        if drawn.kept_rows == A.rref:
            raise Redraw("clearing above a pivot changes nothing else")
        return drawn

    @derived
    def stages(self) -> tuple[shared.Stage, ...]:
        return shared.reduction(self.A)

    @derived
    def first(self) -> shared.Stage:
        return self.stages[0]

    @derived
    def pivot_columns(self) -> tuple[int, ...]:
        return tuple(j + 1 for j in self.A.pivots)

    @derived
    def zero_rows(self) -> bool:
        return self.A.rank < self.A.height

    @derived
    def free_index(self) -> int:
        return next(j for j in range(self.A.width - 1, 0, -1) if j not in self.A.pivots)

    @derived
    def free(self) -> int:
        return self.free_index + 1

    @derived
    def weights(self) -> tuple[Fraction, ...]:
        return self.A.rref.column(self.free_index)[: self.A.rank]

    @derived
    def relation(self) -> Expr:
        return shared.linear(self.weights, [f"c_{j + 1}" for j in self.A.pivots])

    @derived
    def combination(self) -> Tex:
        used = [(w, self.A.column(j)) for w, j in zip(self.weights, self.A.pivots, strict=True) if w]
        signs = shared.weight_signs([w for w, _ in used])
        return Tex("".join(f"{s}({', '.join(map(str, c))})" for s, (_, c) in zip(signs, used, strict=True)))

    @derived
    def free_column(self) -> tuple[Fraction, ...]:
        return self.A.column(self.free_index)

    def answer(self) -> Answer:
        return MatrixAnswer(self.A.rref)

    @derived
    def echelon(self) -> Matrix:
        return shared.unit_echelon(self.A)

    @derived
    def kept_rows(self) -> Matrix:
        """Return the reduced pivot columns next to free columns nobody has cleared."""
        pivots, R = self.A.pivots, self.A.rref
        columns = [(R if j in pivots else self.echelon).column(j) for j in range(R.width)]
        return Matrix.from_columns(columns)

    def slips(self) -> dict[str, Answer]:
        R, pivots = self.A.rref, self.A.pivots
        turned = [R.column(j) if j in pivots else tuple(-x for x in R.column(j)) for j in range(R.width)]
        return {
            "above-not-cleared": MatrixAnswer(self.echelon),
            "rest-of-row-kept": MatrixAnswer(self.kept_rows),
            "minus-on-the-right": MatrixAnswer(Matrix.from_columns(turned)),
        }

    def verify(self) -> None:
        R = self.stages[-1].matrix  # same row space, and reduced by the definition
        rows = [row for row in R.rows if any(row)]
        assert Matrix([*self.A.rows, *R.rows]).rank == self.A.T.rank == len(rows)
        places = [next(j for j, x in enumerate(row) if x) for row in rows]
        assert places == sorted(set(places))
        assert tuple(rows) == R.rows[: len(rows)]
        assert all(R.column(j) == Matrix.identity(R.height).column(i) for i, j in enumerate(places))

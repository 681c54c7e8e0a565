from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Basis, Expr, Matrix, Redraw, Rng, Template, Tex, derived
from upslope.problems.objects import matrix_of_rank


class SpecialSolutions(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rows = level + 1
        rank = 2 if level == 1 or rng.chance(1, 3) else 3
        A = matrix_of_rank(rng, rows, rows + 2, rank=rank, scramble_columns=level == 2)
        drawn = cls(A=A)
        if not shared.whole_numbers(drawn.stages):
            raise Redraw("a fraction or a large number on the way to the reduced form")
        return drawn

    @derived
    def n(self) -> int:
        return self.A.width

    @derived
    def r(self) -> int:
        return self.A.rank

    @derived
    def nullity(self) -> int:
        return self.A.nullity

    @derived
    def stages(self) -> tuple[shared.Stage, ...]:
        return shared.reduction(self.A)

    @derived
    def pivot_columns(self) -> tuple[int, ...]:
        return tuple(j + 1 for j in self.A.pivots)

    @derived
    def special(self) -> tuple[shared.Special, ...]:
        return shared.special_solutions(self.A)

    @derived
    def free_variables(self) -> tuple[str, ...]:
        return tuple(s.variable for s in self.special)

    @derived
    def first_free(self) -> int:
        return self.special[0].column

    @derived
    def first_row_says(self) -> Tex:
        entry = self.A.rref[0, self.first_free - 1]
        return Tex(f"{(Expr.symbol('x_1') + entry).latex()} = 0")

    @derived
    def check(self) -> Tex:
        return shared.products(self.A.rows[-1], self.special[0].vector)

    def answer(self) -> Answer:
        return Basis(tuple(s.vector for s in self.special))

    def slips(self) -> dict[str, Answer]:
        vectors = [s.vector for s in self.special]
        together = tuple(sum(xs, Fraction(0)) for xs in zip(*vectors, strict=True))
        return {
            "plus-F": Basis(tuple(shared.with_plus_f(v, self.A.pivots) for v in vectors)),
            "pivot-columns": Basis(tuple(self.A.column(j) for j in self.A.pivots)),
            "all-free-at-once": Basis((together,)),
            "rows-of-R": Basis(self.A.rref.rows[: self.r]),
        }

    def verify(self) -> None:
        for s in self.special:  # in A itself, not in R
            assert all(sum(a * x for a, x in zip(row, s.vector, strict=True)) == 0 for row in self.A.rows)
        assert len(self.special) == self.n - self.A.T.rank  # row rank
        assert self.stages[-1].matrix == self.A.rref

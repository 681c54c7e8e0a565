from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Basis, Expr, Matrix, Redraw, Rng, Template, Tex, derived


class NullSpaceFromRref(Template):
    R: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def entry() -> int:
            return rng.integer(-5, 6, but=[0, 1])

        if level == 1:
            rows = [[1, 0, entry(), entry()], [0, 1, entry(), entry()]]
        else:
            rows = rng.choice(
                [
                    [[1, entry(), 0, entry()], [0, 0, 1, entry()]],
                    [[1, entry(), 0, 0, entry()], [0, 0, 1, 0, entry()], [0, 0, 0, 1, entry()]],
                    [[1, 0, entry(), 0, entry()], [0, 1, entry(), 0, entry()], [0, 0, 0, 1, entry()]],
                ]
            )
        if level == 1 and rows[0][2:] == rows[1][2:]:
            raise Redraw("two equal rows next to the identity")
        return cls(R=Matrix(rows))

    @derived
    def pivot_columns(self) -> tuple[int, ...]:
        return tuple(j + 1 for j in self.R.pivots)

    @derived
    def special(self) -> tuple[shared.Special, ...]:
        return shared.special_solutions(self.R)

    @derived
    def free_variables(self) -> tuple[str, ...]:
        return tuple(s.variable for s in self.special)

    @derived
    def first_equation(self) -> Expr:
        return shared.linear(self.R.row(0), [f"x_{j + 1}" for j in range(self.R.width)])

    @derived
    def first_check(self) -> Tex:
        return shared.products(self.R.row(0), self.special[0].vector)

    def answer(self) -> Answer:
        return Basis(tuple(s.vector for s in self.special))

    def slips(self) -> dict[str, Answer]:
        pivots = self.R.pivots
        vectors = [s.vector for s in self.special]
        n, free = self.R.width, [j for j in range(self.R.width) if j not in pivots]
        exchanged = []
        for v in vectors:  # the same numbers, free values first
            numbers = [v[j] for j in free] + [v[j] for j in pivots]
            exchanged.append(tuple(numbers[[*pivots, *free].index(j)] for j in range(n)))
        return {
            "plus-F": Basis(tuple(shared.with_plus_f(v, pivots) for v in vectors)),
            "positions-exchanged": Basis(tuple(exchanged)),
            "rows-of-R": Basis(self.R.rows[:2]),
        }

    def verify(self) -> None:
        for s in self.special:  # multiply back row by row
            assert all(sum(a * x for a, x in zip(row, s.vector, strict=True)) == 0 for row in self.R.rows)
        vectors = [s.vector for s in self.special]
        assert Matrix([list(map(Fraction, v)) for v in vectors]).rank == self.R.width - self.R.T.rank

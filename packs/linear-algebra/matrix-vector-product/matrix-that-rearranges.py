from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Matrix, MatrixAnswer, Redraw, Rng, Template, derived

ROWS = (
    (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 1, 1), (1, 0, 1), (1, -1, 0), (-1, 1, 0), (0, 1, -1),
    (0, -1, 1), (1, 0, -1), (-1, 0, 1), (2, 0, 0), (0, 0, 3), (1, 1, 1), (1, -2, 1), (0, 2, -1), (-1, 0, 2),
)  # fmt: skip


class MatrixThatRearranges(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        A = Matrix(rng.sample(ROWS, level + 1))
        if all(a >= 0 for row in A.rows for a in row) or any(not any(column) for column in A.T.rows):
            raise Redraw("no difference in it, or an unknown that never appears")
        return cls(A=A)

    @derived
    def outputs(self) -> tuple[Expr, ...]:
        x = [Expr.symbol(f"x_{j}") for j in (1, 2, 3)]
        return tuple(
            self.ordered([a * s for a, s in zip(row, x, strict=True) if a], row) for row in self.A.rows
        )

    def ordered(self, terms: list[Expr], row: tuple[Fraction, ...]) -> Expr:
        """Put a positive term first, so that no output begins with a minus sign."""
        first = next(i for i, a in enumerate(a for a in row if a) if a > 0)
        return sum(terms[:first] + terms[first + 1 :], terms[first])

    @derived
    def outs(self) -> int:
        return self.A.height

    @derived
    def first_column(self) -> tuple[Fraction, ...]:
        return self.A.column(0)

    def answer(self) -> Answer:
        return MatrixAnswer(self.A)

    def slips(self) -> dict[str, Answer]:
        return {
            "transposed": MatrixAnswer(self.A.T),
            "signs-lost": MatrixAnswer(Matrix([[abs(a) for a in row] for row in self.A.rows])),
            "outputs-turned": MatrixAnswer(Matrix(self.A.rows[::-1])),
        }

    def verify(self) -> None:
        for x in (
            (1, 0, 0),
            (0, 1, 0),
            (0, 0, 1),
            (2, 5, 7),
        ):  # the rule itself, on basis vectors and another
            values = {f"x_{j}": value for j, value in enumerate(x, 1)}
            rule = [o.evaluate(**{name: values[name] for name in o.symbols}) for o in self.outputs]
            assert tuple(rule) == self.A.times(x)

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Matrix, Redraw, Rng, Template, TupleAnswer, derived

Choose = Callable[[int, Sequence[Fraction]], int]
"""From the column's number and its entries on and below the pivot position, the one to bring up."""


class PivotsWithPartialPivoting(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = level + 1
        stay = rng.chance(1, 3)
        for _ in range(200):
            rows = [[rng.integer(-4, 5) for _ in range(n)] for _ in range(n)]
            top = max(rows, key=lambda row: abs(row[0]))
            others = [row for row in rows if row is not top]
            if top is rows[0] or any(row[0] == 0 or abs(row[0]) == abs(top[0]) for row in others):
                continue
            entries = [row[1] - Fraction(row[0], top[0]) * top[1] for row in others]
            if 0 in entries or any(e.denominator > 3 or abs(e) > 10 for e in entries):
                continue
            drawn = cls(A=Matrix(rows))
            if n == 2 or (drawn.is_clear and drawn.second_moves != stay and drawn.pivots[2].denominator <= 4):
                return drawn
        raise Redraw("no matrix with small pivots found")

    @derived
    def three(self) -> bool:
        return self.A.height == 3

    @derived
    def stages(self) -> tuple[Matrix, ...]:
        return stages(self.A, largest)

    @derived
    def first_exchange(self) -> Matrix:
        return self.stages[0]

    @derived
    def first_cleared(self) -> Matrix:
        return self.stages[1]

    @derived
    def end_matrix(self) -> Matrix:
        return self.stages[-1]

    @derived
    def is_clear(self) -> bool:
        """No tie between the two entries of the second column, and no zero among the pivots."""
        return abs(self.upper_entry) != abs(self.lower_entry) and self.det != 0

    @derived
    def pivots(self) -> tuple[Fraction, ...]:
        return tuple(self.end_matrix[i, i] for i in range(self.A.height))

    @derived
    def p1(self) -> Fraction:
        return self.pivots[0]

    @derived
    def p2(self) -> Fraction:
        return self.pivots[1]

    @derived
    def first_multipliers(self) -> tuple[Fraction, ...]:
        return tuple(a / self.p1 for a in self.first_exchange.column(0)[1:])

    @derived
    def upper_entry(self) -> Fraction:
        return self.first_cleared[1, 1]

    @derived
    def lower_entry(self) -> Fraction:
        return self.first_cleared[2, 1]

    @derived
    def second_moves(self) -> bool:
        return self.p2 == self.lower_entry

    @derived
    def last_multiplier(self) -> Fraction:
        return min(self.upper_entry, self.lower_entry, key=abs) / self.p2

    @derived
    def det(self) -> Fraction:
        return self.A.det()

    def answer(self) -> Answer:
        return TupleAnswer(self.pivots)

    def slips(self) -> dict[str, Answer]:
        rules: dict[str, Choose] = {
            "no-exchange": lambda j, column: 0,
            "largest-without-absolute-value": lambda j, column: column.index(max(column)),
        }
        if self.three and self.second_moves:
            rules["only-the-first-exchange"] = lambda j, column: largest(j, column) if j == 0 else 0
        wrong: dict[str, Answer] = {}
        for name, rule in rules.items():
            triangle = stages(self.A, rule)[-1]
            pivots = tuple(triangle[i, i] for i in range(self.A.height))
            if 0 not in pivots and pivots != self.pivots:
                wrong[name] = TupleAnswer(pivots)
        return wrong

    def verify(self) -> None:
        product = Fraction(1)
        for p in self.pivots:
            product *= p
        assert abs(product) == abs(self.A.det())
        assert abs(self.p1) == max(abs(a) for a in self.A.column(0))
        if (
            self.three
        ):  # |p1 p2| is the largest 2 × 2 minor of the first two columns that contains the row of p1
            top = self.first_exchange.row(0)
            others = self.first_exchange.rows[1:]
            assert abs(self.p1 * self.p2) == max(abs(top[0] * row[1] - top[1] * row[0]) for row in others)


def largest(j: int, column: Sequence[Fraction]) -> int:
    sizes = [abs(a) for a in column]
    return sizes.index(max(sizes))


def stages(A: Matrix, choose: Choose) -> tuple[Matrix, ...]:
    """Return the matrix after each exchange and after each clearing; stops at a zero pivot."""
    rows, seen = list(A.rows), []
    for j in range(A.width - 1):
        i = j + choose(j, [row[j] for row in rows[j:]])
        rows[j], rows[i] = rows[i], rows[j]
        seen.append(Matrix(rows))
        if rows[j][j] == 0:
            break
        for k in range(j + 1, A.height):
            factor = rows[k][j] / rows[j][j]
            rows[k] = tuple(b - factor * a for a, b in zip(rows[j], rows[k], strict=True))
        seen.append(Matrix(rows))
    return tuple(seen)

from fractions import Fraction
from math import gcd
from typing import Self

from pack import shared

from upslope.problems import Answer, Matrix, Redraw, Rng, Template, TupleAnswer, derived


class PivotsWithPartialPivoting(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n, stay = level + 1, rng.chance(1, 3)
        for _ in range(400):
            rows = [[rng.integer(-4, 5) for _ in range(n)] for _ in range(n)]
            top = max(rows, key=lambda row: abs(row[0]))
            at, pivot = rows.index(top), top[0]
            rows[0], rows[at] = top, rows[0]
            if any(abs(row[0]) in (0, abs(pivot)) for row in rows[1:]):
                continue
            seconds = [row[1] * pivot - row[0] * top[1] for row in rows[1:]]  # pivot times what is cleared
            if any(e == 0 or abs(e) > 10 * abs(pivot) or abs(pivot) // gcd(e, pivot) > 3 for e in seconds):
                continue
            if n == 3:
                thirds = [row[2] * pivot - row[0] * top[2] for row in rows[1:]]
                left = Fraction(
                    seconds[0] * thirds[1] - seconds[1] * thirds[0], pivot * max(seconds, key=abs)
                )
                moved = abs(seconds[1]) > abs(seconds[0])
                if left == 0 or left.denominator > 4 or moved == stay or abs(seconds[0]) == abs(seconds[1]):
                    continue
            at = rng.integer(1, n - 1)  # undo the first exchange
            rows[0], rows[at] = rows[at], rows[0]
            return cls(A=Matrix(rows))
        raise Redraw("no matrix with small pivots found")

    @derived
    def three(self) -> bool:
        return self.A.height == 3

    @derived
    def stages(self) -> tuple[shared.Eliminated, ...]:
        return shared.stages(self.A, shared.largest)

    @derived
    def first(self) -> shared.Eliminated:
        return self.stages[0]

    @derived
    def second(self) -> shared.Eliminated:
        return self.stages[1]

    @derived
    def pivots(self) -> tuple[Fraction, ...]:
        return tuple(stage.pivot for stage in self.stages)

    @derived
    def p1(self) -> Fraction:
        return self.pivots[0]

    def answer(self) -> Answer:
        return TupleAnswer(self.pivots)

    def slips(self) -> dict[str, Answer]:
        rules: dict[str, shared.Choose] = {
            "no-exchange": lambda j, column: 0,
            "largest-without-absolute-value": lambda j, column: column.index(max(column)),
        }
        if self.three and self.second.moved:
            rules["only-the-first-exchange"] = lambda j, column: 0 if j else shared.largest(j, column)
        found = {name: tuple(s.pivot for s in shared.stages(self.A, rule)) for name, rule in rules.items()}
        usable = {name: p for name, p in found.items() if len(p) == self.A.height and p != self.pivots}
        return {name: TupleAnswer(pivots) for name, pivots in usable.items()}

    def verify(self) -> None:
        product = Fraction(1)
        for p in self.pivots:
            product *= p
        assert abs(product) == abs(self.A.det())
        top = max(self.A.rows, key=lambda row: abs(row[0]))
        assert top[0] == self.p1
        others = [row for row in self.A.rows if row != top]
        minors = [abs(top[0] * row[1] - top[1] * row[0]) for row in others]  # |p1 p2| is the largest of these
        assert abs(self.p1 * self.pivots[1]) == max(minors)

from fractions import Fraction
from typing import Self

from pack import shared
from upslope.problems import Answer, Matrix, Redraw, Rng, Template, TupleAnswer, derived


class PivotsWithPartialPivoting(Template):
    A: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n, stay = level + 1, rng.chance(1, 3)
        for _ in range(200):
            rows = [[rng.integer(-4, 5) for _ in range(n)] for _ in range(n)]
            top = max(rows, key=lambda row: abs(row[0]))
            others = [row for row in rows if row is not top]
            if top is rows[0] or any(row[0] == 0 or abs(row[0]) == abs(top[0]) for row in others):
                continue
            entries = [row[1] - Fraction(row[0], top[0]) * top[1] for row in others]
            if 0 in entries or any(e.denominator > 3 or abs(e) > 10 for e in entries):
                continue
            if n == 3 and abs(entries[0]) == abs(entries[1]):
                continue
            drawn = cls(A=Matrix(rows))
            if drawn.A.det() and (
                n == 2 or (drawn.second.moved != stay and drawn.pivots[2].denominator <= 4)
            ):
                return drawn
        raise Redraw("no matrix with small pivots found")

    @derived
    def three(self) -> bool:
        return self.A.height == 3

    @derived
    def stages(self) -> tuple[shared.Stage, ...]:
        return shared.stages(self.A, shared.largest)

    @derived
    def first(self) -> shared.Stage:
        return self.stages[0]

    @derived
    def second(self) -> shared.Stage:
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

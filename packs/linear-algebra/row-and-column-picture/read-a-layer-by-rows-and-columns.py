from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Number, Parts, Redraw, Rng, Template, Vector, derived


class ReadALayerByRowsAndColumns(Template):
    W: Matrix
    x: tuple[int, ...]
    unit: int
    feature: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        units = level + 1
        drawn = cls(
            W=Matrix([[rng.integer(-4, 5) for _ in range(3)] for _ in range(units)]),
            x=tuple(rng.integer(-4, 4, but=[0, 1]) for _ in range(3)),
            unit=rng.integer(1, units),
            feature=rng.integer(1, 3),
        )
        if 0 in drawn.row or drawn.column.count(0) > 1 or abs(drawn.output) < 2:
            raise Redraw("a weight that hides a mistake, or a result one could guess")
        return drawn

    @derived
    def row(self) -> tuple[Fraction, ...]:
        return self.W.row(self.unit - 1)

    @derived
    def column(self) -> tuple[Fraction, ...]:
        return self.W.column(self.feature - 1)

    @derived
    def x_feature(self) -> int:
        return self.x[self.feature - 1]

    @derived
    def terms(self) -> Expr:
        return shared.number_sum([w * x for w, x in zip(self.row, self.x, strict=True)])

    @derived
    def output(self) -> Fraction:
        return sum((w * x for w, x in zip(self.row, self.x, strict=True)), Fraction(0))

    @derived
    def contribution(self) -> tuple[Fraction, ...]:
        return self.scaled(self.column)

    @derived
    def whole(self) -> tuple[Fraction, ...]:
        return self.W.times(self.x)

    def scaled(self, vector: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(self.x_feature * w for w in vector)

    def given(self, output: Fraction, contribution: tuple[Fraction, ...]) -> Answer:
        return Parts(output=Number(output), contribution=Vector(contribution))

    def answer(self) -> Answer:
        return self.given(self.output, self.contribution)

    def slips(self) -> dict[str, Answer]:
        wrong = {"column-not-scaled": self.given(self.output, self.column)}
        if self.feature <= self.W.height:
            other = self.scaled(self.W.row(self.feature - 1))
            wrong["row-for-the-feature"] = self.given(self.output, other)
        if self.W.is_square:
            by_column = sum(
                (w * x for w, x in zip(self.W.column(self.unit - 1), self.x, strict=True)), Fraction(0)
            )
            wrong["column-for-the-unit"] = self.given(by_column, self.contribution)
        return wrong

    def verify(self) -> None:
        without = list(self.x)  # switch the feature off and see what the layer loses
        without[self.feature - 1] = 0
        full, less = self.W.times(self.x), self.W.times(without)
        assert tuple(a - b for a, b in zip(full, less, strict=True)) == self.contribution
        assert full[self.unit - 1] == self.output

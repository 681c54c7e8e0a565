from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, Vector, derived


@dataclass(frozen=True)
class Component:
    terms: Tex
    value: Fraction


class MultiplyAMatrixAndAVector(Template):
    A: Matrix
    x: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = level + 1
        drawn = cls(
            A=Matrix([[rng.integer(-4, 5) for _ in range(n)] for _ in range(3)]),
            x=tuple(rng.integer(-3, 5, but=[0]) for _ in range(n)),
        )
        if (
            any(row.count(0) > 1 for row in (*drawn.A.rows, *drawn.A.T.rows))
            or len(dict.fromkeys(drawn.x)) < n
        ):
            raise Redraw("too many zeros, or equal components of x")
        if all(a * x >= 0 for row in drawn.A.rows for a, x in zip(row, drawn.x, strict=True)):
            raise Redraw("no negative product")
        return drawn

    @derived
    def square(self) -> bool:
        return self.A.is_square

    @derived
    def x_first(self) -> int:
        return self.x[0]

    @derived
    def x_second(self) -> int:
        return self.x[1]

    @derived
    def x_third(self) -> int:
        return self.x[2]

    @derived
    def product(self) -> tuple[Fraction, ...]:
        return self.A.times(self.x)

    @derived
    def components(self) -> tuple[Component, ...]:
        return tuple(
            Component(shared.products(row, self.x), value)
            for row, value in zip(self.A.rows, self.product, strict=True)
        )

    @derived
    def combination(self) -> Expr:
        return shared.linear(self.x, ["a_1", "a_2", "a_3"])

    @derived
    def first_terms(self) -> Tex:
        return shared.products(self.x, self.A.row(0))

    @derived
    def first(self) -> Fraction:
        return self.product[0]

    def answer(self) -> Answer:
        return Vector(self.product)

    def slips(self) -> dict[str, Answer]:
        sizes = [[abs(a * x) for a, x in zip(row, self.x, strict=True)] for row in self.A.rows]
        wrong: dict[str, Answer] = {"signs-lost": Vector(tuple(sum(row) for row in sizes))}
        if self.square:
            wrong["rows-combined"] = Vector(self.A.T.times(self.x))
            wrong["rows-scaled"] = Vector(
                tuple(x * sum(row) for row, x in zip(self.A.rows, self.x, strict=True))
            )
        else:
            wrong["components-exchanged"] = Vector(self.A.times(self.x[::-1]))
        return wrong

    def verify(self) -> None:
        total = [Fraction(0)] * 3  # by columns
        for j, x in enumerate(self.x):
            total = [t + x * a for t, a in zip(total, self.A.column(j), strict=True)]
        assert tuple(total) == self.product

from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Number, Redraw, Rng, Template, Tex, derived


class ParameterThatRemovesAPivot(Template):
    """`upper` holds the rows of U above the last one; the multipliers bring A back."""

    upper: Matrix
    l21: int
    l31: int
    l32: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        factors = [-4, -3, -2, 2, 3, 4, 5] if level == 1 else [-3, -2, -1, 1, 2, 3]
        rows = [[rng.choice([2, 3, 5, -2, -3]), rng.integer(-8, 9, but=[0])]]
        if level == 2:
            rows = [[rng.choice([1, 2, -1, 3]), rng.integer(-3, 4, but=[0]), rng.integer(-3, 4, but=[0])]]
            rows.append([0, rng.choice([1, 2, -2, 3]), rng.integer(-4, 5, but=[0])])
        l31, l32 = (rng.choice(factors) if level == 2 else 0 for _ in range(2))
        drawn = cls(upper=Matrix(rows), l21=rng.choice(factors), l31=l31, l32=l32)
        shown = [a for row in drawn.numbers for a in row]
        if drawn.k in (*shown[:-1], drawn.l21, l31, l32):
            raise Redraw("an answer that already stands in the question")
        if abs(drawn.k) < 2 or 0 in shown[:-1] or max(map(abs, shown)) > 24:
            raise Redraw("an answer one could guess, or numbers that hide or hinder")
        return drawn

    @derived
    def three(self) -> bool:
        return self.upper.height == 2

    @derived
    def u23(self) -> Fraction:
        return self.upper[1, 2]

    @derived
    def numbers(self) -> tuple[tuple[Fraction, ...], ...]:
        """The rows of A, with the value of k that is asked for."""
        first = self.upper.row(0)
        second = tuple(self.l21 * a for a in first)
        if not self.three:
            return first, second
        below = self.upper.row(1)
        third = tuple(self.l31 * a + self.l32 * b for a, b in zip(first, below, strict=True))
        return first, tuple(a + b for a, b in zip(second, below, strict=True)), third

    @derived
    def matrix(self) -> Tex:
        return shared.with_letters(Matrix(self.numbers), ["k"])

    @derived
    def k(self) -> Fraction:
        return self.numbers[-1][-1]

    @derived
    def pivot(self) -> Expr:
        return Expr.symbol("k") + -self.k

    @derived
    def after_first(self) -> Expr:
        return Expr.symbol("k") + -self.l31 * self.upper[0, 2]

    @derived
    def second(self) -> tuple[Expr, ...]:
        if self.three:
            return tuple(Expr.number(a) for a in self.upper.row(1))
        return Expr.number(0), self.pivot

    @derived
    def third(self) -> tuple[Expr, ...]:
        return Expr.number(0), Expr.number(self.l32 * self.upper[1, 1]), self.after_first

    def answer(self) -> Answer:
        return Number(self.k, variable="k")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {"sign-turned": Number(-self.k), "entry-not-pivot": Number(0)}
        if self.three:
            wrong["second-step-forgotten"] = Number(self.l31 * self.upper[0, 2])
        else:
            wrong["multiplier-inverted"] = Number(self.upper[0, 1] / self.l21)
        return wrong

    def verify(self) -> None:
        def determinant(k: Fraction) -> Fraction:  # the product of the pivots
            return Matrix([*self.numbers[:-1], (*self.numbers[-1][:-1], k)]).det()

        assert determinant(self.k) == 0 != determinant(self.k + 1)

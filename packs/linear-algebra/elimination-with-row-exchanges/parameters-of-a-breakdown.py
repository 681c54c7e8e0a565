from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Number, Parts, Redraw, Rng, Template, Tex, derived


class ParametersOfABreakdown(Template):
    """`upper` holds the rows of [U c] above the one that vanishes; the multipliers bring the system back."""

    upper: Matrix
    l21: int
    l31: int
    l32: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def number(largest: int) -> int:
            return rng.integer(-largest, largest, but=[0])

        rows = [[rng.choice([1, 2, 3, -2, 5]), number(6), number(7)]]
        if level == 2:
            rows = [[rng.choice([1, 2, -1, 3]), number(3), number(3), number(5)]]
            rows.append([0, rng.choice([1, 2, -1, 3]), number(4), number(5)])
        factors = [-3, -2, 2, 3, 4] if level == 1 else [-3, -2, -1, 1, 2, 3]
        l31, l32 = (rng.choice(factors) if level == 2 else 0 for _ in range(2))
        drawn = cls(upper=Matrix(rows), l21=rng.choice(factors), l31=l31, l32=l32)
        shown = [x for row in drawn.numbers for x in row]
        if 0 in shown or max(map(abs, shown)) > 24 or drawn.a == drawn.k:
            raise Redraw("zeros, large numbers, or equal answers")
        return drawn

    @derived
    def three(self) -> bool:
        return self.upper.height == 2

    @derived
    def numbers(self) -> tuple[tuple[Fraction, ...], ...]:
        """The augmented rows, with the values of a and k that are asked for."""
        first = self.upper.row(0)
        second = tuple(self.l21 * x for x in first)
        if not self.three:
            return first, second
        below = self.upper.row(1)
        third = tuple(self.l31 * x + self.l32 * y for x, y in zip(first, below, strict=True))
        return first, tuple(x + y for x, y in zip(second, below, strict=True)), third

    @derived
    def a(self) -> Fraction:
        return self.numbers[-1][-2]

    @derived
    def k(self) -> Fraction:
        return self.numbers[-1][-1]

    @derived
    def system(self) -> Tex:
        return shared.with_letters(Matrix(self.numbers), ["a", "k"], bar=True)

    @derived
    def pivot(self) -> Expr:
        return Expr.symbol("a") + -self.a

    @derived
    def right(self) -> Expr:
        return Expr.symbol("k") + -self.k

    @derived
    def last_row(self) -> tuple[Expr, ...]:
        return (*(Expr.number(0) for _ in range(self.upper.height)), self.pivot, self.right)

    def given(self, a: Fraction, k: Fraction) -> Answer:
        return Parts(a=Number(a, variable="a"), k=Number(k, variable="k"))

    def answer(self) -> Answer:
        return self.given(self.a, self.k)

    def slips(self) -> dict[str, Answer]:
        (*_, u, c) = self.upper.row(0)
        wrong = {
            "signs-turned": self.given(-self.a, -self.k),
            "right-side-untouched": self.given(self.a, Fraction(0)),
        }
        if self.three:
            wrong["second-step-forgotten"] = self.given(self.l31 * u, self.l31 * c)
        else:
            wrong["multiplier-inverted"] = self.given(u / self.l21, c / self.l21)
        return wrong

    def verify(self) -> None:
        def ranks(a: Fraction, k: Fraction) -> tuple[int, int]:
            rows = [*self.numbers[:-1], (*self.numbers[-1][:-2], a, k)]
            return Matrix([row[:-1] for row in rows]).rank, Matrix(rows).rank

        n = len(self.numbers)
        assert ranks(self.a, self.k) == (n - 1, n - 1)
        assert ranks(self.a + 1, self.k) == (n, n)
        assert ranks(self.a, self.k + 1) == (n - 1, n)

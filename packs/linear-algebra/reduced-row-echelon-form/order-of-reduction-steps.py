from fractions import Fraction
from itertools import permutations
from typing import Self

from upslope.problems import Answer, Expr, Matrix, Ordering, Redraw, Rng, Template, Tex, derived


class OrderOfReductionSteps(Template):
    R: Matrix
    p: int
    down: int
    q: int
    up: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c, d = (rng.integer(-3, 4, but=[0]) for _ in range(4))
        p, down, q, up = (
            rng.choice(options) for options in ([2, 3, -2], [-3, -2, 2, 3, 4], [2, 3, -2], [-2, 2, 3])
        )
        drawn = cls(R=Matrix([[1, 0, a, b], [0, 1, c, d]]), p=p, down=down, q=q, up=up)
        entries = [x for row in drawn.start.rows for x in row]
        if 0 in entries or max(map(abs, entries)) > 24 or len(drawn.working_orders) > 1:
            raise Redraw("zeros, large numbers, or another order that works as well")
        return drawn

    @derived
    def after_two(self) -> Matrix:
        top, low = self.R.rows
        return Matrix([[x + self.up * y for x, y in zip(top, low, strict=True)], [self.q * y for y in low]])

    @derived
    def start(self) -> Matrix:
        top, low = self.after_two.rows
        return Matrix([[self.p * x for x in top], [y + self.down * x for x, y in zip(top, low, strict=True)]])

    @derived
    def working_orders(self) -> tuple[tuple[int, ...], ...]:
        """Carry out all 24 orders; an operation is (row, its factor, the other row's factor)."""
        scale, again = Fraction(1, self.p), Fraction(1, self.q)
        operations = ((0, scale, 0), (1, 1, -self.down), (1, again, 0), (0, 1, -self.up))
        found = []
        for order in permutations(range(4)):
            rows = list(self.start.rows)
            for i, own, other in (operations[k] for k in order):
                rows[i] = tuple(own * a + other * b for a, b in zip(rows[i], rows[1 - i], strict=True))
            if tuple(rows) == self.R.rows:
                found.append(order)
        return tuple(found)

    @derived
    def texts(self) -> tuple[Tex, ...]:
        r1, r2 = Expr.symbol("r_1"), Expr.symbol("r_2")
        new = (Fraction(1, self.p) * r1, r2 + -self.down * r1, Fraction(1, self.q) * r2, r1 + -self.up * r2)
        return tuple(
            Tex(rf"{row.latex()} \to {x.latex()}") for row, x in zip((r1, r2, r2, r1), new, strict=True)
        )

    @derived
    def clear_below(self) -> Tex:
        return Tex(rf"{self.texts[0]}, \quad {self.texts[1]}")

    @derived
    def clear_above(self) -> Tex:
        return Tex(rf"{self.texts[2]}, \quad {self.texts[3]}")

    def in_order(self, *order: int) -> Answer:
        items = tuple(f"${text}$" for text in self.texts)
        shown = Ordering(items).shown  # the items stand on the page in one order, whatever the slip
        return Ordering(tuple(items[k] for k in order), shown=tuple(order.index(k) for k in shown))

    def answer(self) -> Answer:
        return self.in_order(0, 1, 2, 3)

    def slips(self) -> dict[str, Answer]:
        return {"upwards-first": self.in_order(0, 3, 1, 2), "scaled-too-early": self.in_order(0, 2, 1, 3)}

    def verify(self) -> None:
        assert self.working_orders == ((0, 1, 2, 3),)  # all 24 orders carried out
        assert self.start.rref == self.R

from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Number, Redraw, Rng, Template, derived


class ThirdComponentOfACombination(Template):
    u: tuple[int, int, int]
    v: tuple[int, int, int]
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def entry() -> int:
            return rng.integer(-4, 5, but=[0])

        drawn = cls(
            u=(entry(), entry(), entry()),
            v=(0 if level == 1 else entry(), entry(), entry()),
            c=rng.integer(-4, 4, but=[0, 1]),
            d=rng.integer(-4, 4, but=[0, 1]),
        )
        if drawn.u[0] * drawn.v[1] == drawn.u[1] * drawn.v[0] or drawn.c == drawn.d:
            raise Redraw("the first two components do not fix two different weights")
        if abs(drawn.v1) == abs(drawn.v2) or 1 in (drawn.v1, drawn.v2):
            raise Redraw("the first two equations can be subtracted as they stand, or nearly so")
        if drawn.k in (*drawn.u, *drawn.v, drawn.b1, drawn.b2):
            raise Redraw("an answer that already stands in the question")
        if drawn.b1 == 0 or drawn.b2 == 0 or abs(drawn.k) < 2:
            raise Redraw("a zero in the target, or an answer one could guess")
        return drawn

    @derived
    def u3(self) -> int:
        return self.u[2]

    @derived
    def v3(self) -> int:
        return self.v[2]

    @derived
    def b_full(self) -> tuple[int, ...]:
        return tuple(self.c * x + self.d * y for x, y in zip(self.u, self.v, strict=True))

    @derived
    def b1(self) -> int:
        return self.b_full[0]

    @derived
    def b2(self) -> int:
        return self.b_full[1]

    @derived
    def k(self) -> int:
        return self.b_full[2]

    @derived
    def first(self) -> Expr:
        return shared.linear((self.u[0], self.v[0]), "cd")

    @derived
    def second(self) -> Expr:
        return shared.linear((self.u[1], self.v[1]), "cd")

    @derived
    def at_once(self) -> bool:
        return self.v[0] == 0

    @derived
    def v1(self) -> int:
        return self.v[0]

    @derived
    def v2(self) -> int:
        return self.v[1]

    @derived
    def determinant(self) -> int:
        return self.u[0] * self.v[1] - self.u[1] * self.v[0]

    @derived
    def cleared(self) -> int:
        return self.determinant * self.c

    def answer(self) -> Answer:
        return Number(self.k, variable="k")

    def slips(self) -> dict[str, Answer]:
        return {
            "swapped-weights": Number(self.d * self.u3 + self.c * self.v3),
            "sum-of-the-thirds": Number(self.u3 + self.v3),
            "sign-of-d": Number(self.c * self.u3 - self.d * self.v3),
        }

    def verify(self) -> None:
        def with_third(k: int) -> int:
            return Matrix(
                [[x, y, z] for x, y, z in zip(self.u, self.v, (self.b1, self.b2, k), strict=True)]
            ).rank

        assert [k for k in range(-60, 61) if with_third(k) == 2] == [self.k]

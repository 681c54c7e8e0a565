from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Number, Redraw, Rng, Template, Tex, derived


class RightSideWithACommonPoint(Template):
    first: tuple[int, ...]
    second: tuple[int, ...]
    b1: int
    b2: int
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def row() -> tuple[int, ...]:
            return tuple(rng.integer(-4, 4, but=[0]) for _ in range(level + 1))

        planes = level == 2
        weights = [-2, -1, 1, 2, 3]
        drawn = cls(
            first=row(),
            second=row() if planes else (),
            b1=rng.integer(-6, 7, but=[0]),
            b2=rng.integer(-6, 7, but=[0]) if planes else 0,
            c=rng.choice(weights) if planes else rng.integer(-4, 4, but=[-1, 0, 1]),
            d=rng.choice(weights) if planes else 0,
        )
        if planes and (Matrix([drawn.first, drawn.second]).rank < 2 or (drawn.c, drawn.d) == (1, 1)):
            raise Redraw("parallel planes, or a rule that is only a sum")
        if drawn.k in (*drawn.first, *drawn.second, *drawn.third, drawn.b1, drawn.b2):
            raise Redraw("an answer that already stands in the question")
        if abs(drawn.k) < 2 or drawn.third.count(0) > 1:
            raise Redraw("an answer one could guess, or a last row with too few terms")
        return drawn

    @derived
    def planes(self) -> bool:
        return bool(self.second)

    @derived
    def third(self) -> tuple[int, ...]:
        second = self.second or (0,) * len(self.first)
        return tuple(self.c * x + self.d * y for x, y in zip(self.first, second, strict=True))

    @derived
    def left1(self) -> Expr:
        return shared.linear(self.first)

    @derived
    def left2(self) -> Expr:
        return shared.linear(self.second)

    @derived
    def left3(self) -> Expr:
        return shared.linear(self.third)

    @derived
    def rule(self) -> Expr:
        return shared.linear((self.c, self.d), ["L_1", "L_2"])

    @derived
    def follow(self) -> Tex:
        return shared.products((self.c, self.d), (self.b1, self.b2))

    @derived
    def k(self) -> int:
        return self.c * self.b1 + self.d * self.b2

    def answer(self) -> Answer:
        return Number(self.k, variable="k")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {"right-sides-added": Number(self.b1 + self.b2)}
        if self.planes:
            wrong["sign-turned"] = Number(self.c * self.b1 - self.d * self.b2)
            wrong["one-equation-only"] = Number(self.c * self.b1)
        else:
            wrong["sign-turned"] = Number(-self.k)
        return wrong

    def verify(self) -> None:
        rows = [r for r in (self.first, self.second, self.third) if r]
        right = [b for r, b in ((self.first, self.b1), (self.second, self.b2)) if r]
        A = Matrix(rows)
        consistent = [k for k in range(-60, 61) if A.augmented((*right, k)).rank == A.rank]
        assert consistent == [self.k]

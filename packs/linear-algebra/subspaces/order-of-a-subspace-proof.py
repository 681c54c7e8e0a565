from typing import Self

from pack import shared

from upslope.problems import Expr, Rng, Template, derived


class OrderOfASubspaceProof(Template):
    normal: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c = (rng.integer(-5, 6, but=[0]) for _ in range(3))
        return cls(normal=(a, b, c))

    def applied(self, letter: str) -> Expr:
        return shared.linear(self.normal, [f"{letter}_{i}" for i in (1, 2, 3)])

    @derived
    def equation(self) -> Expr:
        return self.applied("x")

    @derived
    def of_u(self) -> Expr:
        return self.applied("u")

    @derived
    def of_v(self) -> Expr:
        return self.applied("v")

    @derived
    def of_w(self) -> Expr:
        return self.applied("w")

    def verify(self) -> None:
        a, b, c = self.normal  # two vectors of S and a combination of them
        u, v = (b, -a, 0), (0, c, -b)
        w = [2 * x - 3 * y for x, y in zip(u, v, strict=True)]
        assert all(a * x + b * y + c * z == 0 for x, y, z in (u, v, w))

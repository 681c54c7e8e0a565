from typing import Self

from upslope.problems import Expr, Redraw, Rng, Template, derived

K = Expr.symbol("k")


class OrderAProof(Template):
    m: int
    r: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        m = rng.integer(3, 24)
        drawn = cls(m=m, r=rng.integer(1, m - 1))
        if drawn.s == 0:
            raise Redraw("remainder 0")
        return drawn

    @derived
    def r_square(self) -> int:
        return self.r**2

    @derived
    def s(self) -> int:
        return self.r_square % self.m

    @derived
    def expanded(self) -> Expr:
        return self.m**2 * K**2 + 2 * self.m * self.r * K + self.r_square

    @derived
    def collected(self) -> Expr:
        return self.m * (self.m * K**2 + 2 * self.r * K + self.r_square // self.m) + self.s

    def verify(self) -> None:
        for k in range(-6, 7):
            n = self.m * k + self.r
            assert n * n == self.expanded.evaluate(k=k) == self.collected.evaluate(k=k)
            assert n * n % self.m == self.s

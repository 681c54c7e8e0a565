from math import gcd
from typing import Self

from pack import shared

from upslope.problems import Answer, Equation, Expr, Matrix, Redraw, Rng, Template, Tex, derived

Triple = tuple[int, int, int]


class SmallestSubspace(Template):
    u: Triple
    v: Triple

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def entry() -> int:
            return rng.integer(-3, 4, but=[0])

        drawn = cls(u=(entry(), entry(), 0 if level == 1 else entry()), v=(entry(), entry(), entry()))
        if 0 in drawn.cross or max(map(abs, drawn.normal)) > 12:
            raise Redraw("a coefficient that is zero or large")
        return drawn

    @derived
    def cross(self) -> Triple:
        (a, b, c), (p, q, r) = self.u, self.v
        return (b * r - c * q, c * p - a * r, a * q - b * p)

    @derived
    def normal(self) -> Triple:
        common = gcd(*self.cross) * (1 if self.cross[0] > 0 else -1)
        x, y, z = (n // common for n in self.cross)
        return x, y, z

    @derived
    def equation(self) -> Expr:
        return shared.linear(self.normal)

    @derived
    def for_u(self) -> Expr:
        return shared.linear(self.u, "abc")

    @derived
    def for_v(self) -> Expr:
        return shared.linear(self.v, "abc")

    @derived
    def check_u(self) -> Tex:
        return shared.products(self.normal, self.u)

    @derived
    def check_v(self) -> Tex:
        return shared.products(self.normal, self.v)

    def plane(self, normal: Triple) -> Answer:
        return Equation(shared.linear(normal), Expr.number(0), ("x", "y", "z"))

    def answer(self) -> Answer:
        return self.plane(self.normal)

    def slips(self) -> dict[str, Answer]:
        a, b, c = self.normal
        wrong = {"middle-sign": self.plane((a, -b, c)), "vector-as-normal": self.plane(self.u)}
        x, y, z = (s + t for s, t in zip(self.u, self.v, strict=True))
        return wrong | ({"sum-as-normal": self.plane((x, y, z))} if (x, y, z) != (0, 0, 0) else {})

    def verify(self) -> None:
        assert Matrix([self.u, self.v]).null_space()[0] == tuple(
            n / Matrix([self.normal])[0, 2] for n in self.normal
        )
        for s in range(-2, 3):  # all combinations satisfy the equation
            for t in range(-2, 3):
                assert (
                    sum(n * (s * x + t * y) for n, x, y in zip(self.normal, self.u, self.v, strict=True)) == 0
                )

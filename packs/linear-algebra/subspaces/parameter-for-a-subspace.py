from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Redraw, Rng, SetAnswer, Template, Tex, derived
from upslope.problems.objects import polynomial


class ParameterForASubspace(Template):
    a: int
    b: int
    c: int
    p: int
    q: int
    squared: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c = (rng.integer(-5, 6, but=[0]) for _ in range(3))
        p, q = rng.sample([k for k in range(-8, 10) if abs(k) > 1], 2)
        if p + q == 0:
            raise Redraw("no linear term")
        return cls(a=a, b=b, c=c, p=p, q=q, squared=level == 2)

    @derived
    def k(self) -> Expr:
        return Expr.symbol("k")

    @derived
    def right(self) -> Expr:
        return polynomial((self.p, self.q)).expr("k")

    @derived
    def factored(self) -> Expr:
        return (self.k + -self.p) * (self.k + -self.q)

    @derived
    def linear(self) -> Expr:
        return shared.linear((self.a, 0 if self.squared else self.b, self.c))

    @derived
    def left(self) -> Tex:
        sign, size = "-" if self.b < 0 else "+", abs(self.b) if abs(self.b) > 1 else ""
        square = rf" {sign} {size}({(self.k + -self.p).latex()})\,y^2"
        return Tex(self.linear.latex() + square * self.squared)

    @derived
    def bent(self) -> Expr:
        return self.linear + self.b * (self.q - self.p) * Expr.symbol("y") ** 2

    @derived
    def example(self) -> tuple[int, int, int]:
        return (-self.b * (self.q - self.p) * self.a, self.a, 0)

    @derived
    def product(self) -> int:
        return self.p * self.q

    @derived
    def total(self) -> int:
        return self.p + self.q

    @derived
    def answers(self) -> tuple[int, ...]:
        return (self.p,) if self.squared else (self.p, self.q)

    def answer(self) -> Answer:
        return SetAnswer(self.answers, variable="k")

    def slips(self) -> dict[str, Answer]:
        wrong = {"signs-of-the-roots": SetAnswer(tuple(-k for k in self.answers), variable="k")}
        if self.squared:
            return wrong | {"square-overlooked": SetAnswer((self.p, self.q), variable="k")}
        return wrong | {"one-root-only": SetAnswer((max(self.p, self.q, key=abs),), variable="k")}

    def verify(self) -> None:
        def holds(k: int, x: int, y: int, z: int) -> bool:
            square = self.b * (k - self.p) * y * y if self.squared else self.b * y
            return self.a * x + square + self.c * z == k * k - self.total * k + self.product

        tested = [(x, y, z) for x in range(-15, 16) for y in range(-2, 3) for z in range(-15, 16)]
        for k in range(-10, 11):  # zero vector, opposites and doubles of all small members
            members = [at for at in tested if holds(k, *at)]
            kept = all(holds(k, *(t * s for s in at)) for at in members for t in (-1, 2))
            good = holds(k, 0, 0, 0) and kept
            assert good is (k in self.answers) or (good and not any(y for _, y, _ in members))

from fractions import Fraction
from typing import Self

from upslope.problems import Expr, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class DiscriminantTrueOrFalse(Template):
    a: int
    b: int
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a = rng.choice([-3, -2, -1, 1, 2, 3])
        if rng.chance(1, 4):  # a touching parabola, a (x - h)²
            h = rng.integer(-5, 5, but=(0,))
            return cls(a=a, b=-2 * a * h, c=a * h * h)
        drawn = cls(a=a, b=rng.integer(-8, 8, but=(0,)), c=rng.integer(-9, 9, but=(0,)))
        if drawn.discriminant == 0:
            raise Redraw("a touching parabola is drawn apart")
        return drawn

    @derived
    def f(self) -> Expr:
        return self.a * X**2 + self.b * X + self.c

    @derived
    def discriminant(self) -> int:
        return self.b**2 - 4 * self.a * self.c

    @derived
    def two_roots(self) -> bool:
        return self.discriminant > 0

    @derived
    def one_root(self) -> bool:
        return self.discriminant == 0

    @derived
    def no_root(self) -> bool:
        return self.discriminant < 0

    @derived
    def has_least(self) -> bool:
        return self.a > 0

    @derived
    def has_greatest(self) -> bool:
        return self.a < 0

    @derived
    def h(self) -> Fraction:
        return Fraction(-self.b, 2 * self.a)

    @derived
    def minus_h(self) -> Fraction:
        return -self.h

    @derived
    def k(self) -> Fraction:
        return self.c - self.a * self.h**2

    @derived
    def vertex_right(self) -> bool:
        return self.h > 0

    @derived
    def vertex_left(self) -> bool:
        return self.h < 0

    @derived
    def product(self) -> Fraction:
        return Fraction(self.c, self.a)

    @derived
    def opposite_roots(self) -> bool:
        return self.product < 0

    @derived
    def above(self) -> int:
        return self.k // 1 + 3 if self.a > 0 else self.k // 1 - 2

    @derived
    def below(self) -> int:
        return self.k // 1 - 2 if self.a > 0 else self.k // 1 + 3

    def verify(self) -> None:
        # signs of values on a fine grid around the vertex count the crossings
        values = [self.f.evaluate(x=self.h + Fraction(n, 24)) for n in range(-240, 241)]
        ends_and_middle = values[0] * values[240]
        assert self.two_roots == (ends_and_middle < 0)
        assert self.one_root == (values[240] == 0)
        assert self.no_root == (ends_and_middle > 0)
        assert self.opposite_roots == (self.two_roots and self.product < 0)
        assert (self.above > self.k) == (self.a > 0) == (self.below < self.k)

from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Redraw, Rng, Template, Vector, derived

SPACE = ((1, 2, 2), (2, 3, 6), (1, 4, 8), (4, 4, 7), (2, 6, 9))


class ClipAGradientByNorm(Template):
    g: tuple[int, ...]
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sizes = rng.shuffled(rng.choice(SPACE))
        times = rng.integer(2, 5) if level == 1 else rng.integer(1, 2)
        norm = next(n for n in range(20) if n * n == sum(x * x for x in sizes))
        g = tuple(times * x if rng.chance(1, 2) else -times * x for x in sizes)
        c = norm * rng.integer(1, times - 1) if level == 1 else rng.integer(2, 6)
        if level == 2 and c % norm == 0:
            raise Redraw("a whole-number result belongs to level 1")
        if max(abs(x) for x in g) <= c:
            raise Redraw("no component exceeds the threshold")
        return cls(g=g, c=c)

    @derived
    def squares(self) -> Expr:
        return shared.number_sum([x * x for x in self.g])

    @derived
    def square(self) -> int:
        return sum(x * x for x in self.g)

    @derived
    def length(self) -> int:
        return next(n for n in range(self.square + 1) if n * n == self.square)

    @derived
    def factor(self) -> Fraction:
        return Fraction(self.c, self.length)

    @derived
    def clipped(self) -> tuple[Fraction, ...]:
        return tuple(self.factor * x for x in self.g)

    def answer(self) -> Answer:
        return Vector(self.clipped)

    def slips(self) -> dict[str, Answer]:
        return {
            "each-component-clipped": Vector(tuple(max(-self.c, min(self.c, x)) for x in self.g)),
            "made-a-unit-vector": Vector(tuple(Fraction(x, self.length) for x in self.g)),
            "divided-by-the-threshold": Vector(tuple(Fraction(x, self.c) for x in self.g)),
        }

    def verify(self) -> None:
        assert sum(x * x for x in self.clipped) == self.c**2  # the length asked for …
        a, b = self.g, self.clipped  # … and the same direction: parallel, and not turned round
        assert all(a[i] * b[j] == a[j] * b[i] for i in range(3) for j in range(3))
        assert sum(x * y for x, y in zip(a, b, strict=True)) > 0

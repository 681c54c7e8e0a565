from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Number, Parts, Redraw, Rng, Template, Vector, derived

SPACE = ((1, 2, 2), (2, 3, 6), (1, 4, 8), (4, 4, 7), (2, 6, 9), (6, 6, 7), (3, 4, 12), (2, 4, 4))
FOUR = ((1, 2, 2, 4), (2, 2, 4, 5), (1, 1, 3, 5), (1, 4, 4, 4), (1, 3, 3, 9), (2, 4, 5, 6), (1, 1, 7, 7))


class LengthDistanceAndUnitVector(Template):
    p: tuple[int, ...]
    q: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sizes = rng.shuffled(rng.choice(SPACE if level == 1 else FOUR))
        v = [x if rng.chance(1, 2) else -x for x in sizes]
        p = [rng.integer(-4, 4) if level == 2 else 0 for _ in v]
        drawn = cls(p=tuple(p), q=tuple(a + b for a, b in zip(p, v, strict=True)))
        if (level == 2 and p.count(0) > 1) or min(v) > 0:
            raise Redraw("no negative component, or a start too close to the origin")
        return drawn

    @derived
    def two_points(self) -> bool:
        return any(self.p)

    @derived
    def v(self) -> tuple[int, ...]:
        return tuple(b - a for a, b in zip(self.p, self.q, strict=True))

    @derived
    def squares(self) -> Expr:
        return shared.number_sum([x * x for x in self.v])

    @derived
    def square(self) -> int:
        return sum(x * x for x in self.v)

    @derived
    def length(self) -> int:
        return next(n for n in range(self.square + 1) if n * n == self.square)

    @derived
    def unit(self) -> tuple[Fraction, ...]:
        return tuple(Fraction(x, self.length) for x in self.v)

    def given(self, length: int, sign: int = 1) -> Answer:
        unit = tuple(Fraction(sign * x, length) for x in self.v)
        return Parts(length=Number(length), unit=Vector(unit))

    def answer(self) -> Answer:
        return self.given(self.length)

    def slips(self) -> dict[str, Answer]:
        wrong = {
            "components-added": self.given(sum(abs(x) for x in self.v)),
            "root-forgotten": self.given(self.square),
            "not-divided": Parts(length=Number(self.length), unit=Vector(self.v)),
        }
        if self.two_points:
            wrong["direction-reversed"] = self.given(self.length, -1)
        return wrong

    def verify(self) -> None:
        reached = [a + self.length * u for a, u in zip(self.p, self.unit, strict=True)]
        assert tuple(reached) == self.q  # walk `length` steps of the unit vector
        assert sum(u * u for u in self.unit) == 1

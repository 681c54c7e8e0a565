from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Redraw, Rng, Template, Vector, derived

STORIES = ("attention", "checkpoints", "pooling")


class WeightedAverageOfVectors(Template):
    story: str
    tenths: tuple[int, int, int]
    v1: tuple[int, ...]
    v2: tuple[int, ...]
    v3: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        first = rng.integer(1, 7)
        second = rng.integer(1, 9 - first)

        def vector() -> tuple[int, ...]:
            return tuple(10 * rng.integer(-3, 5) for _ in range(level + 1))

        drawn = cls(
            story=rng.named("story").choice(STORIES),
            tenths=(first, second, 10 - first - second),
            v1=vector(),
            v2=vector(),
            v3=vector(),
        )
        if drawn.tenths[0] == drawn.tenths[2]:
            raise Redraw("coefficients that cannot be told apart")
        if len({drawn.v1, drawn.v2, drawn.v3}) < 3 or any(x == y == z for x, y, z in drawn.components):
            raise Redraw("equal vectors, or a component with nothing to average")
        return drawn

    @derived
    def components(self) -> tuple[tuple[int, int, int], ...]:
        return tuple(zip(self.v1, self.v2, self.v3, strict=True))

    @derived
    def a1(self) -> Fraction:
        return Fraction(self.tenths[0], 10)

    @derived
    def a2(self) -> Fraction:
        return Fraction(self.tenths[1], 10)

    @derived
    def a3(self) -> Fraction:
        return Fraction(self.tenths[2], 10)

    @derived
    def s1(self) -> tuple[Fraction, ...]:
        return tuple(self.a1 * x for x in self.v1)

    @derived
    def s2(self) -> tuple[Fraction, ...]:
        return tuple(self.a2 * x for x in self.v2)

    @derived
    def s3(self) -> tuple[Fraction, ...]:
        return tuple(self.a3 * x for x in self.v3)

    @derived
    def average(self) -> tuple[Fraction, ...]:
        return tuple(sum(xs, Fraction(0)) for xs in zip(self.s1, self.s2, self.s3, strict=True))

    @derived
    def low(self) -> int:
        return min(self.components[0])

    @derived
    def high(self) -> int:
        return max(self.components[0])

    @derived
    def first(self) -> Fraction:
        return self.average[0]

    def answer(self) -> Answer:
        return Vector(self.average)

    def slips(self) -> dict[str, Answer]:
        a, b, c = self.a3, self.a2, self.a1
        return {
            "equal-weights": Vector(tuple(Fraction(sum(xs), 3) for xs in self.components)),
            "weights-forgotten": Vector(tuple(sum(xs) for xs in self.components)),
            "order-reversed": Vector(tuple(a * x + b * y + c * z for x, y, z in self.components)),
        }

    def verify(self) -> None:
        for i, value in enumerate(self.average):  # ten votes, counted one by one
            votes = [
                v[i] for n, v in zip(self.tenths, (self.v1, self.v2, self.v3), strict=True) for _ in range(n)
            ]
            assert len(votes) == 10
            assert sum(votes) == 10 * value

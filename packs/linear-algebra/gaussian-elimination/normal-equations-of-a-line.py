from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Redraw, Rng, Template, TupleAnswer, derived

WAVES = {3: ((1, -2, 1),), 4: ((1, -1, -1, 1), (1, -3, 3, -1), (-1, 3, -3, 1))}
"""Misfits perpendicular to a line on equally spaced points."""


class NormalEquationsOfALine(Template):
    """Samples at t = start, start + step, …; `misfit` lifts them off the line without moving it."""

    story: str
    start: int
    step: int
    w: int
    b: int
    misfit: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = level + 2
        size = rng.choice([-2, -1, 1, 2]) if n == 3 else rng.choice([-1, 1])
        drawn = cls(
            story=rng.named("story").choice(["model", "memory", "sensor"]),
            start=rng.integer(1, 4),
            step=rng.choice([1, 2, 3]) if n == 3 else 2,
            w=rng.integer(2, 5),
            b=rng.integer(-4, 9, but=[0]),
            misfit=tuple(size * e for e in rng.choice(WAVES[n])),
        )
        if min(drawn.y) <= 0 or drawn.w == drawn.b:
            raise Redraw("a measured value that is not positive, or equal unknowns")
        return drawn

    @derived
    def t(self) -> tuple[int, ...]:
        return tuple(self.start + self.step * i for i in range(self.n))

    @derived
    def y(self) -> tuple[int, ...]:
        return tuple(self.w * t + self.b + e for t, e in zip(self.t, self.misfit, strict=True))

    @derived
    def samples(self) -> tuple[tuple[int, int], ...]:
        return tuple(zip(self.t, self.y, strict=True))

    @derived
    def n(self) -> int:
        return len(self.misfit)

    @derived
    def st(self) -> int:
        return sum(self.t)

    @derived
    def stt(self) -> int:
        return sum(t * t for t in self.t)

    @derived
    def sy(self) -> int:
        return sum(self.y)

    @derived
    def sty(self) -> int:
        return sum(t * y for t, y in self.samples)

    @derived
    def multiplier(self) -> Fraction:
        return Fraction(self.st, self.n)

    @derived
    def pivot(self) -> Fraction:
        return self.stt - self.multiplier * self.st

    @derived
    def right(self) -> Fraction:
        return self.sty - self.multiplier * self.sy

    @derived
    def rest(self) -> int:
        return self.n * self.b

    def answer(self) -> Answer:
        return TupleAnswer((self.b, self.w))

    def slips(self) -> dict[str, Answer]:
        w = self.sty / self.pivot
        return {
            "right-side-untouched": TupleAnswer(((self.sy - self.st * w) / self.n, w)),
            "unknowns-exchanged": TupleAnswer((self.w, self.b)),
            "first-row-alone": TupleAnswer((Fraction(self.sy, self.n), self.w)),
        }

    def verify(self) -> None:
        def loss(b: int, w: int) -> int:
            return sum((y - w * t - b) ** 2 for t, y in self.samples)

        best = loss(self.b, self.w)  # the least squares line beats its neighbours, evenly on both sides
        for db, dw in ((1, 0), (0, 1), (1, 1), (1, -1)):
            assert loss(self.b + db, self.w + dw) == loss(self.b - db, self.w - dw) > best

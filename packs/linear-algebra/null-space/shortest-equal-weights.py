from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Redraw, Rng, Template, Vector, derived
from upslope.problems.objects import dot

Ints = tuple[int, ...]


class ShortestEqualWeights(Template):
    s: Ints
    w: Ints

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        for _ in range(80):
            s = tuple(rng.integer(-2, 3, but=[0]) for _ in range(3))
            w = tuple(rng.integer(-7, 8) for _ in range(3))
            t = Fraction(-dot(w, s), dot(s, s))
            if t and t.denominator <= 3 and abs(t) < 4 and w.count(0) < 2 and len(set(s)) > 1:
                return cls(s=s, w=w)
        raise Redraw("no step of the kind wanted")

    @derived
    def dot(self) -> int:
        return dot(self.w, self.s)

    @derived
    def ss(self) -> int:
        return dot(self.s, self.s)

    @derived
    def ww(self) -> int:
        return dot(self.w, self.w)

    @derived
    def twice(self) -> int:
        return 2 * self.dot

    @derived
    def t(self) -> Fraction:
        return Fraction(-self.dot, self.ss)

    @derived
    def v(self) -> tuple[Fraction, ...]:
        return self.moved(self.t)

    def moved(self, t: Fraction) -> tuple[Fraction, ...]:
        return tuple(a + t * b for a, b in zip(self.w, self.s, strict=True))

    def answer(self) -> Answer:
        return Vector(self.v)

    def slips(self) -> dict[str, Answer]:
        steps = {"sign-lost": -self.t, "not-divided": Fraction(-self.dot), "factor-two": 2 * self.t}
        return {name: Vector(self.moved(t)) for name, t in steps.items()}

    def verify(self) -> None:
        def squared(t: Fraction) -> Fraction:
            return sum((x * x for x in self.moved(t)), Fraction(0))

        for k in range(1, 30):  # any step away makes it longer
            assert squared(self.t) < min(squared(self.t + Fraction(k, 7)), squared(self.t - Fraction(k, 7)))

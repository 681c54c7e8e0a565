from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Figure, Redraw, Rng, Template, TupleAnswer, derived
from upslope.problems.figures import Plane


class WeightsForATarget(Template):
    u1: int
    u2: int
    v1: int
    v2: int
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        c, d = rng.sample([1, 2, 3, 4, 5], 2)
        if level == 2:
            c, d = rng.choice([(-c, d), (c, -d), (-c, -d)])
        for _ in range(100):  # keep the weights, so that small ones do not win
            x, y, z, t = (rng.integer(-3, 3, but=[0]) for _ in range(4))
            drawn = cls(u1=x, u2=y, v1=z, v2=t, c=c, d=d)
            small = all(0 < abs(entry) <= 8 for entry in drawn.b)
            if small and drawn.determinant and abs(z) != abs(t) and 1 not in (z, t):
                return drawn
        raise Redraw("parallel vectors, or a target outside the figure")

    @derived
    def u(self) -> tuple[int, int]:
        return self.u1, self.u2

    @derived
    def v(self) -> tuple[int, int]:
        return self.v1, self.v2

    @derived
    def b(self) -> tuple[int, int]:
        first, second = (self.c * x + self.d * y for x, y in zip(self.u, self.v, strict=True))
        return first, second

    @derived
    def b1(self) -> int:
        return self.b[0]

    @derived
    def b2(self) -> int:
        return self.b[1]

    @derived
    def determinant(self) -> int:
        return self.u[0] * self.v[1] - self.u[1] * self.v[0]

    @derived
    def cleared(self) -> int:
        return self.determinant * self.c

    @derived
    def u1c(self) -> int:
        return self.u[0] * self.c

    @derived
    def rest(self) -> int:
        return self.b[0] - self.u1c

    def answer(self) -> Answer:
        return TupleAnswer((self.c, self.d))

    def slips(self) -> dict[str, Answer]:
        one_each = (Fraction(self.b1, self.u1), Fraction(self.b2, self.v2))
        return {
            "swapped": TupleAnswer((self.d, self.c)),
            "sign-of-d": TupleAnswer((self.c, -self.d)),
            "one-component-each": TupleAnswer(one_each),
        }

    def figure(self) -> Figure:
        reach = 1 + max(3, *(abs(x) for x in (*self.u, *self.v, *self.b)))
        step = 1 if reach < 7 else 2
        plane = Plane((-reach, reach), (-reach, reach), ticks=(step, step))
        plane.vector(self.b, label="b", colour="ink")
        plane.vector(self.u, label="u", colour="d1").vector(self.v, label="v", colour="d2")
        return plane.figure(
            alt=f"The vectors u = {self.u}, v = {self.v} and b = {self.b}, drawn from the origin."
        )

    def verify(self) -> None:
        hits = [  # try all small weights on both components
            (c, d)
            for c in range(-9, 10)
            for d in range(-9, 10)
            if c * self.u[0] + d * self.v[0] == self.b[0] and c * self.u[1] + d * self.v[1] == self.b[1]
        ]
        assert hits == [(self.c, self.d)]

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Figure, Number, Redraw, Rng, Template, derived, sqrt
from upslope.problems.figures import Plane

PLANE = tuple((a, b) for a in (-3, -2, -1, 1, 2, 3) for b in (-3, -2, -1, 1, 2, 3))
LONG = ((1, 2, 2, 4), (1, 1, 1, 1), (2, 2, 4, 5), (1, 1, 3, 5))
SIZES = ((1, 2), (3, 2), (2, 1), (5, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5))


class SubtractTheShadow(Template):
    u: tuple[int, ...]
    v: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n, d = rng.choice(SIZES)  # the multiple first, so that no value of it is common
        k = Fraction(n if rng.chance(1, 2) else -n, d)
        v: tuple[int, ...] = rng.choice(
            [v for v in (PLANE if level == 1 else LONG) if sum(x * x for x in v) % d == 0]
        )
        if level == 2:
            v = tuple(x if rng.chance(1, 2) else -x for x in rng.shuffled(v))
        for _ in range(60):  # all components of u but the last are free; the last makes v · u right
            head = [rng.integer(-6, 6) for _ in v[1:]]
            known = sum(x * y for x, y in zip(head, v, strict=False))
            last = (k * sum(x * x for x in v) - known) / v[-1]
            drawn = cls(u=(*head, int(last)), v=v)
            if last.denominator == 1 and abs(last) <= 6 and any(drawn.rest) and drawn.u.count(0) < 2:
                return drawn
        raise Redraw("no small vector has this shadow")

    @derived
    def plane(self) -> bool:
        return len(self.u) == 2

    @derived
    def vu(self) -> int:
        return sum(x * y for x, y in zip(self.u, self.v, strict=True))

    @derived
    def vv(self) -> int:
        return sum(x * x for x in self.v)

    @derived
    def k(self) -> Fraction:
        return Fraction(self.vu, self.vv)

    @derived
    def rest(self) -> tuple[Fraction, ...]:
        return tuple(x - self.k * y for x, y in zip(self.u, self.v, strict=True))

    def answer(self) -> Answer:
        return Number(self.k, variable="k")

    def slips(self) -> dict[str, Answer]:
        return {
            "lengths-exchanged": Number(Fraction(self.vu, sum(x * x for x in self.u))),
            "not-divided": Number(self.vu),
            "length-not-squared": Number(self.vu / sqrt(self.vv)),
        }

    def figure(self) -> Figure | None:
        if not self.plane:
            return None
        (p, q), (r, s) = self.u, self.v
        foot = (self.k * r, self.k * s)
        plane = Plane((-6.5, 6.5), (-6.5, 6.5))
        plane.line(s, -r, 0, colour="d2", dashed=True)
        plane.segment((p, q), foot, colour="ink-3", dashed=True).right_angle(
            foot, (2 * r + foot[0], 2 * s + foot[1]), (p, q)
        )
        plane.vector((p, q), label="u", colour="d1").vector((r, s), label="v", colour="d2")
        return plane.figure(
            alt=(
                f"The vectors u = {self.u} and v = {self.v}; a dashed line leads from the tip of u "
                "at a right angle to the line of v."
            )
        )

    def verify(self) -> None:
        def distance(k: Fraction) -> Fraction:  # the foot of the shadow is the nearest point of the line
            return sum(((x - k * y) ** 2 for x, y in zip(self.u, self.v, strict=True)), Fraction(0))

        step = Fraction(1, 100)
        assert distance(self.k - step) == distance(self.k + step) > distance(self.k)

from typing import Self

from upslope.problems import Redraw, Rng, Template, derived


class DotProductTrueOrFalse(Template):
    u: tuple[int, int, int]
    v: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        sign, unit = rng.choice([-1, 0, 1]), rng.chance(1, 2)

        def fresh() -> tuple[int, int, int]:
            return rng.integer(-3, 4), rng.integer(-3, 4), rng.integer(-3, 4)

        def signed(x: int) -> int:
            return x if rng.chance(1, 2) else -x

        u = fresh()
        if unit:
            a, b, c = rng.shuffled([1, 2, 2])
            u = signed(a), signed(b), signed(c)
        v = next((v for v in (fresh() for _ in range(60)) if _sign(_dot(u, v)) == sign), (0, 0, 0))
        if _dot(u, u) == _dot(v, v) or (_dot(u, u) == 9) != unit or not any(v):
            raise Redraw("equal lengths, or not the angle wanted")
        if _dot(u, v) ** 2 == _dot(u, u) * _dot(v, v):
            raise Redraw("parallel vectors")
        return cls(u=u, v=v)

    @derived
    def dot(self) -> int:
        return _dot(self.u, self.v)

    @derived
    def uu(self) -> int:
        return _dot(self.u, self.u)

    @derived
    def vv(self) -> int:
        return _dot(self.v, self.v)

    @derived
    def plus(self) -> int:
        return self.uu + 2 * self.dot + self.vv

    @derived
    def minus(self) -> int:
        return self.uu - 2 * self.dot + self.vv

    @derived
    def right_angle(self) -> bool:
        return self.dot == 0

    @derived
    def longer_sum(self) -> bool:
        return self.dot > 0

    @derived
    def longer_difference(self) -> bool:
        return self.dot < 0

    @derived
    def u_longer(self) -> bool:
        return self.uu > self.vv

    @derived
    def unit(self) -> bool:
        return self.uu == 9

    def verify(self) -> None:
        plus = [x + y for x, y in zip(self.u, self.v, strict=True)]  # from the components
        minus = [x - y for x, y in zip(self.u, self.v, strict=True)]
        assert sum(x * x for x in plus) == self.plus
        assert sum(x * x for x in minus) == self.minus


def _dot(x: tuple[int, ...], y: tuple[int, ...]) -> int:
    return sum(a * b for a, b in zip(x, y, strict=True))


def _sign(x: int) -> int:
    return (x > 0) - (x < 0)

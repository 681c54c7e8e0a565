from typing import Self

from upslope.problems import Answer, Redraw, Rng, Template, Vector, derived


class CombineVectors(Template):
    u: tuple[int, ...]
    v: tuple[int, ...]
    w: tuple[int, ...]
    c: int
    d: int
    e: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def vector(size: int) -> tuple[int, ...]:
            return tuple(rng.integer(-5, 6) for _ in range(size))

        three = level == 2
        drawn = cls(
            u=vector(level + 1),
            v=vector(level + 1),
            w=vector(3) if three else (),
            c=rng.integer(2, 5),
            d=rng.integer(-4, -2) if rng.chance(2, 3) else rng.integer(2, 4),
            e=rng.choice([-3, -2, -1, 1, 2, 3]) if three else 0,
        )
        vectors = [drawn.u, drawn.v, drawn.w][: level + 1]
        if any(x.count(0) > 1 or not any(x) for x in vectors) or len(dict.fromkeys(vectors)) <= level:
            raise Redraw("a vector that is nearly zero, or two equal vectors")
        return drawn

    @derived
    def three(self) -> bool:
        return bool(self.w)

    @derived
    def cu(self) -> tuple[int, ...]:
        return tuple(self.c * x for x in self.u)

    @derived
    def dv(self) -> tuple[int, ...]:
        return tuple(self.d * x for x in self.v)

    @derived
    def ew(self) -> tuple[int, ...]:
        return tuple(self.e * x for x in self.w) if self.three else (0,) * len(self.u)

    @derived
    def total(self) -> tuple[int, ...]:
        return tuple(sum(xs) for xs in zip(self.cu, self.dv, self.ew, strict=True))

    @derived
    def u_first(self) -> int:
        return self.u[0]

    @derived
    def u_last(self) -> int:
        return self.u[-1]

    @derived
    def v_last(self) -> int:
        return self.v[-1]

    @derived
    def w_last(self) -> int:
        return self.w[-1]

    @derived
    def last(self) -> int:
        return self.total[-1]

    def combined(self, c: int, d: int, e: int) -> tuple[int, ...]:
        w = self.w or (0,) * len(self.u)
        return tuple(c * x + d * y + e * z for x, y, z in zip(self.u, self.v, w, strict=True))

    def answer(self) -> Answer:
        return Vector(self.total)

    def slips(self) -> dict[str, Answer]:
        plain = self.combined(1, 1, 1)
        wrong: dict[str, Answer] = {
            "first-component-only": Vector((self.total[0], *plain[1:])),
            "one-factor-for-all": Vector(self.combined(self.c, self.c, self.c)),
        }
        if self.d < 0 or self.e < 0:
            wrong["minus-lost"] = Vector(self.combined(self.c, abs(self.d), abs(self.e)))
        return wrong

    def verify(self) -> None:
        walk = [0] * len(self.u)  # walk: one step of u, v or w at a time
        for vector, weight in ((self.u, self.c), (self.v, self.d), (self.w, self.e)):
            for _ in range(abs(weight)):
                walk = [a + (x if weight > 0 else -x) for a, x in zip(walk, vector, strict=True)]
        assert tuple(walk) == self.total

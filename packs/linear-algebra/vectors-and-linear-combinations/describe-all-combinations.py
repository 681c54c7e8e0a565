from dataclasses import dataclass
from typing import Self

from pack import shared

from upslope.problems import Answer, Choice, Expr, Matrix, Redraw, Rng, Template, derived

SETS = ("a line through the origin", "a plane through the origin", r"all of $\R^3$")
NAMES = ("u", "v", "w")


@dataclass(frozen=True)
class Repeated:
    """A vector that is a combination of the earlier ones."""

    name: str
    combination: Expr


@dataclass(frozen=True)
class New:
    """A vector that leads in a new direction; `off_the_line` if only the line of u came before."""

    name: str
    off_the_line: bool


class DescribeAllCombinations(Template):
    u: tuple[int, int, int]
    v: tuple[int, int, int]
    w: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def fresh() -> tuple[int, int, int]:
            return rng.integer(-3, 4, but=[0]), rng.integer(-3, 4), rng.integer(-3, 4)

        def combine(a: int, x: tuple[int, ...], b: int, y: tuple[int, ...]) -> tuple[int, int, int]:
            p, q, r = (a * s + b * t for s, t in zip(x, y, strict=True))
            return p, q, r

        rank, u, v = rng.integer(1, 3), fresh(), fresh()
        factors = [-3, -2, 2, 3]
        if rank == 1:
            v = combine(rng.choice(factors), u, 0, u)
            u = combine(rng.choice([1, level]), u, 0, u)
        w: tuple[int, ...] = fresh()
        if rank < 3:
            b = 0 if level == 1 or rank == 1 else rng.choice([-2, -1, 1, 2])
            w = combine(rng.choice(factors), u, b, v) if rng.chance(3, 4) else ()
        drawn = cls(u=u, v=v, w=w)
        if drawn.rank != rank or max(map(abs, (*u, *v, *w))) > 12 or max(u.count(0), v.count(0)) > 1:
            raise Redraw("another set than the one wanted, or numbers that give it away")
        if rank == 3 and u[0] * v[1] == u[1] * v[0]:
            raise Redraw("the first two vectors cannot be told apart in two components")
        return drawn

    @derived
    def three(self) -> bool:
        return bool(self.w)

    @derived
    def columns(self) -> Matrix:
        return Matrix([list(x) for x in (self.u, self.v, self.w) if x]).T

    @derived
    def rank(self) -> int:
        return self.columns.rank

    @derived
    def relations(self) -> tuple[Repeated, ...]:
        pivots = self.columns.pivots
        free = [j for j in range(self.columns.columns) if j not in pivots]
        return tuple(
            Repeated(NAMES[j], shared.linear([-s[i] for i in pivots], [NAMES[i] for i in pivots]))
            for j, s in zip(free, self.columns.null_space(), strict=True)
        )

    @derived
    def news(self) -> tuple[New, ...]:
        return tuple(New(NAMES[j], place == 1) for place, j in enumerate(self.columns.pivots) if place)

    def answer(self) -> Answer:
        return Choice(SETS, (self.rank - 1,))

    def slips(self) -> dict[str, Answer]:
        count, overlooked = self.columns.columns, max(self.rank - 1, 1)
        wrong = {"counts-the-vectors": count, "counts-the-components": 3, "direction-overlooked": overlooked}
        return {name: Choice(SETS, (n - 1,)) for name, n in wrong.items() if n != self.rank}

    def verify(self) -> None:
        vectors = [x for x in (self.u, self.v, self.w) if x]
        crosses = [
            (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
            for a in vectors
            for b in vectors
        ]
        volumes = [sum(x * y for x, y in zip(n, c, strict=True)) for n in crosses for c in vectors]
        assert self.rank == 1 + any(any(n) for n in crosses) + any(volumes)

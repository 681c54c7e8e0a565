from typing import Self

from concept import figures
from pack import shared

from upslope.problems import Answer, Choice, Figure, Matrix, Redraw, Rng, Template, derived

OPTIONS = (
    "It is a subspace.",
    "It does not hold the zero vector.",
    "It holds the zero vector, but not every multiple of its vectors.",
    "It holds every multiple of its vectors, but not every sum.",
)
Point = tuple[int, ...]


class IsItASubspace(Template):
    relation: str
    f: Point
    g: Point
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        relations = rng.choice(shared.SET_FORMS)
        relation = relations[0] if level == 1 else rng.choice(relations)

        def coefficients() -> Point:
            return tuple(rng.integer(-3, 4, but=[0]) for _ in range(level + 1))

        second = relation in ("square", "product") or (relation == "=" and level == 2 and rng.chance(1, 2))
        drawn = cls(
            relation=relation,
            f=coefficients(),
            g=coefficients() if second else (),
            d=rng.integer(-5, 6, but=[0]) if relation == "= d" else 0,
        )
        if second and Matrix([drawn.f, drawn.g]).rank < 2:
            raise Redraw("two expressions that are one")
        if (drawn.one_way or drawn.crossed) and not drawn.broken:
            raise Redraw("no counterexample with small numbers")
        return drawn

    @derived
    def S(self) -> shared.LinearSet:  # noqa: N802 - the name the statement uses
        return shared.LinearSet(self.relation, self.f, self.g, self.d)

    @derived
    def pictured(self) -> bool:
        return len(self.f) == 2

    @derived
    def flat(self) -> bool:
        return self.S.case == 0

    @derived
    def shifted(self) -> bool:
        return self.S.case == 1

    @derived
    def one_way(self) -> bool:
        return self.S.case == 2

    @derived
    def crossed(self) -> bool:
        return self.S.case == 3

    @derived
    def broken(self) -> tuple[Point, ...]:
        return self.S.broken

    @derived
    def u(self) -> Point:
        return self.broken[0]

    @derived
    def v(self) -> Point:
        return self.broken[1]

    @derived
    def moved(self) -> Point:
        return self.broken[-1]

    def answer(self) -> Answer:
        return Choice(OPTIONS, (self.S.case,))

    def slips(self) -> dict[str, Answer]:
        names = ("passes-too-easily", "zero-is-in", "not-the-multiples", "not-the-sums")
        return {name: Choice(OPTIONS, (k,)) for k, name in enumerate(names) if k != self.S.case}

    def figure(self) -> Figure | None:
        return figures.plane_set(self.relation, self.f, self.g, self.d) if self.pictured else None

    def verify(self) -> None:
        zero, some = (0,) * len(self.f) in self.S, self.S.members[:40]  # small vectors, no theory
        multiples = all(shared.times(t, u) in self.S for u in some for t in (-2, -1, 2, 3))
        sums = all(shared.plus(u, v) in self.S for u in some for v in some)
        tests = ((1, zero), (2, multiples), (3, sums))
        assert next((number for number, passed in tests if not passed), 0) == self.S.case

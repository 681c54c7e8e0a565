from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Figure, Matrix, Redraw, Rng, Template, Tex, Vector, derived
from upslope.problems.figures import Plane

Point = tuple[Fraction, ...]


class AnotherSolution(Template):
    A: Matrix
    xp: tuple[int, ...]
    c: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def rows(count: int) -> list[list[int]]:
            return [[rng.integer(-3, 4, but=[0]) for _ in range(level + 1)] for _ in range(count)]

        drawn = cls(
            A=Matrix(rows(level)),
            xp=tuple(rng.integer(-3, 3, but=[0]) for _ in range(level + 1)),
            c=rng.choice([-2, -1, 1, 2] if level == 1 else [-3, -2, 2, 3]),
        )
        if drawn.A.rank < level or 0 in drawn.b or 0 in drawn.s or max(map(abs, drawn.s)) > 6:
            raise Redraw("a right side or a direction with a zero, or large numbers")
        if drawn.target == 0 or (level == 1 and max(map(abs, drawn.x)) > 6):
            raise Redraw("a target that hides, or outside the figure")
        return drawn

    @derived
    def pictured(self) -> bool:
        return self.A.width == 2

    @derived
    def s(self) -> Point:
        return shared.whole_vector(self.A.null_space()[0])

    @derived
    def b(self) -> Point:
        return self.A.times(self.xp)

    @derived
    def b1(self) -> Fraction:
        return self.b[0]

    @derived
    def x(self) -> Point:
        return tuple(x + self.c * s for x, s in zip(self.xp, self.s, strict=True))

    @derived
    def target(self) -> Fraction:
        return self.x[-1]

    @derived
    def xp_last(self) -> int:
        return self.xp[-1]

    @derived
    def s_last(self) -> Fraction:
        return self.s[-1]

    @derived
    def check(self) -> Tex:
        return shared.products(self.A.row(0), self.x)

    def answer(self) -> Answer:
        return Vector(self.x)

    def slips(self) -> dict[str, Answer]:
        scale = self.target / self.xp_last
        return {
            "solution-scaled": Vector(tuple(scale * x for x in self.xp)),
            "null-vector-alone": Vector(tuple(self.c * s for s in self.s)),
            "one-component-changed": Vector((*self.xp[:-1], self.target)),
        }

    def figure(self) -> Figure | None:
        if not self.pictured:
            return None
        plane = Plane((-7, 7), (-7, 7), ticks=(2, 2), names=("x_1", "x_2"))
        a, b = self.A.row(0)
        plane.line(a, b, 0, colour="d1").line(a, b, self.b1, colour="d2", dashed=True)
        plane.vector(self.s, label="s", colour="d1").point(self.xp, label="x_p", colour="d2")
        through = f"({', '.join(map(str, self.xp))})"
        return plane.figure(alt=f"The null space, a line through 0, and a parallel line through {through}.")

    def verify(self) -> None:
        fixed = Matrix([*self.A.rows, [0] * (self.A.width - 1) + [1]])  # the system with one more equation
        system = fixed.augmented((*self.b, self.target))
        assert shared.cramer(system) == self.x

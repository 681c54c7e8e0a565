from fractions import Fraction
from math import gcd
from typing import Self

from pack import shared
from upslope.problems import Answer, Equation, Expr, Figure, Redraw, Rng, Template, derived
from upslope.problems.figures import Plane

Point = tuple[int, int]


class EquationOfALineInTheRowPicture(Template):
    p: Point
    q: Point

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def coordinate() -> int:
            return rng.integer(-6, 6, but=[0])

        p, q = (coordinate(), 0), (0, coordinate())
        if level == 2:
            p, q = (coordinate(), coordinate()), (coordinate(), coordinate())
        if level == 2 and (p[0] == q[0] or p[1] == q[1] or p[0] * q[1] == p[1] * q[0]):
            raise Redraw("a line along an axis, or through the origin")
        drawn = cls(p=p, q=q)
        if abs(drawn.a) == abs(drawn.b):
            raise Redraw("a line so symmetric that mistakes do not show")
        return drawn

    @derived
    def axes(self) -> bool:
        return self.p[1] == 0 and self.q[0] == 0

    @derived
    def dx(self) -> int:
        return self.q[0] - self.p[0]

    @derived
    def dy(self) -> int:
        return self.q[1] - self.p[1]

    @derived
    def scale(self) -> int:
        return gcd(self.dx, self.dy) * (1 if self.dy > 0 else -1)

    @derived
    def a(self) -> int:
        return self.dy // self.scale

    @derived
    def b(self) -> int:
        return -self.dx // self.scale

    @derived
    def c(self) -> int:
        return self.a * self.p[0] + self.b * self.p[1]

    @derived
    def p1(self) -> int:
        return self.p[0]

    @derived
    def p2(self) -> int:
        return self.p[1]

    @derived
    def q1(self) -> int:
        return self.q[0]

    @derived
    def q2(self) -> int:
        return self.q[1]

    @derived
    def left(self) -> Expr:
        return shared.linear((self.a, self.b))

    def line(self, a: int, b: int, c: int) -> Answer:
        return Equation(shared.linear((a, b)), Expr.number(c), ("x", "y"))

    def answer(self) -> Answer:
        return self.line(self.a, self.b, self.c)

    def slips(self) -> dict[str, Answer]:
        (p1, p2), (a, b) = self.p, (self.a, self.b)
        wrong = {"sign-turned": self.line(a, -b, a * p1 - b * p2)}
        if self.axes:
            wrong["coordinates-as-coefficients"] = self.line(self.p1, self.q2, self.p1 * self.q2)
        else:
            wrong["direction-as-coefficients"] = self.line(self.dx, self.dy, self.dx * p1 + self.dy * p2)
        return wrong

    def figure(self) -> Figure:
        middle = (Fraction(self.p1 + self.q1, 2), Fraction(self.p2 + self.q2, 2))
        plane = Plane((-6.5, 6.5), (-6.5, 6.5))
        plane.line(self.b, -self.a, self.b * middle[0] - self.a * middle[1], colour="d2")
        plane.line(self.a, self.b, self.c, colour="d1")
        plane.point(self.p).point(self.q)
        return plane.figure(
            alt=f"Two lines that cross; the points {self.p} and {self.q} are marked on one of them."
        )

    def verify(self) -> None:
        for x, y in (
            self.p,
            self.q,
            (2 * self.q1 - self.p1, 2 * self.q2 - self.p2),
        ):  # three points of the line
            assert self.left.evaluate(x=x, y=y) == self.c
        assert self.c
        assert self.left.evaluate(x=self.p1 + self.a, y=self.p2 + self.b) != self.c

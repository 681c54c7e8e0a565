from fractions import Fraction
from math import gcd
from typing import Self

from pack import shared

from upslope.problems import Answer, Equation, Expr, Figure, Redraw, Rng, Template, derived
from upslope.problems.figures import Plane

Point = tuple[int, int]


class EquationOfALineInTheRowPicture(Template):
    p1: int
    p2: int
    q1: int
    q2: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        p1, p2, q1, q2 = (rng.integer(-6, 6, but=[0]) for _ in range(4))
        if level == 1:
            p2 = q1 = 0
        if p1 == q1 or p2 == q2 or p1 * q2 == p2 * q1:
            raise Redraw("a line along an axis, or through the origin")
        drawn = cls(p1=p1, p2=p2, q1=q1, q2=q2)
        if abs(drawn.a) == abs(drawn.b):
            raise Redraw("a line so symmetric that mistakes do not show")
        return drawn

    @derived
    def p(self) -> Point:
        return self.p1, self.p2

    @derived
    def q(self) -> Point:
        return self.q1, self.q2

    @derived
    def axes(self) -> bool:
        return self.p2 == self.q1 == 0

    @derived
    def dx(self) -> int:
        return self.q1 - self.p1

    @derived
    def dy(self) -> int:
        return self.q2 - self.p2

    @derived
    def a(self) -> int:
        return abs(self.dy) // gcd(self.dx, self.dy)

    @derived
    def b(self) -> int:
        return -self.dx * self.a // self.dy

    @derived
    def c(self) -> int:
        return self.a * self.p1 + self.b * self.p2

    @derived
    def falls(self) -> bool:
        return self.b > 0

    def answer(self) -> Answer:
        return line(self.a, self.b, self.c)

    def slips(self) -> dict[str, Answer]:
        p1, p2, q1, q2 = self.p1, self.p2, self.q1, self.q2
        a, b, dx, dy = self.a, -self.b, self.dx, self.dy
        wrong = {
            "sign-turned": line(a, b, a * p1 + b * p2),
            "sign-turned-at-q": line(a, b, a * q1 + b * q2),
        }
        if self.axes:
            wrong["coordinates-as-coefficients"] = line(p1, q2, p1 * q2)
        else:
            wrong["direction-as-coefficients"] = line(dx, dy, dx * p1 + dy * p2)
        return wrong

    def figure(self) -> Figure:
        across = Fraction(self.b * (self.p1 + self.q1) - self.a * (self.p2 + self.q2), 2)
        plane = Plane((-6.5, 6.5), (-6.5, 6.5))
        plane.line(self.b, -self.a, across, colour="d2").line(self.a, self.b, self.c, colour="d1")
        plane.point(self.p).point(self.q)
        return plane.figure(
            alt=f"Two lines that cross; the points {self.p} and {self.q} are marked on one of them."
        )

    def verify(self) -> None:
        for x, y in (self.p, self.q, (2 * self.q1 - self.p1, 2 * self.q2 - self.p2)):  # on the line
            assert self.a * x + self.b * y == self.c
        assert self.a * (self.p1 + self.a) + self.b * (self.p2 + self.b) != self.c  # one step off it


def line(a: int, b: int, c: int) -> Answer:
    return Equation(shared.linear((a, b)), Expr.number(c), ("x", "y"))

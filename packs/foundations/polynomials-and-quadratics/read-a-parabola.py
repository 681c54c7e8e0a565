from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Equation, Expr, Figure, Redraw, Rng, Template, derived
from upslope.problems.figures import Plane

X, Y = Expr.symbol("x"), Expr.symbol("y")


class ReadAParabola(Template):
    a: Fraction
    h: int
    k: int
    d: int
    right_side: bool  # the marked point lies to the right of the vertex

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        d = level
        factors = (-3, -2, -1, 1, 2, 3) if d == 1 else (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6)
        a = Fraction(rng.choice(factors), 1 if d == 1 else 4)
        h, k = rng.integer(-4, 4, but=(0,)), rng.integer(-4, 4, but=(0,))
        drawn = cls(a=a, h=h, k=k, d=d, right_side=rng.chance(1, 2))
        if (a * d * d).denominator != 1 or not -6 <= drawn.marked_y <= 6 or k * a > 2:
            raise Redraw("a point between the lines of the grid, or outside the picture")
        return drawn

    @derived
    def vertex(self) -> tuple[int, int]:
        return (self.h, self.k)

    @derived
    def minus_h(self) -> int:
        return -self.h

    @derived
    def rise(self) -> int:
        return int(self.a * self.d**2)

    @derived
    def marked_x(self) -> int:
        return self.h + (self.d if self.right_side else -self.d)

    @derived
    def marked_y(self) -> int:
        return self.k + self.rise

    @derived
    def marked(self) -> tuple[int, int]:
        return (self.marked_x, self.marked_y)

    @derived
    def opens_up(self) -> bool:
        return self.a > 0

    @derived
    def right(self) -> Expr:
        return self.parabola(self.a, self.h)

    def parabola(self, a: Fraction, h: int) -> Expr:
        return Expr.number(a) * (X - h) ** 2 + self.k

    def answer(self) -> Answer:
        return Equation(Y, self.right, ("x", "y"))

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "vertex-mirrored": Equation(Y, self.parabola(self.a, -self.h), ("x", "y")),
            "opens-the-other-way": Equation(Y, self.parabola(-self.a, self.h), ("x", "y")),
        }
        if self.d > 1:
            wrong["step-not-squared"] = Equation(
                Y, self.parabola(Fraction(self.rise, self.d), self.h), ("x", "y")
            )
        return wrong

    def verify(self) -> None:
        mirrored = 2 * self.h - self.marked_x  # the vertex, the marked point and its mirror image
        values = [self.right.evaluate(x=x) for x in (self.h, self.marked_x, mirrored)]
        assert values == [self.k, self.marked_y, self.marked_y]

    def figure(self) -> Figure:
        a, h, k, opens = float(self.a), self.h, self.k, "upwards" if self.opens_up else "downwards"
        plane = Plane((-7, 7), (-7, 7)).curve(lambda x: a * (x - h) ** 2 + k)
        plane.point(self.vertex, colour="d1").point(self.marked, colour="d2", hollow=True)
        return plane.figure(
            alt=f"A parabola that opens {opens}, with the vertex ({h}, {k}) and the marked point "
            f"({self.marked_x}, {self.marked_y})."
        )

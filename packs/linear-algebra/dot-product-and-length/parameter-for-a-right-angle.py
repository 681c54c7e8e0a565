from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Expr, Number, Redraw, Rng, Template, derived


class ParameterForARightAngle(Template):
    """`a` and `b` are the numbers of u and v; `at_u` and `at_v` say which position holds k (3: none)."""

    a: tuple[int, int, int]
    b: tuple[int, int, int]
    at_u: int
    at_v: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def numbers(at: int) -> tuple[int, int, int]:
            x, y, z = (0 if i == at else rng.integer(-8, 8, but=[0]) for i in range(3))
            return x, y, z

        at_u, at_v = rng.sample(range(3), 2)
        if level == 1:
            at_v = 3
        drawn = cls(a=numbers(at_u), b=numbers(at_v), at_u=at_u, at_v=at_v)
        if abs(drawn.slope) < 2 or drawn.rest == 0 or drawn.k.denominator > 3 or abs(drawn.k) in (0, 1):
            raise Redraw("no division left to do, or an ugly answer")
        if drawn.k in drawn.a or drawn.k in drawn.b:
            raise Redraw("an answer that already stands in the question")
        return drawn

    @derived
    def both(self) -> bool:
        return self.at_v < 3

    @derived
    def u(self) -> tuple[Expr, ...]:
        return self.with_k(self.a, self.at_u)

    @derived
    def v(self) -> tuple[Expr, ...]:
        return self.with_k(self.b, self.at_v)

    def with_k(self, numbers: tuple[int, ...], at: int) -> tuple[Expr, ...]:
        return tuple(Expr.symbol("k") if i == at else Expr.number(x) for i, x in enumerate(numbers))

    @derived
    def dot(self) -> Expr:
        k = Expr.symbol("k")
        terms = [
            self.b[i] * k
            if i == self.at_u
            else self.a[i] * k
            if i == self.at_v
            else Expr.number(self.a[i] * self.b[i])
            for i in range(3)
        ]
        return terms[0] + terms[1] + terms[2]

    @derived
    def slope(self) -> int:
        return self.b[self.at_u] + (self.a[self.at_v] if self.both else 0)

    @derived
    def rest(self) -> int:
        return sum(x * y for x, y in zip(self.a, self.b, strict=True))

    @derived
    def k(self) -> Fraction:
        return Fraction(-self.rest, self.slope)

    def filled(self, numbers: tuple[int, ...], at: int) -> list[Fraction]:
        return [self.k if i == at else Fraction(x) for i, x in enumerate(numbers)]

    @derived
    def products(self) -> tuple[Fraction, ...]:
        u, v = self.filled(self.a, self.at_u), self.filled(self.b, self.at_v)
        return tuple(x * y for x, y in zip(u, v, strict=True))

    def answer(self) -> Answer:
        return Number(self.k, variable="k")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {"sign-turned": Number(-self.k), "not-divided": Number(-self.rest)}
        if self.both:
            wrong["products-not-collected"] = Number(Fraction(-self.rest, self.b[self.at_u]))
        return wrong

    def verify(self) -> None:
        u, v = self.filled(self.a, self.at_u), self.filled(self.b, self.at_v)
        difference = sum((x - y) ** 2 for x, y in zip(u, v, strict=True))
        assert difference == sum(x * x for x in u) + sum(y * y for y in v)  # Pythagoras

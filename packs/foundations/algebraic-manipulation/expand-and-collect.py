from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class ExpandAndCollect(Template):
    a: int
    b: int
    c: int
    d: int
    e: int  # (a x + b)(c x + d) - e (x - f); no last bracket where e is 0
    f: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        b, d = (rng.integer(-9, 9, but=(0,)) for _ in "bd")
        e, f = (rng.integer(2, 9), rng.integer(1, 9)) if level == 2 else (0, 0)
        drawn = cls(a=rng.integer(1, 5), b=b, c=rng.integer(1, 5), d=d, e=e, f=f)
        if 0 in (drawn.x_coefficient, drawn.constant) or (level == 1 and b * d > 0 and rng.chance(1, 2)):
            raise Redraw("a term that vanishes, or no sign to watch")
        return drawn

    @derived
    def brackets(self) -> Expr:
        return (self.a * X + self.b) * (self.c * X + self.d)

    @derived
    def tail_bracket(self) -> Expr:
        return X + -self.f

    @derived
    def tail_given(self) -> Expr:
        return -(self.e * self.tail_bracket)

    @derived
    def given(self) -> Expr:
        return self.brackets + self.tail_given if self.e else self.brackets

    @derived
    def four_products(self) -> Expr:
        return self.a * self.c * X**2 + self.a * self.d * X + self.b * self.c * X + self.b * self.d

    @derived
    def tail_expanded(self) -> Expr:
        return -self.e * X + self.e * self.f

    @derived
    def x_coefficient(self) -> int:
        return self.a * self.d + self.b * self.c - self.e

    @derived
    def constant(self) -> int:
        return self.b * self.d + self.e * self.f

    @derived
    def value(self) -> Expr:
        return self.quadratic(self.x_coefficient, self.constant)

    def quadratic(self, middle: int, last: int) -> Expr:
        return self.a * self.c * X**2 + middle * X + last

    @derived
    def at_one(self) -> int:
        return self.a * self.c + self.x_coefficient + self.constant

    def answer(self) -> Answer:
        return Expression(self.value, form="expanded")

    def slips(self) -> dict[str, Answer]:
        middle, last = self.x_coefficient, self.constant
        wrong: dict[str, Answer] = {
            "cross-terms-missing": Expression(self.quadratic(-self.e, last)),
            "last-sign-lost": Expression(self.quadratic(middle, last - 2 * self.b * self.d)),
        }
        if self.e:
            wrong["minus-on-first-term"] = Expression(self.quadratic(middle, last - 2 * self.e * self.f))
        return wrong

    def verify(self) -> None:
        for x in (-2, 1, 3):  # three points determine a quadratic
            given = (self.a * x + self.b) * (self.c * x + self.d) - self.e * (x - self.f)
            assert given == self.value.evaluate(x=x) == self.given.evaluate(x=x)

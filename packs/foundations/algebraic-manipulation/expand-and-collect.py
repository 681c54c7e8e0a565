from typing import Self

from upslope.problems import Answer, Expr, Expression, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class ExpandAndCollect(Template):
    a: int
    b: int
    c: int
    d: int
    e: int  # 0 where there is no last bracket
    f: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signed = [n for n in range(-9, 10) if n]
        drawn = cls(
            a=rng.integer(1, 5),
            b=rng.choice(signed),
            c=rng.integer(1, 5),
            d=rng.choice(signed),
            e=rng.integer(2, 9) if level == 2 else 0,
            f=rng.integer(1, 9) if level == 2 else 0,
        )
        if (
            drawn.x_coefficient == 0
            or drawn.constant == 0
            or (level == 1 and drawn.b * drawn.d > 0 and rng.chance(1, 2))
        ):
            raise Redraw("a term that vanishes, or no sign to watch")
        return drawn

    @derived
    def tail(self) -> bool:
        return self.e != 0

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
        return self.brackets - self.e * self.tail_bracket if self.tail else self.brackets

    @derived
    def minus_e(self) -> int:
        return -self.e

    @derived
    def bd(self) -> int:
        return self.b * self.d

    @derived
    def four_products(self) -> Expr:
        return self.a * self.c * X**2 + self.a * self.d * X + self.b * self.c * X + self.bd

    @derived
    def tail_expanded(self) -> Expr:
        return -self.e * X + self.e * self.f

    @derived
    def x_coefficient(self) -> int:
        return self.a * self.d + self.b * self.c - self.e

    @derived
    def x_sum(self) -> Expr:
        return self.x_coefficient * X

    @derived
    def constant(self) -> int:
        return self.bd + self.e * self.f

    @derived
    def value(self) -> Expr:
        return self.quadratic(self.x_coefficient, self.constant)

    def quadratic(self, middle: int, last: int) -> Expr:
        return self.a * self.c * X**2 + middle * X + last

    @derived
    def at_one(self) -> int:
        return self.a * self.c + self.x_coefficient + self.constant

    @derived
    def at_one_given(self) -> Expr:
        return self.given.substitute(x=1)

    def answer(self) -> Answer:
        return Expression(self.value, form="expanded")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "cross-terms-missing": Expression(self.quadratic(-self.e, self.constant)),
            "last-sign-lost": Expression(self.quadratic(self.x_coefficient, self.constant - 2 * self.bd)),
        }
        if self.tail:
            wrong["minus-on-first-term"] = Expression(
                self.quadratic(self.x_coefficient, self.bd - self.e * self.f)
            )
        return wrong

    def verify(self) -> None:
        for x in (-2, 1, 3):  # three points determine a quadratic
            assert self.given.evaluate(x=x) == self.value.evaluate(x=x)

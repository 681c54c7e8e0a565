from typing import Self

from upslope.problems import Answer, Expr, Expression, Number, Parts, Redraw, Rng, Template, derived

X = Expr.symbol("x")


class DivideWithRemainder(Template):
    a: int
    b: int
    d: int
    e: int  # a x³ + b x² + d x + e
    c: int  # divided by x - c

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        signed = [n for n in range(-7, 8) if n]
        missing = rng.choice(["b", "d"]) if level == 2 else ""
        drawn = cls(
            a=rng.integer(1, 4),
            b=0 if missing == "b" else rng.choice(signed),
            d=0 if missing == "d" else rng.choice(signed),
            e=rng.integer(-12, 12, but=(0,)),
            c=rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]),
        )
        if (
            0 in (drawn.second, drawn.third, drawn.remainder)
            or abs(drawn.remainder) > 200
            or drawn.remainder == drawn.e
        ):
            raise Redraw("a coefficient of the quotient or the remainder vanishes, or a large remainder")
        return drawn

    @derived
    def gap(self) -> bool:
        return 0 in (self.b, self.d)

    @staticmethod
    def horner(coefficients: tuple[int, ...], c: int) -> tuple[int, ...]:
        row = [coefficients[0]]
        for coefficient in coefficients[1:]:
            row.append(coefficient + c * row[-1])
        return tuple(row)

    @derived
    def second(self) -> int:
        return self.b + self.c * self.a

    @derived
    def third(self) -> int:
        return self.d + self.c * self.second

    @derived
    def remainder(self) -> int:
        return self.e + self.c * self.third

    @derived
    def cubic(self) -> Expr:
        return self.a * X**3 + self.b * X**2 + self.d * X + self.e

    @derived
    def divisor(self) -> Expr:
        return X + -self.c

    @derived
    def opposite(self) -> Expr:
        return X + self.c

    @derived
    def leading(self) -> Expr:
        return self.a * X**3

    @derived
    def first_term(self) -> Expr:
        return self.a * X**2

    @derived
    def second_term(self) -> Expr:
        return self.second * X

    @derived
    def rest_one(self) -> Expr:
        return self.second * X**2 + self.d * X + self.e

    @derived
    def rest_two(self) -> Expr:
        return self.third * X + self.e

    @derived
    def quotient(self) -> Expr:
        return self.polynomial((self.a, self.second, self.third))

    @staticmethod
    def polynomial(row: tuple[int, ...]) -> Expr:
        return row[0] * X**2 + row[1] * X + row[2]

    @derived
    def constant(self) -> int:
        return self.e

    @derived
    def last_product(self) -> int:
        return -self.c * self.third

    @derived
    def value_at_c(self) -> int:
        return self.a * self.c**3 + self.b * self.c**2 + self.d * self.c + self.e

    def answer(self) -> Answer:
        return self.given((self.a, self.second, self.third, self.remainder))

    def given(self, row: tuple[int, ...]) -> Answer:
        return Parts(quotient=Expression(self.polynomial(row), variables=("x",)), remainder=Number(row[3]))

    def slips(self) -> dict[str, Answer]:
        wrong = {
            "divided-by-opposite": self.given(self.horner((self.a, self.b, self.d, self.e), -self.c)),
            "last-subtraction": self.given((self.a, self.second, self.third, self.e - self.c * self.third)),
        }
        if self.gap:
            a, b, r = self.horner((self.a, self.b or self.d, self.e), self.c)
            wrong["gap-closed"] = Parts(quotient=Expression(a * X + b, variables=("x",)), remainder=Number(r))
        return wrong

    def verify(self) -> None:
        for x in (-3, 0, 1, 5, self.c):
            whole = self.a * x**3 + self.b * x**2 + self.d * x + self.e
            assert whole == (x - self.c) * int(self.quotient.evaluate(x=x)) + self.remainder
        assert self.value_at_c == self.remainder

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class EvaluatePowersAndSigns(Template):
    quotient: tuple[int, ...]  # (p, q, r) for p ÷ q · r, or empty
    a: int
    b: int
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        q, r = rng.integer(2, 6), rng.integer(2, 6)
        p = q * rng.integer(2, 6)
        drawn = cls(
            quotient=(p, q, r) if level == 2 else (),
            a=rng.integer(2, 9),
            b=rng.integer(-9, 9, but=(-1, 0, 1)),
            c=rng.integer(1, 9),
            d=rng.integer(2, 12),
        )
        if drawn.bracket in (-1, 0, 1) or abs(drawn.value) in (
            0,
            1,
            *drawn.quotient,
            drawn.a,
            drawn.c,
            drawn.d,
        ):
            raise Redraw("trivial bracket, or a value that stands in the statement")
        if level == 2 and q == r:
            raise Redraw("equal divisor and factor")
        return drawn

    @derived
    def has_quotient(self) -> bool:
        return bool(self.quotient)

    @derived
    def p(self) -> int:
        return self.quotient[0]

    @derived
    def q(self) -> int:
        return self.quotient[1]

    @derived
    def r(self) -> int:
        return self.quotient[2]

    @derived
    def quotient_value(self) -> int:
        return self.p // self.q

    @derived
    def first(self) -> int:
        return self.quotient_value * self.r if self.quotient else 0

    @derived
    def square(self) -> int:
        return self.a**2

    @derived
    def minus_square(self) -> int:
        return -self.square

    @derived
    def bracket(self) -> int:
        return self.c - self.d

    @derived
    def product(self) -> int:
        return self.b * self.bracket

    @derived
    def before_last(self) -> int:
        return self.first + self.minus_square

    @derived
    def value(self) -> int:
        return self.before_last + self.product

    def answer(self) -> Answer:
        return Number(self.value, fraction=True)

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "minus-squared": Number(self.first + self.square + self.product),
            "sum-before-product": Number((self.before_last + self.b) * self.bracket),
        }
        if self.quotient:
            wrong["product-first"] = Number(
                Fraction(self.p, self.q * self.r) + self.minus_square + self.product
            )
        return wrong

    def verify(self) -> None:
        first = "{} / {} * {}".format(*self.quotient) if self.quotient else "0"
        python = f"{first} - {self.a} ** 2 + ({self.b}) * ({self.c} - {self.d})"
        assert eval(python) == self.value  # Python follows the same rules of precedence

from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class EvaluatePowersAndSigns(Template):
    p: int  # p ÷ q · r - a² + b (c - d); no quotient where p is 0
    q: int
    r: int
    a: int
    b: int
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        p, q, r = 0, 1, 0
        if level == 2:
            q, r = rng.sample(range(2, 7), 2)
            p = q * rng.integer(2, 6)
        a, b = rng.integer(2, 9), rng.integer(-9, 9, but=(-1, 0, 1))
        drawn = cls(p=p, q=q, r=r, a=a, b=b, c=rng.integer(1, 9), d=rng.integer(2, 12))
        if drawn.bracket in (-1, 0, 1) or abs(drawn.value) in (0, 1, p, q, r, a, drawn.c, drawn.d):
            raise Redraw("trivial bracket, or a value that stands in the statement")
        return drawn

    @derived
    def quotient_value(self) -> int:
        return self.p // self.q

    @derived
    def first(self) -> int:
        return self.quotient_value * self.r

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
            "product-sign-turned": Number(self.before_last - self.product),
            "sum-before-product": Number((self.before_last + self.b) * self.bracket),
        }
        if self.p:
            product_first = Fraction(self.p, self.q * self.r)
            wrong["product-first"] = Number(product_first + self.minus_square + self.product)
        return wrong

    def verify(self) -> None:
        python = f"{self.p} / {self.q} * {self.r} - {self.a} ** 2 + ({self.b}) * ({self.c} - {self.d})"
        assert eval(python) == self.value  # Python follows the same rules of precedence

from fractions import Fraction
from math import gcd, lcm
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class EvaluateNestedFractions(Template):
    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction
    squared: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def proper(denominator: int) -> Fraction:
            tops = [top for top in range(1, denominator + 3) if gcd(top, denominator) == 1]
            return Fraction(rng.choice(tops), denominator)

        c, d = sorted(proper(n) for n in rng.sample([2, 3, 4, 6], 2))  # c < d: the bracket is negative
        a, b = proper(rng.choice([2, 3, 4, 5])), proper(rng.choice([2, 3, 4, 5]))
        drawn = cls(a=a, b=b, c=c, d=d, squared=level == 2)
        if drawn.value.denominator > 120 or drawn.value.denominator == 1:
            raise Redraw("unreadable fraction, or a whole number")
        return drawn

    @derived
    def common(self) -> int:
        return lcm(self.c.denominator, self.d.denominator)

    @derived
    def c_scaled(self) -> int:
        return int(self.c * self.common)

    @derived
    def d_scaled(self) -> int:
        return int(self.d * self.common)

    @derived
    def inner(self) -> Fraction:
        return self.c - self.d

    @derived
    def powered(self) -> Fraction:
        return self.inner**2 if self.squared else self.inner

    @derived
    def product(self) -> Fraction:
        return self.b * self.powered

    @derived
    def value(self) -> Fraction:
        return self.a - self.product

    def answer(self) -> Answer:
        return Number(self.value, fraction=True)

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {"left-to-right": Number((self.a - self.b) * self.powered)}
        if self.squared:
            wrong["negative-square"] = Number(self.a + self.product)
            wrong["squared-term-by-term"] = Number(self.a - self.b * (self.c**2 - self.d**2))
        else:
            wrong["minus-on-first-term"] = Number(self.a - self.b * self.c - self.d)
            wrong["double-minus"] = Number(self.a + self.product)
        return wrong

    def verify(self) -> None:
        a, b, c, d = self.a, self.b, self.c, self.d  # without brackets: multiply the bracket out
        expanded = b * c * c - 2 * b * c * d + b * d * d if self.squared else b * c - b * d
        assert self.value == a - expanded

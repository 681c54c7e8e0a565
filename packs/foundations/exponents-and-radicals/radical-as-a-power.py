from fractions import Fraction
from math import gcd, lcm
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class RadicalAsAPower(Template):
    k: int
    m: int
    n: int
    p: int  # 0 where there is no root below
    q: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        drawn = cls(
            k=rng.integer(-4, 5, but=(0, 1)),
            m=rng.integer(1, 7),
            n=rng.integer(2, 6),
            p=rng.integer(1, 5) if level == 2 else 0,
            q=rng.integer(2, 5) if level == 2 else 1,
        )
        if gcd(drawn.m, drawn.n) > 1 or gcd(drawn.p, drawn.q) > 1 or (drawn.m, drawn.n) == (drawn.p, drawn.q):
            raise Redraw("a root that can be shortened, or the same root twice")
        if drawn.r.denominator == 1 or abs(drawn.r) > 8:
            raise Redraw("a whole or a large exponent")
        return drawn

    @derived
    def quotient(self) -> bool:
        return self.p != 0

    @staticmethod
    def radical(index: int, exponent: int) -> str:
        power = "x" if exponent == 1 else f"x^{{{exponent}}}"
        return rf"\sqrt{{{power}}}" if index == 2 else rf"\sqrt[{index}]{{{power}}}"

    @derived
    def root(self) -> str:
        return self.radical(self.n, self.m)

    @derived
    def under(self) -> str:
        return self.radical(self.q, self.p)

    @derived
    def upper(self) -> Fraction:
        return Fraction(self.m, self.n)

    @derived
    def lower(self) -> Fraction:
        return Fraction(self.p, self.q)

    @derived
    def r(self) -> Fraction:
        return self.k + self.upper - self.lower

    @derived
    def common(self) -> int:
        return lcm(self.n, self.q)

    @derived
    def cleared(self) -> int:
        return int(self.r * self.common)

    @derived
    def upper_cleared(self) -> int:
        return int(self.upper * self.common)

    @derived
    def lower_cleared(self) -> int:
        return int(self.lower * self.common)

    def answer(self) -> Answer:
        return Number(self.r, fraction=True, variable="r")

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "index-above": Number(self.k + 1 / self.upper - (1 / self.lower if self.p else 0)),
            "exponents-multiplied-over-roots": Number(self.k * self.upper - self.lower),
        }
        if self.p:
            wrong["lower-root-added"] = Number(self.k + self.upper + self.lower)
        return wrong

    def verify(self) -> None:
        t = Fraction(3)  # x = t^common makes every root a whole power of t
        x = t**self.common
        upper, lower = t ** (self.common * self.m // self.n), t ** (self.common * self.p // self.q)
        assert upper**self.n == x**self.m
        assert lower**self.q == x**self.p
        assert x**self.k * upper / lower == t**self.cleared

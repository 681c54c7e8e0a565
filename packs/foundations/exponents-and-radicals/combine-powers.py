from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Redraw, Rng, Template, TupleAnswer, derived


class CombinePowers(Template):
    a: int
    b: int
    c: int
    d: int
    p: int  # 1 where the bracket is not raised

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def exponent() -> int:
            return rng.integer(-6, 6, but=(-1, 0, 1))

        drawn = cls(
            a=exponent(),
            b=exponent(),
            c=exponent(),
            d=exponent(),
            p=rng.choice([2, 3, -2]) if level == 2 else 1,
        )
        if {drawn.m, drawn.n} & {-1, 0, 1} or drawn.m == drawn.n:
            raise Redraw("an exponent that vanishes")
        return drawn

    @derived
    def raised(self) -> bool:
        return self.p != 1

    @derived
    def a_raised(self) -> int:
        return self.a * self.p

    @derived
    def b_raised(self) -> int:
        return self.b * self.p

    @derived
    def m(self) -> int:
        return self.a_raised + self.c

    @derived
    def n(self) -> int:
        return self.b_raised - self.d

    def answer(self) -> Answer:
        return TupleAnswer((self.m, self.n))

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "exponents-multiplied": TupleAnswer((self.a_raised * self.c, self.n)),
            "quotient-added": TupleAnswer((self.m, self.b_raised + self.d)),
        }
        if self.raised:
            wrong["power-added"] = TupleAnswer((self.a + self.p + self.c, self.b + self.p - self.d))
            wrong["power-on-x-only"] = TupleAnswer((self.m, self.b - self.d))
        return wrong

    def verify(self) -> None:
        for x, y in ((Fraction(2), Fraction(3)), (Fraction(-3), Fraction(5, 2))):
            assert (x**self.a * y**self.b) ** self.p * x**self.c / y**self.d == x**self.m * y**self.n

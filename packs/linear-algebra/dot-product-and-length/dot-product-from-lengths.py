from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Number, Redraw, Rng, Template, derived


class DotProductFromLengths(Template):
    a: int
    b: int
    s: int
    difference: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b = rng.integer(2, 9), rng.integer(2, 9)
        drawn = cls(a=a, b=b, s=rng.integer(abs(a - b) + 1, a + b - 1), difference=level == 2)
        if abs(drawn.dot) < 2 or drawn.dot in (a, b, drawn.s):
            raise Redraw("a dot product one could guess, or read off")
        return drawn

    @derived
    def aa(self) -> int:
        return self.a**2

    @derived
    def bb(self) -> int:
        return self.b**2

    @derived
    def ss(self) -> int:
        return self.s**2

    @derived
    def ab(self) -> int:
        return self.a * self.b

    @derived
    def twice(self) -> int:
        excess = self.ss - self.aa - self.bb
        return -excess if self.difference else excess

    @derived
    def dot(self) -> Fraction:
        return Fraction(self.twice, 2)

    def answer(self) -> Answer:
        return Number(self.dot)

    def slips(self) -> dict[str, Answer]:
        plain = Fraction(self.s - self.a - self.b, 2)
        return {
            "factor-two-forgotten": Number(self.twice),
            "sign-turned": Number(-self.dot),
            "squares-forgotten": Number(-plain if self.difference else plain),
        }

    def verify(self) -> None:
        # put u on the first axis: v = (x, y) with x = dot / a, and y² is what is left of |v|²
        x = self.dot / self.a
        rest = self.bb - x * x
        assert rest > 0
        tip = self.a - x if self.difference else self.a + x
        assert tip * tip + rest == self.ss

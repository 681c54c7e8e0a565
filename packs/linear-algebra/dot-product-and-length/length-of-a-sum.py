from typing import Self

from upslope.problems import Answer, Expr, Number, Redraw, Rng, Template, derived


class LengthOfASum(Template):
    a: int
    b: int
    dot: int
    c: int
    d: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b = rng.integer(2, 6), rng.integer(2, 6)
        c, d = (
            (1, rng.choice([-1, 1])) if level == 1 else (rng.integer(1, 3), rng.choice([-3, -2, -1, 1, 2, 3]))
        )
        if level == 2 and c == abs(d):
            raise Redraw("equal weights belong to level 1")
        return cls(a=a, b=b, dot=rng.integer(1 - a * b, a * b - 1, but=[0]), c=c, d=d)

    @derived
    def combination(self) -> Expr:
        u, v = Expr.symbol("u"), Expr.symbol("v")
        first = u if self.c == 1 else self.c * u
        second = v if abs(self.d) == 1 else abs(self.d) * v
        return first + second if self.d > 0 else first - second

    @derived
    def aa(self) -> int:
        return self.a**2

    @derived
    def bb(self) -> int:
        return self.b**2

    @derived
    def cc(self) -> int:
        return self.c**2

    @derived
    def dd(self) -> int:
        return self.d**2

    @derived
    def twice_cd(self) -> int:
        return 2 * self.c * self.d

    @derived
    def first(self) -> int:
        return self.cc * self.aa

    @derived
    def middle(self) -> int:
        return self.twice_cd * self.dot

    @derived
    def last(self) -> int:
        return self.dd * self.bb

    @derived
    def total(self) -> int:
        return self.first + self.middle + self.last

    @derived
    def longest(self) -> int:
        return self.c * self.a + abs(self.d) * self.b

    @derived
    def shortest(self) -> int:
        return abs(self.c * self.a - abs(self.d) * self.b)

    def answer(self) -> Answer:
        return Number(self.total)

    def slips(self) -> dict[str, Answer]:
        wrong: dict[str, Answer] = {
            "cross-term-dropped": Number(self.first + self.last),
            "middle-term-once": Number(self.first + self.middle // 2 + self.last),
            "sign-of-the-middle-term": Number(self.first - self.middle + self.last),
        }
        if self.cc + self.dd > 2:
            wrong["weights-not-squared"] = Number(self.c * self.aa + self.middle + abs(self.d) * self.bb)
        return wrong

    def verify(self) -> None:
        # put u on the first axis of a plane; work with a·v so that everything stays whole
        x, y_square = self.dot, self.aa * self.bb - self.dot**2
        assert (self.c * self.aa + self.d * x) ** 2 + self.dd * y_square == self.aa * self.total

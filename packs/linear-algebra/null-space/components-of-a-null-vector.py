from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, TupleAnswer, derived


class ComponentsOfANullVector(Template):
    A: Matrix
    x: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        first, p, q = (rng.integer(-4, 5, but=[0]) for _ in range(3))
        for _ in range(60):  # rows with dot product 0 with x
            b, c, d, e = (rng.integer(-4, 5, but=[0]) for _ in range(4))
            if level == 1:
                c, d = 0, 0
            if (b * p + c * q) % first or (d * p + e * q) % first or b * e == c * d:
                continue
            A = Matrix([[-(b * p + c * q) // first, b, c], [-(d * p + e * q) // first, d, e]])
            if max(abs(a) for row in A.rows for a in row) <= 12 and 0 not in A.column(0):
                break
        else:
            raise Redraw("no whole rows found")
        if abs(p) == abs(q) or first == 1:
            raise Redraw("unknowns of equal size, or a first component that hides")
        return cls(A=A, x=(first, p, q))

    @derived
    def x1(self) -> int:
        return self.x[0]

    @derived
    def p(self) -> int:
        return self.x[1]

    @derived
    def q(self) -> int:
        return self.x[2]

    @derived
    def first(self) -> Expr:
        return shared.linear(self.A.row(0)[1:], "pq")

    @derived
    def second(self) -> Expr:
        return shared.linear(self.A.row(1)[1:], "pq")

    @derived
    def right1(self) -> Fraction:
        return -self.A[0, 0] * self.x1

    @derived
    def right2(self) -> Fraction:
        return -self.A[1, 0] * self.x1

    @derived
    def one_each(self) -> bool:
        return self.A[0, 2] == 0

    @derived
    def c1(self) -> Fraction:
        return self.A[0, 2]

    @derived
    def c2(self) -> Fraction:
        return self.A[1, 2]

    @derived
    def det(self) -> Fraction:
        return self.A[0, 1] * self.c2 - self.c1 * self.A[1, 1]

    @derived
    def cleared(self) -> Fraction:
        return self.det * self.p

    @derived
    def check1(self) -> Tex:
        return shared.products(self.A.row(0), self.x)

    @derived
    def check2(self) -> Tex:
        return shared.products(self.A.row(1), self.x)

    def answer(self) -> Answer:
        return TupleAnswer((self.p, self.q))

    def slips(self) -> dict[str, Answer]:
        return {"signs-turned": TupleAnswer((-self.p, -self.q)), "swapped": TupleAnswer((self.q, self.p))}

    def verify(self) -> None:
        hits = [
            (p, q)
            for p in range(-9, 10)
            for q in range(-9, 10)
            if all(row[0] * self.x1 + row[1] * p + row[2] * q == 0 for row in self.A.rows)
        ]
        assert hits == [(self.p, self.q)]

from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Matrix, Redraw, Rng, Template, derived

Point = tuple[Fraction, ...]


class NullSpaceTrueOrFalse(Template):
    A: Matrix
    B: Matrix
    v: tuple[int, ...]
    claimed: Fraction

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rows = [[rng.integer(-3, 4, but=[0]) for _ in range(3)] for _ in range(2)]
        A = Matrix(rows)
        singular, inside = rng.chance(1, 2), rng.chance(1, 3)
        a, b, c, d = (rng.integer(-3, 4, but=[0]) for _ in range(4))
        B = Matrix([[a, b], [2 * a, 2 * b] if singular else [c, d]])
        s = shared.whole_vector(A.null_space()[0])
        if A.rank < 2 or 0 in s or max(map(abs, s)) > 9 or B.rank != 2 - singular:
            raise Redraw("a null space that is no line, or large numbers")
        factor = rng.choice([-2, -1, 1, 2])
        v = [factor * int(x) for x in s]
        if not inside:
            v[rng.integer(0, 2)] += rng.choice([-2, -1, 1, 2])
        ratio = s[1] / s[0]
        return cls(A=A, B=B, v=tuple(v), claimed=ratio if rng.chance(1, 2) else -ratio)

    @derived
    def s(self) -> Point:
        return shared.whole_vector(self.A.null_space()[0])

    @derived
    def ratio(self) -> Fraction:
        return self.s[1] / self.s[0]

    @derived
    def claim_right(self) -> bool:
        return self.claimed == self.ratio

    @derived
    def Av(self) -> Point:  # noqa: N802 - the product
        return self.A.times(self.v)

    @derived
    def BAv(self) -> Point:  # noqa: N802
        return self.B.times(self.Av)

    @derived
    def inside(self) -> bool:
        return not any(self.Av)

    @derived
    def inside_product(self) -> bool:
        return not any(self.BAv)

    @derived
    def same(self) -> bool:
        return self.B.nullity == 0

    @derived
    def larger(self) -> bool:
        return not self.same

    @derived
    def killed(self) -> Point:
        return shared.whole_vector(self.B.null_space()[0]) if self.larger else (Fraction(0), Fraction(0))

    def verify(self) -> None:
        product = self.B @ self.A  # compare the null spaces themselves
        assert self.same is (product.null_space() == self.A.null_space())
        assert self.inside is (Matrix([self.v, self.s]).rank == 1)
        assert self.inside_product is (product.times(self.v) == (0, 0))

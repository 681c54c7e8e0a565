from typing import Self

from upslope.problems import Matrix, Rng, Template, derived


class SubspacesTrueOrFalse(Template):
    t: int
    a: int
    b: int
    c: int
    e: int
    s: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def maybe() -> int:
            return 0 if rng.chance(1, 2) else rng.integer(-3, 5, but=[0])

        a, e = rng.sample(range(6), 2)
        return cls(t=maybe(), a=a, b=rng.integer(2, 5), c=maybe(), e=e, s=maybe())

    @derived
    def t_zero(self) -> bool:
        return self.t == 0

    @derived
    def c_zero(self) -> bool:
        return self.c == 0

    @derived
    def s_zero(self) -> bool:
        return self.s == 0

    def verify(self) -> None:
        one = Matrix([[self.t, 1], [2, 0]])  # twice a matrix of this trace
        assert self.t_zero is ((2 * one).trace() == self.t)
        assert self.c_zero is (2 * self.c == self.c)
        assert self.s_zero is (sum((self.s, 1, -1)) + sum((0, self.s, 0)) == self.s)

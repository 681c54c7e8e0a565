from fractions import Fraction
from typing import Self

from upslope.problems import Matrix, Rng, Template, derived


class NullSpaceBasisTrueOrFalse(Template):
    R: Matrix
    v: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        a, b, c, d = (rng.integer(-4, 5, but=[0]) for _ in range(4))
        rows = rng.choice(
            [
                [[1, 0, a, b], [0, 1, c, d]],
                [[1, a, 0, b], [0, 0, 1, d]],
                [[1, 0, a], [0, 1, c]],
                [[1, 0, 0, a], [0, 1, 0, b], [0, 0, 1, c]],
                [[1, 0, a, 0], [0, 1, c, 0], [0, 0, 0, 1]],
                [[1, a, 0], [0, 0, 1]],
                [[1, a, b, 0, c], [0, 0, 0, 1, d]],
            ]
        )
        R = Matrix(rows)
        weights = [rng.choice([-1, 1, 2]) for _ in R.null_space()]
        v = [int(sum(w * s[j] for w, s in zip(weights, R.null_space(), strict=True))) for j in range(R.width)]
        if rng.chance(1, 2):
            v[rng.integer(0, R.width - 1)] += rng.choice([-1, 1, 2])
        return cls(R=R, v=tuple(v))

    @derived
    def n(self) -> int:
        return self.R.width

    @derived
    def r(self) -> int:
        return self.R.rank

    @derived
    def nullity(self) -> int:
        return self.n - self.r

    @derived
    def line(self) -> bool:
        return self.nullity == 1

    @derived
    def plane(self) -> bool:
        return self.nullity == 2

    @derived
    def rank_many(self) -> bool:
        return self.nullity == self.r

    @derived
    def image(self) -> tuple[Fraction, ...]:
        return self.R.times(self.v)

    @derived
    def inside(self) -> bool:
        return not any(self.image)

    @derived
    def outside(self) -> bool:
        return not self.inside

    @derived
    def last_free(self) -> bool:
        return self.n - 1 not in self.R.pivots

    @derived
    def last_zero(self) -> bool:
        return not self.last_free

    def verify(self) -> None:
        stacked = Matrix([*self.R.null_space(), self.v])
        assert self.inside is (stacked.rank == self.nullity)  # v adds no direction
        assert self.last_zero is all(s[-1] == 0 for s in self.R.null_space())

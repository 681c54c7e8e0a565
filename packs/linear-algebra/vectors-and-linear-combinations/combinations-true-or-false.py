from typing import Self

from pack import shared

from upslope.problems import Expr, Matrix, Redraw, Rng, Template, derived


class CombinationsTrueOrFalse(Template):
    u: tuple[int, int, int]
    v: tuple[int, int, int]
    b: tuple[int, int, int]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        flat, parallel, reached = rng.chance(1, 3), rng.chance(1, 2), rng.chance(1, 2)

        def fresh() -> tuple[int, int, int]:
            return (
                rng.integer(-3, 4, but=[0]),
                rng.integer(-3, 4, but=[0]),
                0 if flat else rng.integer(-3, 4, but=[0]),
            )

        def combine(c: int, d: int) -> tuple[int, int, int]:
            x, y, z = (c * s + d * t for s, t in zip(u, v, strict=True))
            return x, y, z

        u, v = fresh(), fresh()
        if parallel:
            v = combine(rng.choice([-3, -2, 2, 3]), 0)
        c = rng.choice([-2, 2, 3])
        b = combine(c, 0 if parallel else rng.choice([-2, -1, 2]))
        if not reached:
            x, y, z = b
            b = (x, y, z + rng.choice([-2, -1, 1, 2]))
        drawn = cls(u=u, v=v, b=b)
        if drawn.parallel != parallel or drawn.reached != reached or drawn.b in (u, v):
            raise Redraw("another position of the vectors than the one wanted")
        return drawn

    @derived
    def parallel(self) -> bool:
        return Matrix([self.u, self.v]).rank == 1

    @derived
    def plane(self) -> bool:
        return not self.parallel

    @derived
    def reached(self) -> bool:
        return Matrix([self.u, self.v, self.b]).rank == Matrix([self.u, self.v]).rank

    @derived
    def unreached(self) -> bool:
        return not self.reached

    @derived
    def flat(self) -> bool:
        return self.u[2] == self.v[2] == 0

    @derived
    def v_of_u(self) -> Expr:
        return self.v[0] // self.u[0] * Expr.symbol("u")

    @derived
    def b_combination(self) -> Expr:
        weights = Matrix([self.u, self.v, self.b]).T.null_space()[-1]
        return shared.linear([-w for w in weights[:2]], "uv")

    def verify(self) -> None:
        import numpy as np

        both = np.array([self.u, self.v])
        assert self.parallel == (not np.cross(self.u, self.v).any())
        without, added = np.linalg.matrix_rank(both), np.linalg.matrix_rank(np.vstack([both, self.b]))
        assert self.reached == (without == added)

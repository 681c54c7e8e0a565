from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from pack import shared

from upslope.problems import Answer, Expr, Matrix, Redraw, Rng, Template, Tex, Vector, derived


@dataclass(frozen=True)
class Gain:
    """What one feature gains: its old weight, what the dropped one passes on, the new weight."""

    old: int
    passed: Fraction
    new: Fraction
    later: bool


class DropARedundantFeature(Template):
    R: Matrix
    w: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        kept = level + 1
        factors = [rng.integer(-3, 3, but=[0]) for _ in range(kept)]
        rows = [[*(int(i == j) for j in range(kept)), factors[i]] for i in range(kept)]
        w = [rng.integer(-5, 6, but=[0]) for _ in range(kept)] + [rng.choice([-4, -3, -2, 2, 3, 4])]
        if len(set(factors)) == 1:
            raise Redraw("all factors equal")
        return cls(R=Matrix(rows), w=tuple(w))

    @derived
    def n(self) -> int:
        return self.R.width

    @derived
    def kept(self) -> int:
        return self.R.height

    @derived
    def last(self) -> int:
        return self.w[-1]

    @derived
    def features(self) -> tuple[str, ...]:
        return tuple(f"f_{j + 1}" for j in range(self.n))

    @derived
    def factors(self) -> tuple[Fraction, ...]:
        return self.R.column(self.kept)

    @derived
    def relation(self) -> Expr:
        return shared.linear(self.factors, self.features)

    @derived
    def model(self) -> Expr:
        return shared.linear(self.w, self.features)

    @derived
    def new(self) -> tuple[Fraction, ...]:
        return self.weights(1, 1)

    @derived
    def gains(self) -> tuple[Gain, ...]:
        passed = self.weights(0, 1)
        return tuple(Gain(self.w[i], passed[i], self.new[i], i > 0) for i in range(self.kept))

    @derived
    def kept_two(self) -> bool:
        return self.kept == 2

    @derived
    def first_sum(self) -> Tex:
        return Tex(f"{self.w[0]} + {shared.products([self.last], [self.factors[0]])}".replace("+ -", "- "))

    @derived
    def image(self) -> tuple[Fraction, ...]:
        return self.R.times(self.w)

    def weights(self, old: int, passed: int) -> tuple[Fraction, ...]:
        return tuple(old * a + passed * self.last * f for a, f in zip(self.w, self.factors, strict=False))

    def answer(self) -> Answer:
        return Vector(self.new)

    def slips(self) -> dict[str, Answer]:
        return {
            "weight-lost": Vector(self.w[:-1]),
            "minus-sign": Vector(self.weights(1, -1)),
            "relation-alone": Vector(self.weights(0, 1)),
        }

    def verify(self) -> None:
        mixing = Matrix([[2, 1, 0], [1, -1, 3], [0, 1, 1], [1, 1, 1]])  # some data with this reduced form
        X = Matrix([row[: self.kept] for row in mixing.rows]) @ self.R
        assert Matrix(X.rref.rows[: self.kept]) == self.R
        assert X.times(self.w) == Matrix([row[:-1] for row in X.rows]).times(self.new)

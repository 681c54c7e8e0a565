from fractions import Fraction
from typing import Self

from upslope.problems import Answer, Matrix, Number, Parts, Redraw, Rng, Template, Vector, derived


class MultiplierAndNewRow(Template):
    upper: tuple[int, ...]
    lower: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        if level == 1:
            pivot = rng.integer(-3, 4, but=[0])
            entry = pivot * rng.integer(-4, 4, but=[-1, 0, 1])
        else:
            pivot, entry = rng.choice([2, 4, -2, 5]), rng.integer(-7, 7, but=[0])
        rest = 3 if level == 1 else 2
        drawn = cls(
            upper=(pivot, *(rng.integer(-4, 6) * (1 if level == 1 else pivot) for _ in range(rest))),
            lower=(entry, *(rng.integer(-6, 7) for _ in range(rest))),
        )
        if level == 2 and (drawn.multiplier.denominator == 1 or abs(drawn.upper[-1]) > 12):
            raise Redraw("a whole multiplier belongs to level 1")
        if 0 in drawn.upper or 0 in drawn.lower[1:] or not any(drawn.new_row[1:-1]):
            raise Redraw("zeros that hide a mistake")
        return drawn

    @derived
    def system(self) -> Matrix:
        return Matrix([self.upper, self.lower])

    @derived
    def width(self) -> int:
        return len(self.upper)

    @derived
    def pivot(self) -> int:
        return self.upper[0]

    @derived
    def entry(self) -> int:
        return self.lower[0]

    @derived
    def multiplier(self) -> Fraction:
        return Fraction(self.entry, self.pivot)

    def minus(self, factor: Fraction) -> tuple[Fraction, ...]:
        return tuple(b - factor * a for a, b in zip(self.upper, self.lower, strict=True))

    @derived
    def new_row(self) -> tuple[Fraction, ...]:
        return self.minus(self.multiplier)

    def given(self, multiplier: Fraction, row: tuple[Fraction, ...]) -> Answer:
        return Parts(multiplier=Number(multiplier), row=Vector(row))

    def answer(self) -> Answer:
        return self.given(self.multiplier, self.new_row)

    def slips(self) -> dict[str, Answer]:
        inverse = 1 / self.multiplier
        return {
            "multiplier-inverted": self.given(inverse, self.minus(inverse)),
            "right-side-untouched": self.given(
                self.multiplier, (*self.new_row[:-1], Fraction(self.lower[-1]))
            ),
            "sign-of-the-multiplier": self.given(-self.multiplier, self.new_row),
        }

    def verify(self) -> None:
        before = Matrix([self.upper, self.lower])  # same row space, and a zero in the right place
        after = Matrix([self.upper, self.new_row])
        assert before.rref == after.rref
        assert self.new_row[0] == 0
        assert before.rank == 2

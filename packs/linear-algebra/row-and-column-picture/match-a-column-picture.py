from typing import Self

from pack import shared

from upslope.problems import Answer, Choice, Figure, Matrix, Redraw, Rng, Template, derived
from upslope.problems.figures import Plane

Pair = tuple[int, int]


class MatchAColumnPicture(Template):
    a1: Pair
    a2: Pair
    weights: Pair

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        def pair() -> Pair:
            return rng.integer(-3, 3, but=[0]), rng.integer(-3, 3, but=[0])

        drawn = cls(a1=pair(), a2=pair(), weights=(rng.choice([-1, 1, 2]), rng.choice([-1, 1, 2])))
        if (
            drawn.a1[0] * drawn.a2[1] == drawn.a1[1] * drawn.a2[0]
            or max(map(abs, drawn.b)) > 6
            or 0 in drawn.b
        ):
            raise Redraw("parallel columns, or a right side outside the figure")
        if len(dict.fromkeys(drawn.systems)) < 4:
            raise Redraw("two systems look the same")
        return drawn

    @derived
    def b(self) -> Pair:
        c, d = self.weights
        return c * self.a1[0] + d * self.a2[0], c * self.a1[1] + d * self.a2[1]

    @derived
    def equations(self) -> tuple[shared.Line, ...]:
        return shared.equations(Matrix([self.a1, self.a2, self.b]).T)

    @derived
    def systems(self) -> tuple[str, ...]:
        """Return the right system and the three mistaken ones, in this order."""
        (p, q), (r, s), (b1, b2) = self.a1, self.a2, self.b
        tables = (
            [[p, r, b1], [q, s, b2]],
            [[p, q, b1], [r, s, b2]],
            [[r, p, b1], [s, q, b2]],
            [[p, r, b2], [q, s, b1]],
        )
        return tuple(written(Matrix(table)) for table in tables)

    @derived
    def turn(self) -> int:
        return (self.a1[0] + 2 * self.a1[1] + 3 * self.a2[0] + self.weights[0]) % 4

    def choose(self, which: int) -> Answer:
        options = self.systems[self.turn :] + self.systems[: self.turn]
        return Choice(options, ((which - self.turn) % 4,))

    def answer(self) -> Answer:
        return self.choose(0)

    def slips(self) -> dict[str, Answer]:
        return {
            "rows-for-columns": self.choose(1),
            "columns-exchanged": self.choose(2),
            "right-side-turned": self.choose(3),
        }

    def figure(self) -> Figure:
        (c, d), (p, q), (r, s) = self.weights, self.a1, self.a2
        first, second = (c * p, c * q), (d * r, d * s)
        reach = 0.5 + max(map(abs, (*first, *second, *self.a1, *self.a2, *self.b)))
        plane = Plane((-reach, reach), (-reach, reach))
        for corner in (first, second):
            plane.segment((0, 0), corner, colour="ink-3", dashed=True)
            plane.segment(corner, self.b, colour="ink-3", dashed=True)
        plane.vector(self.b, label="b", colour="ink")
        plane.vector(self.a1, label="a_1", colour="d1").vector(self.a2, label="a_2", colour="d2")
        return plane.figure(
            alt=(
                f"The vectors a1 = {self.a1}, a2 = {self.a2} and b = {self.b}; "
                "dashed sides show b as a combination of a1 and a2."
            )
        )

    def verify(self) -> None:
        assert list(shared.cramer(Matrix([self.a1, self.a2, self.b]).T)) == list(self.weights)
        assert [written(Matrix([self.a1, self.a2, self.b]).T) == text for text in self.systems].index(
            True
        ) == 0


def written(system: Matrix) -> str:
    rows = r" \\ ".join(f"{line.left.latex()} &= {line.right}" for line in shared.equations(system))
    return rf"$\begin{{aligned}} {rows} \end{{aligned}}$"

from typing import Self

from upslope.problems import Answer, Matrix, Number, Parts, Redraw, Rng, Template, derived


class CountSpecialSolutions(Template):
    story: str
    m: int
    n: int
    r: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["matrix", "data", "equations"])
        m, n = rng.integer(3, 12), rng.integer(4, 14)
        if m == n:
            raise Redraw("a square matrix hides which size counts")
        drawn = cls(story=story, m=m, n=n, r=rng.integer(2, min(m, n - 2)))
        if drawn.r in (drawn.nullity, m - drawn.r):
            raise Redraw("as many free columns, or zero rows, as pivots")
        return drawn

    @derived
    def nullity(self) -> int:
        return self.n - self.r

    def given(self, solutions: int, components: int) -> Answer:
        return Parts(solutions=Number(solutions), components=Number(components))

    def answer(self) -> Answer:
        return self.given(self.nullity, self.n)

    def slips(self) -> dict[str, Answer]:
        return {
            "rank-many": self.given(self.r, self.n),
            "rows-minus-rank": self.given(self.m - self.r, self.n),
            "components-from-rows": self.given(self.nullity, self.m),
        }

    def verify(self) -> None:
        pivots = [[int(i == j < self.r) for j in range(self.n)] for i in range(self.m)]
        solutions = Matrix(pivots).null_space()  # of a matrix with these sizes and pivots
        assert (len(solutions), len(solutions[0])) == (self.nullity, self.n)

from typing import Self

from upslope.problems import Answer, Choice, Matrix, Redraw, Rng, Template, derived

CASES = (
    "It is in reduced row echelon form.",
    "No: a pivot is not $1$.",
    "No: a pivot column holds another nonzero entry.",
    "No: the rows are not in staircase order.",
)


class IsItReduced(Template):
    M: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        rank, width, case = rng.integer(2, 3), rng.integer(4, 5), rng.integer(0, 3)
        places = [0, *sorted(rng.sample(range(1, width), rank - 1))]
        rows = [[0] * width for _ in range(3)]
        for i, place in enumerate(places):
            rows[i][place] = 1
            for j in range(place + 1, width):
                if j not in places:
                    rows[i][j] = rng.integer(-4, 5, but=[0])
        if case == 1:
            i = rng.integer(0, rank - 1)
            rows[i][places[i]] = rng.choice([-3, -2, -1, 2, 3])
        if case == 2:
            j = rng.integer(1, rank - 1)
            rows[rng.integer(0, j - 1)][places[j]] = rng.choice([-3, -2, 2, 3])
        if case == 3:
            i = rng.integer(0, 1)
            rows[i], rows[i + 1] = rows[i + 1], rows[i]
        drawn = cls(M=Matrix(rows))
        if drawn.M.rank == width or len(drawn.places) == width:
            raise Redraw("no free column")
        return drawn

    @derived
    def places(self) -> tuple[int, ...]:
        return tuple(next(j for j, x in enumerate(row, 1) if x) for row in self.M.rows if any(row))

    @derived
    def pivots(self) -> tuple[int, ...]:
        return tuple(int(next(x for x in row if x)) for row in self.M.rows if any(row))

    @derived
    def has_zero_row(self) -> bool:
        return len(self.places) < self.M.height

    @derived
    def staircase(self) -> bool:
        sunk = all(any(row) for row in self.M.rows[: len(self.places)])
        return sunk and self.places == tuple(sorted(set(self.places)))

    @derived
    def units(self) -> bool:
        return set(self.pivots) == {1}

    @derived
    def crowded(self) -> int:
        full = [j for j in self.places if sum(1 for x in self.M.column(j - 1) if x) > 1]
        return full[0] if full else 0

    @derived
    def alone(self) -> bool:
        return self.crowded == 0

    def answer(self) -> Answer:
        broken = [True, not self.units, not self.alone, not self.staircase]
        return Choice(CASES, (3 if broken[3] else broken[1:].index(True) + 1 if True in broken[1:] else 0,))

    def slips(self) -> dict[str, Answer]:
        names = ("rule-overlooked", "pivots-are-ones", "looks-at-free-columns", "stairs-are-there")
        wrong = {name: Choice(CASES, (k,)) for k, name in enumerate(names)}
        return {name: answer for name, answer in wrong.items() if answer != self.answer()}

    def verify(self) -> None:
        reduced = self.M.rref == self.M  # a matrix is reduced exactly if reducing leaves it as it is
        assert reduced is (self.units and self.alone and self.staircase)
        assert [self.units, self.alone, self.staircase].count(False) <= 1 or not self.staircase

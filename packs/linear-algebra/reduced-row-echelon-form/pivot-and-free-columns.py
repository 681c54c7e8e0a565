from typing import Self

from upslope.problems import Answer, Matrix, Parts, Redraw, Rng, SetAnswer, Template, derived

Numbers = tuple[int, ...]


class PivotAndFreeColumns(Template):
    U: Matrix
    reduced: bool

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        width, rank = rng.integer(5, 6), rng.integer(2, 3)
        places = sorted(rng.sample(range(width), rank))
        if places == list(range(rank)) or places == list(range(width - rank, width)):
            raise Redraw("pivots in the first columns")
        rows = [[0] * width for _ in range(rank + 1)]
        for i, place in enumerate(places):
            rows[i][place] = 1 if level == 1 else rng.choice([-3, -2, 2, 3, 5])
            for j in range(place + 1, width):
                if level == 2 or j not in places:
                    rows[i][j] = rng.integer(-4, 5)
        drawn = cls(U=Matrix(rows), reduced=level == 1)
        if level == 2 and drawn.U.rref == drawn.U:
            raise Redraw("already reduced")
        return drawn

    @derived
    def pivot_list(self) -> Numbers:
        return tuple(next(j for j, x in enumerate(row, 1) if x) for row in self.U.rows if any(row))

    @derived
    def free_list(self) -> Numbers:
        return tuple(j for j in range(1, self.U.width + 1) if j not in self.pivot_list)

    @derived
    def first_pivot(self) -> int:
        return self.pivot_list[0]

    @derived
    def nullity(self) -> int:
        return len(self.free_list)

    @derived
    def zero_rows(self) -> bool:
        return not any(self.U.rows[-1])

    def given(self, pivots: Numbers, free: Numbers) -> Answer:
        return Parts(pivots=SetAnswer(pivots), free=SetAnswer(free))

    def answer(self) -> Answer:
        return self.given(self.pivot_list, self.free_list)

    def slips(self) -> dict[str, Answer]:
        n, r = self.U.width, len(self.pivot_list)
        wrong = {
            "exchanged": self.given(self.free_list, self.pivot_list),
            "first-columns": self.given(tuple(range(1, r + 1)), tuple(range(r + 1, n + 1))),
        }
        if self.zero_rows:
            wrong["rows-counted"] = self.given(tuple(range(1, r + 1)), tuple(range(r + 1, self.U.height + 1)))
        return wrong

    def verify(self) -> None:
        ranks = [0, *(Matrix([row[: j + 1] for row in self.U.rows]).rank for j in range(self.U.width))]
        grows = [
            j for j in range(1, len(ranks)) if ranks[j] > ranks[j - 1]
        ]  # where the rank of the left part grows
        assert tuple(grows) == self.pivot_list
        assert self.U.nullity == self.nullity

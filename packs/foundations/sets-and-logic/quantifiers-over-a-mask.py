from typing import Self

from upslope.problems import Matrix, Redraw, Rng, Template, derived


class QuantifiersOverAMask(Template):
    M: Matrix

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        height, width = rng.choice([(3, 3), (3, 4), (4, 3), (4, 4)])
        density = rng.integer(4, 7)
        rows = [[int(rng.chance(density, 10)) for _ in range(width)] for _ in range(height)]
        if rng.chance(1, 3):  # one open key
            column = rng.integer(0, width - 1)
            for row in rows:
                row[column] = 1
        drawn = cls(M=Matrix(rows))
        if len(dict.fromkeys(drawn.M.rows)) < 3 or (drawn.some_query_no_key and drawn.some_key_no_query):
            raise Redraw("equal rows, or too many zeros")
        return drawn

    @derived
    def queries(self) -> tuple[tuple[bool, ...], ...]:
        return tuple(tuple(entry == 1 for entry in row) for row in self.M.rows)

    @derived
    def keys(self) -> tuple[tuple[bool, ...], ...]:
        return tuple(zip(*self.queries, strict=True))

    @derived
    def each_query_some_key(self) -> bool:
        return all(any(row) for row in self.queries)

    @derived
    def some_key_each_query(self) -> bool:
        return any(all(column) for column in self.keys)

    @derived
    def each_key_some_query(self) -> bool:
        return all(any(column) for column in self.keys)

    @derived
    def some_query_each_key(self) -> bool:
        return any(all(row) for row in self.queries)

    @derived
    def some_query_no_key(self) -> bool:
        return any(not any(row) for row in self.queries)

    @derived
    def some_key_no_query(self) -> bool:
        return any(not any(column) for column in self.keys)

    @derived
    def each_query_missing_key(self) -> bool:
        return all(not all(row) for row in self.queries)

    @derived
    def each_key_missing_query(self) -> bool:
        return all(not all(column) for column in self.keys)

    @derived
    def one_query_one_key(self) -> bool:
        return any(sum(row) == 1 for row in self.queries)

    def verify(self) -> None:
        sums = [sum(row) for row in self.M.rows]  # count ones instead of asking for truth
        columns = [sum(column) for column in self.M.T.rows]
        height, width = len(sums), len(columns)
        assert self.each_query_some_key == (min(sums) > 0) == (not self.some_query_no_key)
        assert self.each_key_some_query == (min(columns) > 0) == (not self.some_key_no_query)
        assert self.some_query_each_key == (max(sums) == width) == (not self.each_query_missing_key)
        assert self.some_key_each_query == (max(columns) == height) == (not self.each_key_missing_query)
        assert self.one_query_one_key == (1 in sums)
        assert not self.some_key_each_query or self.each_query_some_key

from typing import Self

from upslope.problems import Answer, Redraw, Rng, SetAnswer, Template, Tex, derived

SIGNS = {
    "union": r"A \cup B",
    "intersection": r"A \cap B",
    "difference": r"A \setminus B",
    "outside both": r"\overline{A \cup B}",
    "outside the shared": r"\overline{A \cap B}",
}


class CombineTwoSets(Template):
    n: int
    A: tuple[int, ...]
    B: tuple[int, ...]
    operation: str

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = rng.integer(8, 12)
        A, B = (tuple(sorted(rng.sample(range(1, n + 1), rng.integer(3, 6)))) for _ in "AB")
        operations = (("union", "intersection"), ("difference",), ("outside both", "outside the shared"))[
            level - 1
        ]
        drawn = cls(n=n, A=A, B=B, operation=rng.choice(operations))
        if len(drawn.common) < 2 or not set(A) - set(B) or not set(B) - set(A) or len(drawn.union) == n:
            raise Redraw("sets without a shared part, one inside the other, or nothing outside")
        if drawn.value in (A, B) or len(drawn.value) < 2:
            raise Redraw("a set of the statement, or fewer than two elements")
        return drawn

    def those(self, *, shared: bool, either: bool) -> tuple[int, ...]:
        both, some = set(self.A) & set(self.B), set(self.A) | set(self.B)
        return tuple(sorted(both if shared else some if either else some - both))

    @derived
    def common(self) -> tuple[int, ...]:
        return self.those(shared=True, either=False)

    @derived
    def union(self) -> tuple[int, ...]:
        return self.those(shared=False, either=True)

    def outside(self, inner: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(x for x in range(1, self.n + 1) if x not in inner)

    @derived
    def is_union(self) -> bool:
        return self.operation == "union"

    @derived
    def is_intersection(self) -> bool:
        return self.operation == "intersection"

    @derived
    def is_difference(self) -> bool:
        return self.operation == "difference"

    @derived
    def is_complement(self) -> bool:
        return self.operation.startswith("outside")

    @derived
    def cup_asked(self) -> bool:
        return self.operation in ("union", "outside both")

    @derived
    def wanted(self) -> Tex:
        return Tex(SIGNS[self.operation])

    @derived
    def under_bar(self) -> Tex:
        return Tex(SIGNS["union" if self.cup_asked else "intersection"])

    @derived
    def inner(self) -> tuple[int, ...]:
        return self.union if self.cup_asked else self.common

    @derived
    def value(self) -> tuple[int, ...]:
        if self.is_difference:
            return tuple(x for x in self.A if x not in self.B)
        return self.outside(self.inner) if self.is_complement else self.inner

    @derived
    def size_sum(self) -> int:
        return len(self.A) + len(self.B)

    @derived
    def union_size(self) -> int:
        return len(self.union)

    @derived
    def common_size(self) -> int:
        return len(self.common)

    def answer(self) -> Answer:
        return SetAnswer(self.value)

    def slips(self) -> dict[str, Answer]:
        other = self.common if self.cup_asked else self.union
        if self.is_difference:
            turned = tuple(x for x in self.B if x not in self.A)
            return {
                "difference-turned": SetAnswer(turned),
                "difference-as-intersection": SetAnswer(self.common),
            }
        if self.is_complement:
            return {
                "complement-forgotten": SetAnswer(self.inner),
                "bar-on-each": SetAnswer(self.outside(other)),
            }
        exactly_one = self.those(shared=False, either=False)
        return {
            "union-and-intersection-exchanged": SetAnswer(other),
            "shared-left-out": SetAnswer(exactly_one),
        }

    def verify(self) -> None:
        tests = {
            "union": lambda a, b: a or b,
            "intersection": lambda a, b: a and b,
            "difference": lambda a, b: a and not b,
            "outside both": lambda a, b: not a and not b,  # De Morgan
            "outside the shared": lambda a, b: not a or not b,
        }
        test = tests[self.operation]
        assert self.value == tuple(x for x in range(1, self.n + 1) if test(x in self.A, x in self.B))

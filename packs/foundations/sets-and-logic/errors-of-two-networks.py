from typing import Self

from pack import shared

from upslope.problems import Answer, Redraw, Rng, SetAnswer, Template, Tex, derived


class ErrorsOfTwoNetworks(Template):
    story: str
    n: int
    A: tuple[int, ...]
    B: tuple[int, ...]

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        n = rng.integer(9, 14)
        A, B = (tuple(sorted(rng.sample(range(1, n + 1), rng.integer(4, 7)))) for _ in "AB")
        drawn = cls(story=rng.named("story").choice(["both", "some", "first", "neither"]), n=n, A=A, B=B)
        if len(drawn.common) < 2 or not shared.only(A, B) or not shared.only(B, A):
            raise Redraw("sets without a shared part, or one inside the other")
        if len(drawn.value) < 2 or len(drawn.union) == n:
            raise Redraw("fewer than two images, or no image is right for both")
        return drawn

    @derived
    def common(self) -> tuple[int, ...]:
        return shared.both(self.A, self.B)

    @derived
    def union(self) -> tuple[int, ...]:
        return shared.either(self.A, self.B)

    @derived
    def wanted(self) -> Tex:
        signs = {
            "both": r"A \cap B",
            "some": r"A \cup B",
            "first": r"A \setminus B",
            "neither": r"\overline{A \cup B}",
        }
        return Tex(signs[self.story])

    @derived
    def value(self) -> tuple[int, ...]:
        return {
            "both": self.common,
            "some": self.union,
            "first": shared.only(self.A, self.B),
            "neither": self.outside(self.union),
        }[self.story]

    def outside(self, inside: tuple[int, ...]) -> tuple[int, ...]:
        return shared.only(range(1, self.n + 1), inside)

    @derived
    def first_only(self) -> bool:
        return self.story == "first"

    @derived
    def sample(self) -> int:
        return self.value[0]

    def answer(self) -> Answer:
        return SetAnswer(self.value)

    def slips(self) -> dict[str, Answer]:
        exchanged = {"both": self.union, "some": self.common, "neither": self.outside(self.common)}
        wrong: dict[str, Answer] = {
            "one-set-only": SetAnswer(self.outside(self.A) if self.story == "neither" else self.A)
        }
        only_second = shared.only(self.B, self.A)
        wrong["words-exchanged"] = SetAnswer(only_second if self.first_only else exchanged[self.story])
        return wrong

    def verify(self) -> None:
        fails = [(x in self.A) + 2 * (x in self.B) for x in range(1, self.n + 1)]  # 0 neither, 3 both
        kinds = {"both": (3,), "some": (1, 2, 3), "first": (1,), "neither": (0,)}[self.story]
        assert self.value == tuple(x for x, kind in enumerate(fails, 1) if kind in kinds)

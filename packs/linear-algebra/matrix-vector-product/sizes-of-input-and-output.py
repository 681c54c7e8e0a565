from typing import Self

from upslope.problems import Answer, Matrix, Number, Parts, Redraw, Rng, Template


class SizesOfInputAndOutput(Template):
    story: str
    rows: int
    columns: int

    @classmethod
    def draw(cls, rng: Rng, level: int) -> Self:
        story = rng.named("story").choice(["matrix", "layer", "table"])
        sizes = [16, 32, 64, 96, 128, 256, 512, 768] if story == "layer" else list(range(2, 13))
        drawn = cls(story=story, rows=rng.choice(sizes), columns=rng.choice(sizes))
        if drawn.rows == drawn.columns:
            raise Redraw("a square matrix hides the mistake")
        return drawn

    def given(self, entering: int, leaving: int) -> Answer:
        return Parts(input=Number(entering), output=Number(leaving))

    def answer(self) -> Answer:
        return self.given(self.columns, self.rows)

    def slips(self) -> dict[str, Answer]:
        return {
            "sizes-exchanged": self.given(self.rows, self.columns),
            "output-like-input": self.given(self.columns, self.columns),
        }

    def verify(self) -> None:
        rows, columns = min(self.rows, 12), min(self.columns, 12)
        A = Matrix.zeros(rows, columns)  # multiply a real one of this shape
        assert len(A.times((1,) * columns)) == rows
        assert (rows < columns) == (self.rows < self.columns) or rows == columns

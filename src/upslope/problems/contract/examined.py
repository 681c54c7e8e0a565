"""Hold what the rules look at: a loaded template, its code's tree, and a sample of its variants."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from upslope.core.errors import ContentError, Refusal
from upslope.problems.loaded import Drawn, LoadedTemplate

Render = Callable[[str, bool], str]
"""Turn TeX into markup (display or not); raises any exception for what it refuses. Handed in by
curriculum."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold one drawn variant with the CPU milliseconds it took."""

    level: int
    seed: int
    drawn: Drawn
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Examined:
    """Hold everything the rules look at; `tree` is None without Python."""

    loaded: LoadedTemplate
    tree: ast.Module | None
    samples: tuple[Sample, ...]
    render: Render | None

    @property
    def text_path(self) -> Path:
        """Return the `.md` file."""
        return self.loaded.file.path

    @property
    def code_path(self) -> Path:
        """Return the `.py` file; the `.md` file for a template without one."""
        return self.loaded.file.code_path if self.loaded.make else self.loaded.file.path

    def levels(self) -> Iterator[tuple[int, tuple[Sample, ...]]]:
        """Yield each level with its samples."""
        for level in range(1, self.loaded.file.level_count + 1):
            yield level, tuple(sample for sample in self.samples if sample.level == level)

    def allows(self, name: str) -> bool:
        """Return whether the head allows a pattern or a rule by name."""
        return name in self.loaded.file.allow

    def line(self, section: str) -> int:
        """Return the line of a section's heading, 1 if it is not there."""
        return self.loaded.text.lines.get(section, 1)


Rule = Callable[[Examined], Iterable[Refusal]]


def parse_code(loaded: LoadedTemplate) -> ast.Module | None:
    """Return the syntax tree of the Python half, None without one."""
    if loaded.make is None:
        return None
    return ast.parse(loaded.file.code_path.read_text(encoding="utf-8"))


def sample(loaded: LoadedTemplate, seeds: int) -> Iterator[Sample | Refusal]:
    """Yield one sample for each level and seed, or the refusal of the first that cannot be drawn."""
    for level in range(1, loaded.file.level_count + 1):
        for seed in range(seeds):
            before = process_time()
            try:
                drawn = loaded.draw_counted(level, seed)
            except ContentError as error:
                yield error.refusal
                return
            yield Sample(level, seed, drawn, (process_time() - before) * 1000)


def where(sample: Sample) -> str:
    """Return which variant a refusal speaks of."""
    return f"Level {sample.level}, seed {sample.seed}"

"""Hold what a check found."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from upslope.core.errors import Refusal


@dataclass(frozen=True, slots=True)
class Report:
    """Hold refusals, which must be mended, and notes, which deserve a look; both by file and line.

    `checked` counts what was looked at: concepts, lessons, templates.
    """

    refusals: tuple[Refusal, ...]
    notes: tuple[Refusal, ...]
    concepts: int
    lessons: int
    templates: int

    @property
    def passed(self) -> bool:
        """Return whether nothing was refused."""
        return not self.refusals

    def under(self, paths: Iterable[Path]) -> "Report":
        """Return only what lies in or below some of `paths`."""
        wanted = tuple(path.resolve() for path in paths)

        def inside(refusal: Refusal) -> bool:
            place = refusal.path.resolve()
            return any(place == path or path in place.parents for path in wanted)

        return Report(
            tuple(refusal for refusal in self.refusals if inside(refusal)),
            tuple(note for note in self.notes if inside(note)),
            self.concepts,
            self.lessons,
            self.templates,
        )


def in_order(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Sort by file and line, each refusal once."""
    unique = dict.fromkeys(refusals)
    return tuple(sorted(unique, key=lambda r: (r.path.as_posix(), r.line, r.rule, r.message)))

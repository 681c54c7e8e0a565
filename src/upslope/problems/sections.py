"""Cut a template's text into its sections, before any hole is read.

Headings inside code fences are code. Every section keeps its first line, so that a complaint about a hole
in it can name file and line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from upslope.core.errors import ContentError

SECTION_NAMES = ("Statement", "Words", "Hint", "Solution", "Slip", "Facts", "Order", "After")
_WITH_ARGUMENT = {"Statement", "Slip"}
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one section: its name, what stands after the colon, its heading's line, its text."""

    name: str
    argument: str
    line: int
    text: str

    @property
    def first_line(self) -> int:
        """Return the line on which the text begins."""
        return self.line + 1


def outside_fences(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield index and text of every line that is not part of a code fence."""
    fence = ""
    for index, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence:
            closing = line.strip()
            if (
                found
                and closing[0] == fence[0]
                and len(closing) >= len(fence)
                and not closing.strip(fence[0])
            ):
                fence = ""
            continue
        if found:
            fence = found[1]
            continue
        yield index, line


def split_sections(path: Path, text: str, *, body: int) -> tuple[Section, ...]:
    """Return the sections of a template's text, whose body begins on line `body`.

    Raises ContentError for text before the first heading and for headings that are not in the closed list.
    """
    lines = text.splitlines()
    heads = [(i, line) for i, line in outside_fences(lines) if i >= body - 1 and line.startswith("# ")]
    before = lines[body - 1 : heads[0][0] if heads else len(lines)]
    for offset, line in enumerate(before):
        if line.strip():
            mend = "Begin with # Statement."
            raise ContentError(path, body + offset, "section", "This text belongs to no section.", mend)
    ends = [i for i, _ in heads[1:]] + [len(lines)]
    return tuple(
        _section(path, index + 1, line, "\n".join(lines[index + 1 : end]) + "\n")
        for (index, line), end in zip(heads, ends, strict=True)
    )


def split_steps(path: Path, section: Section) -> tuple[Section, ...]:
    """Cut a solution at its `##` headings. Raises ContentError for text before the first."""
    lines = section.text.splitlines()
    heads = [(i, line) for i, line in outside_fences(lines) if line.startswith("## ")]
    for offset, line in enumerate(lines[: heads[0][0] if heads else len(lines)]):
        if line.strip():
            mend = "Begin the solution with a heading: ## What this step does"
            raise ContentError(
                path, section.first_line + offset, "section", "This text belongs to no step.", mend
            )
    ends = [i for i, _ in heads[1:]] + [len(lines)]
    return tuple(
        Section("Step", line[3:].strip(), section.first_line + i, "\n".join(lines[i + 1 : end]) + "\n")
        for (i, line), end in zip(heads, ends, strict=True)
    )


def _section(path: Path, line: int, heading: str, text: str) -> Section:
    name, colon, argument = heading[2:].partition(":")
    name, argument = name.strip(), argument.strip()
    if name not in SECTION_NAMES:
        near = get_close_matches(name, SECTION_NAMES, 1)
        mend = f"Did you mean {near[0]}?" if near else f"The sections are {', '.join(SECTION_NAMES)}."
        raise ContentError(path, line, "section", f"# {name} is no section of a template.", mend)
    if colon and name not in _WITH_ARGUMENT:
        raise ContentError(path, line, "section", f"# {name} takes no name after a colon.", f"Write # {name}")
    if name == "Slip" and not argument:
        raise ContentError(
            path, line, "section", "A slip needs its name.", "Write # Slip: name-of-the-mistake"
        )
    section = Section(name, argument, line, text)
    if name != "Solution":
        for offset, inner in outside_fences(text.splitlines()):
            if inner.startswith("## "):
                mend = "Only a solution has steps: use bold text here."
                raise ContentError(path, line + 1 + offset, "section", f"# {name} has no ## headings.", mend)
    return section

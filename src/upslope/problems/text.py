"""Read the whole text of a template: sections into passages, tables into words, lists into facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from upslope.core.errors import ContentError
from upslope.problems.front_matter import TemplateFile
from upslope.problems.passage import Passage
from upslope.problems.sections import Section, split_sections, split_steps
from upslope.problems.text_lists import (
    FactPassage,
    OrderPassage,
    read_facts,
    read_order,
    read_words,
)

MOST_HINTS = 4
LEAST_STEPS, MOST_STEPS = 2, 6

_STEP = re.compile(r"step\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class StepText:
    """Hold one step of the worked solution: its title as written and rendered, its text."""

    written: str
    title: Passage
    body: Passage
    line: int


@dataclass(frozen=True, slots=True)
class SlipPassage:
    """Hold the feedback for one declared mistake; `step` counts from 0, None if the text names none."""

    name: str
    headline: Passage | None
    body: Passage
    step: int | None
    line: int


@dataclass(frozen=True, slots=True)
class TemplateText:
    """Hold everything a template says. Stories and slips are found by name; "" is the only story."""

    path: Path
    statements: Mapping[str, Passage]
    words: Mapping[str, Mapping[str, Passage]]
    hints: tuple[Passage, ...]
    steps: tuple[StepText, ...]
    slips: Mapping[str, SlipPassage]
    facts: tuple[FactPassage, ...]
    order: tuple[OrderPassage, ...]
    after: Passage | None
    lines: Mapping[str, int]
    """Line of each section's first heading, by section name."""

    @property
    def answers(self) -> bool:
        """Return whether the text itself says what is right, so that no class needs to."""
        return bool(self.facts or self.order)

    def words_of(self, story: str) -> Mapping[str, Passage]:
        """Return the words of one story, empty without `# Words`."""
        return self.words.get(story, {})

    def passages(self) -> Iterator[tuple[str, Passage]]:
        """Yield every passage with the name of the section it stands in."""
        for passage in self.statements.values():
            yield "Statement", passage
        for row in self.words.values():
            yield from (("Words", passage) for passage in row.values())
        yield from (("Hint", passage) for passage in self.hints)
        for step in self.steps:
            yield from (("Solution", step.title), ("Solution", step.body))
        for slip in self.slips.values():
            yield from (("Slip", passage) for passage in (slip.headline, slip.body) if passage)
        for fact in self.facts:
            yield from (("Facts", fact.statement), ("Facts", fact.reason))
        yield from (("Order", item.body) for item in self.order)
        if self.after:
            yield "After", self.after


def read_text(file: TemplateFile) -> TemplateText:
    """Read a template's text. Raises ContentError with file and line for what the format does not allow."""
    return parse_text(file, file.path.read_text(encoding="utf-8"))


def parse_text(file: TemplateFile, text: str) -> TemplateText:
    """Read the text of a template from a string; see `read_text`."""
    path = file.path
    sections = split_sections(path, text, body=file.body)
    lines: dict[str, int] = {}
    for section in sections:
        lines.setdefault(section.name, section.line)
    for name in ("Words", "Solution", "Facts", "Order", "After"):
        _at_most_one(path, name, sections)
    statements = _statements(path, sections)
    steps = tuple(step for s in sections if s.name == "Solution" for step in _steps(path, s))
    facts = tuple(fact for s in sections if s.name == "Facts" for fact in read_facts(path, s))
    order = tuple(item for s in sections if s.name == "Order" for item in read_order(path, s))
    hints = tuple(_passage(path, s) for s in sections if s.name == "Hint")
    if len(hints) > MOST_HINTS:
        raise ContentError(path, lines["Hint"], "section", f"{len(hints)} hints are too many.", "Keep four.")
    if facts and order:
        raise ContentError(path, lines["Order"], "section", "There are # Facts and # Order.", "Keep one.")
    if not facts and not order and not LEAST_STEPS <= len(steps) <= MOST_STEPS:
        mend = f"Write {LEAST_STEPS} to {MOST_STEPS} steps, each under its own ## heading."
        raise ContentError(
            path, lines.get("Solution", 1), "section", f"The solution has {len(steps)} steps.", mend
        )
    words = [table for s in sections if s.name == "Words" for table in [read_words(path, s, statements)]]
    after = [_passage(path, s) for s in sections if s.name == "After"]
    return TemplateText(
        path=path,
        statements=statements,
        words=words[0] if words else {},
        hints=hints,
        steps=steps,
        slips=_slips(path, sections, steps),
        facts=facts,
        order=order,
        after=after[0] if after else None,
        lines=lines,
    )


def _passage(path: Path, section: Section) -> Passage:
    if not section.text.strip():
        raise ContentError(
            path, section.line, "section", f"# {section.name} is empty.", "Write it, or take it out."
        )
    return Passage.parse(path, section.text, line=section.first_line)


def _at_most_one(path: Path, name: str, sections: tuple[Section, ...]) -> None:
    found = [s for s in sections if s.name == name]
    if len(found) > 1:
        raise ContentError(path, found[1].line, "section", f"There are two # {name}.", "Join them.")


def _statements(path: Path, sections: tuple[Section, ...]) -> Mapping[str, Passage]:
    found: dict[str, Passage] = {}
    for section in sections:
        if section.name == "Statement":
            if section.argument in found:
                raise ContentError(
                    path, section.line, "section", "This statement is there twice.", "Keep one."
                )
            found[section.argument] = _passage(path, section)
    if not found:
        raise ContentError(path, 1, "section", "# Statement is missing.", "Say what is asked.")
    if "" in found and len(found) > 1:
        line = next(s.line for s in sections if s.name == "Statement" and not s.argument)
        raise ContentError(path, line, "section", "This statement has no story.", "Write # Statement: story")
    return found


def _steps(path: Path, section: Section) -> Iterator[StepText]:
    for step in split_steps(path, section):
        if not step.argument:
            raise ContentError(path, step.line, "section", "A step needs a title.", "Write ## What it does")
        title = Passage.parse(path, step.argument, line=step.line)
        yield StepText(step.argument, title, Passage.parse(path, step.text, line=step.first_line), step.line)


def _slips(
    path: Path, sections: tuple[Section, ...], steps: tuple[StepText, ...]
) -> Mapping[str, SlipPassage]:
    found: dict[str, SlipPassage] = {}
    for section in sections:
        if section.name == "Slip":
            slip = _slip(path, section, steps)
            if slip.name in found:
                raise ContentError(
                    path, section.line, "section", f"Slip {slip.name} is there twice.", "Keep one."
                )
            found[slip.name] = slip
    return found


def _slip(path: Path, section: Section, steps: tuple[StepText, ...]) -> SlipPassage:
    name, *others = (part.strip() for part in section.argument.split("|"))
    headline, step = "", None
    for other in others:
        if named := _STEP.fullmatch(other):
            step = _step_index(path, section, named[1].strip(), steps)
        elif headline:
            raise ContentError(path, section.line, "section", "A slip has one headline.", "Take one out.")
        else:
            headline = other
    title = Passage.parse(path, headline, line=section.line) if headline else None
    return SlipPassage(name, title, _passage(path, section), step, section.line)


def _step_index(path: Path, section: Section, title: str, steps: tuple[StepText, ...]) -> int:
    titles = [step.written for step in steps]
    if title in titles:
        return titles.index(title)
    near = get_close_matches(title, titles, 1)
    mend = f"Did you mean {near[0]}?" if near else f"The steps are: {'; '.join(titles) or 'none'}."
    raise ContentError(path, section.line, "section", f"No step is titled {title}.", mend)

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

MOST_HINTS = 4
LEAST_STEPS, MOST_STEPS = 2, 6
LEAST_ITEMS = 3

_FACT = re.compile(r"- \[(?P<mark>x|X| |\?(?P<property>[A-Za-z][A-Za-z_0-9]*))\] (?P<text>.*)")
_ITEM = re.compile(r"(\d+)\. (.*?)(?:\s*\{after(?: ([\d, ]+))?\})?", re.DOTALL)
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
class FactPassage:
    """Hold one statement; its truth is written, or is the truth value of a derived property."""

    truth: bool | None
    property: str
    statement: Passage
    reason: Passage
    line: int


@dataclass(frozen=True, slots=True)
class OrderPassage:
    """Hold one item to be ordered; `after` are the items (from 0) it must follow, None without `{after
    …}`."""

    body: Passage
    after: tuple[int, ...] | None
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
    facts = tuple(fact for s in sections if s.name == "Facts" for fact in _facts(path, s))
    order = tuple(item for s in sections if s.name == "Order" for item in _order(path, s))
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
    words = [table for s in sections if s.name == "Words" for table in [_words(path, s, statements)]]
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


def _words(
    path: Path, section: Section, stories: Mapping[str, Passage]
) -> Mapping[str, Mapping[str, Passage]]:
    rows = [
        (section.first_line + i, [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))])
        for i, line in enumerate(section.text.splitlines())
        if line.strip()
    ]
    if len(rows) < 3:
        raise ContentError(path, section.line, "words", "# Words holds no table.", "See docs/templates.md.")
    columns = rows[0][1][1:]
    if set(columns) != set(stories):
        message = f"The columns are {', '.join(columns)}, the stories {', '.join(stories)}."
        raise ContentError(path, rows[0][0], "words", message, "Give each story one column.")
    table: dict[str, dict[str, Passage]] = {story: {} for story in columns}
    for line, (name, *cells) in rows[2:]:
        if not name.isidentifier() or len(cells) != len(columns):
            mend = "Begin with a name, then one cell for each story."
            raise ContentError(path, line, "words", "This row does not fit the table.", mend)
        for story, cell in zip(columns, cells, strict=True):
            table[story][name] = Passage.parse(path, cell, line=line)
    return table


def _facts(path: Path, section: Section) -> Iterator[FactPassage]:
    lines = section.text.splitlines()
    starts = [i for i, line in enumerate(lines) if line.startswith("- ")]
    for i, line in enumerate(lines[: starts[0] if starts else len(lines)]):
        if line.strip():
            mend = "Begin each statement with - [x], - [ ] or - [?property]."
            raise ContentError(
                path, section.first_line + i, "facts", "This line belongs to no statement.", mend
            )
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _fact(path, section.first_line + start, lines[start:end])


def _fact(path: Path, line: int, lines: list[str]) -> FactPassage:
    found = _FACT.fullmatch(lines[0].rstrip())
    if not found:
        mend = "Write - [x] for true, - [ ] for false, - [?property] for what the numbers decide."
        raise ContentError(path, line, "facts", "This statement has no mark.", mend)
    reason = "\n".join(text.removeprefix("  ") for text in lines[1:])
    if not reason.strip():
        raise ContentError(
            path, line, "facts", "This statement has no reason.", "Indent it on the next line."
        )
    return FactPassage(
        truth=None if found["property"] else found["mark"] in "xX",
        property=found["property"] or "",
        statement=Passage.parse(path, found["text"], line=line),
        reason=Passage.parse(path, reason, line=line + 1),
        line=line,
    )


def _order(path: Path, section: Section) -> tuple[OrderPassage, ...]:
    lines = section.text.splitlines()
    starts = [i for i, line in enumerate(lines) if re.match(r"\d+\. ", line)]
    for i, line in enumerate(lines[: starts[0] if starts else len(lines)]):
        if line.strip():
            mend = "Number the items: 1. …, 2. …, in a right order."
            raise ContentError(path, section.first_line + i, "order", "This line belongs to no item.", mend)
    if len(starts) < LEAST_ITEMS:
        raise ContentError(
            path, section.line, "order", f"{len(starts)} items are too few.", "Write three or more."
        )
    ends = [*starts[1:], len(lines)]
    return tuple(
        _order_item(path, section.first_line + start, number, "\n".join(lines[start:end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _order_item(path: Path, line: int, number: int, text: str) -> OrderPassage:
    found = _ITEM.fullmatch(text.strip())
    if not found or int(found[1]) != number + 1 or not found[2].strip():
        raise ContentError(
            path, line, "order", "The items are numbered 1, 2, 3 …", f"Begin with {number + 1}."
        )
    after = None
    if text.rstrip().endswith("}") and "{after" in text:
        after = tuple(int(n) - 1 for n in re.findall(r"\d+", found[3] or ""))
        if any(not 0 <= earlier < number for earlier in after):
            mend = "List the items in a right order and name earlier ones."
            raise ContentError(path, line, "order", "An item follows items listed before it.", mend)
    return OrderPassage(Passage.parse(path, found[2].strip(), line=line), after, line)

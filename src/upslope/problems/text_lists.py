"""Read the lists and tables of a template's text: words, facts, items to order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from upslope.core.errors import ContentError
from upslope.problems.passage import Passage
from upslope.problems.sections import Section

LEAST_ITEMS = 3

_FACT = re.compile(r"- \[(?P<mark>x|X| |\?(?P<property>[A-Za-z][A-Za-z_0-9]*))\] (?P<text>.*)")
_ITEM = re.compile(r"(\d+)\. (.*?)(?:\s*\{after(?: ([\d, ]+))?\})?", re.DOTALL)


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


def read_words(
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


def read_facts(path: Path, section: Section) -> Iterator[FactPassage]:
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


def read_order(path: Path, section: Section) -> tuple[OrderPassage, ...]:
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

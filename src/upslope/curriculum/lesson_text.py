"""Read `lesson.md` below its front matter: sections with a closed list of headings."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it.token import Token

from upslope.core.errors import ContentError, Refusal
from upslope.core.ids import PointId
from upslope.curriculum.blocks import is_closed
from upslope.curriculum.lesson import LessonText, Section, SectionKind
from upslope.curriculum.markup import parser
from upslope.curriculum.source import read_text, split_front_matter
from upslope.curriculum.table import suggest

RULE = "heading"
ONCE = (SectionKind.WHY, SectionKind.SUMMARY, SectionKind.TRAPS, SectionKind.IN_DEEP_LEARNING)

_POINT = re.compile(r"Point:\s*(\S+)")


def read_lesson(path: Path) -> LessonText:
    """Read the lesson in a file. Raises ContentError where it cannot be read, or a block has no end."""
    front = split_front_matter(path, read_text(path))
    return parse_lesson(path, front.body, front.body_line)


def parse_lesson(path: Path, body: str, body_line: int) -> LessonText:
    """Parse the body of a lesson that begins on `body_line` of its file.

    Raises ContentError for a block without an end: it would swallow every section after it.
    """
    tokens = parser().parse(body)
    _need_closed(tokens, path, body_line)
    lines = body.splitlines()
    heads = [n for n, token in enumerate(tokens) if _is_head(token) and token.level == 0]
    sections, refusals = [], list(_before(tokens, heads, path, body_line))
    for place, head in enumerate(heads):
        end = heads[place + 1] if place + 1 < len(heads) else len(tokens)
        title, line = tokens[head + 1].content.strip(), _first_line(tokens[head])
        last = _first_line(tokens[end]) if end < len(tokens) else len(lines)
        found = _kind(title)
        if found is None:
            refusals.append(_unknown(title, path, body_line + line))
        else:
            text = "\n".join(lines[line + 1 : last])
            sections.append(Section(*found, body_line + line, tuple(tokens[head + 3 : end]), text))
    refusals.extend(_doubled(sections, path))
    refusals.extend(_nested(tokens, path, body_line))
    return LessonText(path, body, body_line, tuple(sections), tuple(refusals))


def _need_closed(tokens: Sequence[Token], path: Path, body_line: int) -> None:
    for token in tokens:
        if token.type == "block_open" and not is_closed(token):
            message = f"The block :::{token.info} is not closed."
            raise ContentError(
                path, body_line + _first_line(token), "block", message, "Close it with a line :::"
            )


def _kind(title: str) -> tuple[SectionKind, PointId] | None:
    point = _POINT.fullmatch(title)
    if point is not None:
        return SectionKind.POINT, PointId(point[1])
    return (SectionKind(title), PointId("")) if title in ONCE else None


def _is_head(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h1"


def _nested(tokens: Sequence[Token], path: Path, body_line: int) -> Iterator[Refusal]:
    for token in tokens:
        if _is_head(token) and token.level > 0:
            mend = "Close the block or the list before it, or begin with ##."
            yield Refusal(path, body_line + _first_line(token), RULE, "A section cannot begin here.", mend)


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _unknown(title: str, path: Path, line: int) -> Refusal:
    names = ", ".join(f"# {kind}" for kind in ONCE)
    mend = suggest(title, ONCE) or f"Headings are {names} and # Point: id; within a section begin with ##."
    return Refusal(path, line, RULE, f"# {title} is no section of a lesson.", mend)


def _before(tokens: Sequence[Token], heads: Sequence[int], path: Path, body_line: int) -> Iterator[Refusal]:
    if tokens and (not heads or heads[0] > 0):
        line = body_line + _first_line(tokens[0])
        yield Refusal(path, line, RULE, "Text stands before the first heading.", "Begin with # Why.")


def _doubled(sections: Sequence[Section], path: Path) -> Iterator[Refusal]:
    seen: set[tuple[SectionKind, PointId]] = set()
    for section in sections:
        key = section.kind, section.point
        if key in seen:
            name = f"# Point: {section.point}" if section.point else f"# {section.kind}"
            yield Refusal(path, section.line, RULE, f"{name} stands here a second time.", "Join the two.")
        seen.add(key)

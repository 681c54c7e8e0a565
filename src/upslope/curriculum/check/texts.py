"""Walk the Markdown of concepts: every formula and every piece of prose, with its line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it.token import Token

from upslope.curriculum.lesson import LessonText
from upslope.curriculum.markup import parser
from upslope.curriculum.model import Concept
from upslope.curriculum.source import line_of

FORMULAS = ("math_inline", "math_inline_double", "math_block")


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold parsed Markdown of one place; `line` is the line of the file on which its text begins."""

    path: Path
    line: int
    tokens: Sequence[Token]
    source: str


@dataclass(frozen=True, slots=True)
class Formula:
    """Hold one formula with the line it stands on."""

    tex: str
    display: bool
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Hold a piece of text, the paragraph it stands in as written, and its line."""

    text: str
    paragraph: str
    line: int


def lesson_passages(text: LessonText) -> Iterator[Passage]:
    """Yield the sections of a lesson."""
    for section in text.sections:
        yield Passage(text.path, text.body_line, section.tokens, text.body)


def fact_passages(concept: Concept) -> Iterator[Passage]:
    """Yield the facts of a concept that pages show."""
    md = parser()
    shown = [
        ("title", concept.title, "", 0),
        *([("short", concept.short, "", 0)] if concept.short != concept.title else []),
        ("objective", concept.objective, "", 0),
        ("note", concept.note, "", 0),
        ("used_in_deep_learning", concept.used_in_deep_learning, "", 0),
        *(("title", point.title, "point", place) for place, point in enumerate(concept.points)),
        *(("where", use.where, "use", place) for place, use in enumerate(concept.uses)),
        *(("common_errors", error, "", 0) for error in concept.common_errors),
    ]
    for key, text, section, place in shown:
        tokens = md.parseInline(text)
        if _is_plain(tokens):
            continue
        line = line_of(concept.path, key, section=section, index=place)
        yield Passage(concept.path, line, tokens, text)


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Tell whether nothing but words was found, so that there is nothing to look at."""
    return all(
        child.type == "text" and "$" not in child.content and "<" not in child.content
        for token in tokens
        for child in token.children or []
    )


def formulas(passage: Passage) -> Iterator[Formula]:
    """Yield every formula of a passage."""
    for token, child in _leaves(passage.tokens):
        if child.type in FORMULAS:
            line = _line(passage, token, child.content)
            yield Formula(child.content.strip(), child.type != "math_inline", line)


def prose(passage: Passage) -> Iterator[Prose]:
    """Yield every piece of text outside formulas and code."""
    for token, child in _leaves(passage.tokens):
        if child.type == "text" and child.content:
            yield Prose(child.content, token.content, _line(passage, token, child.content))


def word_count(tokens: Iterable[Token]) -> int:
    """Count words; a formula is one."""
    count = 0
    for _, child in _leaves(tokens):
        if child.type in FORMULAS:
            count += 1
        elif child.type in ("text", "code_inline"):
            count += sum(any(c.isalnum() for c in word) for word in child.content.split())
    return count


def _leaves(tokens: Iterable[Token]) -> Iterator[tuple[Token, Token]]:
    for token in tokens:
        if token.type == "math_block":
            yield token, token
        for child in token.children or []:
            yield token, child


def _line(passage: Passage, token: Token, content: str) -> int:
    """Return the line of `content` within its block, as near as words can tell."""
    if not token.map:
        return passage.line
    lines = passage.source.splitlines()
    first = content.strip().splitlines()[0] if content.strip() else ""
    for number in range(token.map[0], min(token.map[1], len(lines))):
        if first and first in lines[number]:
            return passage.line + number
    return passage.line + token.map[0]

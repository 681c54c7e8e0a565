"""Turn a passage of text into nodes: literal text, values, loops, branches, part fields.

A hole names a value and says how to write it; it never computes. `<<` followed by a space is text, and so is
`\\<<`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from upslope.core.errors import ContentError
from upslope.problems.formats import FORMATS, Format
from upslope.problems.places import Place, PlaceError, Tracker, Where

_HOLE = re.compile(r"\\<<|<<([^\s<>][^<>\n]*)>>")
_CONTROL_LINE = re.compile(r"[ \t]*<<((?:for|if)\b[^<>\n]*|else|end)>>[ \t]*(?:\n|$)")
_PATH = r"[A-Za-z][A-Za-z_0-9]*(?:\.[A-Za-z][A-Za-z_0-9]*)*"
_FOR = re.compile(rf"for\s+([A-Za-z][A-Za-z_0-9]*)\s+in\s+({_PATH})")
_IF = re.compile(rf"if\s+({_PATH})")
_PART = re.compile(r"\?([A-Za-z][A-Za-z_0-9]*)")
_VALUE = re.compile(
    rf"(?P<sign>\+)?(?P<open>\()?(?P<path>{_PATH})(?P<close>\))?(?P<star>\*)?(?::(?P<format>.+))?"
)
_COUNTED = re.compile(r"(\d+) places")


@dataclass(frozen=True, slots=True)
class Hole:
    """Say which value a hole names and how to write it."""

    source: str
    path: tuple[str, ...]
    sign: bool = False
    coefficient: bool = False
    brackets: bool = False
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """Hold text that stands as the author wrote it."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """Hold a hole, the place it stands in, its line, and the text of its formula before it."""

    hole: Hole
    where: Where
    line: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class PartField:
    """Mark the place of the input for one part of the answer."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Loop:
    """Repeat the body once for each item of a tuple."""

    variable: str
    source: tuple[str, ...]
    body: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """Choose between two bodies by a truth value."""

    condition: tuple[str, ...]
    then: "tuple[Node, ...]"
    otherwise: "tuple[Node, ...]"
    line: int


Node = Literal | Value | PartField | Loop | Branch


def parse_passage(path: Path, text: str, *, line: int) -> tuple[Node, ...]:
    """Return the nodes of a passage that begins on `line`.

    Raises ContentError for a malformed hole, an unknown format, an unclosed loop, branch, formula or fence.
    """
    return _Parser(path, text, line).passage()


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield every node, those inside loops and branches too."""
    for node in nodes:
        yield node
        if isinstance(node, Loop):
            yield from walk(node.body)
        elif isinstance(node, Branch):
            yield from walk(node.then)
            yield from walk(node.otherwise)


def _without_list_numbers(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Escape the point after a value that begins its line: `3.` would open a numbered list."""
    out: list[Node] = []
    for node in nodes:
        before = out[-1] if out else None
        if (
            isinstance(node, Literal)
            and node.text.startswith((".", ")"))
            and isinstance(before, Value)
            and before.where.line_start
            and before.where.place is Place.PROSE
        ):
            node = Literal("\\" + node.text)
        out.append(node)
    return tuple(out)


class _Parser:
    def __init__(self, path: Path, text: str, line: int) -> None:
        self.path = path
        self.text = text
        self.first_line = line
        self.tracker = Tracker(text)
        self.at = 0

    def line(self, offset: int) -> int:
        return self.first_line + self.text.count("\n", 0, offset)

    def refuse(self, offset: int, message: str, mend: str, rule: str = "hole") -> ContentError:
        return ContentError(self.path, self.line(offset), rule, message, mend)

    def passage(self) -> tuple[Node, ...]:
        nodes, stop, offset = self.block()
        if stop:
            raise self.refuse(
                offset, f"<<{stop}>> ends nothing.", "Take it out, or open <<if …>> or <<for …>>."
            )
        try:
            self.tracker.finish()
        except PlaceError as error:
            raise self.refuse(error.offset, error.message, error.mend, "place") from None
        return _without_list_numbers(nodes)

    def block(self) -> tuple[tuple[Node, ...], str, int]:
        """Read nodes up to `<<else>>`, `<<end>>` or the end; return them, what stopped it, and where."""
        nodes: list[Node] = []
        while found := self._next():
            start, end, inner, whole_line = found
            self._literal(nodes, start)
            if not inner:  # an escaped <<
                nodes.append(Literal("<<"))
                self.at = end
                self.tracker.skip(end)
                continue
            where = self.tracker.where()
            self._pass_over(inner, end, whole_line)
            self.at = end
            if inner in ("else", "end"):
                return tuple(nodes), inner, start
            nodes.append(self._node(inner, where, start))
        self._literal(nodes, len(self.text))
        return tuple(nodes), "", len(self.text)

    def _next(self) -> tuple[int, int, str, bool] | None:
        found = _HOLE.search(self.text, self.at)
        if found is None:
            return None
        line_start = self.text.rfind("\n", 0, found.start()) + 1
        control = _CONTROL_LINE.match(self.text, line_start) if line_start >= self.at else None
        if control:
            return line_start, control.end(), control[1].strip(), True
        return found.start(), found.end(), (found[1] or "").strip(), False

    def _literal(self, nodes: list[Node], end: int) -> None:
        text = self.text[self.at : end]
        if lost := re.search(r"<<(?=[^\s<])", text):
            offset = self.at + lost.start()
            raise self.refuse(
                offset, "This << opens a hole without an end.", "Close it with >>, or write \\<<"
            )
        if text:
            nodes.append(Literal(text))
        try:
            self.tracker.advance(end)
        except PlaceError as error:
            raise self.refuse(error.offset, error.message, error.mend, "place") from None

    def _pass_over(self, inner: str, end: int, whole_line: bool) -> None:
        if whole_line:
            self.tracker.skip_line(end)
        elif inner.startswith(("for ", "if ")) or inner in ("else", "end"):
            self.tracker.at = end
        else:
            self.tracker.skip(end)

    def _node(self, inner: str, where: Where, start: int) -> Node:
        if inner.startswith("for "):
            return self._loop(inner, start)
        if inner.startswith("if "):
            return self._branch(inner, start)
        if inner.startswith("?"):
            return self._part(inner, where, start)
        return Value(self._hole(inner, start), where, self.line(start), self._formula_before(start, where))

    def _formula_before(self, start: int, where: Where) -> str:
        if not where.is_math:
            return self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return self.text[self.text.rfind("$", 0, start) + 1 : start]

    def _loop(self, inner: str, start: int) -> Loop:
        found = _FOR.fullmatch(inner)
        if not found:
            raise self.refuse(
                start, f"<<{inner}>> is no loop.", "Write <<for item in names>> with a name only."
            )
        state = self.tracker.state
        body, stop, offset = self.block()
        if stop == "else":
            raise self.refuse(offset, "A loop has no <<else>>.", "Put <<if …>> around the loop.")
        self._closed(inner, stop, start, state)
        return Loop(found[1], tuple(found[2].split(".")), body, self.line(start))

    def _branch(self, inner: str, start: int) -> Branch:
        found = _IF.fullmatch(inner)
        if not found:
            mend = "Compare in a derived property and name it here."
            raise self.refuse(start, f"<<{inner}>> is no condition: it takes a name only.", mend)
        state = self.tracker.state
        then, stop, _ = self.block()
        otherwise: tuple[Node, ...] = ()
        if stop == "else":
            self._closed(inner, "end", start, state)
            otherwise, stop, _ = self.block()
        self._closed(inner, stop, start, state)
        return Branch(tuple(found[1].split(".")), then, otherwise, self.line(start))

    def _closed(self, inner: str, stop: str, start: int, state: object) -> None:
        if stop != "end":
            raise self.refuse(start, f"<<{inner}>> has no <<end>>.", "Add <<end>>.")
        if self.tracker.state != state:
            mend = "Close within the hole what is opened within it."
            raise self.refuse(
                start, f"<<{inner}>> opens or closes a formula, a brace or code by halves.", mend
            )

    def _part(self, inner: str, where: Where, start: int) -> PartField:
        found = _PART.fullmatch(inner)
        if not found:
            raise self.refuse(start, f"<<{inner}>> names no part.", "Write <<?name>>.")
        if where.place is not Place.PROSE:
            raise self.refuse(
                start, f"<<{inner}>> stands in a {where.place}.", "Put an input between sentences."
            )
        return PartField(found[1], self.line(start))

    def _hole(self, inner: str, start: int) -> Hole:
        found = _VALUE.fullmatch(inner)
        if not found or bool(found["open"]) != bool(found["close"]):
            mend = "A hole holds a name, never an expression: add a derived property to the class."
            raise self.refuse(start, f"<<{inner}>> is no name.", mend)
        if found["open"] and (found["sign"] or found["star"]):
            raise self.refuse(start, f"<<{inner}>> mixes brackets with a sign.", "Choose one of + * and ( ).")
        return Hole(
            source=inner,
            path=tuple(found["path"].split(".")),
            sign=bool(found["sign"]),
            coefficient=bool(found["star"]),
            brackets=bool(found["open"]),
            format=self._format(found["format"], start) if found["format"] else None,
        )

    def _format(self, text: str, start: int) -> Format:
        text = text.strip()
        if "|" in text:
            singular, _, plural = text.partition("|")
            if singular and plural and "|" not in plural:
                return Format("plural", forms=(singular, plural))
            raise self.refuse(start, f":{text} is no plural.", "Write <<n:layer|layers>>.")
        if counted := _COUNTED.fullmatch(text):
            return Format("places", count=int(counted[1]))
        if text not in FORMATS:
            near = get_close_matches(text, FORMATS, 1)
            mend = (
                f"Did you mean :{near[0]}?" if near else f"Formats: {', '.join(FORMATS)}, N places, one|many."
            )
            raise self.refuse(start, f":{text} is no format.", mend)
        return Format(text)

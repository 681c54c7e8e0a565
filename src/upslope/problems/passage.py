"""Render passages: put the values of one variant into the holes of a text."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from upslope.core.errors import ContentError
from upslope.problems.holes import Branch, Literal, Loop, Node, PartField, Value, parse_passage, walk
from upslope.problems.numerals import ShowError
from upslope.problems.show import show

PART_MARK = "\u27e6part:{name}\u27e7"


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a passage of text with its holes, ready to be rendered many times."""

    path: Path
    nodes: tuple[Node, ...]

    @classmethod
    def parse(cls, path: Path, text: str, *, line: int) -> "Passage":
        """Read a passage that begins on `line`. Raises ContentError for a malformed hole."""
        return cls(path, parse_passage(path, text, line=line))

    def render(self, scope: "Scope") -> str:
        """Return the text with all values in. Raises ContentError with the line of a hole that fails."""
        return "".join(_render(self, self.nodes, scope)).strip("\n")

    def names(self) -> Iterator[tuple[str, int]]:
        """Yield every name the passage takes from outside, with its line."""
        yield from _names(self.nodes, frozenset())

    def parts(self) -> tuple[str, ...]:
        """Return the names of the inputs placed in the passage, in order."""
        return tuple(node.name for node in walk(self.nodes) if isinstance(node, PartField))


class Scope:
    """Look names up: loop variables, then passages from `# Words`, then what the variant holds."""

    def __init__(
        self, owner: object, names: tuple[str, ...], *, extra: Mapping[str, object] | None = None
    ) -> None:
        """Look names up in `owner` (only those in `names`) and in `extra`, which goes first."""
        self._owner = owner
        self._names = names
        self._extra = dict(extra or {})

    def with_name(self, name: str, value: object) -> "Scope":
        """Return a scope in which `name` means `value`."""
        inner = copy(self)
        inner._extra = {**self._extra, name: value}
        return inner

    def owner_value(self, name: str) -> object:
        """Return the owner's value of one of its names."""
        value: object = getattr(self._owner, name)
        return value

    def known(self) -> tuple[str, ...]:
        """Return all names that mean something here."""
        return (*self._extra, *self._names)

    def look_up(self, path: tuple[str, ...]) -> object:
        """Return the value of a dotted name. Raises ShowError, with the nearest name, if it has none."""
        name, *attributes = path
        if name in self._extra:
            value = self._extra[name]
        elif name in self._names:
            value = self.owner_value(name)
        else:
            raise ShowError(f"{self._title()} has no such name", nearest(name, self.known()))
        for attribute in attributes:
            if not hasattr(value, attribute):
                public = tuple(n for n in dir(value) if not n.startswith("_"))
                raise ShowError(f"{type(value).__name__} has no {attribute}", nearest(attribute, public))
            value = getattr(value, attribute)
        return value

    def _title(self) -> str:
        return type(self._owner).__name__ if self._owner is not None else "A template without Python"


def nearest(name: str, known: tuple[str, ...]) -> str:
    """Return the mend for an unknown name."""
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else "add a field or a derived property of this name."


def _render(passage: Passage, nodes: tuple[Node, ...], scope: Scope) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Literal):
            yield node.text
        elif isinstance(node, Value):
            yield _value(passage, node, scope)
        elif isinstance(node, PartField):
            yield PART_MARK.format(name=node.name)
        elif isinstance(node, Branch):
            holds = _look_up(passage, node.condition, node.line, scope)
            yield from _render(passage, node.then if holds else node.otherwise, scope)
        else:
            yield from _loop(passage, node, scope)


def _loop(passage: Passage, node: Loop, scope: Scope) -> Iterator[str]:
    items = _look_up(passage, node.source, node.line, scope)
    if not isinstance(items, tuple | list):
        mend = "Loop over a tuple."
        raise _refuse(
            passage, node.line, ".".join(node.source), f"{type(items).__name__} cannot be looped over", mend
        )
    for item in items:
        yield from _render(passage, node.body, scope.with_name(node.variable, item))


def _look_up(passage: Passage, path: tuple[str, ...], line: int, scope: Scope) -> object:
    try:
        return scope.look_up(path)
    except ShowError as error:
        raise _refuse(passage, line, ".".join(path), error.message, error.mend) from None


def _value(passage: Passage, node: Value, scope: Scope) -> str:
    value = _look_up(passage, node.hole.path, node.line, scope)
    if isinstance(value, Passage):
        text = value.render(scope)
        return rf"\text{{{text}}}" if node.where.is_math else text
    try:
        return show(value, node.hole, node.where)
    except ShowError as error:
        raise _refuse(passage, node.line, node.hole.source, error.message, error.mend) from None


def _refuse(passage: Passage, line: int, hole: str, message: str, mend: str) -> ContentError:
    return ContentError(passage.path, line, "hole", f"<<{hole}>>: {message.rstrip('.')};", mend)


def _names(nodes: tuple[Node, ...], bound: frozenset[str]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        if isinstance(node, Value):
            path, line = node.hole.path, node.line
        elif isinstance(node, Loop):
            path, line = node.source, node.line
            yield from _names(node.body, bound | {node.variable})
        elif isinstance(node, Branch):
            path, line = node.condition, node.line
            yield from _names(node.then, bound)
            yield from _names(node.otherwise, bound)
        else:
            continue
        if path[0] not in bound:
            yield path[0], line

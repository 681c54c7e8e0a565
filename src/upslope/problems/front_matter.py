"""Read the facts at the head of a template's text: TOML between two lines of `+++`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from upslope.core.errors import ContentError
from upslope.core.ids import PointId, TemplateId

FENCE = "+++"
MOST_LEVELS = 3
DEFAULT_SHOWN_FACTS = 5
DEFAULT_SHOWN_OPTIONS = 4

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FACTS = re.compile(r"^# Facts[ \t]*$", re.MULTILINE)
_ORDER = re.compile(r"^# Order[ \t]*$", re.MULTILINE)
_REQUIRED = ("title", "point", "version", "minutes")


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """Hold what can be said of a template without reading its text or its code.

    `levels` describe the named sources of difficulty, easiest first (level numbers count from 1);
    `shown` is how many facts one variant shows (0 without `# Facts`); `finite` the number of variants where
    they are few by nature; `allow` text patterns the author has looked at and wants; `body` the line
    on which the sections begin.
    """

    id: TemplateId
    path: Path
    title: str
    point: PointId
    version: int
    minutes: float
    levels: tuple[str, ...]
    shown: int
    only_one: bool
    finite: int | None
    allow: tuple[str, ...]
    conceptual: bool
    has_code: bool
    body: int

    @property
    def code_path(self) -> Path:
        """Return where the Python half lies, if there is one."""
        return self.path.with_suffix(".py")

    @property
    def level_count(self) -> int:
        """Return how many levels can be drawn, at least 1."""
        return max(1, len(self.levels))


def read_front_matter(path: Path) -> TemplateFile:
    """Read the head of a template's `.md` file.

    Raises ContentError with file and line where the head is missing, is no TOML, or says too little.
    """
    return parse_front_matter(path, path.read_text(encoding="utf-8"))


def parse_front_matter(path: Path, text: str) -> TemplateFile:
    """Read the head of a template from its text; `path` gives id and code file."""
    if not _KEBAB.fullmatch(path.stem):
        mend = "Name the file in kebab-case after the skill: solve-by-back-substitution.md"
        raise ContentError(path, 1, "id", f"{path.stem!r} cannot be a template's id.", mend)
    head = _Head(path, text)
    facts = _FACTS.search(text) is not None
    has_code = path.with_suffix(".py").exists()
    only_one = head.boolean("only_one")
    default = DEFAULT_SHOWN_OPTIONS if only_one else DEFAULT_SHOWN_FACTS
    return TemplateFile(
        id=TemplateId(path.stem),
        path=path,
        title=head.text("title"),
        point=PointId(head.text("point")),
        version=head.integer("version", least=1),
        minutes=head.number("minutes"),
        levels=head.levels(),
        shown=head.integer("show", least=2, default=default) if facts else 0,
        only_one=only_one,
        finite=head.integer("finite", least=1) if "finite" in head.table else None,
        allow=head.texts("allow"),
        conceptual=facts or _ORDER.search(text) is not None or head.boolean("conceptual"),
        has_code=has_code,
        body=head.end + 1,
    )


class _Head:
    """Give the keys of one head, each with its own complaint."""

    KEYS = (*_REQUIRED, "levels", "show", "only_one", "finite", "allow", "conceptual")

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.end = self._find_end()
        self.table: Mapping[str, Any] = self._load()
        for key in self.table:
            if key not in self.KEYS:
                near = get_close_matches(key, self.KEYS, 1)
                raise self.refuse(
                    key, f"{key} is no key of a template.", f"Did you mean {near[0]}?" if near else ""
                )
        for key in _REQUIRED:
            if key not in self.table:
                raise ContentError(path, 1, "front-matter", f"{key} is missing.", f"Add a line: {key} = …")

    def _find_end(self) -> int:
        if not self.lines or self.lines[0].strip() != FENCE:
            mend = "Begin the file with +++, the keys, and +++ again."
            raise ContentError(self.path, 1, "front-matter", "The head is missing.", mend)
        for number, line in enumerate(self.lines[1:], 2):
            if line.strip() == FENCE:
                return number
        raise ContentError(self.path, 1, "front-matter", "The head has no end.", "Close it with a line +++.")

    def _load(self) -> Mapping[str, Any]:
        try:
            return tomllib.loads("\n".join([*self.lines[1 : self.end - 1], ""]))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) + 1 if found else 1
            said = str(error).partition(" (at ")[0]
            mend = 'Texts stand in quotes, lists in brackets: title = "…", levels = ["…"].'
            raise ContentError(self.path, line, "front-matter", f"This is no TOML: {said}.", mend) from error

    def refuse(self, key: str, message: str, mend: str) -> ContentError:
        pattern = re.compile(rf"\s*{re.escape(key)}\s*=")
        line = next((n for n, text in enumerate(self.lines[: self.end], 1) if pattern.match(text)), 1)
        return ContentError(self.path, line, "front-matter", message, mend)

    def text(self, key: str) -> str:
        value = self.table[key]
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(key, f"{key} is {value!r}.", "Write a text in quotes.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.refuse(key, f"{key} is {value!r}.", 'Write a list of texts: ["…", "…"]')
        return tuple(value)

    def integer(self, key: str, *, least: int, default: int | None = None) -> int:
        value = self.table.get(key, default)
        if type(value) is not int or value < least:
            raise self.refuse(key, f"{key} is {value!r}.", f"Write a whole number from {least} on.")
        return value

    def number(self, key: str) -> float:
        value = self.table[key]
        if type(value) not in (int, float) or not 0 < value <= 60:
            raise self.refuse(key, f"{key} is {value!r}.", "Write minutes between 0 and 60.")
        return float(value)

    def boolean(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(key, f"{key} is {value!r}.", "Write true or false.")
        return value

    def levels(self) -> tuple[str, ...]:
        levels = self.texts("levels")
        if len(levels) > MOST_LEVELS:
            raise self.refuse("levels", f"{len(levels)} levels are too many.", f"Keep at most {MOST_LEVELS}.")
        return levels

"""Read TOML of packs: what a file says, and the line a complaint points to.

`tomllib` gives values without places. Lines are looked up in the text when there is something to complain of,
so that a pack in good order pays nothing for them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upslope.core.errors import ContentError

FENCE = "+++"

TomlTable = Mapping[str, Any]
"""What tomllib gives: strings, numbers, truth values, lists and tables of them."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold a Markdown file's front matter and body; `body_line` is the body's first line, from 1."""

    table: TomlTable
    body: str
    body_line: int


def read_text(path: Path) -> str:
    """Read a file of a pack. Raises ContentError where it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path, 1, "file", "This file is missing.", "Add it.") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ContentError(path, line, "file", "This is not UTF-8.", "Save the file as UTF-8.") from error


def parse_toml(path: Path, text: str, line: int = 1) -> TomlTable:
    """Parse TOML that begins on `line` of the file. Raises ContentError with the line of the mistake."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        at = line - 1 + int(found[1]) if found else line + text.count("\n")
        message = str(error).partition(" (at ")[0]
        raise ContentError(path, at, "toml", f"This is no TOML: {message}.", "Mend the line.") from error


def split_front_matter(path: Path, text: str) -> FrontMatter:
    """Split a Markdown file into TOML between two lines `+++` and the body after it.

    Raises ContentError without an opening or closing fence, or for TOML that cannot be read.
    """
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        mend = "Begin the file with a line +++, the keys, and a line +++."
        raise ContentError(path, 1, "front-matter", "There is no front matter.", mend)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            table = parse_toml(path, "\n".join(lines[1 : number - 1]), 2)
            return FrontMatter(table, "\n".join(lines[number:]) + "\n", number + 1)
    raise ContentError(path, 1, "front-matter", "The front matter has no end.", "Close it with a line +++.")


def line_of(path: Path, key: str, *, section: str = "", index: int = 0, containing: str = "") -> int:
    """Return the line of `key` in a file, for a complaint; 1 where it cannot be found.

    `section` and `index` look after the index-th header `[[section]]` (or `[section]`) only; `containing`
    looks on from the key for the first line that holds these words, such as one id in a long list.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 1
    start = _section_start(lines, section, index) if section else 0
    if not key:
        return start + 1
    pattern = re.compile(rf"\s*({re.escape(key)}\s*=|\[{re.escape(key)}\])")
    for number in range(start, len(lines)):
        if pattern.match(lines[number]):
            if containing:
                rest = range(number, len(lines))
                return next((n + 1 for n in rest if containing in lines[n]), number + 1)
            return number + 1
    return start + 1


def _section_start(lines: list[str], section: str, index: int) -> int:
    header = re.compile(rf"\s*\[\[?\s*{re.escape(section)}\s*\]\]?\s*(#.*)?$")
    found = [number for number, line in enumerate(lines) if header.match(line)]
    return found[index] if index < len(found) else 0

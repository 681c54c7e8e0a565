"""Follow where in Markdown and LaTeX a character stands: prose, formula, or code.

A value is written as the place wants it, so the place of every hole must be known before any value is.
Indented code is not recognised, on purpose: fences are (`docs/templates.md` says so).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^\n]*(\n|$)")
_COMMAND = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)
_TWO_ARGUMENTS = {"frac", "dfrac", "tfrac", "cfrac"}
_TEXT_COMMANDS = {"text", "textrm", "textbf", "textit", "textsf", "textnormal"}


class Place(StrEnum):
    """Name the places that want a value written differently."""

    PROSE = "prose"
    FORMULA = "formula"
    DISPLAY = "display"
    TEXT = "text in a formula"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Where:
    """Say where a hole stands.

    `nested`: inside a fraction or an exponent, where fractions are written 3/4; `bare`: directly after `^`,
    `_` or `\\frac`, so that the value needs braces of its own; `line_start`: first on its line.
    """

    place: Place
    nested: bool = False
    bare: bool = False
    line_start: bool = False

    @property
    def is_math(self) -> bool:
        """Return whether TeX is read here."""
        return self.place in (Place.FORMULA, Place.DISPLAY)


class PlaceError(Exception):
    """Report where a formula or code is left open: offset in the text, what happened, the mend."""

    def __init__(self, offset: int, message: str, mend: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.mend = mend


class Tracker:
    """Read a text once, from left to right, and know the place at every moment.

    `advance(end)` reads up to an offset; `skip(end)` passes over a hole, which changes nothing but the
    fact that something stands there.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._open = ""  # "", "$", "$$", or the run of signs that opened the code
        self._fenced = False
        self._opened_at = 0
        self._groups: list[str] = []
        self._arguments = 0
        self._bare = False
        self._line_start = True

    @property
    def state(self) -> tuple[str, tuple[str, ...]]:
        """Return what a branch must leave as it found it."""
        return self._open, tuple(self._groups)

    def where(self) -> Where:
        """Return the place of what comes next."""
        if self._open.startswith(("`", "~")):
            return Where(Place.CODE, line_start=self._line_start)
        if not self._open:
            return Where(Place.PROSE, line_start=self._line_start)
        if self._groups and "text" in self._groups:
            return Where(Place.TEXT)
        place = Place.DISPLAY if self._open == "$$" else Place.FORMULA
        bare = self._bare or self._arguments > 0
        nested = bare or any(g.startswith(("fraction", "script")) for g in self._groups)
        return Where(place, nested=nested, bare=bare)

    def skip(self, end: int) -> None:
        """Pass over a hole that ends at `end`."""
        if self._arguments and not self._bare:
            self._arguments -= 1
        self.at, self._bare, self._line_start = end, False, False

    def skip_line(self, end: int) -> None:
        """Pass over a line that holds nothing but a control hole."""
        self.at, self._line_start = end, True

    def advance(self, end: int) -> None:
        """Read on to offset `end`. Raises PlaceError for a formula that runs past its paragraph."""
        while self.at < end:
            if not self._open:
                self._prose(end)
            elif self._open[0] == "$":
                self._math()
            elif self._fenced:
                self._fence(end)
            else:
                self._code_span()

    def finish(self) -> None:
        """Read to the end. Raises PlaceError if a formula or a fence is still open there."""
        self.advance(len(self.text))
        if self._open:
            kind = "formula" if self._open[0] == "$" else "code"
            raise PlaceError(
                self._opened_at, f"The {kind} opened here has no end.", f"Close it with {self._open}"
            )

    def _step(self, count: int) -> None:
        self._line_start = self.text[self.at + count - 1] == "\n"
        self.at += count

    def _begin(self, mark: str) -> None:
        self._open, self._opened_at = mark, self.at
        self._groups, self._arguments, self._bare, self._fenced = [], 0, False, False

    def _prose(self, end: int) -> None:
        text, here = self.text, self.text[self.at]
        if self._line_start and (fence := _FENCE.match(text, self.at)):
            self._begin(fence[1])
            self._fenced = True
            self._step(max(1, min(fence.end(), end) - self.at))
        elif here == "\\":
            self._step(min(2, len(text) - self.at))
        elif here == "$":
            mark = "$$" if text.startswith("$$", self.at) else "$"
            self._begin(mark)
            self._step(len(mark))
        elif here == "`":
            run = len(text) - self.at - len(text[self.at :].lstrip("`"))
            if re.search(rf"(?<!`)`{{{run}}}(?!`)", text[self.at + run :]):
                self._begin("`" * run)
            self._step(run)
        else:
            keeps = self._line_start and here == " "
            self._step(1)
            self._line_start = self._line_start or keeps

    def _fence(self, end: int) -> None:
        newline = self.text.find("\n", self.at)
        line_end = len(self.text) if newline < 0 else newline + 1
        line = self.text[self.at : line_end].strip()
        if self._line_start and line and not line.strip(self._open[0]) and len(line) >= len(self._open):
            self._open = ""
            self._step(line_end - self.at)
        else:
            self._step(min(line_end, end) - self.at)

    def _code_span(self) -> None:
        if self.text[self.at] != "`":
            self._step(1)
            return
        run = len(self.text) - self.at - len(self.text[self.at :].lstrip("`"))
        if run == len(self._open):
            self._open = ""
        self._step(run)

    def _math(self) -> None:
        here = self.text[self.at]
        if here == "$":
            self._close_math()
        elif here == "\\":
            self._command()
        elif here == "{":
            self._groups.append(self._group_kind())
            self._bare = False
            self._step(1)
        elif here == "}":
            self._close_group()
        elif here == "%":
            raise PlaceError(self.at, "A bare % hides the rest of the formula.", "Write \\%")
        elif here == "\n" and re.match(r"\n[ \t]*\n", self.text[self.at :]):
            mend = f"Close it with {self._open}"
            raise PlaceError(self._opened_at, "The formula opened here has no end in its paragraph.", mend)
        else:
            self._bare = here in "^_" or (self._bare and here.isspace())
            if not here.isspace() and self._arguments and here not in "^_":
                self._arguments -= 1
            self._step(1)

    def _command(self) -> None:
        found = _COMMAND.match(self.text, self.at)
        name = found[1] if found else ""
        self._bare = False
        self._arguments = 2 if name in _TWO_ARGUMENTS else 0
        self._step(len(name) + 1)
        if name in _TEXT_COMMANDS and self.text.startswith("{", self.at):
            self._groups.append("text")
            self._step(1)

    def _group_kind(self) -> str:
        if self._bare:
            return "script"
        if self._arguments:
            remaining, self._arguments = self._arguments - 1, 0
            return f"fraction:{remaining}"
        return "group"

    def _close_group(self) -> None:
        if not self._groups:
            raise PlaceError(self.at, "This } closes nothing.", "Take it out, or open the brace it closes.")
        kind = self._groups.pop()
        self._arguments = 1 if kind == "fraction:1" else 0
        self._bare = False
        self._step(1)

    def _close_math(self) -> None:
        if self._open == "$$" and not self.text.startswith("$$", self.at):
            raise PlaceError(self.at, "A single $ stands in a formula opened with $$.", "Close it with $$")
        if self._groups:
            raise PlaceError(self.at, "A brace is still open at the end of this formula.", "Close it with }")
        length = len(self._open)
        self._open = ""
        self._step(length)

"""Turn LaTeX, as MathLive writes it, into the tokens of typed text.

Braces become invisible brackets, so the parser knows nothing of LaTeX: `\\frac12` arrives as ⟨⟨1⟩/⟨2⟩⟩,
`\\sqrt[3]{x}` as root⟨x, 3⟩, `x_{12}` as one name. Each token keeps its place in the LaTeX.
"""

import re

from upslope.checking.latex_commands import (
    BINOMIALS,
    COMMANDS,
    DELIMITERS,
    DRESSED,
    FRACTIONS,
    LEFT,
    MATRICES,
    NAMED,
    RIGHT,
    SPACES,
)
from upslope.checking.latex_names import COMMAND, LatexNames
from upslope.checking.names import longest_name
from upslope.checking.reader_text import ONE_SIGN
from upslope.checking.scanner import LETTERS
from upslope.checking.tokens import Source, T, Token, UnreadableError, Vocabulary
from upslope.checking.verdict import Span

_BRACED = re.compile(r"\{([^{}]*)\}")
_MOST_DEPTH = 64


class LatexReader(LatexNames):
    """Go through LaTeX once, left to right, following braces."""

    def __init__(self, source: Source, vocabulary: Vocabulary) -> None:
        super().__init__(source, vocabulary)
        self._depth = 0

    def _step(self, place: int) -> int:
        sign = self._text[place]
        if sign.isspace() or sign in "~$":
            return place + 1
        if sign == "\\":
            return self._command(place)
        if sign == "{":
            return self._group(place)
        if sign in "^_":
            return self._script(place)
        if sign == "&":
            return self._cell(place)
        if sign in "0123456789.":
            return self._number(place)
        letters = LETTERS.match(self._text, place)
        if letters:
            return self._run(place, letters.end())
        found = ONE_SIGN.get(sign)
        if found is None or sign == "}":
            raise UnreadableError(f"The sign `{sign}` is not known here.", Span(place, place + 1))
        self._add(*found, place, place + 1)
        return place + 1

    def _cell(self, place: int) -> int:
        self._add(T.CELL, "&", place, place + 1)
        return place + 1

    def _script(self, place: int) -> int:
        """Read a power, or the base of a logarithm, and its argument as a group."""
        raised = self._text[place] == "^"
        self._add(*((T.OPERATOR, "^") if raised else (T.BELOW, "_")), place, place + 1)
        start = self._skip_spaces(place + 1)
        self._refuse_long_exponent(start, raised)
        return self._argument(start)

    def _refuse_long_exponent(self, start: int, raised: bool) -> None:
        digits = re.compile(r"[0-9]{2,}").match(self._text, start)
        if raised and digits:
            span = Span(start, digits.end())
            raise UnreadableError(
                "LaTeX raises one digit only. Put the whole exponent in braces.",
                span,
                suggestion=self._source.replaced(span, "{" + digits.group() + "}"),
            )

    def _group(self, place: int, tag: str = "") -> int:
        """Read {…} as a group; an empty one is a blank."""
        self._deepen(place)
        self._add(T.GROUP, tag, place, place + 1)
        at = self._skip_spaces(place + 1)
        if self._text[at : at + 1] == "}":
            self._add(T.BLANK, "", place, at + 1)
        while self._text[at : at + 1] != "}":
            if at >= len(self._text):
                raise UnreadableError("This brace is not closed.", Span(place, place + 1), complete=False)
            at = self._skip_spaces(self._step(at))
        self._add(T.UNGROUP, "", at, at + 1)
        self._depth -= 1
        return at + 1

    def _argument(self, place: int) -> int:
        """Read one argument of a command: a group, or one sign, as TeX does."""
        place = self._skip_spaces(place)
        sign = self._text[place : place + 1]
        if sign == "{":
            return self._group(place)
        if not sign or sign in "&}^_":
            raise UnreadableError("Something is missing here.", Span(place, place), complete=bool(sign))
        self._deepen(place)
        self._add(T.GROUP, "", place, place)
        if sign in "0123456789":
            end = place + 1
            self._add_number(sign, Span(place, end))
        elif sign.isalpha():
            end = place + 1
            kind, name, _ = longest_name(sign, 0, self._vocabulary)
            self._add(kind, name, place, end)
        else:
            end = self._step(place)
        self._add(T.UNGROUP, "", end, end)
        self._depth -= 1
        return end

    def _command(self, place: int) -> int:
        match = COMMAND.match(self._text, place)
        if match is None:
            raise UnreadableError("A command is missing after this sign.", Span(place, place + 1))
        name, end = match.group(1), match.end()
        if name in SPACES:
            return end
        if name in FRACTIONS:
            return self._fraction(place, end)
        if name in BINOMIALS:
            return self._two_arguments(place, end, "binomial")
        if name == "sqrt":
            return self._root(place, end)
        if name == "placeholder":
            return self._blank(place, end)
        if name in NAMED:
            return self._named(place, end)
        if name in DRESSED:
            return self._argument(end)
        if name in LEFT or name in RIGHT:
            return self._delimiter(place, end, opens=name in LEFT)
        if name in ("begin", "end"):
            return self._environment(place, end, opens=name == "begin")
        if name == "\\":
            self._add(T.ROW, "\\\\", place, end)
            return end
        return self._plain_command(place, end, name)

    def _fraction(self, place: int, end: int) -> int:
        self._add(T.GROUP, "fraction", place, place)
        middle = self._argument(end)
        self._add(T.OPERATOR, "/", place, end)
        after = self._argument(middle)
        self._add(T.UNGROUP, "", after, after)
        return after

    def _two_arguments(self, place: int, end: int, name: str) -> int:
        self._add(T.FUNCTION, name, place, end)
        self._add(T.OPEN, "(", end, end)
        middle = self._argument(end)
        self._add(T.COMMA, ",", middle, middle)
        after = self._argument(middle)
        self._add(T.CLOSE, ")", after, after)
        return after

    def _root(self, place: int, end: int) -> int:
        at = self._skip_spaces(end)
        if self._text[at : at + 1] == "(":  # \sqrt(2): typed as a function
            self._add(T.FUNCTION, "sqrt", place, end)
            return at
        if self._text[at : at + 1] != "[":
            self._add(T.FUNCTION, "sqrt", place, end)
            return self._argument(at)
        close = self._bracket_end(at)
        self._add(T.FUNCTION, "root", place, end)
        self._add(T.OPEN, "(", end, end)
        after = self._argument(close + 1)
        self._add(T.COMMA, ",", at, at)
        self._add(T.GROUP, "", at, at + 1)
        inside = at + 1
        while inside < close:
            inside = self._step(inside)
        self._add(T.UNGROUP, "", close, close + 1)
        self._add(T.CLOSE, ")", after, after)
        return after

    def _bracket_end(self, place: int) -> int:
        """Return where the square bracket that opens at a place is closed, outside braces."""
        depth = 0
        for at in range(place, len(self._text)):
            depth += {"{": 1, "}": -1}.get(self._text[at], 0)
            if self._text[at] == "]" and depth == 0:
                return at
        raise UnreadableError("This bracket is not closed.", Span(place, place + 1), complete=False)

    def _blank(self, place: int, end: int) -> int:
        after = end
        if self._text[after : after + 1] == "[":
            after = self._text.find("]", after) + 1 or end
        after = self._argument_end(self._skip_spaces(after)) if after < len(self._text) else after
        self._add(T.BLANK, "", place, after)
        return after

    def _delimiter(self, place: int, end: int, *, opens: bool) -> int:
        at = self._skip_spaces(end)
        command = COMMAND.match(self._text, at)
        if command:
            found = COMMANDS.get(command.group(1))
            if command.group(1) == "|" or found is None:
                raise UnreadableError("This bracket is not known here.", Span(place, command.end()))
            kind = (T.OPEN if opens else T.CLOSE) if found[0] is T.BAR else found[0]
            self._add(kind, found[1], place, command.end())
            return command.end()
        sign = self._text[at : at + 1]
        if sign == ".":
            return at + 1
        if sign not in DELIMITERS or not sign:
            raise UnreadableError("A bracket is missing here.", Span(place, end), complete=bool(sign))
        kind = T.OPEN if sign in "([<" or (sign == "|" and opens) else T.CLOSE
        self._add(kind, DELIMITERS[sign][0 if kind is T.OPEN else 1], place, at + 1)
        return at + 1

    def _environment(self, place: int, end: int, *, opens: bool) -> int:
        braced = _BRACED.match(self._text, end)
        name = braced.group(1).rstrip("*") if braced else ""
        if braced is None or name not in MATRICES:
            raise UnreadableError(f"The environment `{name}` is not known here.", Span(place, end))
        after = braced.end()
        if name == "array" and opens:
            columns = _BRACED.match(self._text, after)
            after = columns.end() if columns else after
        self._add(T.MATRIX if opens else T.ENDMATRIX, name, place, after)
        return after

    def _deepen(self, place: int) -> None:
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise UnreadableError("This is nested too deeply to be read.", Span(place, place + 1))


def latex_tokens(source: Source, vocabulary: Vocabulary) -> list[Token]:
    """Return the tokens of LaTeX. Raises UnreadableError."""
    return LatexReader(source, vocabulary).tokens()

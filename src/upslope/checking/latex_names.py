"""Read names in LaTeX: letters with subscripts, upright words, commands that are names themselves."""

import re

from upslope.checking.functions import GREEK, SPELLINGS
from upslope.checking.latex_commands import COMMANDS
from upslope.checking.names import whole_word
from upslope.checking.scanner import Scanner
from upslope.checking.tokens import T, UnreadableError
from upslope.checking.verdict import Span

COMMAND = re.compile(r"\\(operatorname\*|[A-Za-z]+|.)", re.DOTALL)
_INNER_NAME = re.compile(r"\\(?:mathrm|text|textrm|operatorname|mathit)\{([^{}]*)\}|\\([A-Za-z]+)")
_GREEK = frozenset(GREEK)
_FUNCTION_COMMANDS = {**SPELLINGS, "log": "log", "lg": "lg"}


class LatexNames(Scanner):
    """Know how names are written in LaTeX."""

    def _with_below(self, name: str, end: int) -> tuple[str, int]:
        """Read the subscript of a name; what is no plain name below stays an error of the parser."""
        place = self._skip_spaces(end)
        if self._text[place : place + 1] != "_" or "_" in name:
            return name, end
        start = self._skip_spaces(place + 1)
        after = self._argument_end(start)
        below = _INNER_NAME.sub(lambda match: match.group(1) or match.group(2), self._text[start:after])
        below = re.sub(r"[{}\s]", "", below)
        if not re.fullmatch(r"[A-Za-z0-9,]+", below):
            raise UnreadableError("This subscript cannot be read.", Span(place, max(after, place + 1)))
        return f"{name}_{below}", after

    def _named(self, place: int, end: int) -> int:
        """Read a name in braces; MathLive nests them: \\operatorname{\\mathrm{relu}}."""
        start = self._skip_spaces(end)
        after = self._argument_end(start)
        inner = self._text[start:after]
        name = re.sub(r"[{}\s]", "", _INNER_NAME.sub(lambda m: m.group(1) or m.group(2), inner))
        if not name:
            return after
        if self._is_declared(name):
            name, after = self._with_below(name, after)
            self._add(T.NAME, name, place, after)
            return after
        return self._undeclared(name, place, start, after)

    def _is_declared(self, name: str) -> bool:
        return any(known == name or known.startswith(name + "_") for known in self._vocabulary.names)

    def _undeclared(self, name: str, place: int, start: int, after: int) -> int:
        word = whole_word(name, self._vocabulary)
        if word is not None:
            self._add(*word, place, after)
        elif name in _FUNCTION_COMMANDS:
            self._add(T.FUNCTION, _FUNCTION_COMMANDS[name], place, after)
        elif name in ("e", "i", "π", "pi"):
            self._add(T.CONSTANT, "pi" if name == "π" else name, place, after)
        elif re.fullmatch(r"[A-Za-z]+", name):
            name, after = self._with_below(name, after)
            self._add(T.NAME, name, place, after)
        else:
            raise UnreadableError("This text cannot be read as mathematics.", Span(start, after))
        return after

    def _plain_command(self, place: int, end: int, name: str) -> int:
        if name in COMMANDS:
            self._add(*COMMANDS[name], place, end)
            return end
        if name in _FUNCTION_COMMANDS:
            self._add(T.FUNCTION, _FUNCTION_COMMANDS[name], place, end)
            return end
        if name in _GREEK:
            shown, after = self._with_below(name, end)
            self._add(T.NAME, shown, place, after)
            return after
        raise UnreadableError(f"The command `\\{name}` is not known here.", Span(place, end))

    def _argument_end(self, place: int) -> int:
        if self._text[place : place + 1] != "{":
            command = COMMAND.match(self._text, place)
            return command.end() if command else min(place + 1, len(self._text))
        depth = 0
        for at in range(place, len(self._text)):
            depth += {"{": 1, "}": -1}.get(self._text[at], 0)
            if depth == 0:
                return at + 1
        raise UnreadableError("This brace is not closed.", Span(place, place + 1), complete=False)

    def _skip_spaces(self, place: int) -> int:
        while place < len(self._text) and self._text[place].isspace():
            place += 1
        return place

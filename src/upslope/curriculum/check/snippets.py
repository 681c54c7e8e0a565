"""Run the code of lessons: what it prints is what the lesson says, what it asserts holds.

All snippets of one lesson run in one child process with NumPy loaded, each in a namespace of its own. A
`check` block finds the vocabulary of `upslope.problems` in its namespace, as templates do.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec

from markdown_it.token import Token

from upslope.curriculum.lesson import LessonText

SECONDS = 2.0
"""CPU time one snippet may take."""
MOST_LINES = 12

_STARTUP_SECONDS = 60
_NEEDS = re.compile(r"""needs\s*=\s*"?([A-Za-z_]\w*)"?""")
_RUNNER = "upslope.curriculum.check.snippet_child"


class SnippetKind(StrEnum):
    """Name what a fence of code is for."""

    RUN = "run"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Hold a fence of code; `output` is the fence ```output right below it, None without one.

    `line` is the line of the file on which the code begins; `needs` a module it cannot do without.
    """

    kind: SnippetKind
    code: str
    line: int
    output: str | None
    needs: str

    @property
    def can_run(self) -> bool:
        """Return whether what it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what running a snippet gave: its output, CPU seconds, and the error with its line in it."""

    printed: str
    seconds: float
    error: str
    error_line: int


def snippets_of(lesson: LessonText) -> tuple[Snippet, ...]:
    """Return the code of a lesson that is to be run, in order."""
    return tuple(s for section in lesson.sections for s in _in(section.tokens, lesson.body_line))


def _in(tokens: Sequence[Token], body_line: int) -> Iterator[Snippet]:
    for place, token in enumerate(tokens):
        words = token.info.split() if token.type == "fence" else []
        kinds = [SnippetKind(word) for word in words[1:2] if word in list(SnippetKind)]
        if words[:1] != ["python"] or not kinds:
            continue
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        shown = after is not None and after.type == "fence" and after.info.split()[:1] == ["output"]
        needs = _NEEDS.search(token.info)
        line = body_line + (token.map[0] if token.map else 0) + 1
        output = after.content if after is not None and shown else None
        yield Snippet(kinds[0], token.content, line, output, needs[1] if needs else "")


def run(snippets: Sequence[Snippet]) -> tuple[Outcome, ...]:
    """Run snippets in one child process; where it dies or hangs, the first without outcome is to blame."""
    if not snippets:
        return ()
    task = json.dumps([{"kind": s.kind, "code": s.code} for s in snippets])
    limit = _STARTUP_SECONDS + 5 * SECONDS * len(snippets)
    try:
        child = subprocess.run(
            [sys.executable, "-m", _RUNNER],
            input=task,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
        said, how = child.stdout, f"the process ended: {child.stderr.strip()[-200:]}"
    except subprocess.TimeoutExpired as error:
        said = error.stdout.decode() if isinstance(error.stdout, bytes) else error.stdout or ""
        how = f"it did not end within {limit:g} s"
    outcomes = [Outcome(**json.loads(line)) for line in said.splitlines() if line.startswith("{")]
    if len(outcomes) < len(snippets):
        outcomes.append(Outcome("", 0.0, how, 0))
    return tuple(outcomes)


def same_output(expected: str, printed: str) -> bool:
    """Compare outputs, blanks at the ends of lines apart."""

    def bare(text: str) -> list[str]:
        return [line.rstrip() for line in text.rstrip().splitlines()]

    return bare(expected) == bare(printed)

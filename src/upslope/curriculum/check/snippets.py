"""Run the code of lessons: what it prints is what the lesson says, what it asserts holds.

Snippets run in a child process with NumPy loaded, each in a namespace of its own, print options restored. A
`check` block finds the vocabulary of `upslope.problems` in its namespace, as templates do.
"""

import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from queue import Empty, Queue
from subprocess import DEVNULL, PIPE
from threading import Thread

from markdown_it.token import Token

from upslope.curriculum.check.snippet_child import REPORT
from upslope.curriculum.lesson import LessonText

SECONDS = 2.0
"""CPU time one snippet may take."""
MOST_LINES = 12

_STARTUP_SECONDS = 60.0
_HANG_SECONDS = 30.0
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
    """Run snippets and return an outcome for each; what kills or hangs its process stops no other."""
    outcomes: list[Outcome] = []
    while len(outcomes) < len(snippets):
        outcomes.extend(_in_one_child(snippets[len(outcomes) :]))
    return tuple(outcomes)


def _in_one_child(snippets: Sequence[Snippet]) -> list[Outcome]:
    """Return outcomes until all are run or one ends the process, which is the last then; at least one."""
    child = subprocess.Popen(
        [sys.executable, "-m", _RUNNER], stdin=PIPE, stdout=PIPE, stderr=DEVNULL, text=True, encoding="utf-8"
    )
    lines: Queue[str] = Queue()
    reader = Thread(target=_pass_on, args=(child, lines), daemon=True)
    reader.start()
    task = json.dumps([{"kind": s.kind, "code": s.code} for s in snippets])
    with child, contextlib.suppress(BrokenPipeError):
        assert child.stdin is not None
        child.stdin.write(task)
        child.stdin.close()
        outcomes = _collect(lines, len(snippets))
        child.kill()
        reader.join(_STARTUP_SECONDS)
    return outcomes


def _pass_on(child: subprocess.Popen[str], lines: "Queue[str]") -> None:
    assert child.stdout is not None
    for line in child.stdout:
        lines.put(line)
    lines.put("")


def _collect(lines: "Queue[str]", count: int) -> list[Outcome]:
    outcomes: list[Outcome] = []
    wait = _STARTUP_SECONDS
    while len(outcomes) < count:
        try:
            line = lines.get(timeout=wait)
        except Empty:
            return [*outcomes, Outcome("", wait, f"it does not end within {wait:g} s", 0)]
        if not line:
            return [*outcomes, Outcome("", 0.0, "it ends the process it runs in", 0)]
        if line.startswith(REPORT):
            outcomes.append(Outcome(**json.loads(line[len(REPORT) :])))
            wait = _HANG_SECONDS
    return outcomes


def same_output(expected: str, printed: str) -> bool:
    """Compare outputs, blanks at the ends of lines apart."""

    def bare(text: str) -> list[str]:
        return [line.rstrip() for line in text.rstrip().splitlines()]

    return bare(expected) == bare(printed)

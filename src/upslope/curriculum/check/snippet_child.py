"""Run snippets handed in on standard input as JSON; write one line for each outcome.

A process of its own: a lesson's code cannot disturb the checker, and a hang can be ended. NumPy is loaded
before the first clock starts, and its print options are restored after each snippet.
"""

import contextlib
import io
import json
import sys
import time
import traceback
from typing import Any

import numpy as np

REPORT = "outcome "
"""Begins the lines that are outcomes; a snippet may write others past the capture."""


def main() -> None:
    """Run each snippet and report it before the next begins."""
    report = sys.stdout
    for snippet in json.load(sys.stdin):
        with np.printoptions():
            outcome = _run(snippet["code"], _namespace(snippet["kind"]))
        print(f"\n{REPORT}{json.dumps(outcome)}", file=report, flush=True)


def _namespace(kind: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    if kind == "check":
        from upslope import problems

        namespace.update({name: getattr(problems, name) for name in problems.__all__})
    return namespace


def _run(code: str, namespace: dict[str, Any]) -> dict[str, Any]:
    printed = io.StringIO()
    error, line = "", 0
    start = time.process_time()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "<snippet>", "exec"), namespace)
    except BaseException as raised:  # SystemExit too: the report goes on
        error, line = _described(raised)
    seconds = time.process_time() - start
    return {"printed": printed.getvalue(), "seconds": seconds, "error": error, "error_line": line}


def _described(error: BaseException) -> tuple[str, int]:
    if isinstance(error, SyntaxError):
        return f"SyntaxError: {error.msg}", error.lineno or 1
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == "<snippet>"]
    line = frames[-1].lineno if frames else 1
    return f"{type(error).__name__}: {error}".rstrip(": "), line or 1


if __name__ == "__main__":
    main()

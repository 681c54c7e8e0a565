"""Set formulas: KaTeX, run by a small JavaScript engine, so that pages are readable without JavaScript.

`macros.json` is the one table of shared macros; pages hand it to the browser's copy of KaTeX too. Engine:
QuickJS, about 20 ms to start and 2 MB. One context behind a lock serves all threads: the interpreter lock
lets only one run anyway, and a context per thread would cost 2 MB each. The engine checks its own stack,
so that a formula nested beyond reason is an error and not a crash.
"""

import json
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any

import quickjs

from upslope.curriculum.safe import Html

CACHED = 4096
LONGEST = 4000
"""Characters of one formula; longer ones are not set."""

_HERE = Path(__file__).parent
_LIBRARY = _HERE / "vendor" / "katex.min.js"
_MACROS = _HERE / "macros.json"
_MEMORY = 128 * 1024 * 1024
_SECONDS = 2

_SET = """
function set(tex, display, strict) {
  try {
    const options = { displayMode: display, strict: strict ? "error" : "ignore", trust: false,
                      maxExpand: 1000, maxSize: 40, throwOnError: true, macros: { ...MACROS } };
    return "1" + katex.renderToString(tex, options);
  } catch (error) {
    if (error instanceof katex.ParseError) return "0" + (error.rawMessage || error.message);
    throw error;
  }
}
"""


def macros() -> dict[str, str]:
    """Return the shared macros, {"\\\\R": "\\\\mathbb{R}", …}, as KaTeX takes them."""
    table: dict[str, str] = json.loads(_MACROS.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=CACHED)
def render(tex: str, display: bool = False) -> Html:
    """Return a formula as HTML with MathML inside; what cannot be set comes out as marked, escaped source."""
    good, result = _engine().set(tex, display, strict=False)
    if good:
        return Html(result)
    return Html(f'<code class="tex-error" title="{escape(result)}">{escape(tex)}</code>')


@lru_cache(maxsize=CACHED)
def refusal(tex: str, display: bool = False) -> str:
    """Return why strict KaTeX refuses a formula, or "" where it does not."""
    good, result = _engine().set(tex, display, strict=True)
    return "" if good else result


def memory_used() -> int:
    """Return the bytes the engine holds now."""
    return _engine().memory_used()


class _Engine:
    """Hold one JavaScript context with KaTeX loaded; started anew after anything but a parse error."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._context: Any = None
        self._set: Any = None

    def set(self, tex: str, display: bool, *, strict: bool) -> tuple[bool, str]:
        if len(tex) > LONGEST:
            return False, f"The formula has {len(tex)} characters; at most {LONGEST} are set."
        with self._lock:
            if self._context is None:
                self._start()
            try:
                result: str = self._set(tex, display, strict)
            except quickjs.JSException as error:  # stack, memory or time: the state may be unsound
                self._context = self._set = None
                return False, f"The formula is too much to set: {str(error).splitlines()[0]}."
        return result[0] == "1", result[1:]

    def memory_used(self) -> int:
        with self._lock:
            if self._context is None:
                self._start()
            return int(self._context.memory()["memory_used_size"])

    def _start(self) -> None:
        context = quickjs.Context()
        context.set_memory_limit(_MEMORY)
        context.eval(_LIBRARY.read_text(encoding="utf-8"))
        context.eval(f"const MACROS = {json.dumps(macros())};{_SET}")
        context.set_time_limit(_SECONDS)
        self._context, self._set = context, context.get("set")


@cache
def _engine() -> _Engine:
    return _Engine()

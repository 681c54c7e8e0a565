"""Draw the figures of a concept: functions in its `figures.py`, each returning a Figure."""

from functools import lru_cache
from html import escape
from pathlib import Path
from types import ModuleType

from upslope.core.errors import ContentError
from upslope.curriculum.markup import render_inline
from upslope.curriculum.model import Concept
from upslope.curriculum.safe import Html
from upslope.curriculum.table import suggest
from upslope.problems.figure import Figure
from upslope.problems.loading import content_error, import_file

FILE = "figures.py"


def figure_names(concept: Concept) -> tuple[str, ...]:
    """Return the names of the figures a concept can draw. Raises ContentError if its file fails."""
    path = concept.folder / FILE
    if not path.is_file():
        return ()
    module = _module(path, path.stat().st_mtime_ns)
    own = {n: v for n, v in vars(module).items() if getattr(v, "__module__", "") == module.__name__}
    return tuple(name for name, value in own.items() if callable(value) and not name.startswith("_"))


def draw_figure(concept: Concept, name: str) -> Figure:
    """Draw one figure. Raises ContentError if there is none of this name, or drawing it fails."""
    path = concept.folder / FILE
    names = figure_names(concept)
    if name not in names:
        mend = suggest(name, names) or f"Add def {name}() -> Figure."
        raise ContentError(path, 1, "figure", f"{concept.id} has no figure {name!r}.", mend)
    try:
        figure = getattr(_module(path, path.stat().st_mtime_ns), name)()
    except Exception as error:
        said = content_error(path, error, "figure", f"Drawing {name} failed").refusal
        mend = said.mend or "Mend the function; a figure needs svg, alt text and, if useful, a caption."
        raise ContentError(path, said.line, "figure", said.message, mend) from error
    if not isinstance(figure, Figure):
        raise ContentError(
            path, 1, "figure", f"{name} returns no Figure.", "Return Figure(svg, alt, caption)."
        )
    return figure


def figure_html(figure: Figure) -> Html:
    """Return a figure with its alt text as the drawing's name and its caption below."""
    svg = figure.svg.strip()
    head = svg[: svg.index(">")]
    if "role=" not in head:
        svg = f'<svg role="img" aria-label="{escape(figure.alt)}"{svg[len("<svg") :]}'
    caption = f"<figcaption>{render_inline(figure.caption)}</figcaption>" if figure.caption else ""
    return Html(f"<figure>{svg}{caption}</figure>\n")


@lru_cache(maxsize=256)
def _module(path: Path, _modified: int) -> ModuleType:
    shared = path.parents[1] / "shared.py"
    return import_file(path, {"pack": shared if shared.is_file() else None})

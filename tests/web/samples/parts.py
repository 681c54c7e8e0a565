"""Hold what the samples share: concepts with their states, markup, the climb."""

from upslope.core.ids import ConceptId
from upslope.curriculum import markup
from upslope.services.views import common
from upslope.services.views.common import ConceptLink, Html, PeakState, Ridge


def h(markdown: str) -> Html:
    """Return one line of Markdown as markup."""
    return Html(markup.render_inline(markdown))


def block(markdown: str) -> Html:
    """Return Markdown as markup in paragraphs."""
    return Html(markup.render(markdown))


def link(id_: str, title: str, state: PeakState, text: str) -> ConceptLink:
    """Return a concept with its state."""
    return ConceptLink(ConceptId(id_), h(title), markup.plain(title), state, text)


RREF = link("reduced-row-echelon-form", "Reduced echelon form", PeakState.MASTERED, "mastered")
NULL = link("null-space", "Null space as a subspace", PeakState.LEARNED, "learned, not yet confirmed")
COLUMN = link("column-space", "Column space", PeakState.MASTERED, "mastered")
PRODUCT = link(
    "matrix-multiplication", "Matrix multiplication four ways", PeakState.FADING, "fading, recall 84\u202f%"
)
SUBSPACES = link("subspaces", "Subspaces", PeakState.MASTERED, "mastered")
EXCHANGES = link(
    "elimination-with-row-exchanges", "Elimination with row exchanges", PeakState.CLAIMED, "on your word"
)
SPECIAL = link(
    "null-space-basis",
    "Special solutions: a basis of the null space",
    PeakState.READY,
    "next for you, 30 min",
)
RANK = link("matrix-rank", "Rank", PeakState.LEARNING, "2 of 4 steps")
TRANSPOSES = link("transposes", "Transposes and symmetric matrices", PeakState.READY, "ready, 25 min")
INDEPENDENCE = link("linear-independence", "Linear independence", PeakState.LOCKED, "needs 1")
SOLUTIONS = link("complete-solution", "Complete solution of Ax = b", PeakState.LOCKED, "needs 2")
RANK_ONE = link("rank-one-matrices", "Rank-one matrices", PeakState.LOCKED, "needs 2")
BASIS = link("basis-and-dimension", "Span, basis and dimension", PeakState.LOCKED, "needs 2")
PROJECTION = link("projection-onto-a-line", "Projection onto a line", PeakState.LOCKED, "needs 3")
RIDGE = Ridge(
    goal_title="Attention Is All You Need",
    goal_url="/map/",
    known=24,
    claimed=8,
    required=163,
    seed=71,
    marks=(
        ("Foundations", 0.0),
        ("Linear algebra", 0.17),
        ("Calculus", 0.38),
        ("Probability", 0.56),
        ("Networks", 0.74),
        ("Language", 0.89),
    ),
)
NOTICE = common.Notice("Special solutions: not today.", "e9")

"""Draw what templates repeat: glyphs, states, drawings; and say numbers the way Upslope says them."""

from collections.abc import Sequence

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from upslope.curriculum import katex, markup
from upslope.services import words
from upslope.services.views.common import ConceptLink, PeakState, Ridge
from upslope.services.views.concept import ConceptView, MemoryCurve, PointView
from upslope.services.views.map import FullMapView, MapView
from upslope.services.views.progress import ProgressView
from upslope.services.views.today import DayBar
from upslope.web import wording
from upslope.web.drawings import atlas, charts, frontier, memory, peaks, ridge, week

register = template.Library()

LUCIDE = "vendor/lucide-1.62.0/icons.svg"
VERDICTS = ("correct", "partial", "wrong", "unreadable", "undecided")


@register.simple_tag
def verdict_glyph(outcome: str) -> SafeString:
    """Draw the sign of an outcome: disc, half disc, square, caret, diamond."""
    name = outcome if outcome in VERDICTS else "undecided"
    return format_html('<svg viewBox="0 0 22 22" aria-hidden="true"><use href="#verdict-{}"/></svg>', name)


@register.simple_tag
def peak(state: PeakState) -> SafeString:
    """Draw the small triangle whose filling is a concept's state."""
    return format_html('<svg viewBox="0 0 14 14" aria-hidden="true"><use href="#peak-{}"/></svg>', state)


@register.simple_tag
def state_tag(link: ConceptLink) -> SafeString:
    """Draw a concept's state as shape and word."""
    return format_html('<span class="st {}">{}{}</span>', link.state, peak(link.state), link.state_text)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of the vendored Lucide icons; the word beside it is the caller's."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static(LUCIDE), name)


@register.simple_tag
def legend() -> list[tuple[PeakState, str]]:
    """List the states a map shows, with their words."""
    return [
        (PeakState.MASTERED, "mastered"),
        (PeakState.LEARNED, "learned, not yet confirmed"),
        (PeakState.CLAIMED, "on your word, not yet checked"),
        (PeakState.FADING, "fading: below your recall target"),
        (PeakState.LEARNING, "in progress"),
        (PeakState.READY, "ready to start"),
        (PeakState.LOCKED, "not yet: prerequisites missing"),
    ]


register.filter("minutes", words.minutes)
register.filter("number", words.number)
register.filter("plain", wording.plain)


@register.filter
def inline(markdown: str) -> SafeString:
    """Render one line of Markdown; raw HTML in it comes out as signs."""
    return mark_safe(markup.render_inline(markdown))


@register.filter
def formula(latex: str) -> SafeString:
    """Set one formula."""
    return mark_safe(katex.render(latex))


@register.filter
def share(value: float) -> str:
    """Write a share of 1 as a percentage."""
    return words.percent(value)


@register.filter
def row_marks(point: PointView) -> list[bool]:
    """Return one mark for each right answer a step needs in a row: those there already first."""
    return [place < point.row for place in range(point.needed)]


@register.filter
def has_current(view: ConceptView) -> bool:
    """Tell whether a step waits for practice: then its button, in the text, is the filled one."""
    return any(point.current and point.has_practice for point in view.points)


@register.filter
def any_count(pairs: Sequence[tuple[str, int]]) -> bool:
    """Tell whether there is anything to draw."""
    return any(value for _, value in pairs)


@register.filter
def percent_of(part: float, whole: float) -> float:
    """Return the share as a percentage for the width of a bar; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0


@register.simple_tag
def draw_ridge(view: Ridge, shape: str) -> SafeString:
    """Draw the climb: `shape` is "wide", "page" or "phone"."""
    return mark_safe(ridge.draw(view, ridge.SHAPES[shape]))


@register.simple_tag
def draw_week(days: Sequence[DayBar]) -> SafeString:
    """Draw the minutes of this week."""
    return mark_safe(week.draw(days))


@register.simple_tag
def draw_memory(curve: MemoryCurve) -> SafeString:
    """Draw the forgetting curve of one concept."""
    return mark_safe(memory.draw(curve))


@register.simple_tag
def draw_frontier(view: MapView) -> SafeString:
    """Draw the map around the learner."""
    return mark_safe(frontier.draw(view))


@register.simple_tag
def draw_atlas(view: FullMapView) -> SafeString:
    """Draw the whole graph."""
    return mark_safe(atlas.draw(view))


@register.simple_tag
def draw_calibration(view: ProgressView, width: int) -> SafeString:
    """Draw observed against predicted recall, at page or phone width."""
    return mark_safe(charts.calibration(view.calibration, width=width))


@register.simple_tag
def draw_recalls(view: ProgressView, width: int) -> SafeString:
    """Draw one square for each remembered concept, by its chance of recall."""
    values = [percent for _, percent in view.recalls]
    return mark_safe(charts.recalls(values, view.recall_target_percent, width=width))


@register.simple_tag
def draw_days(pairs: Sequence[tuple[str, int]], width: int, unit: str) -> SafeString:
    """Draw one bar a day."""
    return mark_safe(charts.day_bars(pairs, width=width, unit=unit))


@register.simple_tag
def peak_strip(links: Sequence[ConceptLink]) -> SafeString:
    """Draw one peak for each concept of a unit."""
    return mark_safe(peaks.strip(links))


@register.simple_tag
def peak_columns(links: Sequence[ConceptLink]) -> SafeString:
    """List the concepts of an area in columns."""
    return mark_safe(peaks.columns(links))

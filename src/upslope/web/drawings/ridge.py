"""Draw the climb to a goal: the climbed part in pine, the rest dotted, a ring where the learner is.

x is the share of required concepts in path order. The heights are decoration from the goal's seed: the same
goal has the same mountain for ever, and no height pretends to be data.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from upslope.core.rng import Rng
from upslope.services.views.common import Ridge
from upslope.web.drawings.svg import Point, drawing, number, polyline, tag, text

SAMPLES = 240
CONTOURS = 6


@dataclass(frozen=True, slots=True)
class Shape:
    """Fix the size of one drawing; `labels` is how many area names fit below the line."""

    width: int
    height: int
    labels: int
    named_goal: bool
    foot: int = 26
    margin: int = 8


SHAPES = {
    "wide": Shape(1072, 178, 8, named_goal=True),
    "page": Shape(720, 130, 5, named_goal=False),
    "phone": Shape(358, 120, 3, named_goal=False),
}


@lru_cache(maxsize=64)
def profile(seed: int) -> tuple[float, ...]:
    """Return heights in 0 … 1 at evenly spaced places: rising, with foothills, the summit at the end."""
    rng = Rng("ridge", seed)
    waves = [(k, rng.integer(0, 628) / 100, rng.integer(50, 100) / 100) for k in (2, 3, 5, 8, 13, 21, 34)]
    heights = []
    for i in range(SAMPLES + 1):
        x = i / SAMPLES
        swell = sum(a * math.sin(2 * math.pi * k * x + phase) / k**0.8 for k, phase, a in waves)
        trend = 0.06 + 0.66 * x**0.85
        rough = 0.1 * swell * min(1.0, 8 * x) * min(1.0, 14 * (1 - x))
        summit = 0.24 * max(0.0, (x - 0.95) / 0.05) ** 1.4
        heights.append(trend + rough + summit)
    low, high = min(heights), max(heights)
    return tuple(0.04 + 0.96 * (h - low) / (high - low) for h in heights)


def draw(view: Ridge, shape: Shape) -> str:
    """Return the SVG; known and claimed concepts are climbed, claimed ones with a broken line."""
    whole = max(1, view.required)
    claimed, climbed = view.claimed / whole, min(1.0, (view.known + view.claimed) / whole)
    base = shape.height - shape.foot
    top = 24.0
    span = shape.width - 2 * shape.margin
    points = [
        (shape.margin + span * i / SAMPLES, base - (base - top) * h) for i, h in enumerate(profile(view.seed))
    ]
    cut = round(climbed * SAMPLES)
    on_word = round(min(claimed, climbed) * SAMPLES)
    here = points[cut]
    parts = [
        *contours(points[cut:], base, inside=False),
        *climbed_part(points[: cut + 1], base, on_word),
        tag("path", class_="ahead", d=polyline(points[cut:])) if cut < SAMPLES else "",
        tag("path", class_="base", d=f"M{shape.margin},{base}H{shape.width - shape.margin}"),
        *marks(view, shape, base),
        tag("circle", class_="you", cx=here[0], cy=here[1], r=6.5),
        tag("circle", class_="you-in", cx=here[0], cy=here[1], r=2),
        *words_on(view, shape, here, points[-1]),
    ]
    return drawing(shape.width, shape.height, *parts, words=sentence(view), class_="ridge")


def sentence(view: Ridge) -> str:
    """Say the climb in words."""
    claimed = f", {view.claimed} of them on your word" if view.claimed else ""
    climbed = view.known + view.claimed
    return f"The climb to {view.goal_title}: {climbed} of {view.required} concepts known{claimed}"


def contours(points: list[Point], base: float, *, inside: bool) -> list[str]:
    """Draw lines between the ridge and its foot, every other one of the unclimbed part an index line."""
    if len(points) < 2:
        return []
    lines = []
    for k in range(1, CONTOURS + 1):
        share = 1 - k / (CONTOURS + 1) * (1.06 - 0.06 * k / CONTOURS)
        name = "climbed-in" if inside else ("index" if k == 3 else "contour")
        lines.append(
            tag("path", class_=name, d=polyline((x, base - (base - y) * share) for x, y in points[::3]))
        )
    return lines


def climbed_part(points: list[Point], base: float, on_word: int) -> list[str]:
    """Draw what is climbed: wash, contour lines, and the ridge itself.

    Where it is on the learner's word it is broken. Claims come first: they are about the beginning.
    """
    if len(points) < 2:
        return []
    edge = polyline(points)
    closed = f"{edge} {number(points[-1][0])},{number(base)} {number(points[0][0])},{number(base)}Z"
    parts = [tag("path", class_="wash", d=closed), *contours(points, base, inside=True)]
    if on_word > 0:
        parts.append(tag("path", class_="claimed", d=polyline(points[: on_word + 1])))
    if on_word < len(points) - 1:
        parts.append(tag("path", class_="climbed", d=polyline(points[on_word:])))
    return parts


def marks(view: Ridge, shape: Shape, base: float) -> list[str]:
    """Name the areas under the line where they begin, as many as fit without touching."""
    span = shape.width - 2 * shape.margin
    parts: list[str] = []
    free_from = 0.0
    shown = 0
    for title, share in view.marks:
        x = shape.margin + span * share
        left = x if shown == 0 and share < 0.02 else x - 3.2 * len(title)
        right = left + 6.6 * len(title)
        if left < free_from or right > shape.width or shown >= shape.labels:
            continue
        anchor = "start" if left == x else "middle"
        parts.append(tag("path", class_="base", d=f"M{number(x)},{base}v6"))
        parts.append(text(title, x, base + 22, text_anchor=anchor, style="font-size:12.5px"))
        free_from = right + 14
        shown += 1
    return parts


def words_on(view: Ridge, shape: Shape, here: Point, summit: Point) -> list[str]:
    """Write "you are here" above the ring and the goal beside its survey triangle."""
    x, y = summit[0] - 4, summit[1] - 2
    triangle = f"M{number(x - 7)},{number(y)}l7,-12 7,12z"
    parts = [tag("path", class_="goal", d=triangle)]
    near_start = here[0] < 60
    anchor, shift = ("start", -6.0) if near_start else ("middle", 0.0)
    if here[0] > shape.width - 60:
        anchor, shift = "end", 6.0
    room = shape.width - 40 - 7.2 * len(view.goal_title)
    label = "you are here" if shape.named_goal else f"{view.known + view.claimed} of {view.required}"
    if view.required <= 1:
        label = "you"
    clash = shape.named_goal and here[0] > room - 60
    if not clash:
        parts.append(text(label, here[0] + shift, here[1] - 15, text_anchor=anchor, class_="strong"))
    if shape.named_goal:
        parts.append(text(view.goal_title, x - 15, y - 2, text_anchor="end", class_="strong"))
    return parts

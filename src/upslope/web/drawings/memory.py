"""Draw how the chance of recall falls, was lifted by reviews, and will fall."""

from collections.abc import Callable

from upslope.services.views.concept import MemoryCurve
from upslope.web.drawings.svg import Point, drawing, number, polyline, tag, text

LEFT, RIGHT, TOP, BASE, WIDTH = 30, 284, 10, 118, 288

Place = Callable[[float, float], Point]


def draw(curve: MemoryCurve) -> str:
    """Return the SVG; a jump upward in the past is a review and starts a new line with a dot."""
    days = [day for day, _ in (*curve.past, *curve.future)] or [0.0, 1.0]
    first, last = min(0.0, *days), max(1.0, *days)
    lowest = min([recall for _, recall in (*curve.past, *curve.future)] + [float(curve.target_percent)])
    floor = min(60, int(lowest // 20) * 20)

    def place(day: float, recall: float) -> Point:
        x = LEFT + (RIGHT - LEFT) * (day - first) / (last - first)
        return x, BASE - (BASE - TOP) * (recall - floor) / (100 - floor)

    parts = grid(floor, curve.target_percent, place)
    for run in runs(curve.past):
        placed = [place(*point) for point in run]
        parts.append(tag("path", d=polyline(placed), fill="none", stroke="var(--d1)", stroke_width=2))
        parts.append(tag("circle", cx=placed[0][0], cy=placed[0][1], r=3.2, fill="var(--d1)"))
    ahead = polyline(place(*point) for point in curve.future)
    parts.append(
        tag("path", d=ahead, fill="none", stroke="var(--d1)", stroke_width=1.6, stroke_dasharray="3 3")
    )
    x, y = place(0, curve.recall_percent)
    parts.append(tag("circle", cx=x, cy=y, r=4.5, fill="var(--paper)", stroke="var(--d1)", stroke_width=2))
    parts.append(label_now(curve, x, y))
    parts += dates(first, last, x)
    return drawing(WIDTH, 140, *parts, words=sentence(curve), class_="chart")


def grid(floor: int, target: int, place: Place) -> list[str]:
    """Draw the levels, and the target as its own dashed line."""
    parts = [tag("path", class_="axis", d=f"M{LEFT} {BASE}H{RIGHT}")]
    step = 10 if floor >= 60 else 20
    for level in range(floor, 101, step):
        y = place(0, level)[1]
        if level != floor:
            parts.append(tag("path", class_="grid", d=f"M{LEFT} {number(y)}H{RIGHT}"))
        if abs(level - target) > step / 3:
            parts.append(text(str(level), LEFT - 5, y + 4, class_="tick", text_anchor="end"))
    y = place(0, target)[1]
    line = f"M{LEFT} {number(y)}H{RIGHT}"
    parts.append(tag("path", d=line, stroke="var(--partial)", stroke_dasharray="4 3", fill="none"))
    parts.append(text(str(target), LEFT - 5, y + 4, class_="tick on-target", text_anchor="end"))
    return parts


def runs(points: tuple[Point, ...]) -> list[list[Point]]:
    """Split the past where recall jumps up: each run begins with a lesson or review."""
    out: list[list[Point]] = []
    for point in points:
        if not out or point[1] > out[-1][-1][1] + 0.5:
            out.append([])
        out[-1].append(point)
    return out


def label_now(curve: MemoryCurve, x: float, y: float) -> str:
    """Write the present recall above its ring, inside the drawing."""
    anchor = "start" if x < LEFT + 30 else "end" if x > RIGHT - 30 else "middle"
    words = f"{curve.recall_percent:.0f}\u202f%"
    above = y - 10 if y > TOP + 16 else y + 22
    return text(words, x, above, text_anchor=anchor, class_="strong")


def dates(first: float, last: float, now: float) -> list[str]:
    """Name the two ends and today on the axis, by distance in days."""
    parts = [
        text("today", now, BASE + 18, text_anchor="middle" if now > LEFT + 20 else "start", class_="tick")
    ]
    if now > LEFT + 75:
        parts.append(text(f"{-first:.0f} days ago", LEFT, BASE + 18, class_="tick"))
    if now < RIGHT - 75:
        parts.append(text(f"in {last:.0f} days", RIGHT, BASE + 18, class_="tick", text_anchor="end"))
    return parts


def sentence(curve: MemoryCurve) -> str:
    """Say the curve in words."""
    reviews = len(runs(curve.past))
    met = f"{reviews} times" if reviews != 1 else "once"
    now = f"{curve.recall_percent:.0f} percent"
    return f"Chance of recall: learned or reviewed {met}, today {now}. {curve.falls_below_text}"

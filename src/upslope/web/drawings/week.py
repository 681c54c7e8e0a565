"""Draw the minutes of the week against the plan."""

from collections.abc import Sequence

from upslope.services.views.today import DayBar
from upslope.web.drawings.svg import drawing, tag, text

WIDTH, BASE, TOP = 288, 74, 22


def draw(days: Sequence[DayBar]) -> str:
    """Return the SVG: a bar a day, "off" where nothing is planned, a dotted line at the plan."""
    plan = max((day.planned for day in days), default=0)
    most = max([plan, *(day.minutes for day in days), 1])
    scale = (BASE - TOP) / most
    step = WIDTH / max(1, len(days))
    parts = [tag("path", d=f"M0 {BASE + 0.5}H{WIDTH}", class_="axis")]
    if plan:
        y = BASE - plan * scale + 0.5
        parts.append(tag("path", d=f"M0 {y:.1f}H{WIDTH}", class_="axis", stroke_dasharray="2 3"))
        parts.append(
            text(f"plan {plan} min", WIDTH, max(y - 6, 12), text_anchor="end", style="font-size:12px")
        )
    for i, day in enumerate(days):
        parts += bar(day, x=step * i + step / 2, scale=scale)
    return drawing(WIDTH, 96, *parts, words=sentence(days), class_="chart")


def bar(day: DayBar, *, x: float, scale: float) -> list[str]:
    """Draw one day."""
    parts = []
    if day.minutes:
        height = max(2.0, day.minutes * scale)
        colour = "var(--act)" if day.today else "var(--right)"
        parts.append(tag("rect", x=x - 13, y=BASE - height, width=26, height=height, fill=colour))
    elif not day.planned:
        parts.append(text("off", x, BASE - 4, text_anchor="middle", style="font-size:12px"))
    strong = "strong" if day.today else ""
    parts.append(text(day.label, x, 91, text_anchor="middle", style="font-size:12.5px", class_=strong))
    return parts


def sentence(days: Sequence[DayBar]) -> str:
    """Say the week in words."""
    said = []
    for day in days:
        if day.minutes:
            said.append(f"{day.label} {day.minutes}{' so far' if day.today else ''}")
        elif not day.planned:
            said.append(f"{day.label} day off")
        elif day.today:
            said.append(f"{day.label} none yet")
    return "Minutes this week: " + (", ".join(said) or "none yet")

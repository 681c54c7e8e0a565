"""Draw the charts of Progress: each at page width and at phone width, with counts and intervals shown."""

from collections import Counter
from collections.abc import Sequence

from upslope.services.views.progress import CalibrationBin
from upslope.services.words import count
from upslope.services.words import number as spaced
from upslope.web.drawings.svg import drawing, number, tag, text


def calibration(bins: Sequence[CalibrationBin], *, width: int) -> str:
    """Return observed against predicted recall with 95 % intervals, and the count in each bin below."""
    left, right, top, base = 40, width - 12, 14, round(width * 0.68)
    low = axis_floor(min([b.low for b in bins] + [b.predicted for b in bins], default=0.5))
    foot = base + 78

    def at_x(share: float) -> float:
        return left + (right - left) * (share - low) / (1 - low)

    def at_y(share: float) -> float:
        return base - (base - top) * (share - low) / (1 - low)

    parts = []
    for level in range(round(low * 100), 101, 20 if low < 0.5 else 10):
        share = level / 100
        parts.append(tag("path", class_="grid", d=f"M{left} {number(at_y(share))}H{right}"))
        parts.append(text(str(level), left - 8, at_y(share) + 4, class_="tick", text_anchor="end"))
        parts.append(text(str(level), at_x(share), base + 18, class_="tick", text_anchor="middle"))
    line = f"M{left} {base}L{right} {top}"
    parts.append(tag("path", d=line, stroke="var(--ink-3)", stroke_dasharray="3 4", fill="none"))
    most = max((b.count for b in bins), default=1)
    for b in bins:
        x = at_x(b.predicted)
        span = f"M{number(x)} {number(at_y(max(b.low, low)))}V{number(at_y(b.high))}"
        parts.append(tag("path", d=span, stroke="var(--d1)", stroke_width=1.6))
        parts.append(tag("circle", cx=x, cy=at_y(max(b.observed, low)), r=4.8, fill="var(--d1)"))
        height = max(1.5, 34 * b.count / most)
        parts.append(tag("rect", x=x - 11, y=foot - height, width=22, height=height, fill="var(--h2)"))
    parts.append(tag("path", class_="axis", d=f"M{left} {base}H{right}M{left} {foot + 0.5}H{right}"))
    parts.append(text("predicted recall, %", right, base + 36, text_anchor="end"))
    total = sum(b.count for b in bins)
    parts.append(text(f"answers in each bin, {spaced(total)} in all", left, foot + 18))
    return drawing(width, foot + 26, *parts, words=calibration_sentence(bins), class_="chart")


def axis_floor(lowest: float) -> float:
    """Start the axes at a round share at or below the lowest value."""
    return max(0.0, min(0.8, int(lowest * 5) / 5))


def calibration_sentence(bins: Sequence[CalibrationBin]) -> str:
    """Say the calibration in words."""
    inside = sum(1 for b in bins if b.low <= b.predicted <= b.high)
    return (
        f"Predicted against observed recall in {count(len(bins), 'bin')}: "
        f"in {inside} of {len(bins)} the prediction lies inside the 95 percent interval"
    )


def recalls(values: Sequence[float], target: int, *, width: int) -> str:
    """Return one square for each concept, stacked over its chance of recall in bins of two points."""
    left, right = 12, width - 22
    low = 10 * int(min([*values, 50.0]) // 10)
    cell = (right - left) / ((100 - low) / 2)
    side = min(11.0, cell - 1.5)
    stacks = Counter(min(int((value - low) // 2), (100 - low) // 2 - 1) for value in values)
    pitch = side + 1.5
    tallest = max(stacks.values(), default=1)
    if tallest * pitch > 220:
        pitch = 220 / tallest
    base = max(90.0, tallest * pitch + 34)
    parts = []
    for position, height in sorted(stacks.items()):
        known = low + 2 * position + 1 >= target
        colour = "var(--right)" if known else "var(--partial)"
        for k in range(height):
            x, y = left + cell * position + (cell - side) / 2, base - 1 - pitch * (k + 1)
            parts.append(tag("rect", x=x, y=y, width=side, height=max(1.0, pitch - 1.5), rx=1, fill=colour))
    at_target = left + cell * (target - low) / 2
    mark = f"M{number(at_target)} 8V{number(base)}"
    parts.append(tag("path", d=mark, stroke="var(--partial)", stroke_dasharray="4 3", fill="none"))
    parts.append(
        text(f"your target {target}\u202f%", at_target - 8, 18, text_anchor="end", class_="on-target")
    )
    parts.append(tag("path", class_="axis", d=f"M{left} {number(base)}H{right}"))
    for level in range(low, 101, 10 if 100 - low <= 50 or width > 400 else 20):
        x = left + cell * (level - low) / 2
        parts.append(text(str(level), x, base + 18, class_="tick", text_anchor="middle"))
    above = sum(1 for value in values if value >= target)
    words = (
        f"{count(len(values), 'concept')} by the chance of recall now: {above} at or above {target} percent"
    )
    return drawing(width, base + 26, *parts, words=words, class_="chart")


def day_bars(pairs: Sequence[tuple[str, int]], *, width: int, unit: str) -> str:
    """Return one bar for each day, the first, the last and the tallest named."""
    base, top = 92, 22
    most = max([value for _, value in pairs] + [1])
    step = (width - 8) / max(1, len(pairs))
    named = {0, len(pairs) - 1, max(range(len(pairs)), key=lambda i: pairs[i][1], default=0)}
    parts = [tag("path", class_="axis", d=f"M0 {base + 0.5}H{width}")]
    free_from = -1.0
    for i, (label, value) in enumerate(pairs):
        x = 4 + step * i
        height = (base - top) * value / most
        bar = min(26.0, step - 2)
        if value:
            parts.append(tag("rect", x=x, y=base - height, width=bar, height=height, fill="var(--d1)"))
        if value and (i in named or step >= 40):
            parts.append(text(str(value), x + bar / 2, base - height - 6, text_anchor="middle"))
        room = 6.6 * len(label)
        if (i in named or step >= 40) and x >= free_from and x + room <= width + 8:
            parts.append(text(label, x, base + 18, class_="tick"))
            free_from = x + room + 8
    total = sum(value for _, value in pairs)
    words = f"{total} {unit} over {count(len(pairs), 'day')}; most on one day: {most if total else 0}"
    return drawing(width, base + 26, *parts, words=words, class_="chart")

"""Draw bars from a zero line: distributions, scores, counts."""

from collections.abc import Sequence

from upslope.problems.figure import Figure
from upslope.problems.plot import svg
from upslope.problems.plot.svg import Colour, Number

_MARGIN, _HEIGHT = 30, 150


def bars(
    values: Sequence[Number],
    labels: Sequence[str],
    *,
    alt: str,
    caption: str = "",
    colour: Colour = "d1",
    shown: Sequence[str] = (),
) -> Figure:
    """Return a bar chart; `shown` are the texts at the bars' ends. Raises ValueError for unequal lengths
    or negative values."""
    if (
        len(values) != len(labels)
        or (shown and len(shown) != len(values))
        or any(value < 0 for value in values)
    ):
        raise ValueError("bars need one label each and no negative value")
    most = max(float(value) for value in values) or 1.0
    step = min(64.0, (svg.MOST_WIDTH - 2 * _MARGIN) / len(values))
    parts = []
    base = _HEIGHT + _MARGIN
    for index, (value, label) in enumerate(zip(values, labels, strict=True)):
        x, height = _MARGIN + index * step, float(value) / most * _HEIGHT
        parts.append(
            svg.element(
                "rect",
                x=x + step * 0.15,
                y=base - height,
                width=step * 0.7,
                height=height,
                fill=svg.colour(colour),
            )
        )
        parts.append(svg.tick((x + step / 2, base + 20), label))
        if shown:
            parts.append(svg.tick((x + step / 2, base - height - 6), shown[index]))
    width = step * len(values) + 2 * _MARGIN
    axis = svg.element("path", class_="axis", d=svg.path([(_MARGIN, base), (width - _MARGIN, base)]))
    return svg.drawing([*parts, axis], width=width, height=base + 32, alt=alt, caption=caption)

"""Draw the figures of the lesson on sets."""

from pack import shared

from upslope.problems import Figure

R, D, H = 30, 18, 24  # radius, half the distance of the centres, half the height of the lens


def two_sets() -> Figure:
    """Show union, intersection and difference of two overlapping circles."""
    sheet = shared.Sheet(360, 130)
    for column, (label, kind) in enumerate((("A ∪ B", "union"), ("A ∩ B", "lens"), ("A ∖ B", "crescent"))):
        x, y = 60 + 120 * column, 48
        top, bottom = f"{x} {y - H}", f"{x} {y + H}"
        left_outer, left_inner = f"A{R} {R} 0 1 0 {bottom}", f"A{R} {R} 0 0 1 {bottom}"
        right_outer, right_inner = f"A{R} {R} 0 1 0 {top}", f"A{R} {R} 0 0 1 {top}"
        parts = {
            "union": f"M{top}{left_outer}{right_outer}Z",
            "lens": f"M{top}{left_inner}{right_inner}Z",
            "crescent": f"M{top}{left_outer}{right_inner}Z",
        }
        sheet.shape(parts[kind])
        for centre in (x - D, x + D):
            circle = f"M{centre - R} {y}a{R} {R} 0 1 0 {2 * R} 0a{R} {R} 0 1 0 {-2 * R} 0Z"
            sheet.shape(circle, filled=False)
        sheet.text(x - D - 14, y + 6, "A", size=15).text(x + D + 14, y + 6, "B", size=15)
        sheet.text(x, 118, label)
    return sheet.figure(
        alt="Three pairs of overlapping circles A and B. Filled are both circles for the union, the shared "
        "part for the intersection, and the part of A outside B for the difference.",
        caption="What is filled: in *at least one*, in *both*, in $A$ *but not* in $B$.",
    )

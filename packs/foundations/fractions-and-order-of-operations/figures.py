"""Draw the figures of the lesson on fractions."""

from pack import shared

from upslope.problems import Figure


def halves_and_thirds() -> Figure:
    """Show one half and one third, each cut into sixths, and their sum."""
    sheet = shared.Sheet(360, 168)
    rows = (("1/2 = 3/6", 3, "d1"), ("1/3 = 2/6", 2, "d2"), ("5/6", 5, "d3"))
    for row, (label, count, colour) in enumerate(rows):
        top = 8 + 54 * row
        for cell in range(6):
            sheet.area(8 + 40 * cell, top, 40, 38, colour=colour, filled=cell < count)
        sheet.text(306, top + 25, label, size=17)
    return sheet.figure(
        alt="Three bars of six equal cells: three cells are filled for one half, two for one third, "
        "five for their sum.",
        caption="Cut into sixths, one half is three pieces and one third is two: together five.",
    )

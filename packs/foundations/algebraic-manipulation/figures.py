"""Draw the figures of the lesson on algebra."""

from pack import shared

from upslope.problems import Figure


def four_products() -> Figure:
    """Show (a + b)(c + d) as a rectangle cut into four."""
    sheet = shared.Sheet(330, 196)
    sheet.area(60, 30, 160, 90, "ac").area(220, 30, 70, 90, "ad", colour="d2")
    sheet.area(60, 120, 160, 60, "bc", colour="d3").area(220, 120, 70, 60, "bd", colour="d4")
    sheet.text(140, 22, "c").text(255, 22, "d").text(46, 80, "a").text(46, 156, "b")
    return sheet.figure(
        alt="A rectangle with the sides a + b and c + d, cut into four rectangles with the areas ac, ad, "
        "bc and bd.",
        caption="$(a + b)(c + d) = ac + ad + bc + bd$: four pieces, none may be left out.",
    )

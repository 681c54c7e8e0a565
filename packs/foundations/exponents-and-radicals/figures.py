"""Draw the figures of the lesson on powers and roots."""

from pack import shared

from upslope.problems import Figure


def square_of_a_sum() -> Figure:
    """Show the square of x + y cut into two squares and two rectangles."""
    sheet = shared.Sheet(300, 226)
    sheet.area(60, 30, 120, 120, "x²").area(180, 30, 60, 120, "xy", colour="d2")
    sheet.area(60, 150, 120, 60, "xy", colour="d2").area(180, 150, 60, 60, "y²")
    sheet.text(120, 22, "x").text(210, 22, "y").text(46, 96, "x").text(46, 186, "y")
    return sheet.figure(
        alt="A square of side x + y, cut into a square of side x, a square of side y and two rectangles "
        "with the sides x and y.",
        caption="$(x + y)^2 = x^2 + 2xy + y^2$: the two rectangles are what $x^2 + y^2$ forgets.",
    )

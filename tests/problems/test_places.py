import pytest

from upslope.problems.places import Place, PlaceError, Tracker


def place_of(text: str):
    """Return the place of the one § in a text."""
    tracker = Tracker(text)
    tracker.advance(text.index("§"))
    return tracker.where()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a § b", Place.PROSE),
        ("$a$ § $b$", Place.PROSE),
        ("cost \\$5 § $b$", Place.PROSE),
        ("$a + §$", Place.FORMULA),
        ("$$ a + § $$", Place.DISPLAY),
        ("$$ \\text{if § holds} $$", Place.TEXT),
        ("$$ \\text{if} § $$", Place.DISPLAY),
        ("run `f(§)`", Place.CODE),
        ("run ``a ` §``", Place.CODE),
        ("```python\nx = §\n```\n", Place.CODE),
        ("~~~\n$ §\n~~~\n", Place.CODE),
        ("```\n$a\n```\n§", Place.PROSE),
        ("one ` tick §", Place.PROSE),
        ("`$` § `$`", Place.PROSE),
        ("$\\$ + §$", Place.FORMULA),
    ],
)
def test_the_place_is_known_everywhere(text, place):
    assert place_of(text).place is place


@pytest.mark.parametrize(
    ("text", "nested", "bare"),
    [
        ("$\\frac{§}{2}$", True, False),
        ("$\\frac{1}{§}$", True, False),
        ("$\\dfrac{1}{2 + §}$", True, False),
        ("$\\frac{1}{2} + §$", False, False),
        ("$x^§$", True, True),
        ("$x_{§}$", True, False),
        ("$x_{2} §$", False, False),
        ("$\\frac§2$", True, True),
        ("$\\frac1§$", True, True),
        ("$\\frac{1}{2}§$", False, False),
        ("$\\sqrt{§}$", False, False),
        ("$e^{\\frac{x}{2} + §}$", True, False),
    ],
)
def test_fractions_and_exponents_are_noticed(text, nested, bare):
    where = place_of(text)
    assert (where.nested, where.bare) == (nested, bare)


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("a $b", 2, "no end"),
        ("a $b\n\nc$", 2, "in its paragraph"),
        ("$$ a $ b $$", 5, "single \\$"),
        ("$a}$", 2, "closes nothing"),
        ("${a$", 3, "still open"),
        ("$50%$", 3, "hides the rest"),
        ("```\ncode", 0, "no end"),
    ],
)
def test_what_is_left_open_is_reported_where_it_begins(text, offset, said):
    with pytest.raises(PlaceError, match=said) as caught:
        Tracker(text).finish()
    assert caught.value.offset == offset

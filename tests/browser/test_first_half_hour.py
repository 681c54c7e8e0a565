"""A new learner's first half hour on the real product, by keyboard alone, and the evening after."""

from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.hands import check, fill, follow, press, use_text_fields
from tests.browser.live import Live, live_server

from upslope.checking import Number

pytestmark = pytest.mark.browser

FIRST, NEXT = "fractions-and-order-of-operations", "exponents-and-radicals"
LEARNED = "learned, not yet confirmed"
MOST_QUESTIONS = 40


@pytest.fixture
def live(tmp_path: Path) -> "Live":  # type: ignore[misc]
    with live_server(tmp_path) as server:
        yield server


def test_the_first_half_hour_by_keyboard_alone(chromium: Browser, live: Live) -> None:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page()
    page.goto(live.entrance)
    begin_at_the_beginning(page)
    start_first_lesson(page)
    use_text_fields(page)
    unusual_but_right(page, live)
    unreadable_costs_nothing(page, live)
    wrong_names_the_slip_and_undo_takes_it_back(page, live)
    seen = finish_concept(page, live)
    learned_opens_dependants(page, live)
    next_concept_is_recommended(page, live)
    live.advance(days=1)
    review_brings_a_new_variant_and_masters(page, live, seen)


def begin_at_the_beginning(page: Page) -> None:
    """Answer the three questions: leave goal and minutes, choose the last way to start."""
    assert page.url.endswith("/start/")
    page.wait_for_timeout(200)
    press(page, "Shift+Tab")  # from Begin back to the last question
    while not page.evaluate("document.activeElement.closest('label')?.innerText.includes('beginning')"):
        press(page, "ArrowDown")
    press(page, "Tab")
    follow(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fractions")


def start_first_lesson(page: Page) -> None:
    """Follow the one filled button from Today to the lesson and from the lesson to its first question."""
    follow(page)
    assert f"/concepts/{FIRST}/" in page.url
    expect(page.locator("main")).to_contain_text("Powers first, then products")
    follow(page)
    assert "/questions/" in page.url


def unusual_but_right(page: Page, live: Live) -> None:
    """Answer in brackets, with blanks and a printer's minus sign; it is right all the same."""
    variant = live.variant(page.url)
    assert isinstance(variant.answer, Number)
    value = variant.answer.value
    assert isinstance(value, int | Fraction)
    text = f" ( {value} ) ".replace("-", "\N{MINUS SIGN} ")
    fill(page, variant.answer, shown=variant.answer, text=text)
    expect(page.locator("[data-reading-of] .katex")).to_be_visible()  # how it is read so far
    assert check(page) == "correct"
    follow(page)


def unreadable_costs_nothing(page: Page, live: Live) -> None:
    """Leave a bracket open: it is not scored, the place is marked, and the same question stays."""
    before, url = live.attempts(), page.url
    variant = live.variant(url)
    fill(page, variant.answer, shown=variant.answer, text="3 + * 4")
    assert check(page) == "unreadable"
    expect(page.locator(".verdict .bad")).to_be_visible()
    assert page.url == url
    scored = live.rows(
        "SELECT count(*) FROM store_eventrow WHERE kind = 'attempt' AND body LIKE '%\"correct\"%'"
    )
    assert scored == [(1,)]
    assert live.attempts() - before <= 1  # the fact may be kept; it counts for nothing


def wrong_names_the_slip_and_undo_takes_it_back(page: Page, live: Live) -> None:
    """Make a declared mistake: the headline names it, its step is ringed; undo takes the answer back."""
    for _ in range(MOST_QUESTIONS):
        variant = live.variant(page.url)
        slips = [slip for slip in variant.slips if slip.answer.kind not in ("facts", "choice")]
        if slips:
            break
        fill(page, variant.answer, shown=variant.answer)
        check(page)
        follow(page)
    fill(page, slips[0].answer, shown=variant.answer)
    assert check(page) == "wrong"
    expect(page.locator("#verdict-title")).not_to_have_text("")
    expect(page.locator(".steps .here")).to_have_count(1)
    follow(page, "u")
    expect(page.locator(".verdict")).to_contain_text("Taken back")
    follow(page)


def finish_concept(page: Page, live: Live) -> set[str]:
    """Answer everything right until the concept is learned; return the statements seen."""
    seen: set[str] = set()
    for _ in range(MOST_QUESTIONS):
        if "/questions/" not in page.url:
            break
        variant = live.variant(page.url)
        seen.add(variant.statement_key)
        fill(page, variant.answer, shown=variant.answer)
        assert check(page) == "correct", variant.statement
        follow(page)
        if f"/concepts/{FIRST}/" in page.url and LEARNED not in page.locator("main").inner_text():
            follow(page)
    return seen


def learned_opens_dependants(page: Page, live: Live) -> None:
    """The concept is learned, not yet confirmed; what rests on it can be started from the map."""
    page.goto(f"{live.base}/concepts/{FIRST}/")
    expect(page.locator("main")).to_contain_text(LEARNED)
    press(page, "g", "m")
    page.wait_for_url("**/map/")
    node = page.locator(f'svg a[href="/concepts/{NEXT}/"]')
    expect(node).to_contain_text("ready")


def next_concept_is_recommended(page: Page, live: Live) -> None:
    """Today offers the next concept with its reason, and its first question comes by Enter."""
    press(page, "g", "t")
    page.wait_for_url(f"{live.base}/")
    expect(page.locator("main")).to_contain_text("Why now")
    follow(page)
    assert "/concepts/" in page.url
    assert FIRST not in page.url


def review_brings_a_new_variant_and_masters(page: Page, live: Live, seen: set[str]) -> None:
    """A day later the review is due, asks something new, and a right answer confirms the concept."""
    page.goto(live.base + "/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fractions")
    expect(page.locator("main")).to_contain_text("review")
    follow(page)
    assert "/questions/" in page.url
    variant = live.variant(page.url)
    assert variant.statement_key not in seen
    fill(page, variant.answer, shown=variant.answer)
    assert check(page) == "correct"
    page.goto(f"{live.base}/concepts/{FIRST}/")
    expect(page.locator("main")).to_contain_text("mastered")

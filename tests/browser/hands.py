"""Type answers the way a learner does who never touches a mouse."""

from playwright.sync_api import Page

from upslope.checking import Answer, Response
from upslope.problems.typed import typed

GUARD_MS = 350
"""A second Enter within 300 ms of a verdict is ignored on purpose."""


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        page.keyboard.press(key)


def follow(page: Page, key: str = "Enter") -> None:
    """Press a key that leads to another page, and wait for it; not before the guard lets it through."""
    page.wait_for_timeout(GUARD_MS)
    with page.expect_navigation():
        page.keyboard.press(key)
    page.wait_for_load_state("load")


def use_text_fields(page: Page) -> None:
    """Switch the formula editor to plain text; the choice is remembered."""
    page.wait_for_selector("math-field")
    page.wait_for_timeout(GUARD_MS)
    press(page, "Shift+Tab", "Enter")
    page.wait_for_function("document.querySelector('math-field') === null")


def fill(page: Page, answer: Answer, *, shown: Answer, text: str | None = None) -> None:
    """Put an answer into the question's fields by keyboard; `text` replaces that of a single field."""
    response = typed(answer, shown=shown)
    kind = shown.kind
    page.wait_for_timeout(GUARD_MS)  # the fields mount meanwhile
    if kind in ("choice", "facts"):
        choose(page, response)
    elif kind == "parts":
        for number, part in enumerate(response.parts):
            if number:
                press(page, "Tab")
            write(page, part.text)
    else:
        write(page, response.text if text is None else text)


def choose(page: Page, response: Response) -> None:
    """Tick options by their numbers."""
    options = page.locator("#answer-form [data-number]")
    numbers = str(options.count()) if response.text == "none" else response.text
    for number in numbers.split(","):
        press(page, number.strip())


def write(page: Page, text: str) -> None:
    """Empty the focused field and type into it."""
    press(page, "Control+a", "Delete")
    page.keyboard.type(text, delay=4)


def check(page: Page) -> str:
    """Press Enter, wait for the verdict that follows, and return its outcome."""
    page.evaluate("document.querySelector('.verdict')?.classList.add('of-before')")
    press(page, "Enter")
    page.wait_for_selector(".verdict:not(.of-before)")
    outcome = page.locator(".verdict").get_attribute("data-outcome")
    assert outcome is not None
    return outcome

"""Draw the screenshot set anew from the real product, after two weeks of study.

python -m tests.browser.screenshots [FOLDER]        default: docs/screens
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, StorageState
from tests.browser.chromium import open_chromium
from tests.browser.hands import use_text_fields
from tests.browser.live import Live, live_server
from tests.browser.settings_of_page import DARK, LIGHT, PHONE, Setting

from upslope.problems import Variant
from upslope.problems.typed import typed

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
TALLEST = 1250
SCALE = 0.65
"""The pictures are for a page of documentation, not for pixel peeping."""
CONCEPT = "matrix-multiplication"
PLACES = {
    "today": "/",
    "map": "/map/",
    "map-units": "/map/units/?area=linear-algebra",
    "map-all": "/map/all/",
    "progress": "/progress/",
    "history": "/history/",
    "settings": "/settings/",
    "done": "/done/",
    "typing": "/typing/",
    "keys": "/keys/",
    "concept": f"/concepts/{CONCEPT}/",
    "concept-facts": "/concepts/eigenvalues/",
}


def main(folder: Path) -> None:
    """Live through the diary, start the product on it, and draw."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, open_chromium() as browser:
        first, later = Path(scratch) / "first", Path(scratch) / "later"
        first.mkdir()
        later.mkdir()
        with live_server(first) as live:
            state = entered(browser, live, LIGHT).storage_state()
            for setting in (LIGHT, DARK, PHONE):
                page = opened(browser, setting, state).new_page()
                page.goto(f"{live.base}/start/")
                shoot(page, folder / f"start-{setting.name}.png")
        subprocess.run([sys.executable, "-m", "tests.browser.diary", str(later / "home")], check=True)
        with live_server(later) as live:
            draw_all(browser, live, folder)


def draw_all(browser: Browser, live: Live, folder: Path) -> None:
    """Draw every screen in light, in dark and on the phone; a question in each of its states."""
    state = entered(browser, live, LIGHT).storage_state()
    for setting in (LIGHT, DARK, PHONE):
        used = opened(browser, setting, state)
        suffix = f"-{setting.name}"
        for name, path in PLACES.items():
            page = used.new_page()
            page.goto(f"{live.base}{path}")
            shoot(page, folder / f"{name}{suffix}.png")
            page.close()
        page = used.new_page()
        use_of_a_question(
            page, live, lambda name, at=page, end=suffix: shoot(at, folder / f"{name}{end}.png")
        )
        used.close()


def opened(browser: Browser, setting: Setting, state: StorageState) -> BrowserContext:
    """Return a browser that is in already, at the scale of the pictures."""
    scale = 1 if setting is PHONE else SCALE
    return browser.new_context(**setting.context, storage_state=state, device_scale_factor=scale)


def entered(browser: Browser, live: Live, setting: Setting) -> BrowserContext:
    """Return a browser that has been let in by the one-time address."""
    context = browser.new_context(**setting.context)
    page = context.new_page()
    page.goto(live.entrance)
    page.close()
    return context


def use_of_a_question(page: Page, live: Live, shot: Callable[[str], None]) -> None:
    """Draw a question open, unread, wrong and right. They are repeats: they give no credit."""
    page.goto(f"{live.base}/concepts/{CONCEPT}/")
    page.get_by_role("button", name="Practise step 1 again").click()
    page.wait_for_url("**/questions/**")
    use_text_fields(page)
    variant = live.variant(page.url)
    right = typed(variant.answer, shown=variant.answer).text
    field = page.locator("input.field").first
    field.fill(right)
    page.wait_for_timeout(500)
    shot("question-open")
    field.fill(f"{right[:-1]} + * {right[-1]}")
    check(page)
    shot("question-unread")
    page.locator("input.field").first.fill(wrong_text(variant))
    check(page)
    shot("question-wrong")
    page.locator("[data-next]").click()
    page.get_by_role("button", name="Practise step 1 again").click()
    page.wait_for_url("**/questions/**")
    again = live.variant(page.url)
    page.locator("input.field").first.fill(typed(again.answer, shown=again.answer).text)
    check(page)
    shot("question-right")


def wrong_text(variant: Variant) -> str:
    """Return what a learner types who makes the first declared mistake."""
    return typed(variant.slips[0].answer, shown=variant.answer).text


def check(page: Page) -> None:
    """Press Check and wait for the verdict of this press."""
    page.evaluate("document.querySelector('.verdict')?.remove()")
    page.locator("[data-check]").click()
    page.wait_for_selector(".verdict")


def shoot(page: Page, path: Path) -> None:
    """Draw the page as far as a reader looks."""
    page.wait_for_timeout(400)
    height = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
    width = int(page.evaluate("window.innerWidth"))
    size = page.viewport_size or {"width": width, "height": height}
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], height)})
    page.screenshot(path=path)
    page.set_viewport_size(size)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENS)

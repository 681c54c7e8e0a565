"""Walk the real product after weeks of study: every screen, in every setting, with its own lessons."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.live import Live, live_server
from tests.browser.screenshots import CONCEPT, PLACES, check, entered, wrong_text
from tests.browser.settings_of_page import (
    LIGHT,
    NARROW,
    SETTINGS,
    Setting,
    overflow,
    violations,
    wide_elements,
)

pytestmark = pytest.mark.browser

MORE = ("/start/", "/keys/", "/map/units/", "/concepts/attention/", "/concepts/null-space/", "/nowhere/")
PATHS = (*PLACES.values(), *MORE)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Start the product on a data folder that holds weeks of study."""
    folder: Path = tmp_path_factory.mktemp("lived")
    subprocess.run([sys.executable, "-m", "tests.browser.diary", str(folder / "home")], check=True)
    with live_server(folder) as live:
        yield live


@pytest.fixture(scope="module")
def let_in(chromium: Browser, lived: Live) -> Iterator[dict[str, object]]:
    """Return the state of a browser that was let in."""
    context = entered(chromium, lived, LIGHT)
    yield dict(context.storage_state())
    context.close()


def complaints_of(page: Page, name: str) -> list[str]:
    """Return what axe finds on the page."""
    page.wait_for_timeout(250)
    return [f"{name}: {violation}" for violation in violations(page)]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_axe_finds_nothing_on_any_real_screen(
    chromium: Browser, lived: Live, let_in: dict[str, object], setting: Setting
) -> None:
    """Every screen and a question open, unread and wrong pass the A and AA rules."""
    context = chromium.new_context(**setting.context, storage_state=let_in)  # type: ignore[arg-type]
    complaints: list[str] = []
    for path in PATHS:
        page = context.new_page()
        page.goto(f"{lived.base}{path}")
        complaints += complaints_of(page, path)
        page.close()
    page = question(context, lived)
    complaints += complaints_of(page, "question")
    variant = lived.variant(page.url)
    page.locator("input.field").first.fill("3 + * 4")
    check(page)
    complaints += complaints_of(page, "unreadable")
    page.locator("input.field").first.fill(wrong_text(variant))
    check(page)
    complaints += complaints_of(page, "wrong")
    context.close()
    assert not complaints, "\n".join(complaints)


def test_no_real_screen_is_wider_than_320_pixels(
    chromium: Browser, lived: Live, let_in: dict[str, object]
) -> None:
    """Long titles, wide formulas and tables stay in the window, or scroll in a region of their own."""
    context = chromium.new_context(**NARROW.context, storage_state=let_in)  # type: ignore[arg-type]
    complaints: list[str] = []
    for path in (*PATHS, *lesson_paths(lived)):
        page = context.new_page()
        page.goto(f"{lived.base}{path}")
        page.wait_for_timeout(100)
        if overflow(page) > 0:
            complaints.append(f"{path}: {overflow(page)} px too wide: {wide_elements(page)}")
        page.close()
    context.close()
    assert not complaints, "\n".join(complaints)


def question(context: BrowserContext, live: Live) -> Page:
    """Open a question in plain text; it gives no credit."""
    page = context.new_page()
    page.goto(f"{live.base}/keys/")
    page.evaluate("localStorage.setItem('upslope-entry', 'text')")
    page.goto(f"{live.base}/concepts/{CONCEPT}/")
    page.get_by_role("button", name="Practise step 1 again").click()
    page.wait_for_url("**/questions/**")
    page.wait_for_selector(":root.js")
    return page


def lesson_paths(live: Live) -> list[str]:
    """Return the address of every written lesson."""
    return [f"/concepts/{each.id}/" for each in live.curriculum.concepts.values() if each.has_lesson]

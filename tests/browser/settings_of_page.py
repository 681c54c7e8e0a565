"""Hold the settings every screen is looked at in, and what is asked of it."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
SMALLEST_WIDTH = 320


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold one way to look at a page."""

    name: str
    width: int
    height: int
    scheme: str

    @property
    def context(self) -> dict[str, Any]:
        """Return the options of a browser context; a phone has a finger."""
        phone = self.width < 500
        return {
            "viewport": {"width": self.width, "height": self.height},
            "color_scheme": self.scheme,
            "has_touch": phone,
            "is_mobile": phone,
            "reduced_motion": "reduce",
        }


LIGHT = Setting("light", 1280, 860, "light")
DARK = Setting("dark", 1280, 860, "dark")
PHONE = Setting("390", 390, 844, "light")
NARROW = Setting("320", SMALLEST_WIDTH, 640, "light")
SETTINGS = (LIGHT, DARK, PHONE)


def violations(page: Page) -> list[str]:
    """Return what axe finds, a line each: rule and the first element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(RULES)}})
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:160]}"
        for each in found.response["violations"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def wide_elements(page: Page) -> list[str]:
    """Name what sticks out of the window and is not inside a region of its own that scrolls."""
    script = """
    () => [...document.querySelectorAll("main *")].filter((element) => {
      if (element.getBoundingClientRect().right <= window.innerWidth + 1) return false;
      for (let up = element; up; up = up.parentElement) {
        const { overflowX } = getComputedStyle(up);
        if (overflowX === "auto" || overflowX === "scroll" || overflowX === "hidden") return false;
      }
      return true;
    }).slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
    """
    found: list[str] = page.evaluate(script)
    return found

"""Serve the sample pages to a browser by answering its requests: no server, no database."""

import mimetypes
from pathlib import Path

from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Route
from tests.web.sample_pages import PAGES

ORIGIN = "http://upslope.test"


def serve_samples(context: BrowserContext) -> None:
    """Answer every request of this context: sample pages by name, static files from their folders."""
    context.route("**/*", answer)


def answer(route: Route) -> None:
    """Answer one request."""
    path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
    if path.startswith("/static/"):
        found = finders.find(path.removeprefix("/static/"))
        if not found:
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if path.endswith(".mjs"):
            kind = "text/javascript"
        route.fulfill(status=200, body=Path(found).read_bytes(), content_type=kind)
        return
    name = path.strip("/")
    if name not in PAGES:
        route.fulfill(status=204, body="")
        return
    from upslope.web.middleware import CSP

    headers = {"Content-Security-Policy": CSP}
    route.fulfill(status=200, body=PAGES[name]().content, content_type="text/html", headers=headers)

"""Use the pages as a browser without JavaScript does: follow links, fill forms, press buttons."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.conf import settings
from django.test import Client

from upslope.web.middleware import COOKIE

HOST = "localhost"


@dataclass
class Form:
    """Hold one form of a page: where it posts, and what it would send."""

    id: str
    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[dict[str, str]] = field(default_factory=list)


class Forms(HTMLParser):
    """Collect the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and the inputs that would be sent untouched."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            form = Form(given.get("id", ""), given.get("action", ""), given.get("method", "get"))
            self.found.append(form)
            self.inside = True
        elif self.inside and tag == "input":
            self.note_input(given)
        elif self.inside and tag == "button":
            self.found[-1].buttons.append(given)

    def handle_endtag(self, tag: str) -> None:
        """Leave a form."""
        if tag == "form":
            self.inside = False

    def note_input(self, given: dict[str, str]) -> None:
        """Keep the value of an input as the browser would send it."""
        box = given.get("type") in ("radio", "checkbox")
        if "name" in given and (not box or "checked" in given):
            value = given.get("value", "on" if box else "")
            self.found[-1].values.setdefault(given["name"], []).append(value)


@dataclass
class Visitor:
    """Hold the browser: what it shows now, and where it is."""

    client: Client
    html: str = ""
    path: str = ""
    status: int = 0

    @classmethod
    def entered(cls) -> "Visitor":
        """Return a browser that has been let in, with Django's CSRF checks on."""
        client = Client(enforce_csrf_checks=True, HTTP_HOST=HOST)
        client.cookies[COOKIE] = settings.HOME.secret("entrance")
        return cls(client)

    def go(self, path: str) -> "Visitor":
        """Open an address and follow where it leads."""
        response = self.client.get(path, follow=True)
        return self.took(response, path)

    def took(self, response: object, path: str) -> "Visitor":
        """Remember the page that came."""
        chain = getattr(response, "redirect_chain", ())
        self.path = chain[-1][0] if chain else path
        self.status = response.status_code  # type: ignore[attr-defined]
        streaming = getattr(response, "streaming", False)
        self.html = "" if streaming else response.content.decode()  # type: ignore[attr-defined]
        return self

    def form(self, action: str) -> Form:
        """Return the form that posts to an address, or holds a button that does."""
        parser = Forms()
        parser.feed(self.html)
        for form in parser.found:
            targets = [form.action, *(button.get("formaction", "") for button in form.buttons)]
            if action in targets:
                return form
        raise AssertionError(f"no form posts to {action} on {self.path}")

    def press(self, action: str, **typed: str | list[str]) -> "Visitor":
        """Fill the form that posts to an address and press its button."""
        data: dict[str, str | list[str]] = {**self.form(action).values, **typed}
        return self.took(self.client.post(action, data, follow=True), action)

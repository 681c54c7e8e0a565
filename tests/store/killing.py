"""Kill a real server while four browsers answer questions, again and again, and count what is left.

The server is a forked child that runs the product's WSGI application under waitress on a loopback socket; it
is killed with SIGKILL at a random moment. A browser that got no response sends the same form again, with the
same client token, to the next server. The tests kill a few times, `benchmarks.durability` many times.
"""

import http.client
import logging
import os
import random
import re
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from waitress.server import create_server

from upslope.learner.events import Attempt
from upslope.services import house as houses
from upslope.services.house import House
from upslope.services.rebuild import rebuild
from upslope.store import queries as read

CSRF = "a" * 32
TEX = re.compile(r'<annotation encoding="application/x-tex">(.*?)</annotation>')


@dataclass
class Form:
    """Hold an answer that was sent and perhaps not acknowledged yet."""

    question: str
    token: str
    text: str


@dataclass
class Browser:
    """Work on one concept, one question after the other; remember what was acknowledged."""

    concept: str
    number: int
    acknowledged: list[Form] = field(default_factory=list)
    waiting: Form | None = None
    retried: int = 0
    sent: int = 0
    faults: list[str] = field(default_factory=list)

    def work(self, port: int, stop: threading.Event) -> None:
        """Answer until the server is gone."""
        with suppress(OSError, http.client.HTTPException):
            if self.waiting is not None:
                self.retried += 1
                self.post_answer(port, self.waiting)
            while not stop.is_set():
                form = self.next_form(port)
                if form is not None:
                    self.post_answer(port, form)

    def next_form(self, port: int) -> Form | None:
        """Ask for a question and fill its form in; None while the step rests after too many wrong answers."""
        status, location, _ = self.ask(port, "POST", f"/concepts/{self.concept}/practise")
        if status == 409:
            time.sleep(0.01)
            return None
        if status != 302:
            self.faults.append(f"practise: {status}")
            return None
        question = location.split("/")[2]
        _, _, page = self.ask(port, "GET", f"/questions/{question}/")
        self.sent += 1
        return Form(question, f"browser-{self.number}-{self.sent:06}", self.answer_to(page))

    def post_answer(self, port: int, form: Form) -> None:
        self.waiting = form
        fields = {"client_token": form.token, "answer": form.text, "active_ms": "1000"}
        status, _, _ = self.ask(port, "POST", f"/questions/{form.question}/answer", fields)
        if status != 302:
            self.faults.append(f"answer: {status}")
        self.acknowledged.append(form)
        self.waiting = None

    def answer_to(self, page: str) -> str:
        """Answer rightly three times in four."""
        found = [int(tex) for tex in TEX.findall(page) if tex.lstrip("-").isdigit()]
        number = found[0] if found else 0
        right = {"doubling": 2 * number, "halving": number // 2}[self.concept]
        return str(right if self.sent % 4 else right + 7)

    def ask(
        self, port: int, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        secret = settings.HOME.secret("entrance")
        headers = {"Cookie": f"upslope-entrance={secret}; upslope-csrf={CSRF}"}
        body = None
        if method == "POST":
            body = urlencode({**(fields or {}), "csrfmiddlewaretoken": CSRF})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            link.request(method, path, body, headers)
            response = link.getresponse()
            text = response.read().decode()
            return response.status, response.headers.get("Location", ""), text
        finally:
            link.close()


@dataclass(frozen=True, slots=True)
class Toll:
    """Count what a run of kills has cost."""

    kills: int
    acknowledged: int
    lost: int
    doubled: int
    retried: int
    retried_doubled: int
    is_equal_after_rebuild: bool
    faults: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Say whether nothing was lost, doubled or broken."""
        return not (self.lost or self.doubled or self.retried_doubled or self.faults) and (
            self.is_equal_after_rebuild
        )


def kill_again_and_again(house: House, kills: int, *, seed: int = 1, longest_seconds: float = 0.25) -> Toll:
    """Run servers over the house's database, kill each, and compare the log with what was acknowledged."""
    rng = random.Random(seed)
    application = warm_application(house)
    names = ("doubling", "doubling", "halving", "halving")
    browsers = [Browser(name, number) for number, name in enumerate(names)]
    for _ in range(kills):
        with running_server(house, application) as (port, pid):
            stop = threading.Event()
            threads = [
                threading.Thread(target=browser.work, args=(port, stop), daemon=True) for browser in browsers
            ]
            for thread in threads:
                thread.start()
            if rng.random() < 0.9:
                wait_for_answer(browsers)
            time.sleep(rng.uniform(0.0, longest_seconds))
            os.kill(pid, signal.SIGKILL)
            stop.set()
            for thread in threads:
                thread.join()
    with running_server(house, application) as (port, pid):
        for browser in browsers:
            if browser.waiting is not None:
                browser.retried += 1
                browser.post_answer(port, browser.waiting)
        os.kill(pid, signal.SIGKILL)
    return _toll(house, kills, browsers)


def wait_for_answer(browsers: list[Browser], longest_seconds: float = 5.0) -> None:
    """Wait until some browser has an answer acknowledged, so that kills fall into the middle of work."""
    before = sum(len(browser.acknowledged) for browser in browsers)
    until = time.monotonic() + longest_seconds
    while sum(len(browser.acknowledged) for browser in browsers) == before and time.monotonic() < until:
        time.sleep(0.001)


def warm_application(house: House) -> Any:
    """Make the WSGI application, with routes, templates and lessons loaded before the first fork."""
    for noisy in ("waitress.queue", "django.request", "upslope.web.screens.errors"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    houses.install(house)
    client = Client(headers={"host": "127.0.0.1"})
    client.cookies["upslope-entrance"] = settings.HOME.secret("entrance")
    for concept in ("doubling", "halving"):
        put = client.post(f"/concepts/{concept}/practise")
        client.get(put.headers["Location"])
    return get_wsgi_application()


@contextmanager
def running_server(house: House, application: Any) -> Iterator[tuple[int, int]]:
    """Fork a server that answers on a free loopback port; it is dead and reaped afterwards."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(64)
    connection.close()
    pid = os.fork()
    if pid == 0:
        _serve(house, application, listener)
    port = listener.getsockname()[1]
    listener.close()
    try:
        yield port, pid
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _serve(house: House, application: Any, listener: socket.socket) -> None:
    try:
        houses.install(House(house.curriculum, house.clock, house.learner))
        server: Any = create_server(application, sockets=[listener], threads=4)
        server.run()
    finally:
        os._exit(1)


def _toll(house: House, kills: int, browsers: list[Browser]) -> Toll:
    house = House(house.curriculum, house.clock, house.learner)
    events = list(read.events.everything(house.learner))
    attempts = [event for event in events if isinstance(event.body, Attempt)]
    of_question = Counter(str(event.body.question) for event in attempts)
    of_token = Counter(event.envelope.client_token for event in attempts)
    forms = [form for browser in browsers for form in browser.acknowledged]
    assert [event.sequence for event in events] == list(range(1, len(events) + 1))
    return Toll(
        kills=kills,
        acknowledged=len(forms),
        lost=sum(of_question[form.question] == 0 for form in forms),
        doubled=sum(count > 1 for count in of_question.values()),
        retried=sum(browser.retried for browser in browsers),
        retried_doubled=sum(count > 1 for count in of_token.values()),
        is_equal_after_rebuild=rebuild(house).is_equal,
        faults=tuple(fault for browser in browsers for fault in browser.faults),
    )

"""The server as started by a learner: its door, its second start, and data that is in trouble."""

import http.client
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest


@dataclass
class Visitor:
    """Ask a server over plain HTTP, keeping cookies; redirects are followed by hand."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, path: str, *, form: dict[str, str] | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, dict[str, str]]:
        """Return status, body and headers of one request."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **(headers or {})}
        body = None
        if form is not None:
            body = urlencode(form)
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection.request("GET" if form is None else "POST", path, body=body, headers=sent)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, text, dict(answer.headers)


@contextmanager
def started(home: Path) -> Iterator[tuple[Visitor, str]]:
    """Run `upslope start` and give a visitor at the door, with the path of the one-time address."""
    server = launch(home)
    try:
        url = address_of(server)
        yield Visitor(url.partition("/enter/")[0]), urlsplit(url).path
    finally:
        server.terminate()
        server.communicate(timeout=20)


def launch(home: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "UPSLOPE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "upslope.web.settings"}
    command = [sys.executable, "-m", "upslope", "start", "--no-browser"]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def address_of(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line)
        if found := re.search(r"http://\S+/enter/\S+", line):
            return found.group()
    raise AssertionError("no address:\n" + "".join(said))


def csrf(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def test_the_door_opens_once_and_only_to_this_computer(tmp_path: Path) -> None:
    with started(tmp_path / "home") as (visitor, entrance):
        stranger = Visitor(visitor.address)
        for path in ("/", "/settings/", "/settings/export", "/concepts/null-space/", "/history/"):
            assert stranger.ask(path)[0] == 401, path
        assert visitor.ask(entrance)[0] == 302
        assert visitor.ask("/")[0] in (200, 302)
        assert stranger.ask(entrance)[0] == 401  # the token is used up
        for path in ("/", "/health", "/static/css/base.css", entrance):
            assert visitor.ask(path, headers={"Host": "evil.example"})[0] == 421, path


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Content-Type": "text/plain"},
    ],
)
def test_a_foreign_page_changes_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    with started(tmp_path / "home") as (visitor, entrance):
        visitor.ask(entrance)
        form = {"name": "theme", "value": "dark"}
        assert visitor.ask("/settings/change", form=form, headers=headers)[0] == 403


def test_a_second_start_opens_the_running_one(tmp_path: Path) -> None:
    with started(tmp_path / "home") as (visitor, _):
        again = launch(tmp_path / "home")
        said, _ = again.communicate(timeout=30)
        assert again.returncode == 0
        assert "runs already" in said
        [url] = re.findall(r"http://\S+/enter/\S+", said)
        assert url.startswith(visitor.address + "/")
        assert visitor.ask(urlsplit(url).path)[0] == 302


def test_a_damaged_database_offers_the_backup_and_mends(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started(home) as (visitor, entrance):
        visitor.ask(entrance)
        visitor.ask("/start/")
    environment = {**os.environ, "UPSLOPE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "upslope.web.settings"}
    subprocess.run(
        [sys.executable, "-m", "upslope", "backup"], env=environment, check=True, capture_output=True
    )
    database = home / "upslope.sqlite3"
    database.write_bytes(b"\0" * 100 + database.read_bytes()[100:])
    with started(home) as (visitor, entrance):
        visitor.ask(entrance)
        status, page, _ = visitor.ask("/")
        assert status == 503
        assert "data-trouble-message" in page
        assert visitor.ask("/map/")[0] == 503
        form = {"csrfmiddlewaretoken": csrf(page)}
        assert visitor.ask("/trouble/restore", form=form)[0] == 302
        assert visitor.ask("/start/")[0] == 200
    assert list((home / "set-aside").rglob("upslope.sqlite3"))  # the damaged file is kept


def test_a_newer_database_is_explained_and_not_touched(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started(home) as (visitor, entrance):
        visitor.ask(entrance)
        visitor.ask("/start/")
    database = home / "upslope.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )
        connection.commit()
    before = database.read_bytes()
    with started(home) as (visitor, entrance):
        visitor.ask(entrance)
        status, page, _ = visitor.ask("/")
        assert status == 503
        assert "newer" in page
        assert "/trouble/restore" not in page
    assert database.read_bytes() == before

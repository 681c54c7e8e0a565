"""Start the real product on a throw-away data folder, with a clock that a test can move."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from upslope.curriculum import Curriculum, default_pack_root, load
from upslope.problems import Variant

EVENING = datetime.fromisoformat("2026-05-14T19:30:00+02:00")


@dataclass
class Live:
    """Hold a running server: its first address, its data folder and its clock."""

    entrance: str
    home: Path
    clock: Path
    now: datetime
    curriculum: Curriculum

    @property
    def base(self) -> str:
        return self.entrance.partition("/enter/")[0]

    def advance(self, **duration: float) -> None:
        """Move the server's clock forward."""
        self.now += timedelta(**duration)
        self.clock.write_text(self.now.isoformat(), encoding="ascii")

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Read the database beside the running server."""
        with closing(sqlite3.connect(f"file:{self.home / 'upslope.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(query, values).fetchall()

    def variant(self, url: str) -> Variant:
        """Return the variant of the question at an address, with its answer and slips."""
        question = url.rstrip("/").rpartition("/")[2]
        [(template, level, seed, fields)] = self.rows(
            "SELECT template, level, seed, fields_json FROM store_questionrow WHERE id = ?", question
        )
        return self.curriculum.template(template).replay(level, seed, fields)  # type: ignore[arg-type]

    def attempts(self) -> int:
        """Count the attempts in the log."""
        [(count,)] = self.rows("SELECT count(*) FROM store_eventrow WHERE kind = 'attempt'")
        assert isinstance(count, int)
        return count


@contextmanager
def live_server(folder: Path, *, packs: Path | None = None) -> Iterator[Live]:
    """Run `python -m upslope start` and give its address once it is ready."""
    home, clock = folder / "home", folder / "clock"
    clock.write_text(EVENING.isoformat(), encoding="ascii")
    environment = {**os.environ, "UPSLOPE_HOME": str(home), "UPSLOPE_TEST_CLOCK_FILE": str(clock)}
    environment["DJANGO_SETTINGS_MODULE"] = "upslope.web.settings"
    command = [sys.executable, "-m", "upslope", "start", "--no-browser"]
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield Live(_address(server), home, clock, EVENING, load((packs or default_pack_root(),)))
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.communicate()


def _address(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line)
        if found := re.search(r"http://\S+/enter/\S+", line):
            return found.group()
    raise AssertionError("the server did not start:\n" + "".join(said))

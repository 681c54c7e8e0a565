"""Backups: one moment's state, verified before they are listed, kept in the right number, put back whole."""

import os
import random
import signal
import sqlite3
import threading
import time
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from tests.store.shelf import NOON

from upslope.core.errors import NotFoundError
from upslope.core.ids import LearnerId
from upslope.store import backup, health, learners
from upslope.store.database import DamagedError, connect
from upslope.store.home import Home
from upslope.store.transactions import writing


def learners_in(path: Path) -> int:
    with closing(connect(path, read_only=True)) as found:
        return int(found.execute("SELECT count(*) FROM store_learnerprofile").fetchone()[0])


def test_a_backup_is_a_whole_database_in_one_private_file(home: Home, learner: LearnerId) -> None:
    made = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    assert made.name == "upslope-20260514T120000Z-by-hand.sqlite3"
    assert (made.at, made.reason) == (NOON, "by-hand")
    assert health.is_good(made.path)
    assert learners_in(made.path) == 1
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.backups.iterdir()] == [made.name]


def test_two_backups_in_one_second_have_two_names(home: Home, learner: LearnerId) -> None:
    names = {backup.back_up(home, at=NOON, reason=backup.BY_HAND).name for _ in range(3)}
    assert len(names) == 3
    assert {made.name for made in backup.listed(home)} == names


def test_newest_come_first_and_other_files_are_not_listed(home: Home, learner: LearnerId) -> None:
    old = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    new = backup.back_up(home, at=NOON + timedelta(hours=1), reason=backup.DAILY)
    (home.backups / "notes.txt").write_text("mine")
    (home.backups / "upslope-20260514T120000Z-by-hand.partial-1").write_bytes(b"half")
    assert backup.listed(home) == (new, old)


def test_a_day_has_one_daily_backup(home: Home, learner: LearnerId) -> None:
    assert backup.is_daily_due(home, NOON)
    backup.back_up(home, at=NOON, reason=backup.DAILY)
    assert not backup.is_daily_due(home, NOON + timedelta(hours=11))
    assert backup.is_daily_due(home, NOON + timedelta(hours=12))


def test_seven_days_four_weeks_six_months_are_kept() -> None:
    days = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(365)]
    kept: list[datetime] = []
    for day in days:
        kept = backup.kept_daily([*kept, day])
    assert [at.date().isoformat() for at in kept] == [
        "2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26", "2026-12-25",
        "2026-12-20", "2026-12-13",
        "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31",
    ]  # fmt: skip


def test_a_pause_of_years_does_not_empty_the_shelf() -> None:
    times = [NOON - timedelta(days=900 + n) for n in range(3)]
    assert set(backup.kept_daily([NOON, *times])) == {NOON, *times}


def test_of_other_reasons_the_newest_ten_are_kept(home: Home, learner: LearnerId) -> None:
    for hour in range(12):
        backup.back_up(home, at=NOON + timedelta(hours=hour), reason=backup.BY_HAND)
    backup.back_up(home, at=NOON, reason=backup.BEFORE_IMPORT)
    reasons = [made.reason for made in backup.listed(home)]
    assert (reasons.count("by-hand"), reasons.count("before-import")) == (10, 1)


@pytest.mark.parametrize("count", [12, pytest.param(100, marks=pytest.mark.slow)])
def test_backups_while_writing_are_each_one_moment(home: Home, learner: LearnerId, count: int) -> None:
    """A writer keeps two tables in step, a hundred times a second; no backup sees them apart."""
    stop = threading.Event()
    written = [0]

    def write() -> None:
        with closing(connect(home.database)) as writer:
            writer.execute("PRAGMA synchronous=FULL")
            while not stop.is_set():
                writer.execute("BEGIN IMMEDIATE")
                writer.execute("UPDATE store_learnerprofile SET revision = revision + 1")
                writer.execute(
                    "INSERT INTO store_dayrow"
                    " (day, active_ms, review_ms, answers, right, undecided, learner_id)"
                    " SELECT '2000-01-01' || revision, 0, 0, 0, 0, 0, id FROM store_learnerprofile"
                )
                writer.execute("COMMIT")
                written[0] += 1
                time.sleep(0.005)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(count):
            while written[0] <= number:
                time.sleep(0.001)
            made = backup.back_up(home, at=NOON + timedelta(seconds=number), reason=backup.BY_HAND)
            with closing(connect(made.path, read_only=True)) as found:
                assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                revision = found.execute("SELECT revision FROM store_learnerprofile").fetchone()[0]
                assert found.execute("SELECT count(*) FROM store_dayrow").fetchone() == (revision,)
    finally:
        stop.set()
        thread.join()
    assert written[0] >= count


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_backup_that_is_killed_leaves_the_others_whole_and_is_never_listed(
    home: Home, learner: LearnerId
) -> None:
    with writing():
        for _ in range(3_000):
            learners.create(at=NOON, goal="x" * 100)
    connection.close()
    first = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    rng = random.Random(7)
    interrupted = 0
    for number in range(20):
        pid = os.fork()
        if pid == 0:
            with suppress(BaseException):
                backup.back_up(home, at=NOON + timedelta(minutes=number), reason=backup.DAILY)
            os._exit(0)
        time.sleep(rng.uniform(0, 0.02))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        interrupted += os.WIFSIGNALED(status)
        assert all(health.is_good(made.path) for made in backup.listed(home))
        assert first in backup.listed(home)
    assert interrupted > 10
    backup.back_up(home, at=NOON + timedelta(days=1), reason=backup.BY_HAND)
    assert not list(home.backups.glob("*.partial-*"))


def test_restoring_over_a_sound_database_keeps_its_state_as_a_backup(home: Home, learner: LearnerId) -> None:
    made = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    with writing():
        learners.create(at=NOON, goal="later")
    connection.close()
    before = backup.restore(home, made.name, at=NOON + timedelta(hours=1))
    assert learners_in(home.database) == 1
    assert before is not None
    assert learners_in(before) == 2
    assert health.inspect(home.database).exists


def test_a_reader_with_an_open_connection_sees_the_restored_state(home: Home, learner: LearnerId) -> None:
    made = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    with writing():
        learners.create(at=NOON, goal="later")
    with closing(sqlite3.connect(home.database)) as reader:
        count = "SELECT count(*) FROM store_learnerprofile"
        assert reader.execute(count).fetchone() == (2,)
        connection.close()
        backup.restore(home, made.name, at=NOON)
        assert reader.execute(count).fetchone() == (1,)


def test_a_damaged_backup_is_not_put_back(home: Home, learner: LearnerId) -> None:
    made = backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    before = learners_in(home.database)
    with pytest.raises(DamagedError):
        backup.restore(home, made.name, at=NOON)
    assert learners_in(home.database) == before
    assert not health.looks_whole(made.path)


@pytest.mark.parametrize("name", ["", "../upslope.sqlite3", "/etc/passwd", "upslope.sqlite3", "..", "x\0y"])
def test_only_listed_names_are_found(home: Home, learner: LearnerId, name: str) -> None:
    backup.back_up(home, at=NOON, reason=backup.BY_HAND)
    with pytest.raises(NotFoundError):
        backup.find(home, name)

"""The first start, the next, and one that was killed in the middle."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.db import connection
from tests.store.shelf import NOON

from upslope.core.ids import LearnerId
from upslope.store import backup, health, startup
from upslope.store.home import Home


@pytest.fixture
def empty(tmp_path: Path, use_database: Callable[[Path], None]) -> Home:
    """Return an empty data folder that Django uses."""
    made = Home(tmp_path / "empty")
    made.root.mkdir()
    use_database(made.database)
    return made


def test_the_first_start_makes_the_database(empty: Home) -> None:
    found = startup.prepare(empty, at=NOON)
    assert (found.created, found.migrated, found.backup) == (True, health.known_migrations(), None)
    assert health.inspect(empty.database).exists


def test_the_next_start_changes_nothing(empty: Home) -> None:
    startup.prepare(empty, at=NOON)
    found = startup.prepare(empty, at=NOON)
    assert (found.created, found.migrated, found.backup) == (False, (), None)
    assert backup.listed(empty) == ()


def test_before_a_migration_the_database_is_backed_up(home: Home, learner: LearnerId) -> None:
    connection.close()
    with closing(sqlite3.connect(home.database)) as older:
        older.executescript(
            "DELETE FROM django_migrations WHERE app = 'store';"
            + "".join(f"DROP TABLE {table};" for table in sorted(health.TABLES))
        )
        older.commit()
    found = startup.prepare(home, at=NOON)
    assert found.migrated == health.known_migrations()
    assert found.backup is not None
    assert found.backup.reason == backup.BEFORE_MIGRATION
    assert health.is_good(found.backup.path)


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_start_killed_in_the_middle_is_completed_by_the_next(
    tmp_path: Path, use_database: Callable[[Path], None]
) -> None:
    rng = random.Random(3)
    killed = 0
    for number in range(20):
        place = Home(tmp_path / f"home-{number}")
        place.root.mkdir()
        use_database(place.database)
        connection.close()
        pid = os.fork()
        if pid == 0:
            with suppress(BaseException):
                startup.prepare(place, at=NOON)
            os._exit(0)
        time.sleep(rng.uniform(0, 0.03))
        os.kill(pid, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        startup.prepare(place, at=NOON)
        assert health.inspect(place.database).pending == ()
        with closing(sqlite3.connect(place.database)) as after:
            assert after.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            triggers = after.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
            assert triggers == (2,)
    assert killed > 5

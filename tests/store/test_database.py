"""How connections are opened, and what their failures say."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import OperationalError
from tests.store.shelf import NOON

from upslope.core.ids import LearnerId
from upslope.store import database, learners
from upslope.store.database import APPLICATION_ID, BusyError, DamagedError, DatabaseError, DiskFullError
from upslope.store.home import Home
from upslope.store.models import LearnerProfile
from upslope.store.transactions import reading, writing


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("application_id", APPLICATION_ID),
    ],
)
def test_every_connection_has_the_options_we_promise(home: Home, pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


def test_a_writing_transaction_holds_the_lock_from_its_start(home: Home) -> None:
    with writing():
        other = sqlite3.connect(home.database, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_readers_do_not_wait_for_a_writer(home: Home, learner: LearnerId) -> None:
    with writing():
        learners.touch(learner)
        other = sqlite3.connect(home.database, timeout=0)
        assert other.execute("SELECT revision FROM store_learnerprofile").fetchone() == (0,)
        other.close()


def test_a_long_read_shows_one_moment_and_stops_no_writer(home: Home, learner: LearnerId) -> None:
    other = sqlite3.connect(home.database, timeout=0)
    with reading():
        assert LearnerProfile.objects.get(id=learner).revision == 0
        with other:
            other.execute("UPDATE store_learnerprofile SET revision = 9")
        assert LearnerProfile.objects.get(id=learner).revision == 0
    assert LearnerProfile.objects.get(id=learner).revision == 9
    other.close()


@pytest.mark.parametrize(
    ("message", "kind", "words"),
    [
        ("database or disk is full", DiskFullError, "no free space"),
        ("attempt to write a readonly database", database.ReadOnlyError, "may not be written"),
        ("database disk image is malformed", DamagedError, "damaged"),
        ("file is not a database", DamagedError, "damaged"),
        ("database is locked", BusyError, "Another program"),
        ("disk I/O error", DatabaseError, "does not answer"),
    ],
)
def test_errors_of_sqlite_become_sentences(message: str, kind: type[DatabaseError], words: str) -> None:
    found = database.explain(sqlite3.OperationalError(message), Path("here"))
    assert type(found) is kind
    assert words in found.message
    assert found.hint
    assert found.path == Path("here")


def test_other_errors_pass(home: Home) -> None:
    assert database.explain(sqlite3.OperationalError("no such table: rose")) is None
    with pytest.raises(OperationalError, match="no such table"), writing(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM rose")
    with pytest.raises(ValueError, match="disk is full"), database.explained():
        raise ValueError("disk is full")


def test_a_full_disk_refuses_the_write_and_keeps_what_is_there(home: Home, learner: LearnerId) -> None:
    """SQLite itself raises SQLITE_FULL here: the file may not grow by a single page."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError), writing():
        LearnerProfile.objects.bulk_create(
            LearnerProfile(id=f"{number}", created_at=NOON, goal="x" * 120) for number in range(2_000)
        )
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
        cursor.execute("SELECT count(*) FROM store_learnerprofile")
        assert cursor.fetchone() == (1,)
    with writing():
        learners.create(at=NOON, goal="")

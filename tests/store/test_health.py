"""Whatever lies where the database should lie: it is named, never changed, and never stops the start."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from tests.store.conscript import as_nobody, is_root
from tests.store.shelf import NOON

from upslope.core.ids import LearnerId
from upslope.store import backup, health, learners, startup
from upslope.store.database import (
    DamagedError,
    DatabaseError,
    DiskFullError,
    ForeignError,
    NewerError,
    ReadOnlyError,
)
from upslope.store.home import Home
from upslope.store.transactions import writing


@pytest.fixture
def closed(home: Home, learner: LearnerId) -> Home:
    """Return a data folder whose database holds a hundred learners and no journal."""
    with writing():
        for _ in range(100):
            learners.create(at=NOON, goal="paper:x")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return home


def image(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    found = health.inspect(tmp_path / "upslope.sqlite3")
    assert (found.exists, found.pending) == (False, health.known_migrations())
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_counts_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "upslope.sqlite3"
    path.touch()
    assert not health.inspect(path).exists


def test_a_sound_database_is_sound(closed: Home) -> None:
    found = health.inspect(closed.database)
    assert (found.exists, found.pending) == (True, ())
    assert health.is_good(closed.database)
    assert health.looks_whole(closed.database)


def test_a_text_file_is_foreign_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "upslope.sqlite3"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(ForeignError, match="not an Upslope database"):
        health.inspect(path)
    assert path.read_text().startswith("Dear diary")


def test_a_database_of_another_program_is_foreign_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "upslope.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE django_migrations (id integer, app text, name text)")
        other.execute("INSERT INTO django_migrations VALUES (1, 'store', '0001_log_and_beliefs')")
        other.execute("CREATE TABLE recipes (title text)")
        other.commit()
    before = image(tmp_path)
    with pytest.raises(ForeignError, match="another program"):
        health.inspect(path)
    assert image(tmp_path) == before


def test_a_newer_database_is_refused_without_a_write(closed: Home) -> None:
    with closing(sqlite3.connect(closed.database)) as newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_from_the_future', 'x')"
        )
        newer.commit()
    before = closed.database.read_bytes()
    with pytest.raises(NewerError, match="newer Upslope"):
        startup.prepare(closed, at=NOON)
    assert closed.database.read_bytes() == before
    assert not health.is_good(closed.database)


def test_a_database_that_lacks_a_migration_says_which(closed: Home) -> None:
    with closing(sqlite3.connect(closed.database)) as older:
        older.execute("DELETE FROM django_migrations WHERE app = 'store'")
        older.commit()
    assert health.inspect(closed.database).pending == health.known_migrations()


@pytest.mark.parametrize("seed", range(50))
def test_a_truncated_database_is_damaged_and_stays(closed: Home, seed: int) -> None:
    data = closed.database.read_bytes()
    cut = random.Random(seed).randrange(1, len(data))
    closed.database.write_bytes(data[:cut])
    with pytest.raises(DatabaseError) as caught:
        startup.prepare(closed, at=NOON)
    assert isinstance(caught.value, DamagedError | ForeignError)
    assert caught.value.hint
    assert closed.database.read_bytes() == data[:cut]


@pytest.mark.parametrize("seed", range(200))
def test_a_flipped_byte_is_harmless_or_named(closed: Home, seed: int) -> None:
    """A byte inside a text is a fact nobody can check; every byte that matters to SQLite is noticed."""
    data = bytearray(closed.database.read_bytes())
    rng = random.Random(seed)
    place = rng.randrange(len(data)) if seed % 4 else rng.randrange(100)
    data[place] ^= 1 << rng.randrange(8)
    closed.database.write_bytes(bytes(data))
    error = trouble(closed.database)
    assert error is None or (error.message and error.hint)
    assert health.is_good(closed.database) == (error is None)


def trouble(path: Path) -> DatabaseError | None:
    try:
        health.inspect(path)
    except DatabaseError as error:
        return error
    return None


def test_a_zeroed_first_page_is_damaged(closed: Home) -> None:
    data = closed.database.read_bytes()
    closed.database.write_bytes(b"\x00" * 4096 + data[4096:])
    with pytest.raises(DamagedError):
        health.inspect(closed.database)


def test_a_lost_journal_costs_at_most_what_was_in_it(home: Home, learner: LearnerId) -> None:
    wal = home.database.with_name("upslope.sqlite3-wal")
    assert wal.stat().st_size > 0
    copy = Home(home.root.parent / "copy")
    copy.root.mkdir()
    shutil.copy(home.database, copy.database)
    found = health.inspect(copy.database)
    assert found.exists


def test_a_foreign_journal_is_passed_over(closed: Home) -> None:
    wal = closed.database.with_name("upslope.sqlite3-wal")
    wal.write_bytes(random.Random(1).randbytes(40_000))
    assert health.inspect(closed.database).exists
    with closing(sqlite3.connect(closed.database)) as after:
        assert after.execute("SELECT count(*) FROM store_learnerprofile").fetchone() == (101,)


def test_a_journal_without_its_database_is_damage_not_a_fresh_start(home: Home, learner: LearnerId) -> None:
    copy = Home(home.root.parent / "copy")
    copy.root.mkdir()
    shutil.copy(home.database.with_name("upslope.sqlite3-wal"), copy.root)
    with pytest.raises(DamagedError, match="missing"):
        startup.prepare(copy, at=NOON)


def test_damage_offers_the_newest_good_backup_and_keeps_the_original(closed: Home) -> None:
    first = backup.back_up(closed, at=NOON, reason=backup.BY_HAND)
    later = backup.back_up(closed, at=NOON.replace(hour=13), reason=backup.BY_HAND)
    data = later.path.read_bytes()
    later.path.write_bytes(data[: len(data) // 2])
    damaged = closed.database.read_bytes()[:5000]
    closed.database.write_bytes(damaged)
    good = backup.newest_good(closed)
    assert good == first
    aside = backup.restore(closed, first.name, at=NOON)
    assert aside is not None
    assert (aside / "upslope.sqlite3").read_bytes() == damaged
    assert startup.prepare(closed, at=NOON).migrated == ()
    with closing(sqlite3.connect(closed.database)) as after:
        assert after.execute("SELECT count(*) FROM store_learnerprofile").fetchone() == (101,)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_may_not_be_written_is_explained(closed: Home, what: str) -> None:
    target = closed.root if what == "folder" else closed.database
    said = as_nobody(lambda: str(trouble(closed.database)), owned=closed.root, read_only=target)
    assert "may not be written" in said
    assert "UPSLOPE_HOME" in said
    assert health.inspect(closed.database).exists


@pytest.mark.skipif(os.name != "posix" or not is_root(), reason="needs the right to mount")
def test_a_disk_that_is_full_is_explained_and_recovers(closed: Home, tmp_path: Path) -> None:
    from tests.store.conscript import small_disk

    with small_disk(tmp_path / "disk", megabytes=2) as disk:
        place = Home(disk / "home")
        place.root.mkdir()
        shutil.copy(closed.database, place.database)
        filler = disk / "filler"
        with pytest.raises(OSError, match="No space left"):
            filler.write_bytes(bytes(4_000_000))
        with pytest.raises(DiskFullError):
            backup.back_up(place, at=NOON, reason=backup.BY_HAND)
        assert backup.listed(place) == ()
        with pytest.raises(DatabaseError):
            startup.prepare(place, at=NOON)
        filler.unlink()
        assert startup.prepare(place, at=NOON).migrated == ()
        assert backup.back_up(place, at=NOON, reason=backup.BY_HAND) in backup.listed(place)


def test_read_only_is_a_kind_of_trouble_with_the_database() -> None:
    assert issubclass(ReadOnlyError, DatabaseError)

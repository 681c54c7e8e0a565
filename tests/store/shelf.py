"""Stand a real database file on a shelf of its own for each test: WAL, synchronous=FULL, as in use."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from upslope.core.clock import FixedClock
from upslope.core.ids import LearnerId
from upslope.services.goals import DEFAULT_GOAL
from upslope.store import learners, startup
from upslope.store.home import Home

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where one empty, migrated database lies, to be copied."""
    return tmp_path_factory.mktemp("blank") / "upslope.sqlite3"


@pytest.fixture
def use_database(django_db_blocker: object) -> Iterator[Callable[[Path], None]]:
    """Give a function that points Django at a database file; the old one comes back afterwards."""
    kept, name = connection.connection, connection.settings_dict["NAME"]

    def use(path: Path) -> None:
        connection.close() if connection.connection is not kept else None
        connection.connection = None
        connection.settings_dict["NAME"] = str(path)

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield use
        if connection.connection is not kept:
            connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept, name


@pytest.fixture
def home(tmp_path: Path, blank: Path, use_database: Callable[[Path], None], settings: object) -> Home:
    """Return a data folder with an empty, migrated database that Django uses."""
    if not blank.exists():
        model = Home(blank.parent)
        use_database(model.database)
        startup.prepare(model, at=NOON)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    made = Home(tmp_path / "home")
    made.root.mkdir(mode=0o700)
    shutil.copy(blank, made.database)
    settings.HOME = made  # type: ignore[attr-defined]
    use_database(made.database)
    return made


@pytest.fixture
def learner(home: Home, clock: FixedClock) -> LearnerId:
    """Return a new learner in that database."""
    return learners.create(at=clock.now(), goal=DEFAULT_GOAL)

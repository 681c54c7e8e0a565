"""Make the database ready to use: look at it, back it up before it is changed, bring it up to date."""

from dataclasses import dataclass
from datetime import datetime

from upslope.store import backup, health
from upslope.store.backup import Backup
from upslope.store.database import explained
from upslope.store.home import Home


@dataclass(frozen=True, slots=True)
class Prepared:
    """State what was done: made anew, migrations applied, and the backup made before them."""

    created: bool
    migrated: tuple[str, ...]
    backup: Backup | None


def prepare(home: Home, *, at: datetime) -> Prepared:
    """Create or migrate the database; call after `django.setup()`, with the folder's lock held.

    A database that is damaged, foreign, newer or not writable raises a DatabaseError and stays untouched.
    Each migration is one transaction: one that was interrupted is repeated by the next start.
    """
    found = health.inspect(home.database)
    made = None
    if found.exists and found.pending:
        made = backup.back_up(home, at=at, reason=backup.BEFORE_MIGRATION)
    if found.pending:
        _migrate(home)
    return Prepared(created=not found.exists, migrated=found.pending, backup=made)


def _migrate(home: Home) -> None:
    from django.core.management import call_command
    from django.db import connection, transaction

    with explained(home.database):
        # Django records a migration after its transaction; a kill between the two would repeat it on tables
        # that exist. One transaction around both closes the gap; SQLite wants foreign keys off before it.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic():
                call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        finally:
            connection.close()

"""Open the one kind of transaction that writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from upslope.store.database import explained


@contextmanager
def writing() -> Iterator[None]:
    """Run the block in one transaction that holds the write lock from its first statement.

    What is done inside is on the disk when the block ends, or not done at all. Raises DatabaseError with a
    message and a hint where the disk is full, the folder read-only, or the file damaged.
    """
    with explained(Path(connection.settings_dict["NAME"])), transaction.atomic():
        yield


@contextmanager
def reading() -> Iterator[None]:
    """Show the block one moment's state, however long it takes; writers go on meanwhile.

    A deferred transaction, which Django does not offer where writing ones take the lock at once.
    """
    with explained(Path(connection.settings_dict["NAME"])), connection.cursor() as cursor:
        if connection.in_atomic_block:
            yield
            return
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")

"""Hold the log to its word: SQL triggers refuse every change of an event, whoever asks.

Raw SQL, so that the rule stands for the ORM, the `sqlite3` shell and programs not yet written. INSERT OR
REPLACE deletes first and so meets the same trigger (PRAGMA recursive_triggers in `database`).
"""

CREATE_NO_UPDATE = """
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON store_eventrow
BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract an event by a new one'); END
"""
CREATE_NO_DELETE = """
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON store_eventrow
BEGIN SELECT RAISE(ABORT, 'the log is append-only: retract an event by a new one'); END
"""
DROP_NO_UPDATE = "DROP TRIGGER events_are_never_changed"
DROP_NO_DELETE = "DROP TRIGGER events_are_never_deleted"

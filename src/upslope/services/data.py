"""Export, import, back up, put back: the learner's data is the learner's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.conf import settings as django_settings
from django.db import IntegrityError, connection

from upslope import __version__
from upslope.core.errors import UpslopeError
from upslope.services.house import House, Situation, forget
from upslope.services.rebuild import rebuild
from upslope.services.views.common import Notice
from upslope.services.views.settings import BackupRow
from upslope.services.words import count, size, when
from upslope.store import archive, backup, health, learners, log, questions, startup
from upslope.store import queries as read
from upslope.store.archive import Contents, Settings
from upslope.store.archive_safety import ArchiveError
from upslope.store.erase import erase_rows
from upslope.store.home import Home
from upslope.store.transactions import reading, writing

CHUNK = 64 * 1024
SPOOLED = 8_000_000


def home() -> Home:
    """Return the data folder in use."""
    folder: Home = django_settings.HOME
    return folder


def export(house: House) -> tuple[str, Iterator[bytes]]:
    """Return the name and the bytes of an archive of everything, as of one moment."""
    moment = house.moment()
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 - closed by `_chunks`
    with reading():
        archive.write(file, house.look().profile, at=moment.at, program=__version__)
    file.seek(0)
    return f"upslope-{moment.today.isoformat()}.zip", _chunks(file)


def import_(house: House, file: IO[bytes], *, replace: bool = False) -> Notice:
    """Read an export into this profile, all of it or nothing.

    A profile that has events already is only replaced when asked, and backed up before. Raises ArchiveError
    for a file that is no sound export, UpslopeError where `replace` is missing.
    """
    contents = archive.open_archive(file)
    present = read.events.count(house.learner)
    if present and not replace:
        raise UpslopeError(
            f"There are {count(present, 'entry', 'entries')} here already; an import would replace them.",
            "Import again and confirm that they are replaced; a backup is made first.",
        )
    if present:
        _back_up(house, backup.BEFORE_IMPORT)
    with writing():
        try:
            events = _take_over(house, contents)
        except (IntegrityError, ValueError, OverflowError) as error:
            raise ArchiveError("The export holds an entry twice, or a value that cannot be.") from error
        rebuild(house)
    forget()
    return Notice(f"Imported {count(events, 'entry', 'entries')}.")


def back_up_now(house: House) -> Notice:
    """Back the database up now."""
    made = _back_up(house, backup.BY_HAND)
    return Notice(f"Backed up: {made.name}, {size(made.bytes)}.")


def restore(house: House, name: str) -> Notice:
    """Put a backup back; the present state is backed up first. Raises NotFoundError, DatabaseError."""
    at = house.clock.now()
    connection.close()
    backup.restore(home(), name, at=at)
    startup.prepare(home(), at=at)
    forget()
    return Notice(f"{name} is back in place; what was there before is kept among the backups.")


def backup_rows(situation: Situation, folder: Home) -> tuple[BackupRow, ...]:
    """Return the backups for the page; `good` is a look at header and length, use brings the full check."""
    moment = situation.moment
    return tuple(
        BackupRow(
            name=made.name,
            when_text=when(made.at, moment.zone_offset_minutes, moment.today),
            size_text=size(made.bytes),
            good=health.looks_whole(made.path),
        )
        for made in backup.listed(folder)
    )


def data_size(folder: Home) -> int:
    """Return the bytes of the database with its journal."""
    files = (folder.database.with_name(folder.database.name + end) for end in ("", "-wal"))
    return sum(_size(path) for path in files)


def _take_over(house: House, contents: Contents) -> int:
    """Put the archive's contents in the place of the profile's; return the number of events."""
    columns = _columns(contents.settings)
    erase_rows(house.learner)
    events = log.append_all(contents.events(house.learner))
    asked = questions.add_all(contents.questions(house.learner))
    if (events, asked) != (contents.counts.get("events"), contents.counts.get("questions")):
        raise ArchiveError("The export does not hold as much as its manifest says.")
    learners.set_columns(house.learner, columns)
    return events


def _columns(settings: Settings) -> dict[str, Any]:
    """Return the profile's columns. Raises ValueError for words that cannot be chosen, or no day."""
    names = ("created_at", "secret", "begun_at", *learners.SETTINGS)
    columns = {name: getattr(settings, name) for name in names}
    if any(columns[name] not in words for name, words in learners.CHOICES.items()):
        raise ValueError("a setting that cannot be chosen")
    return {**columns, "study_days": learners.days_mask(settings.study_days)}


def _back_up(house: House, reason: str) -> backup.Backup:
    return backup.back_up(home(), at=house.clock.now(), reason=reason)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

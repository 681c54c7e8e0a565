"""Refuse archives that could do harm: bombs, strange names, links, locked or doubled entries.

Nothing is ever unpacked to the disk: entries are read line by line, and only under the names we wrote.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from upslope.core.errors import UpslopeError

LARGEST_TOTAL = 2_000_000_000
"""Bytes of all entries unpacked: about two million events."""
LARGEST_RATIO = 200
"""Unpacked to packed; our own JSON lines reach about 30."""
RATIO_FROM = 1_000_000
"""Below this size a ratio says nothing."""
LONGEST_LINE = 4_000_000
MOST_ENTRIES = 16

HINT = "Choose a file that Upslope's own Export has written; nothing was changed."


class ArchiveError(UpslopeError):
    """Report a file that cannot be imported; nothing was changed."""

    def __init__(self, message: str, hint: str = HINT) -> None:
        super().__init__(message, hint)


def checked_entries(archive: zipfile.ZipFile, *, required: Sequence[str], optional: Sequence[str]) -> None:
    """Raise ArchiveError unless the archive holds exactly plain files of these names, of honest sizes."""
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or len(set(names)) != len(names):
        raise ArchiveError("This archive holds more than an export does.")
    for name in names:
        if name not in required and name not in optional:
            raise ArchiveError("This archive holds files that do not belong in an export.")
    for name in required:
        if name not in names:
            raise ArchiveError(f"This archive lacks {name}: it is not a whole export.")
    for entry in entries:
        _check_entry(entry)
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise ArchiveError("This archive is too large.")


def read_lines(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield the lines of an entry with their ends, never more bytes than its size was declared to be.

    Raises ArchiveError for a line without end, or data that does not unpack.
    """
    try:
        with archive.open(name) as file:
            while line := file.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise ArchiveError(f"{name} holds a line that is too long.")
                yield line
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ArchiveError(f"{name} in this archive is damaged.") from error


def _check_entry(entry: zipfile.ZipInfo) -> None:
    mode = entry.external_attr >> 16
    if entry.is_dir() or (mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG)):
        raise ArchiveError("This archive holds links or folders, which an export does not.")
    if entry.flag_bits & 0x1:
        raise ArchiveError("This archive is locked with a password.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ArchiveError("This archive is packed in a way an export is not.")
    packed = max(1, entry.compress_size)
    if entry.file_size > RATIO_FROM and entry.file_size / packed > LARGEST_RATIO:
        raise ArchiveError("This archive unpacks to far more than it holds.")

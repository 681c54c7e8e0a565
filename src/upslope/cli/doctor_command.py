"""Say what is wrong with this installation and how to mend it. Changes nothing."""

import argparse
import importlib
import os
import shutil
import socket
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from upslope import __version__
from upslope.cli.data_folder import add_home_argument, chosen_home
from upslope.cli.django_setup import set_up_django
from upslope.core.errors import UpslopeError
from upslope.store.home import Home

NEEDED_BYTES = 200_000_000
LIBRARIES = {
    "django": "django",
    "waitress": "waitress",
    "whitenoise": "whitenoise",
    "markdown-it-py": "markdown_it",
    "python-flint": "flint",
    "quickjs": "quickjs",
    "nh3": "nh3",
    "numpy": "numpy",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one line of the report; `mend` is empty where all is well."""

    what: str
    state: str
    mend: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope doctor` takes."""
    add_home_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; return 1 if something needs mending."""
    home = chosen_home(arguments)
    set_up_django()
    findings = [finding for look in LOOKS for finding in look(home)]
    for finding in findings:
        print(f"{'!!' if finding.mend else 'ok'}  {finding.what}: {finding.state}")
        if finding.mend:
            print(f"      {finding.mend}")
    broken = sum(1 for finding in findings if finding.mend)
    print("Everything is in order." if not broken else f"{broken} to mend.")
    return 1 if broken else 0


def look_at_program(home: Home) -> Iterator[Finding]:
    """Name the versions of program and Python."""
    yield Finding("Upslope", __version__)
    mend = "" if sys.version_info >= (3, 11) else "Install Python 3.11 or newer."
    yield Finding("Python", sys.version.split()[0], mend)


def look_at_libraries(home: Home) -> Iterator[Finding]:
    """Import each library the product stands on."""
    for name, module in LIBRARIES.items():
        try:
            importlib.import_module(module)
            yield Finding(name, version(name))
        except (ImportError, PackageNotFoundError) as error:
            yield Finding(
                name,
                f"cannot be loaded ({error})",
                "Install Upslope again: pip install --force-reinstall upslope",
            )


def look_at_sqlite(home: Home) -> Iterator[Finding]:
    """Check SQLite for what the log and the later search need."""
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    mend = "" if sqlite3.sqlite_version_info >= (3, 37) else "Use a Python that carries SQLite 3.37 or newer."
    full_text = "with" if "ENABLE_FTS5" in options else "without"
    yield Finding("SQLite", f"{sqlite3.sqlite_version}, {full_text} full-text search", mend)


def look_at_folder(home: Home) -> Iterator[Finding]:
    """Check that the data folder can be written, is closed to others, and has room."""
    if not os.access(home.root, os.W_OK):
        yield Finding(
            "Data folder", f"{home.root} cannot be written", "Make it writable, or set UPSLOPE_HOME."
        )
        return
    mode = stat.S_IMODE(home.root.stat().st_mode)
    is_open = os.name == "posix" and mode & 0o077
    yield Finding(
        "Data folder",
        f"{home.root} ({mode:o})",
        f"Close it to others: chmod 700 {home.root}" if is_open else "",
    )
    free = shutil.disk_usage(home.root).free
    mend = "" if free > NEEDED_BYTES else "Free some room: answers could be refused when the disk is full."
    yield Finding("Free disk", f"{free / 1e9:.1f} GB", mend)


def look_at_database(home: Home) -> Iterator[Finding]:
    """Run the whole integrity check over the database, and look at the backups."""
    from upslope.store import backup, health

    try:
        found = health.inspect(home.database)
    except UpslopeError as error:
        yield Finding("Database", error.message, error.hint or "Run `upslope restore`.")
    else:
        if not found.exists:
            yield Finding("Database", "none yet; the first start makes it")
        elif found.pending:
            yield Finding("Database", f"sound; {len(found.pending)} migrations wait for the next start")
        else:
            yield Finding("Database", f"sound, {home.database.stat().st_size / 1e6:.1f} MB")
    listed = backup.listed(home)
    damaged = [made.name for made in listed if not health.is_good(made.path)]
    state = f"{len(listed)}, newest {listed[0].name}" if listed else "none yet"
    mend = f"Move these away, they cannot be read: {', '.join(damaged)}" if damaged else ""
    yield Finding("Backups", state, mend)


def look_at_packs(home: Home) -> Iterator[Finding]:
    """Load the curriculum."""
    from upslope.curriculum import default_pack_root, load

    try:
        curriculum = load((default_pack_root(),))
    except UpslopeError as error:
        yield Finding("Packs", error.message, error.hint or "Install Upslope again.")
        return
    lessons = sum(concept.has_lesson for concept in curriculum.concepts.values())
    state = f"{len(curriculum.concepts)} concepts, {lessons} lessons, {len(curriculum.owned)} templates"
    mend = f"{curriculum.refused[0]}" if curriculum.refused else ""
    yield Finding("Packs", state, mend)


def look_at_formulas(home: Home) -> Iterator[Finding]:
    """Render one formula."""
    from upslope.curriculum import render_inline

    works = "katex-mathml" in render_inline("$x^2$")
    yield Finding(
        "Formulas", "rendered" if works else "not rendered", "" if works else "Install Upslope again."
    )


def look_at_port(home: Home) -> Iterator[Finding]:
    """Bind the usual port, or see who holds it."""
    from upslope.cli.start_command import DEFAULT_PORT, HOST

    with socket.socket() as probe:
        try:
            probe.bind((HOST, DEFAULT_PORT))
        except OSError:
            running = home.server.exists()
            state = "Upslope runs there" if running else "taken by another program; a free one is chosen"
            yield Finding(f"Port {DEFAULT_PORT}", state)
            return
    yield Finding(f"Port {DEFAULT_PORT}", "free")


LOOKS: tuple[Callable[[Home], Iterator[Finding]], ...] = (
    look_at_program,
    look_at_libraries,
    look_at_sqlite,
    look_at_folder,
    look_at_database,
    look_at_packs,
    look_at_formulas,
    look_at_port,
)

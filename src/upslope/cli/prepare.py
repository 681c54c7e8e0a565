"""Make the data ready before the first page, and keep backing it up while the server runs."""

import logging
import threading

from upslope.core.clock import SystemClock
from upslope.core.errors import UpslopeError
from upslope.store import backup, startup
from upslope.store.database import DamagedError, ForeignError
from upslope.store.home import Home
from upslope.web import trouble

HOUR_SECONDS = 3600

log = logging.getLogger(__name__)


def prepare(home: Home) -> None:
    """Inspect, back up and migrate; what goes wrong becomes a page with a way out, never a crash."""
    clock = SystemClock()
    try:
        startup.prepare(home, at=clock.now())
        backup.back_up_daily(home, clock.now())
    except UpslopeError as error:
        trouble.report(with_backup(home, error))
        log.warning("%s", error.message)


def with_backup(home: Home, error: UpslopeError) -> trouble.Trouble:
    """Offer the newest good backup where putting it back would mend the trouble."""
    if not isinstance(error, (DamagedError, ForeignError)):
        return trouble.from_error(error)
    try:
        good = backup.newest_good(home)
    except OSError:
        good = None
    if good is None:
        return trouble.from_error(error)
    return trouble.Trouble(error.message, error.hint, good.name, f"{good.at:%d %B %Y, %H:%M} UTC")


def keep_backing_up(home: Home, stop: threading.Event) -> None:
    """Look once an hour whether today's backup is due; a failed one is tried again the next hour."""
    clock = SystemClock()
    while not stop.wait(HOUR_SECONDS):
        if trouble.current() is not None:
            continue
        try:
            backup.back_up_daily(home, clock.now())
        except (UpslopeError, OSError) as error:
            log.warning("The daily backup failed: %s", error)

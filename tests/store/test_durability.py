"""Nothing that was acknowledged is lost: killed servers, lost responses, and disks that forget."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from tests.services.conftest import garden, gardener, house
from tests.services.gardener import Gardener
from tests.store.killing import kill_again_and_again

from upslope.checking import Response
from upslope.core.clock import SystemClock
from upslope.core.ids import ConceptId
from upslope.services import concept, practice
from upslope.services.house import House
from upslope.store import queries as read
from upslope.store.home import Home

__all__ = ["garden", "gardener", "house"]

posix = pytest.mark.skipif(os.name != "posix", reason="kills by signal")


@posix
@pytest.mark.parametrize("kills", [12, pytest.param(1_000, marks=pytest.mark.slow)])
def test_killed_servers_lose_and_double_nothing(house: House, kills: int) -> None:
    house = House(house.curriculum, SystemClock(), house.learner)
    concept.claim(house, ConceptId("adding"), "claim-token")
    toll = kill_again_and_again(house, kills)
    assert toll.is_clean, toll
    assert toll.acknowledged > kills


def test_200_lost_responses_are_sent_again_and_write_once(gardener: Gardener) -> None:
    """The response is lost after the commit: the browser sends the same form again, perhaps twice."""
    rng = random.Random(5)
    for number in range(200):
        question = gardener.put("doubling")
        token = f"lost-{number:04}"
        first = gardener.answer(question, right=rng.random() < 0.7, token=token)
        for _ in range(1 + (number % 10 == 0)):
            again = practice.answer(gardener.house, question, Response("1"), client_token=token, active_ms=5)
            assert again.event == first.event
            assert again.verdict == first.verdict
        if first.next_label == "Back to Today":
            gardener.practise("adding")
    tokens = [event.envelope.client_token for event in read.events.everything(gardener.house.learner)]
    assert sum(token.startswith("lost-") for token in tokens) == 200
    assert len(set(tokens)) == len(tokens)


@pytest.fixture
def images(gardener: Gardener, tmp_path: Path) -> "Images":
    """Return the database before and after a checkpoint, the journal, and where each commit ends in it."""
    home = gardener_home()
    wal = home.database.with_name(home.database.name + "-wal")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA wal_autocheckpoint = 0")
    before = home.database.read_bytes()
    ends = []
    for number in range(60):
        gardener.practise("adding" if number % 3 else "doubling")
        ends.append(wal.stat().st_size)
    journal = wal.read_bytes()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(FULL)")
    return Images(before, home.database.read_bytes(), journal, tuple(ends), tmp_path / "image")


def gardener_home() -> Home:
    from django.conf import settings

    home: Home = settings.HOME
    return home


class Images:
    """Hold a database as it could be found after a power cut, and open it."""

    def __init__(
        self, before: bytes, after: bytes, journal: bytes, ends: tuple[int, ...], place: Path
    ) -> None:
        self.before, self.after, self.journal, self.ends, self.place = before, after, journal, ends, place

    def answers_in(self, database: bytes, journal: bytes) -> int:
        """Write the files as one image, open it, check it in full, and count the attempts."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()
        path = self.place / "upslope.sqlite3"
        path.write_bytes(database)
        path.with_name("upslope.sqlite3-wal").write_bytes(journal)
        with closing(sqlite3.connect(path)) as found:
            assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert found.execute("PRAGMA foreign_key_check").fetchone() is None
            return int(found.execute("SELECT count(*) FROM store_eventrow").fetchone()[0])

    def acknowledged_at(self, cut: int) -> int:
        """Return how many answers were acknowledged when the journal had this length."""
        return sum(end <= cut for end in self.ends)


def cuts(images: Images, count: int, seed: int) -> Iterator[int]:
    rng = random.Random(seed)
    for number in range(count):
        if number % 5 == 0:
            yield min(len(images.journal), max(0, rng.choice(images.ends) + rng.randint(-40, 40)))
        else:
            yield rng.randint(0, len(images.journal))


def test_500_journals_cut_at_any_byte_keep_every_acknowledged_answer(images: Images) -> None:
    for cut in cuts(images, 500, seed=11):
        kept = images.answers_in(images.before, images.journal[:cut])
        assert kept >= images.acknowledged_at(cut), cut


def test_torn_and_scrambled_ends_of_a_journal_are_passed_over(images: Images) -> None:
    """What follows the last fsync may be anything: zeros, noise, an older frame."""
    rng = random.Random(12)
    for cut in cuts(images, 150, seed=13):
        tail = rng.choice([bytes(8_192), rng.randbytes(8_192), images.journal[:8_192]])
        kept = images.answers_in(images.before, images.journal[:cut] + tail[: rng.randint(1, 8_192)])
        assert kept >= images.acknowledged_at(cut), cut


def test_a_power_cut_in_a_checkpoint_loses_nothing(images: Images) -> None:
    """Pages reach the database in any order, each whole or torn in two; the journal is still there."""
    rng = random.Random(14)
    size = 4_096
    for _ in range(100):
        pages = []
        for start in range(0, len(images.after), size):
            old = images.before[start : start + size].ljust(size, b"\x00")
            new = images.after[start : start + size]
            torn = new[: rng.randrange(0, size, 512)]
            pages.append(rng.choice([old, new, torn + old[len(torn) :]]))
        assert images.answers_in(b"".join(pages), images.journal) == len(images.ends)

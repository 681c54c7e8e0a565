"""Plant the garden, a small curriculum, for the tests of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.gardener import Gardener
from tests.store.shelf import blank, home, use_database

from upslope.core.clock import FixedClock
from upslope.curriculum import Curriculum, load
from upslope.services import house as houses
from upslope.services.house import House
from upslope.store.home import Home

__all__ = ["blank", "home", "use_database"]

GARDEN = Path(__file__).parent / "garden"


@pytest.fixture(scope="session")
def garden() -> Curriculum:
    """Return the garden: adding → doubling, halving → averaging → guessing, which has no lesson."""
    return load((GARDEN,), indexed=False)


@pytest.fixture
def house(home: Home, garden: Curriculum, clock: FixedClock) -> Iterator[House]:
    """Give a House over a new database; the process forgets it afterwards."""
    made = houses.build(curriculum=garden, clock=clock)
    houses.install(made)
    yield made
    houses.forget()


@pytest.fixture
def gardener(house: House, clock: FixedClock) -> Gardener:
    """Return someone who works in the garden."""
    return Gardener(house, clock)

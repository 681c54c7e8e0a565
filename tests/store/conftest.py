"""Share the shelf among the tests of the store."""

from tests.store.shelf import blank, home, learner, use_database

__all__ = ["blank", "home", "learner", "use_database"]

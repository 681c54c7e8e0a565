"""One server alone writes to a data folder; tokens work once."""

import os
from pathlib import Path

import pytest

from upslope.cli.single import AlreadyRunningError, hold_lock
from upslope.core.errors import UpslopeError
from upslope.store.home import Home, home_folder, open_home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "upslope")


def test_the_lock_is_held_once_and_freed(home: Home) -> None:
    with hold_lock(home), pytest.raises(AlreadyRunningError), hold_lock(home):
        pass
    with hold_lock(home):
        pass


def test_the_folder_and_its_secrets_are_closed_to_others(home: Home) -> None:
    home.secret("entrance")
    token = home.new_token()
    assert home.root.stat().st_mode & 0o777 == 0o700
    assert (home.root / "secret-entrance").stat().st_mode & 0o777 == 0o600
    assert home.tokens.stat().st_mode & 0o777 == 0o700
    assert all(token not in path.name for path in home.tokens.iterdir())  # only digests lie on the disk


def test_a_token_works_once_and_not_after_it_is_forgotten(home: Home) -> None:
    first, second = home.new_token(), home.new_token()
    assert home.redeem(first)
    assert not home.redeem(first)
    home.forget_tokens()
    assert not home.redeem(second)
    assert not home.redeem("never given")


def test_secrets_last_and_differ(home: Home) -> None:
    assert home.secret("entrance") == home.secret("entrance")
    assert home.secret("entrance") != home.secret("django")


def test_the_folder_can_be_chosen() -> None:
    assert home_folder({"UPSLOPE_HOME": "/somewhere/else"}) == Path("/somewhere/else")
    assert home_folder({}).name == "upslope"


def test_a_file_in_the_place_of_the_folder_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(UpslopeError, match="cannot be used"):
        open_home(file)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UpslopeError, match="cannot be used"):
        open_home(tmp_path / "upslope")

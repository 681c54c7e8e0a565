"""What importing the package costs, and what it may not bring along."""

import subprocess
import sys

import pytest

import upslope.problems as problems


def run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_package_is_light_and_imports_no_template():
    code = (
        "import time, sys; before = time.process_time(); import upslope.problems; "
        "print(time.process_time() - before); "
        "print(*[name for name in sys.modules if name.startswith(('upslope.', 'flint', 'numpy'))])"
    )
    seconds, *modules = run(code)
    assert modules == ["upslope.problems"]
    assert float(seconds) < 2


def test_listing_front_matter_needs_no_checker():
    code = (
        "import sys; from upslope.problems import read_front_matter; "
        "print('flint' in sys.modules, 'upslope.checking' in sys.modules, 'sympy' in sys.modules)"
    )
    assert run(code) == ["False", "False", "False"]


@pytest.mark.parametrize("name", problems.__all__)
def test_every_name_of_the_vocabulary_is_there(name):
    assert getattr(problems, name) is not None


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="nonsense"):
        _ = problems.nonsense
    assert "Template" in dir(problems)

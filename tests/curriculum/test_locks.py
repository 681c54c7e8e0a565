"""Lock what templates draw: new ones are entered, changed ones are refused until their version rises."""

import shutil
from pathlib import Path

import pytest

from upslope.curriculum.check import check, update_locks

EXAMPLE = Path(__file__).parents[2] / "packs" / "example"
CONCEPT = "mean-of-two-numbers"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Copy the example without its lock."""
    copied = tmp_path / "example"
    shutil.copytree(EXAMPLE, copied, ignore=shutil.ignore_patterns("variants.lock", "__pycache__"))
    return copied


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(pack: Path) -> list[tuple[str, str]]:
    return [(r.rule, r.path.stem) for r in check([pack], seeds=60).refusals]


def test_templates_are_entered_once(pack: Path) -> None:
    assert refused(pack) == [("lock", "mean-true-or-false"), ("lock", "number-from-the-mean")]
    assert update_locks([pack]) == (
        "mean-true-or-false is locked in version 1.",
        "number-from-the-mean is locked in version 1.",
    )
    assert update_locks([pack]) == ()
    assert refused(pack) == []


def test_other_draws_need_another_version(pack: Path) -> None:
    update_locks([pack])
    code, text = (pack / CONCEPT / f"number-from-the-mean{end}" for end in (".py", ".md"))
    edit(code, "rng.integer(-20, 40", "rng.integer(-20, 44")
    assert refused(pack) == [("lock", "number-from-the-mean")]
    assert update_locks([pack]) == (), "the old version keeps its line"
    edit(text, "version = 1", "version = 2")
    assert update_locks([pack]) == ("number-from-the-mean is locked in version 2.",)
    assert refused(pack) == []


def test_other_words_need_none(pack: Path) -> None:
    update_locks([pack])
    edit(pack / CONCEPT / "number-from-the-mean.md", "Find the second number.", "Which number is it?")
    assert refused(pack) == []


def test_only_what_was_asked_is_entered(pack: Path) -> None:
    said = update_locks([pack], only=[pack / CONCEPT / "mean-true-or-false.md"])
    assert said == ("mean-true-or-false is locked in version 1.",)


def test_the_line_of_a_vanished_template_goes(pack: Path) -> None:
    update_locks([pack])
    for end in (".py", ".md"):
        (pack / CONCEPT / f"number-from-the-mean{end}").unlink()
    assert "number-from-the-mean is gone." in update_locks([pack])
    assert "number-from-the-mean" not in (pack / "variants.lock").read_text(encoding="utf-8")


def test_a_template_that_cannot_be_drawn_is_said(pack: Path) -> None:
    edit(pack / CONCEPT / "number-from-the-mean.py", "return cls(", "raise ValueError  # ")
    (said,) = [line for line in update_locks([pack]) if line.startswith("number-from")]
    assert "cannot be locked" in said


def test_processes_find_what_one_finds(pack: Path) -> None:
    edit(pack / CONCEPT / "number-from-the-mean.py", "return self.mean + self.way", "return self.mean + 1")
    one, two = check([pack], seeds=5), check([pack], seeds=5, workers=2)
    assert one.refusals == two.refusals
    assert "verify" in {refusal.rule for refusal in one.refusals}

"""Authors' commands: show, sweep, new, check."""

import shutil
from pathlib import Path

import pytest

from upslope import cli
from upslope.cli.preview_command import find_file, pack_of
from upslope.core.errors import UpslopeError

EXAMPLE = Path(__file__).resolve().parents[2] / "packs" / "example"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Copy the example pack to where it may be written."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "packs" / "example"))


def test_show_prints_statement_answer_slips_and_fields(
    capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    file = pack / "mean-of-two-numbers" / "number-from-the-mean.md"
    assert cli.main(["show", str(file), "--seed", "3"]) == 0
    shown = capsys.readouterr().out
    assert "seed 3" in shown
    assert "## Answer" in shown
    assert "## Slip half-way-only" in shown
    fields = shown.rpartition("## Fields\n")[2].strip()
    assert cli.main(["show", str(file), "--seed", "3", "--fields", fields]) == 0
    assert capsys.readouterr().out == shown


def test_sweep_counts_answers_and_names_the_odd_seeds(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    file = pack / "mean-of-two-numbers" / "number-from-the-mean.py"
    assert cli.main(["sweep", str(file), "--seeds", "30"]) == 0
    shown = capsys.readouterr().out
    assert "30 seeds" in shown
    assert "slowest: seed" in shown


def test_check_passes_the_example_and_refuses_a_spoilt_copy(
    capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    assert cli.main(["check", str(pack), "--seeds", "20", "--workers", "1"]) == 0
    text = pack / "mean-of-two-numbers" / "number-from-the-mean.md"
    text.write_text(text.read_text(encoding="utf-8").replace("<<mean>>", "<<meen>>"), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["check", str(pack), "--seeds", "5", "--workers", "1"]) == 1
    said = capsys.readouterr().out
    assert "number-from-the-mean.md:" in said
    assert "did you mean mean" in said.lower()


def test_new_begins_a_concept_and_templates_but_overwrites_nothing(
    capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    folder = pack / "median-of-three"
    assert cli.main(["new", "concept", str(folder)]) == 0
    assert cli.main(["new", "template", str(folder / "pick-the-median")]) == 0
    assert cli.main(["new", "template", str(folder / "median-true-or-false"), "--facts"]) == 0
    assert (folder / "pick-the-median.py").read_text(encoding="utf-8").count(
        "class PickTheMedian(Template)"
    ) == 1
    assert not (folder / "median-true-or-false.py").exists()
    capsys.readouterr()
    assert cli.main(["new", "template", str(folder / "pick-the-median")]) == 1
    assert "exists" in capsys.readouterr().err


def test_new_template_like_another_copies_it_under_the_new_name(pack: Path) -> None:
    target = pack / "mean-of-two-numbers" / "other-number"
    assert cli.main(["new", "template", str(target), "--like", "number-from-the-mean"]) == 0
    assert "class OtherNumber(Template)" in target.with_suffix(".py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Median", "two words", "-x"])
def test_new_refuses_a_name_that_cannot_be_an_id(
    name: str, capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    assert cli.main(["new", "concept", str(pack / name)]) == 1
    assert "cannot be an id" in capsys.readouterr().err


def test_new_frames_can_be_drawn_at_once_and_name_the_point(
    capsys: pytest.CaptureFixture[str], pack: Path
) -> None:
    folder = pack / "mean-of-two-numbers"
    assert cli.main(["new", "template", str(folder / "a-frame.md")]) == 0
    assert "upslope preview" in capsys.readouterr().out
    assert 'point = "halfway-between"' in (folder / "a-frame.md").read_text(encoding="utf-8")
    for level in ("1", "2"):
        assert cli.main(["show", str(folder / "a-frame.md"), "--level", level]) == 0
    assert "What is $" in capsys.readouterr().out


def test_new_copies_a_template_of_another_pack_by_its_file(pack: Path) -> None:
    like = EXAMPLE / "mean-of-two-numbers" / "number-from-the-mean.py"
    target = pack / "mean-of-two-numbers" / "another-number"
    assert cli.main(["new", "template", str(target), "--like", str(like)]) == 0
    assert "class AnotherNumber(Template)" in target.with_suffix(".py").read_text(encoding="utf-8")


def test_new_begins_no_concept_outside_a_pack(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, pack: Path
) -> None:
    assert cli.main(["new", "concept", str(pack.parent / "nowhere" / "median")]) == 1
    assert "is no pack" in capsys.readouterr().err
    assert not (pack.parent / "nowhere").exists()


def test_preview_takes_a_template_that_is_not_in_order_yet(pack: Path) -> None:
    folder = pack / "mean-of-two-numbers"
    text = folder / "number-from-the-mean.md"
    text.write_text("nothing", encoding="utf-8")
    assert find_file(str(text.with_suffix(".py"))) == text
    assert pack_of(text) == pack
    with pytest.raises(UpslopeError, match="/concepts/mean-of-two-numbers/"):
        find_file(str(folder / "lesson.md"))
    with pytest.raises(UpslopeError, match="does not exist"):
        find_file(str(folder / "no-such-file.md"))

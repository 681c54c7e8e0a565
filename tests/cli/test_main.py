"""The command line: plain calls, wrong calls, errors explained."""

from pathlib import Path

import pytest

from upslope import cli

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([name, "--help"])
    assert stopped.value.code == 0
    assert f"upslope {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_command_is_documented(name: str) -> None:
    assert f"`upslope {name}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_of_dev_py_is_documented() -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for command in ("run", *dev.COMMANDS):
        assert f"`{command}`" in text
        assert f"  {command} " in dev.HELP


def test_an_unknown_command_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["teleport"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_an_error_is_explained_with_its_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "no/such/folder"]) == 1
    said = capsys.readouterr().err
    assert "does not exist" in said
    assert "Give a pack" in said


def test_a_template_that_is_not_there_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", "special-solution"]) == 1
    assert "Did you mean special-solutions" in capsys.readouterr().err

"""Run the code of lessons in a child process and say what happened."""

import sys
from pathlib import Path

import pytest

from upslope.curriculum.check import snippets
from upslope.curriculum.check.snippets import Snippet, SnippetKind, run, same_output, snippets_of
from upslope.curriculum.lesson_text import parse_lesson


def snippet(code: str, kind: SnippetKind = SnippetKind.RUN, needs: str = "") -> Snippet:
    return Snippet(kind, code, 1, None, needs)


def test_fences_are_found_with_their_output_and_line(tmp_path: Path) -> None:
    body = (
        "# Why\n```python run\nprint(1)\n```\n```output\n1\n```\n"
        "```python\nnot run\n```\n```python check needs=torch\nassert 1\n```\n"
        '```python run needs = "scipy"\nx = 1\n```\n'
    )
    found = snippets_of(parse_lesson(tmp_path, body, 11))
    assert [(s.kind, s.code, s.line, s.output, s.needs) for s in found] == [
        ("run", "print(1)\n", 13, "1\n", ""),
        ("check", "assert 1\n", 22, None, "torch"),
        ("run", "x = 1\n", 25, None, "scipy"),
    ]


def test_output_errors_and_their_lines() -> None:
    good, failed, unreadable, left = run(
        [
            snippet("print('a')\nprint(2)"),
            snippet("x = 1\nassert x == 2, 'no'"),
            snippet("x = \n"),
            snippet("raise SystemExit(3)"),
        ]
    )
    assert (good.printed, good.error) == ("a\n2\n", "")
    assert (failed.error, failed.error_line) == ("AssertionError: no", 2)
    assert (unreadable.error, unreadable.error_line) == ("SyntaxError: invalid syntax", 1)
    assert left.error == "SystemExit: 3"


def test_each_snippet_has_a_namespace_of_its_own() -> None:
    _, second = run([snippet("x = 1"), snippet("print(x)")])
    assert second.error.startswith("NameError")


def test_checks_find_the_vocabulary_of_templates_and_runs_do_not() -> None:
    code = "assert Matrix([[1, 2], [2, 4]]).rank == 1\nassert Fraction(1, 2) * 2 == 1"
    check, shown = run([snippet(code, SnippetKind.CHECK), snippet(code)])
    assert check.error == ""
    assert shown.error.startswith("NameError")


def test_a_process_that_dies_blames_the_snippet_at_fault() -> None:
    outcomes = run([snippet("print(1)"), snippet("import os\nos._exit(7)"), snippet("print(2)")])
    assert [outcome.printed for outcome in outcomes] == ["1\n", "", "2\n"]
    assert outcomes[1].error == "it ends the process it runs in"


def test_a_snippet_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snippets, "_HANG_SECONDS", 0.5)
    outcomes = run([snippet("print(1)"), snippet("import time\ntime.sleep(60)"), snippet("print(2)")])
    assert [outcome.printed for outcome in outcomes] == ["1\n", "", "2\n"]
    assert "does not end" in outcomes[1].error


def test_print_options_of_one_snippet_do_not_reach_the_next() -> None:
    code = "import numpy as np\nprint(np.array([1/3]))"
    first, second = run(
        [snippet(f"import numpy as np\nnp.set_printoptions(precision=2)\n{code}"), snippet(code)]
    )
    assert first.printed == "[0.33]\n"
    assert second.printed == "[0.33333333]\n"


def test_what_a_snippet_says_on_standard_output_is_no_report() -> None:
    (outcome,) = run([snippet('import sys\nprint("{")\nsys.__stdout__.write("noise")')])
    assert outcome.printed == "{\n"


def test_nothing_to_run() -> None:
    assert run([]) == ()


def test_what_is_not_installed_is_left_out() -> None:
    assert not snippet("", needs="no_such_module_anywhere").can_run
    assert snippet("", needs="json").can_run
    assert "no_such_module_anywhere" not in sys.modules


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("1\n", "1", True),
        ("1 \n2\n", "1\n2\n\n", True),
        ("1", "2", False),
        ("", "", True),
        ("a b", "a  b", False),
    ],
)
def test_outputs_are_compared_without_blanks_at_ends(expected: str, printed: str, same: bool) -> None:
    assert same_output(expected, printed) is same

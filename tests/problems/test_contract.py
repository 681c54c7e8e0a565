"""The contract over the models (kept), over the broken fixtures (each refused by its rule, at its line)."""

import ast
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from upslope.core.errors import ContentError
from upslope.problems import load, read_front_matter
from upslope.problems.contract import check_template, same_digests
from upslope.problems.contract.imports import check_calls, check_imports
from upslope.problems.contract.limits import exceeds, fewest_statements
from upslope.problems.contract.texts import formulas
from upslope.problems.contract.width import visible_width

FIXTURES = Path(__file__).parent / "fixtures"
KEPT = sorted((FIXTURES / "models").glob("*.md")) + sorted((FIXTURES / "good").glob("*.md"))


@dataclass(frozen=True)
class Expected:
    template: str
    rule: str
    file: str
    line: int
    said: str

    @classmethod
    def read(cls, row: str) -> "Expected":
        template, rule, file, line, said = row.split("\t")
        return cls(template, rule, file, int(line), said)


ROWS = (FIXTURES / "broken" / "expected.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_the_models_keep_the_contract(path):
    assert check_template(read_front_matter(path), seeds=60) == ()


@pytest.mark.parametrize("expected", [Expected.read(row) for row in ROWS], ids=lambda e: e.template)
def test_each_broken_template_is_refused_at_its_line(expected):
    path = FIXTURES / "broken" / f"{expected.template}.md"
    try:
        found = check_template(read_front_matter(path), seeds=60)
    except ContentError as error:
        found = (error.refusal,)
    assert found
    hits = [
        refusal
        for refusal in found
        if refusal.rule == expected.rule
        and refusal.path.suffix == f".{expected.file}"
        and expected.line in (0, refusal.line)
        and expected.said in str(refusal)
    ]
    assert hits, [str(refusal) for refusal in found]


def test_every_broken_fixture_is_expected_to_break():
    stems = {path.stem for path in (FIXTURES / "broken").glob("*.md")}
    assert stems == {Expected.read(row).template for row in ROWS}


def test_the_renderer_is_asked_about_every_formula_once():
    asked: list[tuple[str, bool]] = []

    def render(tex: str, display: bool) -> str:
        asked.append((tex, display))
        return ""

    path = FIXTURES / "models" / "special-solutions.md"
    assert check_template(read_front_matter(path), seeds=3, render=render) == ()
    assert len(asked) == len(set(asked)) > 20
    assert {display for _, display in asked} == {True, False}


def test_what_the_renderer_refuses_is_refused():
    def render(tex: str, display: bool) -> str:
        if "\\lfloor" in tex:
            raise ValueError("no floors here")
        return ""

    found = check_template(
        read_front_matter(FIXTURES / "models" / "conv-layer-shape.md"), seeds=3, render=render
    )
    assert {refusal.rule for refusal in found} == {"formula"}
    assert "no floors here" in str(found[0])


def test_an_author_may_allow_a_blemish(write):
    path = FIXTURES / "broken" / "coefficient-one.md"
    text, code = path.read_text().split("+++\n")[2], path.with_suffix(".py").read_text()
    assert "ugly" in {refusal.rule for refusal in check_template(write(text, code), seeds=20)}
    assert check_template(write(text, code, extra='allow = ["1x"]\n'), seeds=20) == ()


def test_two_hash_seeds_draw_the_same():
    assert same_digests([read_front_matter(path) for path in KEPT]) == ()


def other_pythons() -> list[str]:
    """Find further interpreters that can draw: in the path, or named by UPSLOPE_PYTHONS."""
    named = os.environ.get("UPSLOPE_PYTHONS", "").split(os.pathsep)
    found = [which(name) for name in ("python3.12", "python3.13", "python3.14")] + [n for n in named if n]
    able = []
    for python in found:
        if python and python != sys.executable:
            done = subprocess.run([python, "-c", "import flint"], capture_output=True, check=False)
            able += [python] if done.returncode == 0 else []
    return able


def test_other_pythons_draw_the_same():
    pythons = other_pythons()
    if not pythons:
        pytest.skip("no other Python with python-flint is installed")
    files = [read_front_matter(path) for path in KEPT]
    assert same_digests(files, pythons=[sys.executable, *pythons]) == ()


def test_what_depends_on_the_process_is_found_by_drawing_twice(write):
    code = (FIXTURES / "broken" / "depends-on-the-process.py").read_text()
    file = write((FIXTURES / "broken" / "depends-on-the-process.md").read_text().split("+++\n")[2], code)
    found = same_digests([file])
    assert [refusal.rule for refusal in found] == ["determinism"]


def lint(source: str) -> list[str]:
    path, tree = Path("x.py"), ast.parse(source)
    return [f"{r.line} {r.rule}" for r in (*check_imports(path, tree), *check_calls(path, tree))]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from math import gcd, isqrt\nfrom fractions import Fraction\n", []),
        ("from math import sqrt\n", ["1 import"]),
        ("import math\nx = math.pi\n", ["2 import"]),
        ("import math\nx = math.comb(5, 2)\n", []),
        ("from upslope.problems.contract import check_template\n", ["1 import"]),
        ("from . import other\n", ["1 import"]),
        ("import os.path\n", ["1 import"]),
        ("def verify(self):\n    import numpy\n    from sympy import Symbol\n    x = 0.5\n", []),
        ("def verify(self):\n    import os\n", ["2 import"]),
        ("def draw(cls):\n    import numpy as np\n", ["2 import"]),
        ("x = [a for a in {1, 2}]\n", ["1 call"]),
        ("for a in frozenset((1, 2)):\n    pass\n", ["1 call"]),
        ("x = tuple({1, 2})\n", ["1 call"]),
        ("x = sorted({1, 2})\ny = len(set((1, 1)))\n", []),
        ("x = id(3)\n", ["1 call"]),
        ("x = float(3)\n", ["1 call"]),
        ("def figure(self):\n    return 0.5\n", []),
    ],
)
def test_imports_and_calls(source, found):
    assert lint(source) == found


@pytest.mark.parametrize(
    ("tex", "least", "most"),
    [
        ("a + b", 3, 3),
        (r"\frac{1234}{5}", 4, 4),
        (r"x_{12}", 2, 3),
        (r"\begin{bmatrix} 1 & 2 \\ 3 & 400 \end{bmatrix}", 6, 9),
        (r"\text{probability}", 11, 11),
        (r"\frac{\frac{1}{2}}{33}", 2, 2),
    ],
)
def test_widths_are_about_right(tex, least, most):
    assert least <= visible_width(tex) <= most


def test_formulas_are_found_outside_code():
    text = "a $x$ `$no$` $$y = \n z$$ \\$5 and $w$\n```\n$no$\n```\n"
    assert [(f.strip(), d) for f, d in formulas(text)] == [("x", False), ("y = \n z", True), ("w", False)]


def test_limits_leave_room_for_chance_and_tighten_with_seeds():
    assert not exceeds(10, 60, 0.10)
    assert exceeds(12, 60, 0.10)
    assert exceeds(70, 500, 0.10)
    assert fewest_statements(500) == 100
    assert fewest_statements(60) < 45
    assert fewest_statements(10) < 10


def test_stored_fields_of_the_released_models_still_load():
    """One stored variant for each model, as version 1 wrote it."""
    for row in (FIXTURES / "models" / "stored.tsv").read_text(encoding="utf-8").splitlines():
        stem, level, seed, fields_json, answer_key = row.split("\t")
        loaded = load(read_front_matter(FIXTURES / "models" / f"{stem}.md"))
        variant = loaded.replay(int(level), int(seed), fields_json)
        assert variant.answer_key == answer_key
        assert variant.fields_json == fields_json

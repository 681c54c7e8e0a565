"""Write templates to disk for tests, and give the model ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from upslope.problems import LoadedTemplate, TemplateFile, load, read_front_matter

settings.register_profile("problems", deadline=None)  # wall time says nothing on a busy machine
settings.load_profile("problems")

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = '+++\ntitle = "T"\npoint = "p"\nversion = 1\nminutes = 1\n{extra}+++\n'
SOLUTION = "\n# Solution\n## One\nFirst.\n## Two\nSecond.\n"

Write = Callable[..., TemplateFile]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a template: its text below the head, its code (or none), further lines of the head."""

    def write_(text: str, code: str | None = None, *, extra: str = "", name: str = "made-up") -> TemplateFile:
        path = tmp_path / f"{name}.md"
        if "# Solution" not in text and "# Facts" not in text and "# Order" not in text:
            text += SOLUTION
        path.write_text(HEAD.format(extra=extra) + text, encoding="utf-8")
        if code is not None:
            path.with_suffix(".py").write_text(code, encoding="utf-8")
        return read_front_matter(path)

    return write_


@pytest.fixture
def model() -> Callable[[str], LoadedTemplate]:
    """Load one of the model templates by id."""

    def model_(stem: str) -> LoadedTemplate:
        return load(read_front_matter(FIXTURES / "models" / f"{stem}.md"))

    return model_

"""Turn markup into text for places that hold none."""

import pytest

from upslope.curriculum.markup import plain as plain_markdown
from upslope.curriculum.markup import render_inline
from upslope.web.wording import plain


@pytest.mark.parametrize(
    "markdown",
    [
        r"Vectors in $\R^n$ and *linear* combinations",
        r"$Ax = b$ & `code` <b>",
        r"$a < b$ or $\text{if } x$",
        "no formula",
    ],
)
def test_markup_reads_as_its_source_does(markdown: str) -> None:
    assert plain(render_inline(markdown)) == plain_markdown(markdown)


def test_entities_and_tags() -> None:
    assert plain(" a &amp; <b>c</b> &lt;d&gt; ") == "a & c <d>"

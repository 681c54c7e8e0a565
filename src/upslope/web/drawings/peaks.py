"""Draw one peak for each concept, as links; in Python, because a page holds hundreds of them."""

from collections.abc import Sequence
from html import escape

from django.urls import reverse

from upslope.services.views.common import ConceptLink


def strip(links: Sequence[ConceptLink]) -> str:
    """Return a row of peaks; each says its name and state."""
    items = "".join(
        f'<li><a class="st {link.state}" href="{address(link)}" title="{words(link)}">{sign(link)}'
        f'<span class="sr">{words(link)}</span></a></li>'
        for link in links
    )
    return f'<ul class="peaks">{items}</ul>'


def columns(links: Sequence[ConceptLink]) -> str:
    """Return a list of names in columns, each with its peak."""
    return f'<ul class="columns">{"".join(map(line, links))}</ul>'


def line(link: ConceptLink) -> str:
    """Return one name of such a list."""
    state = f'<span class="sr">: {escape(link.state_text)}</span>'
    name = f'<span><a href="{address(link)}">{link.title}</a>{state}</span>'
    return f'<li><span class="st {link.state}">{sign(link)}</span>{name}</li>'


def sign(link: ConceptLink) -> str:
    """Return the peak itself."""
    return f'<svg viewBox="0 0 14 14" aria-hidden="true"><use href="#peak-{link.state}"/></svg>'


def address(link: ConceptLink) -> str:
    """Return the address of a concept's page."""
    return reverse("concept", args=[link.id])


def words(link: ConceptLink) -> str:
    """Return name and state as escaped text."""
    return escape(f"{link.short}: {link.state_text}")

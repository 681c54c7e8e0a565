"""Say what an id looks like: kebab-case, permanent."""

import re

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

ID_MEND = "Write lower-case words joined by hyphens: null-space-basis."


def is_id(text: str) -> bool:
    """Return whether `text` may be the id of something in a pack."""
    return _KEBAB.fullmatch(text) is not None

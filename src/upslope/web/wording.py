"""Say what the services' words do not: markup as plain text."""

from html.parser import HTMLParser

from upslope.curriculum.unicode_math import line


def plain(markup: str) -> str:
    """Return markup as plain text, for drawings and page titles; formulas come out in Unicode."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return "".join(reader.words).strip()


class _Reader(HTMLParser):
    """Collect text. A formula holds itself three times over; its source is read, the rest is skipped."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._depth = 0
        self._source: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span" and (self._depth or ("class", "katex") in attrs):
            self._depth += 1
        elif tag == "annotation" and self._depth:
            self._source = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._depth:
            self._depth -= 1
        elif tag == "annotation" and self._source is not None:
            self.words.append(line("".join(self._source)))
            self._source = None

    def handle_data(self, data: str) -> None:
        if self._source is not None:
            self._source.append(data)
        elif not self._depth:
            self.words.append(data)

"""Measure every page's server time with 50,000 answers in the log: `python -m benchmarks.pages`.

    --answers N   another length of history
    --rounds N    measured requests a page
    --keep        leave the data folder and print where it is

Requests go through Django's test client, so middleware, services, database and templates are in the time; the
socket is not. The limit is 100 ms at the 95th percentile; the exit status says whether every page keeps it.
The processor's own time stands beside the wall's: on a busy machine the two part, and only it says what a
page costs.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIMIT_MS = 100.0
HOST = "127.0.0.1"
WARM_UP = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one page's times in milliseconds."""

    name: str
    times: tuple[float, ...]
    cpu_times: tuple[float, ...]
    bytes: int

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return percentile(self.times)

    @property
    def cpu_p95(self) -> float:
        return percentile(self.cpu_times)


def percentile(times: tuple[float, ...], share: float = 0.95) -> float:
    """Return the time that this share of the requests does not exceed."""
    return sorted(times)[max(0, round(share * len(times)) - 1)]


def main(arguments: list[str]) -> int:
    """Build the history, time the pages, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--keep", action="store_true")
    chosen = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="upslope-pages-"))
    try:
        prepare(folder, chosen.answers)
        rows = [time_page(name, request, chosen.rounds) for name, request in requests()]
    finally:
        if chosen.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return report(rows, chosen.answers)


def prepare(folder: Path, answers: int) -> None:
    """Set Django up over a folder with a long history."""
    os.environ["UPSLOPE_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "upslope.web.settings"
    import django

    django.setup()
    from benchmarks.long_history import write

    started = time.perf_counter()
    write(folder, answers)
    size = (folder / "upslope.sqlite3").stat().st_size / 1e6
    seconds = time.perf_counter() - started
    print(f"{answers:,} answers written and derived in {seconds:.1f} s, {size:.0f} MB", flush=True)


def client() -> Any:
    """Return a test client that has been let in."""
    from django.conf import settings
    from django.test import Client

    from upslope.web.middleware import COOKIE

    made = Client(headers={"host": HOST})
    made.cookies[COOKIE] = settings.HOME.secret("entrance")
    return made


def requests() -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield every page and step of the player with a function that asks for it once."""
    from upslope.core.ids import ConceptId
    from upslope.services import concept as concepts
    from upslope.services import house as houses

    web, house = client(), houses.current()
    curriculum = house.curriculum
    taught = [c.id for c in curriculum.concepts.values() if c.has_lesson and c.has_practice][:WARM_UP]
    bare = next(c.id for c in curriculum.concepts.values() if not c.has_lesson)
    pages = ["/", "/done/", "/map/", "/map/units/", "/map/units/?area=linear-algebra", "/map/all/"]
    pages += ["/progress/", "/history/", "/history/?page=700", f"/history/?concept={taught[0]}"]
    pages += ["/settings/", "/typing/", "/keys/", f"/concepts/{taught[0]}/", f"/concepts/{bare}/"]
    for page in pages:
        yield page, lambda page=page: web.get(page)
    turn = iter(range(10**6))

    def put() -> str:
        wanted = ConceptId(taught[next(turn) % len(taught)])
        return str(concepts.practise(house, wanted, preview=True))

    def practise() -> Any:
        return web.post(f"/concepts/{taught[next(turn) % len(taught)]}/practise")

    def open_question() -> Any:
        return web.get(f"/questions/{put()}/")

    def reading() -> Any:
        return web.post(f"/questions/{put()}/reading", {"answer": "(1, 2", "syntax": "text"})

    def answer() -> Any:
        form = {"client_token": f"bench-{next(turn):09}", "answer": "12345", "active_ms": "1000"}
        return web.post(f"/questions/{put()}/give-up", form)

    yield "put a question", practise
    yield "an open question", open_question
    yield "live reading", reading
    yield "give up (writes)", answer
    yield "after an answer", lambda: web.get(f"/questions/{answered(web, put, turn)}/")


def answered(web: Any, put: Callable[[], str], turn: Iterator[int]) -> str:
    """Return a question that was just answered; the answer itself is timed apart."""
    question = put()
    web.post(f"/questions/{question}/give-up", {"client_token": f"bench-{next(turn):09}"})
    return question


def time_page(name: str, request: Callable[[], Any], rounds: int) -> Row:
    """Ask until every template and formula of the rotation is warm, then measure."""
    for _ in range(WARM_UP):
        response = request()
        assert response.status_code < 400, (name, response.status_code, response.content[:500])
    times, cpu_times = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        response = request()
        times.append(1000 * (time.perf_counter() - wall))
        cpu_times.append(1000 * (time.process_time() - cpu))
    return Row(name, tuple(times), tuple(cpu_times), len(response.content))


def report(rows: list[Row], answers: int) -> int:
    """Print the table; return 1 if a page is over the limit."""
    print(f"\nserver time with {answers:,} answers, ms{'':16}median     p95     max  cpu p95      kB")
    for row in rows:
        mark = "  over the limit" if row.p95 > LIMIT_MS else ""
        times = f"{row.median:8.1f}{row.p95:8.1f}{max(row.times):8.1f}{row.cpu_p95:9.1f}"
        print(f"{row.name[:50]:52}{times}{row.bytes / 1000:8.1f}{mark}")
    over = [row.name for row in rows if row.p95 > LIMIT_MS]
    verdict = f"missed by {', '.join(over)}" if over else "kept by every page"
    print(f"limit {LIMIT_MS:.0f} ms at p95: {verdict}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Draw many variants of a template: answers, redraws, and the slowest and ugliest seeds."""

import argparse
import re
import time
from collections import Counter
from dataclasses import dataclass

from upslope.cli.content import find_template
from upslope.problems import LoadedTemplate


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what one seed gave."""

    seed: int
    milliseconds: float
    answer: str
    statement_key: str
    longest_formula: int
    largest_number: int
    redraws: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `upslope sweep` takes."""
    parser.add_argument("template", help="id of the template, or one of its files")
    parser.add_argument("--seeds", type=int, default=200)


def run(arguments: argparse.Namespace) -> int:
    """Print one table a level."""
    _, template = find_template(arguments.template)
    for level in range(1, template.file.level_count + 1):
        seen = [look(template, level, seed) for seed in range(arguments.seeds)]
        report(template, level, seen)
    return 0


def look(template: LoadedTemplate, level: int, seed: int) -> Seen:
    """Draw one seed and measure it."""
    from upslope.problems.typed import one_line, typed

    begun = time.perf_counter()
    drawn = template.draw_counted(level, seed)
    milliseconds = (time.perf_counter() - begun) * 1000
    variant = drawn.variant
    texts = [variant.statement, *(step.text for step in variant.solution)]
    formulas = [f for text in texts for f in re.findall(r"\$+([^$]+)\$+", text)]
    numbers = [int(n) for text in texts for n in re.findall(r"\d+", text)]
    return Seen(
        seed=seed,
        milliseconds=milliseconds,
        answer=one_line(typed(variant.answer)),
        statement_key=variant.statement_key,
        longest_formula=max(map(len, formulas), default=0),
        largest_number=max(numbers, default=0),
        redraws=drawn.redraws,
    )


def report(template: LoadedTemplate, level: int, seen: list[Seen]) -> None:
    """Print what the seeds of one level gave."""
    name = template.file.levels[level - 1] if template.file.levels else "one level"
    times = sorted(s.milliseconds for s in seen)
    different = len({s.statement_key for s in seen})
    print(f"\nLevel {level} ({name}): {len(seen)} seeds, {different} different statements")
    print(f"  draw: median {times[len(times) // 2]:.2f} ms, p95 {times[int(len(times) * 0.95)]:.2f} ms")
    for answer, count in Counter(s.answer for s in seen).most_common(5):
        print(f"  {100 * count / len(seen):5.1f} %  {answer}")
    for reason, count in Counter(reason for s in seen for reason in s.redraws).most_common():
        print(f"  redrawn {count} ×: {reason}")
    slowest = max(seen, key=lambda s: s.milliseconds)
    longest = max(seen, key=lambda s: s.longest_formula)
    largest = max(seen, key=lambda s: s.largest_number)
    print(f"  slowest: seed {slowest.seed} ({slowest.milliseconds:.1f} ms)")
    print(f"  longest formula: seed {longest.seed} ({longest.longest_formula} characters)")
    print(f"  largest number: seed {largest.seed} ({largest.largest_number})")

"""Measure drawing: every template, every level, with all texts and the comparison of slips.

python -m benchmarks templates [--seeds 50]
"""

import argparse
import time
from dataclasses import dataclass

from upslope.curriculum import default_pack_root, load

LIMIT_MS = 10.0
"""What a draw with all its texts may take at the 95th percentile."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Hold the times of one level of one template, sorted, in milliseconds."""

    name: str
    times: tuple[float, ...]

    def share(self, part: float) -> float:
        """Return the quantile."""
        return self.times[min(len(self.times) - 1, int(part * len(self.times)))]


def main(arguments: list[str]) -> int:
    """Print the quantiles over everything and the slowest templates; return 1 beyond the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    seeds = parser.parse_args(arguments).seeds
    curriculum = load((default_pack_root(),))
    timed = []
    loads = []
    for name, owned in curriculum.owned.items():
        if owned.retired:
            continue
        begun = time.perf_counter()
        template = curriculum.template(name)
        loads.append((time.perf_counter() - begun) * 1000)
        for level in range(1, template.file.level_count + 1):
            times = []
            for seed in range(seeds):
                begun = time.process_time()
                template.draw(level, seed)
                times.append((time.process_time() - begun) * 1000)
            timed.append(Timed(f"{name}:{level}", tuple(sorted(times))))
    everything = Timed("all", tuple(sorted(t for one in timed for t in one.times)))
    print(f"{len(loads)} templates, {len(timed)} levels, {len(everything.times)} draws (CPU time)")
    print(f"load one template: median {sorted(loads)[len(loads) // 2]:.1f} ms")
    for part, word in ((0.5, "median"), (0.95, "p95"), (0.99, "p99"), (1.0, "worst")):
        print(f"draw with all texts, {word}: {everything.share(part):.2f} ms")
    print("slowest levels by p95:")
    for one in sorted(timed, key=lambda t: -t.share(0.95))[:8]:
        print(f"  {one.share(0.95):6.2f} ms  {one.name}")
    return 0 if everything.share(0.95) <= LIMIT_MS else 1

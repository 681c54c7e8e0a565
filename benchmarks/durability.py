"""Kill a real server a thousand times while four browsers answer: `python -m benchmarks.durability`.

    --kills N   another number of kills

Every answer whose response arrived must be in the log once, every form sent again must have written once, and
what is derived must equal a rebuild. The exit status says whether that held.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

GARDEN = Path(__file__).parents[1] / "tests" / "services" / "garden"


def main(arguments: list[str]) -> int:
    """Run the kills over a new data folder and print what they cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="upslope-durability-"))
    try:
        return run(folder, chosen.kills, chosen.seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(folder: Path, kills: int, seed: int) -> int:
    """Set Django up over the folder, kill, report."""
    os.environ["UPSLOPE_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "upslope.web.settings"
    import django

    django.setup()
    from tests.store.killing import kill_again_and_again

    from upslope.core.clock import SystemClock
    from upslope.core.ids import ConceptId
    from upslope.curriculum import load
    from upslope.services import concept
    from upslope.services import house as houses
    from upslope.store import startup
    from upslope.store.home import Home

    startup.prepare(Home(folder), at=SystemClock().now())
    house = houses.build(curriculum=load((GARDEN,), indexed=False))
    concept.claim(house, ConceptId("adding"), "claim-token")
    started = time.perf_counter()
    toll = kill_again_and_again(house, kills, seed=seed)
    seconds = time.perf_counter() - started
    rebuilt = "equal" if toll.is_equal_after_rebuild else "DIFFERENT"
    print(f"{toll.kills:,} kills in {seconds:.0f} s, four browsers")
    print(f"{toll.acknowledged:,} answers acknowledged: {toll.lost} lost, {toll.doubled} doubled")
    print(f"{toll.retried:,} forms sent again after a lost response: {toll.retried_doubled} written twice")
    print(f"derived rows against a rebuild: {rebuilt}; other faults: {len(toll.faults)}")
    for fault in toll.faults[:10]:
        print(f"  {fault}")
    return 0 if toll.is_clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

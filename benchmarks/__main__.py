"""`python -m benchmarks [NAME…] [--quick]`: measures figures and prints them as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping

from benchmarks.figures import Figure, table
from benchmarks.growth import growth
from benchmarks.judging import judging, recall
from benchmarks.mining import peers
from benchmarks.page import page
from benchmarks.recheck import afresh, recheck
from benchmarks.start import start

MEASURES: Mapping[str, Callable[[bool], Iterator[Figure]]] = {
    "start": start,
    "recheck": recheck,
    "afresh": afresh,
    "growth": growth,
    "recall": recall,
    "judging": judging,
    "page": page,
    "peers": peers,
}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(MEASURES)}")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, one run each")
    asked = parser.parse_args(arguments)
    unknown = set(asked.names) - MEASURES.keys()
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    found: list[Figure] = []
    for name in asked.names or MEASURES:
        sys.stderr.write(f"measuring {name} …\n")
        found += MEASURES[name](asked.quick)
    sys.stdout.write(table(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])

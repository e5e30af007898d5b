"""The command: which figures it knows, and the chart that it draws."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest

from benchmarks import __main__ as command
from benchmarks.chart import Curve, chart
from benchmarks.corpus import ROOT
from benchmarks.figures import Figure
from benchmarks.growth import operations

LISTED = (ROOT / "benchmarks/peers.txt").read_text("utf-8").splitlines()


def test_it_measures_what_is_asked_and_prints_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def one(quick: bool) -> Iterator[Figure]:
        yield Figure("quick" if quick else "whole", 1, 2, {})

    monkeypatch.setattr(command, "MEASURES", {"one": one, "other": None})
    command.main(["one", "--quick"])
    assert "| quick | 1 | ≤ 2 | yes |" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        command.main(["none"])


def test_the_readme_names_every_measure() -> None:
    told = (ROOT / "benchmarks/README.md").read_text("utf-8")
    assert [line.split("`")[1] for line in told.splitlines() if line.startswith("| `")] == list(
        command.MEASURES
    )


def test_what_peers_need_has_a_version() -> None:
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert {line for line in LISTED if not line.startswith("#")} <= pinned


def test_the_chart_is_an_svg_with_a_line_for_each_curve_and_for_linear_growth() -> None:
    drawn = chart(
        [
            Curve("index", [(1e3, 0.1), (1e5, 20)], [5e6, 3e8]),
            Curve("exact", [(1e3, 0.05)], [5e6]),
            Curve("none", []),
        ]
    )
    lines = ElementTree.fromstring(drawn).findall("{http://www.w3.org/2000/svg}polyline")
    assert len(lines) == 3 + 2  # seconds of two and linear; bytes of two
    ends = [[float(x) for x in point.split(",")] for point in lines[0].attrib["points"].split()]
    assert ends[0][0] < ends[1][0] and ends[0][1] > ends[1][1]  # to the right, and up


def test_the_search_of_twice_as_many_takes_less_than_three_times_the_products() -> None:
    assert operations(2_000_000) / operations(1_000_000) == pytest.approx(2**1.5)

"""A chart of growth as SVG: claims against seconds and bytes a claim, both axes in powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

_WIDE, _HIGH, _LEFT, _TOP = 420, 240, 60, 40
_COLOURS = ("#2a7ab8", "#c8553d", "#7a7a7a", "#3f8f5a")
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.axis{stroke:#999;fill:none}"
    "@media (prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#777}}"
)


@dataclass(frozen=True, slots=True)
class Curve:
    """Seconds by claims, and the bytes held at each point."""

    name: str
    points: Sequence[tuple[float, float]]
    held: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class _Plane:
    """A field of the chart, and what its edges stand for, in powers of ten."""

    left: float
    x: tuple[int, int]
    y: tuple[int, int]

    def at(self, x: float, y: float) -> tuple[float, float]:
        right = (log10(x) - self.x[0]) / (self.x[1] - self.x[0])
        up = (log10(y) - self.y[0]) / (self.y[1] - self.y[0])
        return round(self.left + right * _WIDE, 1), round(_TOP + (1 - up) * _HIGH, 1)


def chart(curves: Sequence[Curve]) -> str:
    """Seconds on the left, with a line of linear growth from the first point; kB a claim on the right."""
    curves = [curve for curve in curves if curve.points]
    (n, first), last = curves[0].points[0], curves[0].points[-1][0]
    linear = Curve("linear", [(n, first), (last, first * last / n)])
    by_claim = [
        Curve(c.name, [(n, b / n / 1000) for (n, _), b in zip(c.points, c.held, strict=True)]) for c in curves
    ]
    width, height = 2 * (_WIDE + _LEFT) + 60, _TOP + _HIGH + 60
    body = [
        *_field("seconds", [*curves, linear], _LEFT),
        *_field("kB a claim", by_claim, 2 * _LEFT + _WIDE + 30),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
    return "\n".join(
        [head, "<title>Matching by number of claims</title>", f"<style>{_STYLE}</style>", *body, "</svg>\n"]
    )


def _field(title: str, curves: Sequence[Curve], left: float) -> Iterator[str]:
    plane = _Plane(
        left,
        _powers([x for c in curves for x, _ in c.points]),
        _powers([y for c in curves for _, y in c.points]),
    )
    yield f'<rect class="axis" x="{left}" y="{_TOP}" width="{_WIDE}" height="{_HIGH}"/>'
    yield f'<text x="{left}" y="{_TOP - 14}">{escape(title)}</text>'
    for power in range(plane.x[0], plane.x[1] + 1):
        x, y = plane.at(10.0**power, 10.0 ** plane.y[0])
        yield f'<text x="{x}" y="{y + 18}" text-anchor="middle">{10**power:,}</text>'
    for power in range(plane.y[0], plane.y[1] + 1):
        x, y = plane.at(10.0 ** plane.x[0], 10.0**power)
        yield f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>'
    for curve, colour in zip(curves, _COLOURS, strict=False):
        line = " ".join(f"{x},{y}" for x, y in (plane.at(*point) for point in curve.points))
        yield f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>'
        x, y = plane.at(*curve.points[-1])
        yield f'<text x="{x - 6}" y="{y - 6}" text-anchor="end" style="fill:{colour}">{escape(curve.name)}</text>'


def _powers(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)

from hypothesis import given
from hypothesis import strategies as st

from reconcile.reports.html.shading import lines
from reconcile.text import Span

spans = st.lists(
    st.tuples(st.integers(-5, 60), st.integers(-5, 60)).map(lambda ends: Span(min(ends), max(ends))),
    max_size=6,
)


def shaded(text: str, *layers: list[Span]) -> list[list[tuple[str, tuple[int | None, ...]]]]:
    return [[(stretch.text, stretch.marks) for stretch in line] for line in lines(text, layers)]


def test_words_are_marked_by_every_layer_that_covers_them() -> None:
    assert shaded("one two three", [Span(0, 7)], [Span(4, 13)]) == [
        [("one ", (0, None)), ("two", (0, 0)), (" three", (None, 0))]
    ]


def test_a_span_over_several_lines_marks_each() -> None:
    assert shaded("ab\n\ncd", [Span(1, 5)]) == [
        [("a", (None,)), ("b", (0,))],
        [],
        [("c", (0,)), ("d", (None,))],
    ]


def test_the_shorter_of_two_spans_shows_and_of_two_alike_the_first() -> None:
    assert shaded("abcd", [Span(0, 4), Span(1, 2), Span(1, 2)]) == [[("a", (0,)), ("b", (1,)), ("cd", (0,))]]


def test_a_text_without_words_is_one_empty_line() -> None:
    assert shaded("") == [[]]
    assert shaded("", [Span(0, 9)]) == [[]]


@given(st.text("ab \n", max_size=50), spans, spans)
def test_nothing_of_a_text_is_lost_and_every_stretch_is_where_it_says(
    text: str, one: list[Span], two: list[Span]
) -> None:
    cut = list(lines(text, [one, two]))
    assert "\n".join("".join(stretch.text for stretch in line) for line in cut) == text
    for stretch in (stretch for line in cut for stretch in line):
        here = Span(stretch.start, stretch.start + len(stretch.text))
        assert here.of(text) == stretch.text
        for mark, layer in zip(stretch.marks, (one, two), strict=True):
            covering = [span for span in layer if span.overlaps(here)]
            assert (mark is None) == (not covering)
            assert mark is None or len(layer[mark]) == min(map(len, covering))

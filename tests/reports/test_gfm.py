import cmarkgfm
import pytest
from rich.text import Text

from reconcile.reports.gfm import code, escaped, strong, with_marks
from reconcile.reports.passages import MARK


def shown(markdown: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(markdown).strip()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "<b>bold</b>",
            "**bold**",
            "_it_",
            "`code`",
            "~~gone~~",
            "[x](y)",
            "![x](y)",
            "&lt;",
            "a | b",
            "\\",
        ),
        *(
            "# heading",
            "- item",
            "+ item",
            "* item",
            "1. item",
            "2) item",
            "> quote",
            "===",
            "---",
            "```",
            "~~~",
        ),
        *("[ ] task", "[^1]", "[!NOTE]", "| a |", "$x$", "{{ 7*7 }}"),
    ],
)
def test_markup_is_shown_as_it_is_written(text: str) -> None:
    escaped_in_html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown(escaped(text)) == f"<p>{escaped_in_html}</p>"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("ask @desk now", "ask @\u200bdesk now"),
        ("see #12", "see #\u200b12"),
        ("see GH-12", "see GH-\u200b12"),
        ("see https://example.org", "see https:\u200b//example.org"),
        ("see www.example.org", "see www\u200b.example.org"),
        ("write a@example.org", "write a@\u200bexample.org"),
        ("mailto:a@example.org", "mailto:a@\u200bexample.org"),
        ("a :tada: b", "a :\u200btada: b"),
        ("a :+1: b", "a :\u200b+1: b"),
        ("draft.md:100:5", "draft.md:\u200b100:5"),
    ],
)
def test_what_a_code_host_would_link_is_broken_by_a_zero_width_space(text: str, broken: str) -> None:
    assert shown(escaped(text)) == f"<p>{broken}</p>"


@pytest.mark.parametrize(
    "text", ["at 12:30:15, 50% of US$12.5 (C.I.A.)!", "draft.md:3:14", "“No,” he said – twice."]
)
def test_prose_stays_as_it_is(text: str) -> None:
    assert shown(escaped(text)) == f"<p>{text}</p>"


@pytest.mark.parametrize("text", ["a.txt:1:2", "a`b", "`a``", " ", "", "a\nb", "<b>", "\\", "@desk", "``` a"])
def test_code_is_shown_as_it_is_written(text: str) -> None:
    words = " ".join(text.split()).replace("<", "&lt;").replace(">", "&gt;")
    assert shown(code(text)) == (f"<p><code>{words}</code></p>" if words else "")


@pytest.mark.parametrize(
    ("before", "value", "after", "html"),
    [
        ("killed ", "last August", ".", "killed <strong>last August</strong>."),
        ("President ", "(Ibrahim) Traore", " came", "President <strong>(Ibrahim) Traore</strong> came"),
        ("US", "$12 billion", " went", "US$<strong>12 billion</strong> went"),
        ("橋は", "2024年", "に", "橋は<strong>2024年</strong>に"),
        ("he said ", "“yes”", "she", "he said <strong>“yes</strong>”she"),
        ("", "?", "", "<strong>?</strong>"),
        ("a", "?!", "b", "a?!b"),
    ],
)
def test_the_value_is_bold_whatever_stands_around_it(before: str, value: str, after: str, html: str) -> None:
    assert shown(with_marks(Text.assemble(before, (value, MARK), after))) == f"<p>{html}</p>"


def test_strong_text_is_made_visible() -> None:
    assert strong("a\x1b*b*\n") == r"**a\\x1b\*b\***"

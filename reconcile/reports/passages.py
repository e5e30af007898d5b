"""A value shown in the sentence that holds it; of two wordings of one thing, the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rich.text import Text

from reconcile.findings import Evidence
from reconcile.reports.untrusted import visible
from reconcile.text import Span

AROUND = 200  # characters of the sentence shown on either side of the value
WITHIN = 400  # characters of the value itself
LONGEST_WORD = 40  # how far to look for a space to cut at; some scripts write none
LONGEST_WORDING = 2000  # characters up to which wordings are compared, and then shown whole
MOST_WORDS = 300  # aligning takes up to the cube of them
MARK = "bold magenta"

_WORD = re.compile(r"\S+")


def passage(evidence: Evidence, marked: bool, other: str | None = None) -> Text:
    """The sentence with its value in bold, and between »…« where `marked`. Long ones are cut.

    With `other`, another wording of the value, only the words that it has not are marked.
    """
    if evidence.withheld:
        return Text("(its words are withheld)")
    before, value, after = parted(evidence)
    if other is not None and _comparable(value) and _comparable(other):
        inside = _contrasted(value, other, marked)
    else:
        inside = _marked(_middle_cut(visible(value)), marked)
    return Text.assemble(_end_of(before), inside, _start_of(after))


def parted(evidence: Evidence) -> tuple[str, str, str]:
    """What stands before, in and after the value; the value alone where it is not in its claim."""
    if not evidence.claim.contains(evidence.span):
        return "", evidence.text, ""
    start, end = evidence.start - evidence.claim.start, evidence.end - evidence.claim.start
    return evidence.claim_text[:start], evidence.claim_text[start:end], evidence.claim_text[end:]


def _comparable(wording: str) -> bool:
    return len(wording) <= LONGEST_WORDING and len(wording.split()) <= MOST_WORDS


def _marked(words: str, marked: bool) -> Text:
    opening, closing = ("»", "«") if marked else ("", "")
    return Text.assemble(opening, (words, MARK), closing)


def _contrasted(value: str, other: str, marked: bool) -> Text:
    shown, end = Text(), 0
    for stretch in differing(value, other):
        shown.append(_squeezed(value[end : stretch.start]))
        shown.append_text(_marked(visible(stretch.of(value)), marked))
        end = stretch.end
    return shown.append(_squeezed(value[end:]))


def differing(value: str, other: str) -> Iterator[Span]:
    """The stretches of `value` whose words `other` has not in their place; case and commas do not count."""
    words, theirs = list(_WORD.finditer(value)), _WORD.findall(other)
    matcher = SequenceMatcher(
        a=[_bare(word[0]) for word in words], b=list(map(_bare, theirs)), autojunk=False
    )
    for what, start, end, _, _ in matcher.get_opcodes():
        if what in ("replace", "delete"):
            yield Span(words[start].start(), words[end - 1].end())


def _bare(word: str) -> str:
    return word.strip("“”\"‘’',.;:!?").casefold() or word


def _squeezed(text: str) -> str:
    """Visible text that keeps one space at an end that has some."""
    return " " * text[:1].isspace() + visible(text) + " " * (text[-1:].isspace() and bool(text.strip()))


def _end_of(text: str) -> str:
    """The last words of what stands before the value."""
    cut = text[-AROUND:]
    if len(cut) < len(text):
        cut = "… " + cut[cut.find(" ", 0, LONGEST_WORD) + 1 :]
    return visible(cut) + " " * text[-1:].isspace()


def _start_of(text: str) -> str:
    """The first words of what stands after the value."""
    cut = text[:AROUND]
    if len(cut) < len(text):
        space = cut.rfind(" ", AROUND - LONGEST_WORD)
        cut = (cut[:space] if space > 0 else cut) + " …"
    return " " * text[:1].isspace() + visible(cut)


def _middle_cut(text: str) -> str:
    half = WITHIN // 2
    return text if len(text) <= WITHIN else f"{text[:half]} … {text[-half:]}"

"""The law of confidential sources: no format gives away their words, path or title."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from reconcile import Checker, Document, DocumentRole
from reconcile.cache.store import Store
from reconcile.documents.confidential import aliased
from reconcile.matching.encoder import Encoder
from reconcile.reports import FORMATS
from tests.property.newsroom import FIRE, OPENING, PROMISE, Draft, sets

TITLE = "Minutes that Ragnhild Sommerfeldt passed on"
TELLING = 5  # words


def secret(draft: Draft) -> Document:
    """A draft as a source that must not be seen, which says something of its own beside."""
    text = f"Title: {TITLE}\nDate: 2021-11-20\n\n{draft.document.text}\nRagnhild Sommerfeldt kept this copy at home.\n"
    return Document(
        id=f"sommerfeldt-{draft.id}",
        path=f"leaks/sommerfeldt/{draft.id}.txt",
        text=text,
        role=DocumentRole.SOURCE,
        confidential=True,
    )


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words in a line, whatever a format escapes."""
    lines = html.unescape(text.replace("\\n", "\n")).casefold().splitlines()
    told = (re.findall(r"[^\W_]+", line) for line in lines)
    return {tuple(words[n : n + TELLING]) for words in told for n in range(len(words) - TELLING + 1)}


TWO = [
    Draft("a", (OPENING.told(0, 0), FIRE.told(0, 0), PROMISE.told(0, 0))),
    Draft("b", (OPENING.told(1, 1), FIRE.told(1, 3), PROMISE.told(1, 1))),
]


@settings(max_examples=20)
@given(sets(), st.integers(1, 2))
@example(TWO, 1)
def test_no_format_gives_a_confidential_source_away(checker: Checker, told: list[Draft], public: int) -> None:
    shown = [draft.document for draft in told[:public]]
    hidden = [secret(draft) for draft in told[public:]]
    assume(hidden)
    secrets = {run for document in hidden for run in runs(document.text)}
    secrets -= {run for document in shown for run in runs(document.text)}
    report = checker.check([*shown, *hidden])
    for name, render in FORMATS.items():
        rendered = render(report.showing_silenced())
        assert not sorted(secrets & runs(rendered)), name
        assert "sommerfeldt" not in rendered.casefold(), name


def test_what_a_confidential_source_contradicts_is_still_found(checker: Checker) -> None:
    report = checker.check([TWO[0].document, secret(TWO[1])])
    dates = [finding for finding in report.findings if finding.kind == "date"]
    assert [sorted(p.value for p in finding.positions) for finding in dates] == [["2017-05-03", "2018-06-04"]]
    [theirs] = [e for p in dates[0].positions for e in p.evidence if e.withheld]
    assert (theirs.text, theirs.claim_text) == ("", "")
    assert theirs.document.startswith("confidential-")


def test_an_alias_does_not_hang_on_what_else_takes_part() -> None:
    document = secret(TWO[0])
    [alone] = aliased([document])
    [_, with_another] = aliased([secret(TWO[1]), document])
    [_, moved] = aliased([TWO[1].document, replace(document, path="elsewhere.txt", id="elsewhere")])
    assert alone.id == with_another.id == moved.id
    assert len({known.id for known in aliased([document, document])}) == 2


QUOTE = "Nobody will work another night shift in this building before the roof is safe"


def leak(*sentences: str) -> Document:
    text = "\n\n".join([*sentences, "The bookkeeper burned the ledgers in the yard."]) + "\n"
    return Document(id="mole", text=text, role=DocumentRole.SOURCE, confidential=True)


def test_a_name_is_not_made_fuller_than_public_documents_have_it(checker: Checker) -> None:
    """An entity has its fullest name from whoever gives it: in values, subjects, messages and explanations."""
    shown = [
        Document(
            id="a", text=f"“{QUOTE},” said Anna Lind. Anna Lind opened the Lunde bridge on 3 May 2016.\n"
        ),
        Document(
            id="b", text=f"“{QUOTE},” said Petr Novak. Anna Lind opened the Lunde bridge on 9 June 2017.\n"
        ),
    ]
    report = checker.check([*shown, leak("Anna Wilhelmina Lind met Petr Gottfried Novak in Lunde.")])
    values = {finding.kind: {p.value for p in finding.positions} for finding in report.findings}
    assert values == {"quote-speaker": {"Anna Lind", "Petr Novak"}, "date": {"2016-05-03", "2017-06-09"}}
    for name, render in FORMATS.items():
        assert not {"wilhelmina", "gottfried"} & set(re.findall(r"\w+", render(report).casefold())), name


def test_a_confidential_source_speaks_for_no_public_one(checker: Checker) -> None:
    shown = [
        Document(id="draft", text=f"“{QUOTE},” said Anna Lind.\n"),
        Document(id="other", text=f"“{QUOTE.replace('safe', 'quite safe')},” said Anna Lind.\n"),
    ]
    [found] = checker.check([*shown, leak(f"“{QUOTE},” said Anna Lind.")]).findings
    spoken_for = {e.document: e.same_as for p in found.positions for e in p.evidence}
    assert spoken_for.pop("draft") is None
    assert spoken_for.pop("other") is None
    assert list(spoken_for.values()) == ["draft"]


def test_nothing_of_a_confidential_source_is_kept(word_bag: Encoder, tmp_path: Path) -> None:
    store = Store(tmp_path)
    Checker(encoder=word_bag, store=store).check([leak("Anna Lind opened the Lunde bridge on 3 May 2016.")])
    assert store.holdings() == []
    Checker(encoder=word_bag, store=store).check([TWO[0].document])
    assert {held.kind for held in store.holdings()} == {"claims", "vectors"}
    store.close()


def test_an_alias_is_no_public_documents_id() -> None:
    [alias] = [known.id for known in aliased([secret(TWO[0])])]
    public = Document(id=alias, text="Rain fell.")
    assert {known.id for known in aliased([secret(TWO[0]), public])} == {alias, f"{alias}-2"}

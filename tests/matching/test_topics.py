"""One disagreement is one finding, however many documents hold each side."""

from __future__ import annotations

from reconcile import Checker, Document, Finding

OPENED = "The Tembo cement plant in Tanzania opened on {}."


def found(checker: Checker, *texts: str) -> list[Finding]:
    return list(checker.check([Document(id=str(n), text=text) for n, text in enumerate(texts)]).findings)


def held(finding: Finding) -> dict[str, list[str]]:
    return {p.value: [e.document for e in p.evidence] for p in finding.positions}


def test_every_source_of_a_value_stands_in_its_position(checker: Checker) -> None:
    days = ["14 March 2014", "9 June 2015", "14 March 2014", "9 June 2015", "9 June 2015"]
    [finding] = found(checker, *(OPENED.format(day) for day in days))
    assert held(finding) == {"2014-03-14": ["0", "2"], "2015-06-09": ["1", "3", "4"]}


def test_a_wider_value_stands_with_the_one_that_it_agrees_with(checker: Checker) -> None:
    wider = OPENED.replace(" on ", " in ").format("March 2014")
    [finding] = found(checker, OPENED.format("14 March 2014"), OPENED.format("9 June 2015"), wider)
    assert held(finding) == {"2014-03-14": ["0", "2"], "2015-06-09": ["1"]}


def test_sources_that_agree_are_no_finding(checker: Checker) -> None:
    assert found(checker, OPENED.format("14 March 2014"), OPENED.format("14 March 2014")) == []


def test_a_source_that_says_it_in_other_words_changes_no_id(checker: Checker) -> None:
    texts = [OPENED.format("14 March 2014"), OPENED.format("9 June 2015")]
    other = "On 9 June 2015 the Tembo cement plant was opened in the presence of 40 guests."
    assert [f.id for f in found(checker, *texts)] == [f.id for f in found(checker, *texts, other)] != []


def test_two_plants_are_two_findings(checker: Checker) -> None:
    other = OPENED.replace("Tembo", "Nyati").replace("Tanzania", "Kenya")
    texts = [text.format(day) for text in (OPENED, other) for day in ("14 March 2014", "9 June 2015")]
    assert sorted(sorted(d for docs in held(f).values() for d in docs) for f in found(checker, *texts)) == [
        ["0", "1"],
        ["2", "3"],
    ]

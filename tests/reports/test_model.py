from reconcile.findings import FailOn, Position, Silence, Silenced
from tests.reports.examples import entry, evidence, finding, report, spelling


def test_a_report_whose_documents_all_gave_claims_is_complete() -> None:
    assert not report().incomplete


def test_a_document_with_a_problem_makes_the_report_incomplete() -> None:
    broken = report(documents=(entry("a.txt"), entry("b.txt", problems=("is in French",))))
    assert broken.incomplete
    assert [document.id for document in broken.unchecked] == ["b.txt"]


def test_a_run_in_which_no_document_gave_a_claim_is_incomplete() -> None:
    assert report(documents=(entry("a.txt", claims=0),)).gaps
    assert report(documents=()).incomplete


def test_a_fact_of_a_rule_pack_is_no_document_that_gave_a_claim() -> None:
    assert report(documents=(entry("a.txt", claims=0), entry("desk.yaml#x", role="reference"))).incomplete


def test_sources_that_gave_no_claim_make_the_report_incomplete() -> None:
    silent = report(documents=(entry("a.txt"), entry("s.txt", role="source", claims=0)))
    assert silent.gaps == ("No document of --against gave a claim, so nothing was compared with it.",)


def test_sources_that_were_asked_for_and_are_none_make_the_report_incomplete() -> None:
    assert report(against=True).incomplete
    assert not report(against=True, documents=(entry("a.txt"), entry("s.txt", role="source"))).incomplete


def test_an_accepted_finding_is_left_out_and_named() -> None:
    accepted = report().accepting({"3fa0c1d2e3f4": "It stands.", "unknown": "?"})
    assert [one.rule for one in accepted.findings] == ["name-spelling"]
    assert [(one.id, one.silenced) for one in accepted.silenced] == [
        ("3fa0c1d2e3f4", Silenced(Silence.ACCEPTED, "It stands."))
    ]


def test_a_silenced_finding_does_not_close_the_gate_even_when_shown() -> None:
    accepted = report(findings=(finding(),)).accepting({"3fa0c1d2e3f4": "It stands."}).showing_silenced()
    assert [one.id for one in accepted.findings] == ["3fa0c1d2e3f4"]
    assert report(findings=(finding(),)).closes(FailOn.ERROR)
    assert not accepted.closes(FailOn.INFO)


def test_findings_are_arranged_worst_first_and_documents_by_role_and_id() -> None:
    entries = (entry("s.txt", role="source"), entry("b.txt"), entry("a.txt"))
    arranged = report(documents=entries, findings=(spelling(), finding())).arranged()
    assert [document.id for document in arranged.documents] == ["a.txt", "b.txt", "s.txt"]
    assert [one.rule for one in arranged.findings] == ["event-date", "name-spelling"]


def test_positions_are_arranged_by_value_and_their_places_by_document() -> None:
    here, there = evidence("b.txt", "It was 2024.", "2024"), evidence("a.txt", "In 2024 too.", "2024")
    mixed = finding(positions=(Position("2024", (here, there)), Position("2023", (here,))))
    (arranged,) = report(findings=(mixed,)).arranged().findings
    assert [position.value for position in arranged.positions] == ["2023", "2024"]
    assert [place.document for place in arranged.positions[1].evidence] == ["a.txt", "b.txt"]

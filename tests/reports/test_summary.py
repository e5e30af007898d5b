from dataclasses import replace

from reconcile.coverage import Coverage, Detail, Standing
from reconcile.findings import Kind, Severity
from reconcile.reports.summary import summary, verdict
from reconcile.text import Span
from tests.reports.examples import entry, finding, report, spelling


def test_the_summary_counts_documents_claims_and_findings_by_severity() -> None:
    info = spelling(id="1", severity=Severity.INFO)
    more = report(findings=(finding(), finding(id="2"), spelling(), info))
    assert summary(more) == "2 documents, 40 claims, 4 findings: 2 errors, 1 warning, 1 info."


def test_a_run_without_findings_says_so() -> None:
    assert summary(report(findings=())) == "2 documents, 40 claims, no findings."


def test_what_was_not_checked_is_named_with_its_reason() -> None:
    entries = (entry("a.txt", claims=1), entry("b.txt", claims=0, problems=("is in French", "is short.")))
    told = summary(report(documents=entries, findings=(), skipped=2))
    assert told == (
        "2 documents, 1 claim, no findings. Not checked: b.txt (is in French; is short). "
        "Skipped 2 other files."
    )


def test_of_many_that_were_not_checked_the_first_are_named_and_all_are_counted() -> None:
    entries = tuple(entry(f"{n}.txt", claims=0, problems=("is empty",)) for n in range(30))
    told = summary(report(documents=(entry("a.txt"), *entries), findings=()))
    assert told.count("(is empty)") == 20 and told.endswith("19.txt (is empty); and 10 more documents.")


def test_a_run_that_compared_nothing_says_so() -> None:
    told = summary(report(documents=(entry("a.txt", claims=0),), findings=()))
    assert told == "1 document, 0 claims, no findings. No document gave a claim, so nothing was compared."


def test_sources_are_counted_apart_and_references_not_at_all() -> None:
    entries = (
        entry("a.txt"),
        entry("s.txt", role="source"),
        entry("desk.yaml#x", role="reference", claims=1),
    )
    assert summary(report(documents=entries)).startswith("1 document against 1 source, 40 claims, ")


def test_accepted_findings_are_counted() -> None:
    told = summary(report().accepting({"3fa0c1d2e3f4": "It stands."}))
    assert told == "2 documents, 40 claims, 1 finding: 1 warning. 1 finding accepted."


def test_the_verdict_counts_by_severity_and_never_calls_an_incomplete_check_clean() -> None:
    assert verdict(report()) == "1 error, 1 warning"
    assert verdict(report(findings=())) == "no findings"
    unread = (entry("a.txt"), entry("b.txt", problems=("is empty",)))
    assert verdict(report(findings=(), documents=unread)) == "the check is incomplete; no findings"


def test_what_sources_support_is_told_where_there_are_sources() -> None:
    one = Detail("a.txt", Kind.NUMBER, Span(0, 2), Span(0, 9), "12", "12", "toll", "toll", "killed")
    told = Coverage(("a.txt",), (one, replace(one, standing=Standing.AGREES)), ())
    sources = (entry("a.txt"), entry("s.txt", role="source"))
    words = "Supported: 1 of 2 details (50 %); 0 in conflict, 1 found nowhere else."
    assert words in summary(report(documents=sources, coverage=told))
    assert words not in summary(report(coverage=told))
    nothing = Coverage(("a.txt",), (), ())
    assert "No detail that sources could support." in summary(report(documents=sources, coverage=nothing))

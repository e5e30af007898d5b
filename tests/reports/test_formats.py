"""What holds of every format: nothing that was not checked, silenced or withheld passes for something else."""

from dataclasses import replace

import pytest

from reconcile.findings import Position, Silence, Silenced
from reconcile.reports import FORMATS, SUFFIXES
from tests.reports.examples import entry, evidence, finding, report, spelling

EVERY = pytest.mark.parametrize("name", FORMATS)


BESIDE_THE_DRAFT = {
    "gitlab",
    "rdjson",
}  # have room for findings alone: the exit code and standard error tell the rest


@pytest.mark.parametrize("name", [f for f in FORMATS if f not in BESIDE_THE_DRAFT])
def test_what_was_not_checked_is_told(name: str) -> None:
    unread = (entry("a.txt", claims=0), entry("c.txt", claims=0, problems=("is empty",)))
    told = FORMATS[name](report(documents=unread, findings=()))
    assert "c.txt" in told and "is empty" in told
    assert "No document gave a claim, so nothing was compared" in told


@EVERY
def test_a_silenced_finding_is_marked_as_such(name: str) -> None:
    accepted = finding(silenced=Silenced(Silence.ACCEPTED, "the author knows"))
    loud, silent = (FORMATS[name](report(findings=(found,))) for found in (finding(), accepted))
    assert "accepted" in silent.replace("accept = [", "") and "accepted" not in loud.replace("accept = [", "")


@EVERY
def test_a_confidential_source_has_an_alias_and_no_place(name: str) -> None:
    hidden = replace(evidence("source-1", "x", "x"), text="", claim_text="", withheld=True)
    positions = (Position("2024", (hidden,)), finding().positions[0])
    documents = (
        entry("b.txt"),
        entry("source-1", path=None, role="source", published=None, confidential=True),
    )
    told = FORMATS[name](report(findings=(finding(positions=positions),), documents=documents))
    assert name == "concise" or "source-1" in told
    assert "source-1:" not in told


@EVERY
def test_findings_come_worst_first(name: str) -> None:
    told = FORMATS[name](report())
    assert told.index(finding().id) < told.index(spelling().id)


def test_a_suffix_is_of_a_format() -> None:
    assert SUFFIXES.keys() <= FORMATS.keys()

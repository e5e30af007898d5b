"""What the tool says of each case, and how often it is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accuracy.cases import Case, Half
from reconcile import Checker, Finding, Kind, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what the tool shows of it: its loud findings, and quiet ones of the relation asked for."""

    case: Case
    shown: tuple[Finding, ...]

    @property
    def right(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.shown if is_right(finding, self.case))

    @property
    def found(self) -> bool:
        return bool(self.right)

    @property
    def false(self) -> bool:
        """The tool speaks, and nothing it says is right."""
        return bool(self.shown) and not self.right

    @property
    def missed(self) -> bool:
        return self.case.relation is not None and not self.found

    @property
    def right_kind(self) -> bool:
        return any(finding.kind is self.case.kind for finding in self.right)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of cases; `false` are those where the tool speaks and is wrong."""

    cases: int
    disagreements: int
    found: int
    right_kind: int
    false: int

    @property
    def precision(self) -> float:
        """Share of the cases where the tool is right of those where it speaks; 1 where it is silent."""
        return _share(self.found, self.found + self.false)

    @property
    def recall(self) -> float:
        """Share of the disagreements that the tool finds."""
        return _share(self.found, self.disagreements)


@dataclass(frozen=True, slots=True)
class Bin:
    """The findings whose confidence lies in [low, high), or in [low, 1] at the top."""

    low: float
    high: float
    findings: int
    right: int
    confidence: float  # mean of the findings

    @property
    def share(self) -> float:
        return _share(self.right, self.findings)


def measure(checker: Checker, cases: Iterable[Case]) -> tuple[Outcome, ...]:
    """Check the two texts of each case against each other, and nothing else with them."""
    return tuple(_outcome(case, checker.check(list(case.documents)).findings) for case in cases)


def is_right(finding: Finding, case: Case) -> bool:
    """It sets the two texts against each other as the reader does, or under a kind that the case allows too."""
    documents = {evidence.document for position in finding.positions for evidence in position.evidence}
    as_expected = finding.kind is case.kind and finding.relation is case.relation
    return documents == {"a", "b"} and (as_expected or finding.kind in case.also)


def tally(outcomes: Iterable[Outcome], kind: Kind | None = None, half: Half | None = None) -> Tally:
    """Count the cases of a kind and a half; None takes all of them."""
    some = [
        outcome
        for outcome in outcomes
        if kind in (None, outcome.case.kind) and half in (None, outcome.case.half)
    ]
    return Tally(
        cases=len(some),
        disagreements=sum(outcome.case.relation is not None for outcome in some),
        found=sum(outcome.found for outcome in some),
        right_kind=sum(outcome.right_kind for outcome in some),
        false=sum(outcome.false for outcome in some),
    )


def reliability(outcomes: Iterable[Outcome], edges: Sequence[float]) -> tuple[Bin, ...]:
    """How often findings are right, by the confidence they come with. `edges` rise from 0 to 1."""
    judged = [(finding, is_right(finding, o.case)) for o in outcomes for finding in o.shown]
    return tuple(
        _bin(low, high, [(f.confidence, right) for f, right in judged if low <= f.confidence < top])
        for low, high, top in zip(edges, edges[1:], (*edges[1:-1], 2.0), strict=False)
    )


def _bin(low: float, high: float, judged: Sequence[tuple[float, bool]]) -> Bin:
    mean = sum(confidence for confidence, _ in judged) / len(judged) if judged else (low + high) / 2
    return Bin(low, high, len(judged), sum(right for _, right in judged), mean)


def _outcome(case: Case, findings: Iterable[Finding]) -> Outcome:
    shown = (f for f in findings if f.severity is not Severity.INFO or f.relation is case.relation)
    return Outcome(case, tuple(shown))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

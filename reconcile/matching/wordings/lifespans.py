"""How old somebody was at death: said, or reckoned from the dates of birth and death."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.agreement import Agreement, Comparison
from reconcile.claims.model import Claim
from reconcile.facets.period import Period
from reconcile.facets.quantity import Quantity
from reconcile.findings import Kind
from reconcile.matching.wordings.traits import Trait
from reconcile.text import Span

_SLOT = "age at death"
_YEAR = 365.25 * 86400  # seconds, the base unit of ages


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, from least to most, and where they come from."""

    least: int
    most: int
    reckoning: str


def compare_ages(x: Age, y: Age) -> Comparison:
    apart = x.most < y.least or y.most < x.least
    said = f"{x.reckoning}; {y.reckoning}."
    return Comparison(Agreement.DIFFER if apart else Agreement.AGREE, said)


def age_at_death(claim: Claim, traits: Sequence[Trait]) -> Iterator[Trait]:
    """The age with which a sentence says that its subject died, else what its dates of birth and death give."""
    ages = [q.value for q in claim.quantities if isinstance(q.value, Quantity) and q.value.dimension == "age"]
    if claim.predicate.lemma == "die" and not claim.negated:
        for age in ages:
            years = round(age.stated / _YEAR)
            yield _trait(age.span, Age(years, years, f"“{age.words}” is said"))
        if ages:
            return
    born, died = (next((t for t in traits if t.slot == slot), None) for slot in ("birth", "death"))
    if born and died:
        yield from _reckoned(born, died)


def _reckoned(born: Trait, died: Trait) -> Iterator[Trait]:
    birth, death = born.value, died.value
    assert isinstance(birth, Period) and isinstance(death, Period)
    if not (birth.earliest and birth.latest and death.earliest and death.latest):
        return
    least, most = _years(birth.latest, death.earliest), _years(birth.earliest, death.latest)
    if least >= 0:
        said = f"{least}" if least == most else f"{least} or {most}"
        around = Span(min(born.span.start, died.span.start), max(born.span.end, died.span.end))
        yield _trait(around, Age(least, most, f"{birth.label} to {death.label} is {said} years"))


def _years(birth: date, day: date) -> int:
    """Completed years of life on a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _trait(span: Span, age: Age) -> Trait:
    years = f"{age.least}" if age.least == age.most else f"{age.least}–{age.most}"
    return Trait(_SLOT, Kind.NUMBER, span, age, f"{years} y")

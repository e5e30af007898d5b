"""What a pack may say of what a desk knows: facts, house spelling, and who held which office."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from reconcile.rules.validation.entry import Day, Identifier, Strict, Words, both_told


class Fact(Strict):
    """What this desk holds to be true. Checked against every text, and cited as a source of its own."""

    id: Identifier
    """The fact's name, in small letters and hyphens."""
    claim: Words
    """The fact, in one plain sentence with names and dates in full."""
    source: Words | None = None
    """Where the desk has it from."""


class HouseName(Strict):
    """How this house spells a name."""

    canonical: Words
    """The spelling to use."""
    variants: Annotated[tuple[Words, ...], Field(strict=False, min_length=1)]
    """Other spellings of the same name."""

    @field_validator("variants", mode="wrap")
    @classmethod
    def _each_once(cls, written: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        spellings = written if isinstance(written, list | tuple) else []
        times = Counter(word for word in (*spellings, info.data.get("canonical")) if isinstance(word, str))
        twice = next((word for word, number in times.items() if number > 1), None)
        return both_told(
            written, read, f"'{twice}' stands here twice; write each spelling once" if twice else None
        )


class Holder(Strict):
    """Who held an office, and when."""

    name: Words
    """The holder's name in full."""
    since: Annotated[Day, Field(alias="from")]
    """The first day in office."""
    until: Day | None = None
    """The last day in office; leave it out for whoever holds it now."""

    @field_validator("until")
    @classmethod
    def _ends_after_it_began(cls, until: date | None, info: ValidationInfo) -> date | None:
        since = info.data.get("since")
        if until is not None and since is not None and until < since:
            raise ValueError(f"`until` {until} lies before `from` {since}; change one of them")
        return until


class Office(Strict):
    """Who held an office, and when."""

    office: Words
    """The office in full, with its country or body: `prime minister of Japan`."""
    holders: Annotated[tuple[Holder, ...], Field(strict=False, min_length=1)]
    """Its holders, in any order."""

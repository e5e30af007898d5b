"""The labelled cases: pairs of short texts, and what a careful reader would say of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reconcile import Document, Kind, ReconcileError, Relation

CASES = Path(__file__).parent / "cases"

Text = Annotated[str, Field(min_length=1)]


class CaseError(ReconcileError):
    """Case files are not valid. Tells every mistake of every file, each with file, case and mend."""


class Half(StrEnum):
    """Which cases may be looked at while developing, and which are only counted."""

    OPEN = "open"
    SEALED = "sealed"


class Case(BaseModel):
    """Two texts, the days they were published where it matters, and what a careful reader sees between them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[a-z-]+-\d{2,}$")]
    a: Text
    b: Text
    a_date: date | None = None
    b_date: date | None = None
    expect: Literal["conflict", "variant", "update", "succession", "silent"]
    also: tuple[Kind, ...] = ()  # other kinds that the same disagreement may go under
    note: str | None = None

    @property
    def kind(self) -> Kind:
        return Kind(self.id.rpartition("-")[0])

    @property
    def half(self) -> Half:
        """By the number: odd cases are open, even ones sealed."""
        return Half.OPEN if int(self.id.rpartition("-")[2]) % 2 else Half.SEALED

    @property
    def relation(self) -> Relation | None:
        """What a finding should say; None where there is nothing to find."""
        return None if self.expect == "silent" else Relation(self.expect)

    @property
    def documents(self) -> tuple[Document, Document]:
        return (
            Document(id="a", text=self.a, published=self.a_date),
            Document(id="b", text=self.b, published=self.b_date),
        )


def load_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """The cases of every `KIND.yaml` in `folder`, files by name and cases by number.

    Raises CaseError with all that is wrong in them.
    """
    mistakes: list[str] = []
    cases = tuple(case for file in sorted(folder.glob("*.yaml")) for case in _read(file, mistakes))
    if mistakes:
        raise CaseError("\n".join(mistakes))
    return cases


def _read(file: Path, mistakes: list[str]) -> Iterator[Case]:
    """The sound cases of one file; what is wrong with the others is added to `mistakes`."""
    if file.stem not in list(Kind):
        mistakes.append(
            f"{file.name}: '{file.stem}' is no kind; name the file after one of {', '.join(Kind)}"
        )
        return
    for number, entry in enumerate(_entries(file, mistakes), start=1):
        expected = f"{file.stem}-{number:02}"
        try:
            case = Case.model_validate(entry)
        except ValidationError as error:
            mistakes += [f"{file.name}, case {expected}: {_told(detail)}" for detail in error.errors()]
            continue
        if case.id != expected:
            mistakes.append(f"{file.name}, case {case.id}: cases are numbered in order; call it {expected}")
        yield case


def _entries(file: Path, mistakes: list[str]) -> list[Any]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mistakes.append(f"{file.name}: {error}; put a text that holds `: ` or ` #` into quotation marks")
        return []
    match content:
        case {"cases": list(entries)}:
            return entries
    mistakes.append(f"{file.name}: give one list under `cases:`, each case starting with `- id:`")
    return []


def _told(detail: Any) -> str:
    where = ".".join(str(part) for part in detail["loc"]) or "the case"
    mend = {
        "missing": "is missing; add it",
        "extra_forbidden": f"is no field; use {', '.join(Case.model_fields)}",
    }.get(detail["type"], f"is not valid: {detail['msg']}")
    return f"{where} {mend}"

"""What a rule pack may say. The docstring under a field is what an editor shows while a pack is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator, model_validator

from reconcile.findings import Kind, Over, Relation
from reconcile.rules.packs import SILENT, TOLERANCES
from reconcile.rules.validation.entry import Day, Identifier, Strict, Words, both_told
from reconcile.rules.validation.knowledge import Fact, HouseName, Office

_PLACEHOLDERS = frozenset({"subject", "values", "slot"})
_OVERS: Mapping[Kind, tuple[Over, ...]] = {
    Kind.DATE: (Over.TOPIC, Over.DOCUMENT),
    Kind.NUMBER: (Over.TOPIC,),
    Kind.NAME: (Over.ENTITY, Over.TOPIC),
    Kind.ROLE: (Over.ENTITY, Over.TOPIC),
    Kind.PLACE: (Over.TOPIC,),
    Kind.QUOTE_WORDING: (Over.QUOTATION,),
    Kind.QUOTE_SPEAKER: (Over.QUOTATION,),
    Kind.POLARITY: (Over.TOPIC,),
    Kind.ACTOR: (Over.TOPIC,),
    Kind.STYLE: (Over.DOCUMENT, Over.ENTITY),
    Kind.SUPPORT: (Over.DOCUMENT,),
}
_DETAILS = (Kind.NAME, Kind.DATE, Kind.NUMBER, Kind.QUOTE_WORDING)


class DatedText(Strict):
    """One document of a test."""

    text: Words
    """What the document says."""
    date: Day | None = None
    """When it was published."""


class RuleTest(Strict):
    """Texts to check with the rule, and what it must report: `a`, or `a` and `b`, or a list of `texts`."""

    name: Words | None = None
    """What the test shows, where the texts do not say it."""
    a: Words | None = None
    """The first document."""
    b: Words | None = None
    """The second document."""
    a_date: Day | None = None
    """When the first document was published."""
    b_date: Day | None = None
    """When the second document was published."""
    texts: Annotated[tuple[DatedText, ...], Field(strict=False, max_length=20)] = ()
    """Any number of documents, instead of `a` and `b`."""
    names: Annotated[tuple[HouseName, ...], Field(strict=False)] = ()
    """House spelling that the test goes by."""
    expect: Literal["conflict", "variant", "update", "succession", "style", "unsupported", "silent"]
    """The relation that the rule reports, or `silent`."""

    @model_validator(mode="wrap")
    @classmethod
    def _has_documents(cls, written: Any, read: ValidatorFunctionWrapHandler) -> Any:
        known = isinstance(written, Mapping) and written.keys() <= cls.model_fields.keys()
        return both_told(written, read, _without_documents(written) if known else None)


class Compare(Strict):
    """What a rule asks of the comparison of two values."""

    tolerance: str | None = None
    """How far values may lie apart: `2 days` for dates, `5 %` for numbers."""


class Rule(Strict):
    """One rule: what it compares, over what, how loud it is, what it says, and texts that prove it."""

    id: Identifier
    """The rule's name, in small letters and hyphens: `event-date`."""
    kind: Annotated[Kind, Field(strict=False)]
    """The detail that is compared."""
    over: Annotated[Over, Field(strict=False)]
    """What the rule looks at: claims about one event (topic), an entity, a quotation, or one document."""
    severity: Annotated[
        dict[Annotated[Relation, Field(strict=False)], Literal["error", "warning", "info", "off"]],
        Field(min_length=1),
    ]
    """How loud each relation is: error, warning, info, or off. A relation not named is not reported."""
    compare: Compare = Compare()
    """How values are compared, where the plain comparison is too strict."""
    detail: Annotated[Kind | None, Field(strict=False, validate_default=True)] = None
    """Which details of a draft a support rule looks for in the sources: name, date, number or quote-wording."""
    message: Words
    """One line for the reader of a report. May hold {subject}, {values} and {slot}."""
    why: Words
    """Why the rule exists, in one sentence."""
    tests: Annotated[tuple[RuleTest, ...], Field(strict=False)]
    """At least one test that reports something, and one that stays silent."""

    @field_validator("over")
    @classmethod
    def _kind_fits(cls, over: Over, info: ValidationInfo) -> Over:
        kind = info.data.get("kind")
        if kind is not None and over not in _OVERS[kind]:
            raise ValueError(f"a {kind} rule does not look at {over}; write {_either(_OVERS[kind])}")
        return over

    @field_validator("compare", mode="wrap")
    @classmethod
    def _tolerance_fits(cls, written: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        tolerance = written.get("tolerance") if isinstance(written, Mapping) else None
        wrong = _no_tolerance(tolerance, info.data.get("kind")) if isinstance(tolerance, str) else None
        return both_told(written, read, wrong)

    @field_validator("detail")
    @classmethod
    def _detail_fits(cls, detail: Kind | None, info: ValidationInfo) -> Kind | None:
        kind = info.data.get("kind")
        if kind is Kind.SUPPORT and detail not in _DETAILS:
            raise ValueError(f"a support rule says what it looks for; write `detail` as {_either(_DETAILS)}")
        if kind not in {None, Kind.SUPPORT} and detail is not None:
            raise ValueError(f"a {kind} rule looks for no other detail; leave it out")
        return detail

    @field_validator("message")
    @classmethod
    def _placeholders_known(cls, message: str) -> str:
        try:
            parts = list(Formatter().parse(message))
        except ValueError:
            raise ValueError(
                "a brace in the message has no partner; write {subject}, {values}, {slot}"
            ) from None
        for _, name, spec, conversion in parts:
            if name is not None and (name not in _PLACEHOLDERS or spec or conversion):
                raise ValueError(f"{{{name}}} cannot be filled in; write {{subject}}, {{values}}, {{slot}}")
        return message

    @field_validator("tests", mode="wrap")
    @classmethod
    def _tests_prove(cls, written: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        expected = _expected(written)
        wrong = None if expected is None else _unproved(expected, info.data.get("severity"))
        return both_told(written, read, wrong)


class Pack(Strict):
    """A rule pack: rules, and what a desk knows. Every section may be absent."""

    rules: Annotated[tuple[Rule, ...], Field(strict=False)] = ()
    """What is compared, and how loud it is."""
    facts: Annotated[tuple[Fact, ...], Field(strict=False)] = ()
    """What this desk holds to be true."""
    names: Annotated[tuple[HouseName, ...], Field(strict=False)] = ()
    """House spelling."""
    offices: Annotated[tuple[Office, ...], Field(strict=False)] = ()
    """Who held which office, when."""


def _no_tolerance(written: str, kind: Kind | None) -> str | None:
    """What is wrong with a tolerance; where the kind is not known, any kind's will do."""
    if kind is not None and kind not in TOLERANCES:
        return f"a {kind} rule has no tolerance; leave it out"
    fitting = [TOLERANCES[kind]] if kind else list(TOLERANCES.values())
    if any(pattern.fullmatch(written.strip()) for pattern, _ in fitting):
        return None
    right = _either(f"2 {unit}" for _, unit in fitting)
    return f"'{written[:40]}' is no tolerance{f' of a {kind} rule' if kind else ''}; write it as {right}"


def _without_documents(test: Mapping[str, Any]) -> str | None:
    """What is wrong with the documents of a test as it is written."""
    if bool(test.get("texts")) == (test.get("a") is not None):
        return "a test has either `a` (and `b`) or `texts`; write one of them"
    if test.get("texts") and (test.get("b") or test.get("a_date") or test.get("b_date")):
        return "`b`, `a_date` and `b_date` do not go with `texts`; write a `date` in each of the texts"
    if test.get("b_date") and not test.get("b"):
        return "`b_date` has no `b`; write the second text as `b`"
    return None


def _expected(tests: Any) -> list[str] | None:
    """What the tests of a rule expect, as they are written; None where that cannot be told of all."""
    if not isinstance(tests, list | tuple):
        return None
    expected = [str(test.get("expect")) for test in tests if isinstance(test, Mapping)]
    told = len(expected) == len(tests) and {*Relation, SILENT}.issuperset(expected)
    return expected if told else None


def _unproved(expected: Sequence[str], severity: Mapping[Relation, str] | None) -> str | None:
    """What the tests of a rule fail to show, or cannot show where the severities are known."""
    relations = {str(relation) for relation in expected if relation != SILENT}
    if SILENT not in expected or not relations:
        return "a rule needs at least one test that reports something and one with `expect: silent`"
    if severity is None:
        return None
    never = relations - {str(relation) for relation, level in severity.items() if level != "off"}
    told = _either(sorted(never))
    return f"a test expects {told}, which `severity` does not name; add it there" if never else None


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"'{word}'" for word in words)

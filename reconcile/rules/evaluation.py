"""From subjects to findings: what a rule makes of the values that sources hold for one slot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.agreement import Agreement, Comparison
from reconcile.documents.model import Document, DocumentRole
from reconcile.facets.period import Period
from reconcile.facets.quantity import Quantity
from reconcile.facets.role import Role, may_change
from reconcile.findings import Evidence, Finding, Kind, Position, Relation, Severity, fingerprint, in_order
from reconcile.lexicon import lexicon
from reconcile.matching.holders import TERM
from reconcile.matching.profiles import event_word
from reconcile.matching.subjects import Holding, Pair, Subject
from reconcile.matching.unions import Unions
from reconcile.rules.calibration import calibrated
from reconcile.rules.packs import Rule, Tolerance
from reconcile.text import Span, line_and_column

_OPPOSED = {Agreement.DIFFER, Agreement.VARIANT}
_WORD = re.compile(r"\w+")
_SHOWN = 60  # characters of a value in a message


def evaluate(
    rules: Iterable[Rule], subjects: Iterable[Subject], documents: Mapping[str, Document]
) -> dict[Finding, Subject]:
    """Apply each rule to the subjects that it looks at: the findings, worst first, with the subject of each."""
    chosen = list(rules)
    found = {
        finding.id: (finding, subject)
        for given in subjects
        for rule in chosen
        if rule.kind is given.kind and rule.over is given.over
        for subject in [_tolerated(given, rule.tolerance)]
        for finding in _findings(rule, subject, documents)
    }
    return {finding: found[finding.id][1] for finding in in_order(finding for finding, _ in found.values())}


def _tolerated(subject: Subject, tolerance: Tolerance | None) -> Subject:
    """The subject, with values that lie within the tolerance agreeing."""
    if tolerance is None or not tolerance.amount:
        return subject
    return replace(subject, pairs=tuple(_loosened(pair, subject, tolerance) for pair in subject.pairs))


def _loosened(pair: Pair, subject: Subject, tolerance: Tolerance) -> Pair:
    apart = _apart(subject.holdings[pair.a].value, subject.holdings[pair.b].value)
    if pair.comparison.agreement is not Agreement.DIFFER or apart is None or apart > tolerance.amount:
        return pair
    detail = f"{pair.comparison.detail} The rule lets them lie {tolerance.amount:g} {tolerance.unit} apart."
    return replace(pair, comparison=Comparison(Agreement.AGREE, detail))


def _apart(a: object, b: object) -> float | None:
    """How far two values lie apart: days between periods, per cent of the larger figure; None if unknown."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        larger = max(abs(a.stated), abs(b.stated))
        return float(100 * abs(a.stated - b.stated) / larger) if larger else 0.0
    if not isinstance(a, Period) or not isinstance(b, Period):
        return None
    gaps = [
        (later.earliest - earlier.latest).days
        for earlier, later in ((a, b), (b, a))
        if later.earliest and earlier.latest
    ]
    return max(gaps, default=None)


def _findings(rule: Rule, subject: Subject, documents: Mapping[str, Document]) -> Iterator[Finding]:
    """One finding for each relation that the subject's pairs show and the rule reports."""
    by_relation: dict[Relation, list[Pair]] = {}
    for pair in subject.pairs:
        if pair.comparison.agreement in _OPPOSED and not _both_known(subject, pair, documents):
            by_relation.setdefault(_relation(subject, pair, documents), []).append(pair)
    for relation, pairs in sorted(
        by_relation.items(), key=lambda found: found[0] is Relation.CONFLICT
    ):  # it prevails
        severity = _severity(rule, relation, pairs)
        if severity:
            yield _finding(rule, subject, relation, severity, pairs, documents)


def _both_known(subject: Subject, pair: Pair, documents: Mapping[str, Document]) -> bool:
    """Whether a desk holds both to be true: what it knows is not checked against itself."""
    held = (subject.holdings[number].document for number in (pair.a, pair.b))
    return all(documents[document].role is DocumentRole.REFERENCE for document in held)


def _relation(subject: Subject, pair: Pair, documents: Mapping[str, Document]) -> Relation:
    if subject.kind is Kind.STYLE:
        return Relation.STYLE
    if pair.comparison.agreement is Agreement.VARIANT:
        return Relation.VARIANT
    apart = _days_apart(subject.holdings[pair.a], subject.holdings[pair.b], documents)
    if subject.kind is Kind.NUMBER and _has_grown(subject, pair, documents):
        return Relation.UPDATE
    if subject.kind is Kind.ROLE and apart > TERM and _may_change(subject, pair):
        return Relation.SUCCESSION
    return Relation.CONFLICT


def _may_change(subject: Subject, pair: Pair) -> bool:
    roles = subject.holdings[pair.a].value, subject.holdings[pair.b].value
    return not isinstance(roles[0], Role) or may_change(*roles)


def _days_apart(a: Holding, b: Holding, documents: Mapping[str, Document]) -> int:
    first, second = documents[a.document].published, documents[b.document].published
    return abs((first - second).days) if first and second else 0


def _has_grown(subject: Subject, pair: Pair, documents: Mapping[str, Document]) -> bool:
    """Whether a figure stands higher in the later text: a toll that rose, an area that burned on."""
    a, b = subject.holdings[pair.a], subject.holdings[pair.b]
    first, second = documents[a.document].published, documents[b.document].published
    x, y = a.value, b.value
    if not (first and second and isinstance(x, Quantity) and isinstance(y, Quantity)):
        return False
    if subject.slot in lexicon("questions")["settled"]:
        return False
    if x.dimension and not (x.dimension == "area" and _spreads(subject.slot)):
        return False  # sums and measures do not grow
    return (second - first).days * (y.stated - x.stated) > 0


def _spreads(slot: str) -> bool:
    return slot in {event_word(word) for word in lexicon("events")["spreading"]}


def _severity(rule: Rule, relation: Relation, pairs: Sequence[Pair]) -> Severity | None:
    stated = rule.severity_of(relation)
    loudest = min((p.loudest for p in pairs), key=lambda s: s.rank)
    return max(stated, loudest, key=lambda s: s.rank) if stated else None


def _finding(
    rule: Rule,
    subject: Subject,
    relation: Relation,
    severity: Severity,
    pairs: Sequence[Pair],
    documents: Mapping[str, Document],
) -> Finding:
    positions = _positions(subject, pairs, documents)
    values = [p.value for p in positions]
    surest = max(pairs, key=lambda p: (p.confidence, -p.a, -p.b))
    return Finding(
        id=fingerprint(rule.id, subject.key, subject.slot, _lasting(subject.kind, values)),
        rule=rule.id,
        kind=subject.kind,
        relation=relation,
        severity=severity,
        confidence=calibrated(subject.kind, surest.confidence),
        subject=subject.label,
        message=worded(rule, subject.label, subject.slot, positions),
        explanation=_explanation(subject, surest),
        positions=positions,
    )


def _lasting(kind: Kind, values: Sequence[str]) -> Sequence[str]:
    """What of its values a finding's id hangs on, so that a source that joins in another form does not change it.

    Of a quotation the words, and not the comma before "he said"; of a speaker the last name, where it tells them apart.
    """
    if kind is Kind.QUOTE_WORDING:
        return [" ".join(_WORD.findall(value.casefold())) for value in values]
    if kind is Kind.QUOTE_SPEAKER:
        last = [value.split()[-1].casefold() for value in values]
        return last if len({*last}) == len(values) else values
    return values


def worded(rule: Rule, subject: str, slot: str, positions: Sequence[Position]) -> str:
    """What a rule's message says of some positions."""
    *others, last = [_short(position.said) for position in positions]
    values = f"{', '.join(others)} or {last}" if others else last
    return rule.message.format(subject=subject, values=values, slot=slot)


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else value[:_SHOWN].rsplit(" ", 1)[0] + "…"


def _explanation(subject: Subject, surest: Pair) -> str:
    reckonings = sorted({subject.holdings[i].reckoning for i in (surest.a, surest.b)} - {""})
    detail = surest.comparison.detail
    parts = [*(r for r in reckonings if r not in detail), detail, f"Compared because {_inner(surest.why)}"]
    return " ".join(map(_sentence, parts))


def _inner(words: str) -> str:
    """A sentence's words within another sentence."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else words + "."


def _positions(
    subject: Subject, opposed: Sequence[Pair], documents: Mapping[str, Document]
) -> tuple[Position, ...]:
    """The values that are set against one another, each with everyone who holds it."""
    unions = Unions(len(subject.holdings))
    same: dict[str, int] = {}
    for i, holding in enumerate(subject.holdings):
        unions.join(i, same.setdefault(holding.normal, i))
    undecided = _undecided(subject, opposed)
    for a, b in _agreeing(subject):
        if undecided.isdisjoint({a, b}):
            unions.join(same[a], same[b])
    speaking = {unions.find(i) for pair in opposed for i in (pair.a, pair.b)}
    groups = [g for g in unions.groups() if unions.find(g[0]) in speaking]
    positions = (_position([subject.holdings[i] for i in group], documents) for group in groups)
    return tuple(sorted(positions, key=lambda position: position.value))


def _agreeing(subject: Subject) -> Iterator[tuple[str, str]]:
    for pair in subject.pairs:
        if pair.comparison.agreement is Agreement.AGREE:
            yield subject.holdings[pair.a].normal, subject.holdings[pair.b].normal


def _undecided(subject: Subject, opposed: Sequence[Pair]) -> frozenset[str]:
    """The values that fit both of two that are opposed: a "historian" may be of either university."""
    fitting: dict[str, set[str]] = defaultdict(set)
    for a, b in _agreeing(subject):
        fitting[a].add(b)
        fitting[b].add(a)
    sides = ((subject.holdings[pair.a].normal, subject.holdings[pair.b].normal) for pair in opposed)
    return frozenset(value for a, b in sides for value in fitting[a] & fitting[b])


def _position(holdings: Sequence[Holding], documents: Mapping[str, Document]) -> Position:
    """The fullest value speaks for those that agree with it, however many hold each: the id hangs on it."""
    value = min({h.normal for h in holdings}, key=lambda v: (-len(v), v))
    places = sorted(
        (evidence(documents[h.document], h.span, h.sentence) for h in holdings),
        key=lambda e: (e.document, e.span),
    )
    label = next(_said(h) for h in holdings if h.normal == value)
    return Position(value, tuple(dict.fromkeys(places)), label)


def _said(holding: Holding) -> str:
    """The value as a sentence says it: a date in words, a figure in those of its source."""
    match holding.value:
        case Period() as period:
            return period.label
        case Quantity() as quantity:
            return " ".join(quantity.words.split())
        case _:
            return holding.normal


def evidence(document: Document, span: Span, sentence: Span) -> Evidence:
    """A place of a document, as a finding shows it."""
    line, column = line_and_column(document.text, span.start)
    return Evidence(
        document=document.id,
        span=span,
        text=span.of(document.text),
        line=line,
        column=column,
        claim=sentence,
        claim_text=sentence.of(document.text),
    )

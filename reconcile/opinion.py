"""A second opinion: an NLI cross-encoder that confirms or doubts what the facets found, and finds nothing itself.

Off by default. It reads the two surest passages of each conflict, in both orders. What contradicts nothing (a
spelling, a style, a later figure, a change in office) is not asked about.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from reconcile.agreement import Agreement
from reconcile.errors import ModelError
from reconcile.findings import Evidence, Finding, Opinion, Relation, in_order
from reconcile.matching.encoder import digest_of, settle_torch, weights_in
from reconcile.matching.subjects import Subject

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

Passages = tuple[str, str]
Probabilities = NDArray[np.float64]  # shape (n,), each 0 to 1

CONTRADICTION = "contradiction"
_LONGEST = 2000  # characters of a passage that are read; such models see some 512 tokens


class SecondOpinion(Protocol):
    """Says how probably two passages contradict each other. A pair's probability never depends on other pairs."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    def judge(self, pairs: Sequence[Passages]) -> Probabilities: ...


@dataclass
class CrossEncoderOpinion:
    """A sentence-transformers CrossEncoder trained on NLI: looked for at once, loaded on first use, from disk only.

    Args:
        name: a folder, or the name of a model in the local Hugging Face cache.

    Raises:
        ModelError: it is not on this machine, or none of its labels is "contradiction".
    """

    name: str

    def __post_init__(self) -> None:
        _ = self._label, weights_in(self.folder)

    @cached_property
    def folder(self) -> Path:
        """Where the model lies."""
        from huggingface_hub import snapshot_download

        try:
            folder = Path(self.name)
            return folder if folder.is_dir() else Path(snapshot_download(self.name, local_files_only=True))
        except (OSError, ValueError):
            raise ModelError(
                f"the second opinion {self.name} is neither a folder nor a model in the local cache; nothing is "
                "downloaded at run time: give the folder of an NLI cross-encoder"
            ) from None

    @cached_property
    def sha256(self) -> str:
        """The weights' hash."""
        return digest_of(weights_in(self.folder))

    @cached_property
    def _label(self) -> int:
        """Which of the model's outputs is contradiction."""
        file = self.folder / "config.json"
        labels = _labels(file)
        found = [number for number, label in labels.items() if label.lower() == CONTRADICTION]
        if len(found) != 1 or len(labels) < 2:
            raise ModelError(
                f"the second opinion {self.name} does not tell {CONTRADICTION} from the rest: its labels are "
                f"{', '.join(labels.values()) or 'not named'}; give a model trained on NLI, or name its labels "
                f"in `id2label` of {file}"
            )
        return found[0]

    @cached_property
    def _model(self) -> CrossEncoder:
        settle_torch()
        from sentence_transformers import CrossEncoder

        try:
            model: CrossEncoder = CrossEncoder(str(self.folder), device="cpu", local_files_only=True)
        except Exception as error:  # whatever its libraries make of damaged files
            raise ModelError(f"the second opinion {self.name} cannot be loaded: {error}") from error
        return model

    def judge(self, pairs: Sequence[Passages]) -> Probabilities:
        """The probability of contradiction of each pair, averaged over both orders; shape (n,)."""
        if not pairs:
            return np.zeros(0)
        read = [(_readable(a), _readable(b)) for a, b in pairs]
        both = self._probabilities([*read, *((b, a) for a, b in read)])
        return (both[: len(pairs)] + both[len(pairs) :]) / 2

    def _probabilities(self, pairs: Sequence[Passages]) -> Probabilities:
        """One pair at a time: padding beside a longer one would move the last digits."""
        logits = np.asarray(
            self._model.predict(list(pairs), batch_size=1, activation_fn=_as_it_is, show_progress_bar=False),
            dtype=np.float64,
        )
        if not np.isfinite(logits).all():
            raise ModelError(f"the second opinion {self.name} gives no numbers: its weights are damaged")
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities: Probabilities = odds[:, self._label] / odds.sum(axis=1)
        return probabilities


def _labels(file: Path) -> dict[int, str]:
    """What a model's outputs are called, as far as its configuration says."""
    try:
        named = json.loads(file.read_text(encoding="utf-8")).get("id2label", {})
        return {int(number): str(label) for number, label in named.items()}
    except (OSError, ValueError, AttributeError):
        raise ModelError(f"{file} cannot be read: give the folder of an NLI cross-encoder") from None


def _readable(passage: str) -> str:
    """What a tokenizer takes: no lone surrogates, and an end."""
    return passage[:_LONGEST].encode("utf-8", "replace").decode("utf-8")


def _as_it_is(logits: object) -> object:
    return logits


def consult(opinion: SecondOpinion, found: Mapping[Finding, Subject]) -> dict[Finding, Subject]:
    """The same findings, in order; each conflict with its opinion, and its confidence raised or lowered by it."""
    passages = {finding: _surest(finding, subject) for finding, subject in found.items()}
    asked = [finding for finding in found if passages[finding]]
    probabilities = opinion.judge([pair for pair in passages.values() if pair])
    heard = dict(zip(asked, map(float, probabilities), strict=True))
    told = {
        _told(finding, heard[finding], opinion.name) if finding in heard else finding: subject
        for finding, subject in found.items()
    }
    return {finding: told[finding] for finding in in_order(told)}


def _surest(finding: Finding, subject: Subject) -> Passages | None:
    """The claims of the surest pair that stands in two positions; None where no two passages conflict."""
    if finding.relation is not Relation.CONFLICT:
        return None
    places: dict[object, tuple[int, Evidence]] = {
        (evidence.document, evidence.span): (number, evidence)
        for number, position in enumerate(finding.positions)
        for evidence in position.evidence
    }
    for pair in sorted(subject.pairs, key=lambda pair: (-pair.confidence, pair.a, pair.b)):
        a, b = (places.get(subject.holdings[i].place) for i in (pair.a, pair.b))
        if pair.comparison.agreement is Agreement.DIFFER and a and b and a[0] != b[0]:
            passages = a[1].claim_text, b[1].claim_text
            return None if passages[0] == passages[1] else passages
    return None


def _told(finding: Finding, probability: float, model: str) -> Finding:
    heard = Opinion(probability)
    verdict = "confirms" if heard.confirms else "doubts"
    shown = f"{probability:.2f}".removeprefix("0")
    sentence = (
        f"A second opinion ({PurePath(model).name}) {verdict} it: {shown} that the two passages contradict "
        "each other."
    )
    return replace(
        finding,
        confidence=swayed(finding.confidence, probability),
        explanation=f"{finding.explanation} {sentence}".strip(),
        opinion=heard,
    )


def swayed(confidence: float, probability: float) -> float:
    """A confidence after an opinion: a full yes halves the doubt, a full no halves the confidence, .5 leaves it.

    Rises with both, and in proportion to how far the probability lies from .5.
    """
    sway = probability - 0.5
    return confidence + sway * (1 - confidence if sway > 0 else confidence)

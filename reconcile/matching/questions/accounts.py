"""What each document of a run answers to each question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reconcile.agreement import Agreement
from reconcile.matching.entities import Entities
from reconcile.matching.profiles import Profile
from reconcile.matching.questions.answer import Answer
from reconcile.matching.questions.bearers import compare_bearers
from reconcile.matching.questions.comparing import compare_answers

Told = tuple[Profile, Answer]


class Accounts:
    """Which questions each document answers, and with what."""

    def __init__(self, told: Iterable[Told], entities: Entities) -> None:
        self._entities = entities
        self._given: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for profile, answer in told:
            self._given[profile.claim.document, answer.question].append((profile, answer))

    def is_one(self, profile: Profile, answer: Answer, *, shown: bool) -> bool:
        """Whether all that a document answers to a question may be one answer.

        Args:
            shown: whether the bearer is known, so that what the document tells of others does not count.
        """
        others = self._given[profile.claim.document, answer.question]
        return all(
            compare_answers(profile, answer, p, other).agreement is not Agreement.DIFFER
            for p, other in others
            if not shown or self._of_one_bearer(profile, answer, p, other)
        )

    def _of_one_bearer(self, a: Profile, x: Answer, b: Profile, y: Answer) -> bool:
        return compare_bearers(a, x.bearer, b, y.bearer, self._entities) is Agreement.AGREE

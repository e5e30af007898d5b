"""Questions that the accounts of one story each answer once: how many were killed, at what price, bound for where.

The words in which they do so may have nothing in common: "watched by a crowd of 37,400", "Attendance: 34,700". What is
asked is of the story's own occasion, or of somebody or something in it, the bearer: a body's seat, a person's age.
"""

from __future__ import annotations

from itertools import chain

from reconcile.matching.profiles import Profile, read_once
from reconcile.matching.questions.accounts import Accounts
from reconcile.matching.questions.ages import ages
from reconcile.matching.questions.answer import Answer, Bearer
from reconcile.matching.questions.bearers import compare_bearers
from reconcile.matching.questions.comparing import compare_answers
from reconcile.matching.questions.dates import dates
from reconcile.matching.questions.figures import figures, is_of_old, is_rate
from reconcile.matching.questions.places import places
from reconcile.matching.questions.ranks import ranks

__all__ = [
    "Accounts",
    "Answer",
    "Bearer",
    "answers",
    "compare_answers",
    "compare_bearers",
    "is_of_old",
    "is_rate",
]


@read_once
def answers(profile: Profile) -> tuple[Answer, ...]:
    """The questions that a claim answers, with what it answers and for whom."""
    return tuple(chain(figures(profile), ages(profile), dates(profile), places(profile), ranks(profile)))

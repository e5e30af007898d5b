"""A role as a text gives it."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.text import Span


@dataclass(frozen=True, slots=True)
class Role:
    """An office or occupation that someone is called by.

    `office`: canonical ("minister", "chief executive"); "" where only the institution is given. `rank`:
    deputy, acting, former or elect, "" for none, several with a space between. `portfolio`: canonical field
    ("defence"; "economy and finance"). `institution`: in the words of the text, a country, an organisation
    or a person served ("Russian", "University of Padua"). `accredited`: to whom, of ambassadors and envoys.
    """

    span: Span
    words: str
    office: str
    rank: str = ""
    portfolio: str = ""
    institution: str = ""
    accredited: str = ""

    @property
    def normal(self) -> str:
        if not self.office:
            return f"at {self.institution}"
        office = f"{self.rank} {self.office}".strip()
        field = f" for {self.portfolio}" if self.portfolio else ""
        to = f" to {self.accredited}" if self.accredited else ""
        return f"{office}{field}{to}" + (f" ({self.institution})" if self.institution else "")

    @property
    def ranks(self) -> frozenset[str]:
        return frozenset(self.rank.split())

    @property
    def portfolios(self) -> frozenset[str]:
        return frozenset(self.portfolio.split(" and ")) if self.portfolio else frozenset()

"""What the tests of the linkers for places, polarity and actors share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest

from reconcile import Checker, Document
from reconcile.findings import Finding, Kind
from reconcile.matching.actors import link_actors
from reconcile.matching.places import link_places
from reconcile.matching.polarities import link_polarity

_PUBLISHED = date(2022, 5, 4)  # a Wednesday
_KINDS = {Kind.PLACE, Kind.POLARITY, Kind.ACTOR, Kind.NAME}

DeedsFound = Callable[..., Sequence[Finding]]


@pytest.fixture(scope="module")
def deeds_found() -> Iterator[DeedsFound]:
    """Checks texts with these three linkers alone, so that no other finds or spoils what they should."""
    with pytest.MonkeyPatch.context() as patch:
        linkers = (link_places, link_polarity, link_actors)
        patch.setattr(sys.modules["reconcile.matching.linking"], "LINKERS", linkers)
        checker = Checker()

        def found(*texts: str) -> Sequence[Finding]:
            documents = [
                Document(id=n, text=text, published=_PUBLISHED) for n, text in zip("ab", texts, strict=False)
            ]
            return [f for f in checker.check(documents).findings if f.kind in _KINDS]

        yield found

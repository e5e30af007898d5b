"""Of whom "nobody" and "all" leave out, the reverse holds."""

from __future__ import annotations

import pytest

from reconcile import Document
from reconcile.claims.extraction import extract
from reconcile.documents.article import study


@pytest.mark.parametrize(
    ("text", "party", "negated"),
    [
        ("Nobody but the pilot survived the crash.", "pilot", False),
        ("Everyone except the cook escaped from the hotel.", "cook", True),
        ("The storm destroyed everything but the mill.", "mill", True),
        ("Apart from the harbour, nothing was rebuilt.", "harbour", False),
        ("The cook but not the waiter escaped from the hotel.", "cook", False),
        ("All the guests escaped but the hotel burnt down.", "guest", False),
    ],
)
def test_the_one_left_out_takes_part_and_the_rest_is_reversed(text: str, party: str, negated: bool) -> None:
    [claim, *_] = extract(study(Document(id="a", text=text))).claims
    assert party in {p.head for p in claim.participants if p.slot in {"agent", "patient"}}
    assert claim.negated is negated

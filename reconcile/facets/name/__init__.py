"""Names: who is meant, and how it is spelt."""

from reconcile.facets.name.comparing import (
    compare_names,
    is_short_form,
    name_agreement,
    only_marks,
    only_nickname,
)
from reconcile.facets.name.keys import blocking_keys
from reconcile.facets.name.reading import read_name
from reconcile.facets.name.value import Name

__all__ = [
    "Name",
    "blocking_keys",
    "compare_names",
    "is_short_form",
    "name_agreement",
    "only_marks",
    "only_nickname",
    "read_name",
]

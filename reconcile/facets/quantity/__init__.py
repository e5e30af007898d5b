"""The number facet: a figure with its hedge, unit and precision; how it is read, and how two compare."""

from reconcile.facets.quantity.comparing import compare_quantities, quantity_agreement
from reconcile.facets.quantity.reading import read_quantities, read_quantity
from reconcile.facets.quantity.slips import are_transposed, shape
from reconcile.facets.quantity.value import Bound, Quantity

__all__ = [
    "Bound",
    "Quantity",
    "are_transposed",
    "compare_quantities",
    "quantity_agreement",
    "read_quantities",
    "read_quantity",
    "shape",
]

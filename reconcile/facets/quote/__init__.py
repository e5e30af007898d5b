"""Quotations: the words between quotation marks, and whether two of them are one quotation."""

from reconcile.facets.quote.comparing import alignment, compare_quotes, likeness, only_small_words
from reconcile.facets.quote.reading import Quote, quote_of, read_quotes
from reconcile.facets.quote.words import weight as word_weight

__all__ = [
    "Quote",
    "alignment",
    "compare_quotes",
    "likeness",
    "only_small_words",
    "quote_of",
    "read_quotes",
    "word_weight",
]

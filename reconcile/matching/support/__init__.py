"""Support: which details of a document others support.

A name is supported where another document names the same bearer, in whatever context: a common name may be named there
for another reason. A date or a figure is supported by a claim about the same thing that holds it in a like slot; a
quotation by the same words, unless somebody else is said to have spoken them. What is unknown is no support.
"""

from reconcile.matching.support.assembly import cover
from reconcile.matching.support.backing import Backers, Backing

__all__ = ["Backers", "Backing", "cover"]

"""What sentences say of one subject, predicate by predicate: where one denies, or says the reverse of, another."""

from reconcile.matching.predications.contraries import link_contraries
from reconcile.matching.predications.denials import link_denials, says_otherwise

__all__ = ["link_contraries", "link_denials", "says_otherwise"]

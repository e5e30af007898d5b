"""Rule packs: what is compared, how loud it is, and what a desk knows. Written in YAML, by people."""

from reconcile.rules.entry import Place
from reconcile.rules.knowledge import Fact, Holder, HouseName, Office
from reconcile.rules.loading import Packs, load_packs, shipped_packs
from reconcile.rules.model import Rule, RuleTest, Tolerance
from reconcile.rules.schema import pack_schema

__all__ = [
    "Fact",
    "Holder",
    "HouseName",
    "Office",
    "Packs",
    "Place",
    "Rule",
    "RuleTest",
    "Tolerance",
    "load_packs",
    "pack_schema",
    "shipped_packs",
]

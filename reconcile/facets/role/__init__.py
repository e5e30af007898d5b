"""Roles: what someone is in the news by. Reading and comparing offices and occupations."""

from reconcile.facets.role.affiliation import affiliation
from reconcile.facets.role.comparing import compare_roles
from reconcile.facets.role.reading import read_role, read_roles
from reconcile.facets.role.value import Role

__all__ = ["Role", "affiliation", "compare_roles", "read_role", "read_roles"]

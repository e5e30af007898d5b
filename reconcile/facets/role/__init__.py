"""Roles: what someone is in the news by. Reading and comparing offices and occupations."""

from reconcile.facets.role.affiliation import affiliation
from reconcile.facets.role.comparing import compare_roles, may_change
from reconcile.facets.role.reading import read_role, read_roles
from reconcile.facets.role.telling import told_roles
from reconcile.facets.role.value import Role

__all__ = ["Role", "affiliation", "compare_roles", "may_change", "read_role", "read_roles", "told_roles"]

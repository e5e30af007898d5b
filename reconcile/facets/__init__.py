"""Facets: the comparable details of a claim. One room a facet: its value, how it is read, how two compare."""

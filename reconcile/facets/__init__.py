"""Facets: the comparable details of a claim. One file a facet: its value, how it is read, how two compare."""

"""The report as one page that needs nothing else: for the editor who has ten seconds, and for the fact-checker.

`page` renders it; `verdict` words its head, `shading` and `timeline` work out what the template draws.
"""

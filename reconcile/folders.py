"""Where Reconcile keeps what it can make anew: the user's cache folder, or the one that RECONCILE_CACHE_DIR names."""

from __future__ import annotations

import os
from pathlib import Path

CACHE_DIR = "RECONCILE_CACHE_DIR"


def cache_folder() -> Path:
    """The folder of cached claims, vectors and exported models; it may not exist yet."""
    from platformdirs import user_cache_path

    named = os.environ.get(CACHE_DIR)
    return Path(named) if named else user_cache_path("reconcile", appauthor=False)

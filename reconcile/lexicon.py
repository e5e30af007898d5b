"""Shipped vocabulary: what is particular to a language or a field stands in `rules/lexicon/*.yaml`, not in code."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reconcile.derived import derived


def shipped_rules() -> Path:
    """The folder of the shipped rule packs: inside a wheel, or at the top of the checkout in an editable install."""
    built_in = Path(__file__).parent / "_rules"
    return built_in if built_in.is_dir() else Path(__file__).parent.parent / "rules"


@cache
def lexicon(name: str) -> Any:
    """The content of `rules/lexicon/NAME.yaml`. Read once a process; treat it as read-only."""
    written = (shipped_rules() / "lexicon" / f"{name}.yaml").read_bytes()
    return json.loads(derived(f"lexicon-{name}", written, lambda: _as_json(written)))


def _as_json(written: bytes) -> bytes:
    """A lexicon in the form that loads fifty times as fast. It holds nothing that JSON does not."""
    import yaml

    loader = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # libyaml is ten times faster, where it is built in
    return json.dumps(yaml.load(written, Loader=loader), ensure_ascii=False).encode()


def by_word(groups: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    """For each word, the names of the groups that it stands in; a group is given with its name."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, words in groups:
        for word in words:
            table[word].add(name)
    return {word: frozenset(names) for word, names in table.items()}


@cache
def british_spellings() -> Mapping[str, str]:
    """The British form of each American spelling: "colour" for "color"."""
    return {american: british for british, american in lexicon("spelling")["pairs"]}

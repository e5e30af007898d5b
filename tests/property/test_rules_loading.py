"""Whatever stands in a pack, loading answers with packs or with one RuleError whose lines are in the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import RuleError
from reconcile.rules import Packs, load_packs, shipped_packs

SHIPPED = shipped_packs()[0].read_text(encoding="utf-8").splitlines()
SCRAPS = [
    "no",
    "2024-13-45",
    "&a",
    "*a",
    "!!int 3",
    "{",
    "]",
    ": ",
    "\t",
    "~",
    "'",
    '"',
    "- ",
    "?",
    "\x00",
    "é",
    "\ud800",
]


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hundreds of packs are tried, and the sound ones would be kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECONCILE_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


def load(data: bytes) -> Packs | RuleError:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.yaml"
        path.write_bytes(data)
        try:
            return load_packs([path])
        except RuleError as error:
            return error


def holds(data: bytes) -> None:
    found = load(data)
    if isinstance(found, RuleError):
        assert found.problems
        lines = len(data.replace(b"\r", b"\n").replace(b"\xe2\x80\xa8", b"\n").splitlines()) + 1
        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in found.problems)
        assert all("\n" not in problem.message for problem in found.problems)


@given(st.binary(max_size=200))
def test_any_bytes_give_packs_or_problems(data: bytes) -> None:
    holds(data)


@given(
    st.lists(
        st.tuples(st.integers(0, len(SHIPPED) - 1), st.integers(0, 60), st.sampled_from(SCRAPS)), max_size=4
    )
)
def test_a_damaged_pack_gives_packs_or_problems(damage: list[tuple[int, int, str]]) -> None:
    lines = list(SHIPPED)
    for number, column, scrap in damage:
        lines[number] = lines[number][:column] + scrap + lines[number][column:]
    holds("\n".join(lines).encode("utf-8", "surrogatepass"))


KEYS = st.sampled_from(["id", "kind", "tests", "canonical", "variants", "x", "holders"])
SCALARS = st.sampled_from([None, True, 0, -1.5, date(2024, 6, 5), "", "x", "event-date", "no", "{", "\ud800"])
LISTS = st.lists(SCALARS | st.dictionaries(KEYS, SCALARS, max_size=3), max_size=3)
VALUES = SCALARS | st.lists(st.dictionaries(KEYS, SCALARS | LISTS, max_size=4), max_size=3)


@given(st.dictionaries(st.sampled_from(["rules", "facts", "names", "offices", "x"]), VALUES, max_size=3))
def test_any_values_give_packs_or_problems(content: dict[str, object]) -> None:
    holds(yaml.safe_dump(content).encode("utf-8", "surrogatepass"))


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=9),
        min_size=2,
        max_size=6,
        unique=True,
    )
)
def test_spellings_in_quotes_come_out_as_they_were_written(spellings: list[str]) -> None:
    canonical, *variants = spellings
    content = {"names": [{"canonical": canonical, "variants": variants}]}
    packs = load(yaml.safe_dump(content, default_style='"', allow_unicode=True).encode())
    assert isinstance(packs, Packs)
    assert (packs.names[0].canonical, packs.names[0].variants) == (canonical, tuple(variants))

"""Packs found sound are not validated again, and no other pack is taken for one of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.derived import derived_folder
from reconcile.errors import RuleError
from reconcile.rules import load_packs, loading

FACT = "facts:\n  - {id: treaty, claim: The treaty was signed in Riga on 8 May 1921.}\n"
START = """\
import sys
from pathlib import Path
import reconcile.pipeline
from reconcile.config import load_configuration
from reconcile.documents import read_documents
from reconcile.rules import load_packs, shipped_packs
load_configuration(None, Path())
load_packs(shipped_packs())
read_documents(["."])
print({"pydantic", "yaml"} & set(sys.modules) or "light")
"""

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILE_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were validated, as they are."""
    files: list[str] = []
    usual = loading._validated

    def noted(file: str, data: bytes) -> bytes:
        files.append(Path(file).name)
        return usual(file, data)

    monkeypatch.setattr(loading, "_validated", noted)
    return files


@pytest.fixture
def pack(tmp_path: Path) -> Write:
    def write(text: str, name: str = "pack.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_sound_pack_is_validated_once(pack: Write, validated: list[str]) -> None:
    path = pack(FACT)
    assert load_packs([path]) == load_packs([path])
    assert validated == ["pack.yaml"]


def test_the_same_pack_elsewhere_knows_its_own_place(pack: Write, validated: list[str]) -> None:
    places = [load_packs([pack(FACT, name)]).facts[0].place for name in ("one.yaml", "two.yaml")]
    assert [(Path(place.file).name, place.line) for place in places] == [("one.yaml", 2), ("two.yaml", 2)]
    assert validated == ["one.yaml"]


def test_a_changed_byte_is_validated_anew(pack: Write, validated: list[str]) -> None:
    load_packs([pack(FACT)])
    assert load_packs([pack(FACT.replace("1921", "1922"))]).facts[0].claim.endswith("1922.")
    with pytest.raises(RuleError, match="unknown key 'claym'"):
        load_packs([pack(FACT.replace("claim", "claym"))])
    assert len(validated) == 3


def test_other_code_validates_anew(
    pack: Write, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack(FACT)
    load_packs([path])
    monkeypatch.setattr(loading, "_validator", lambda: b"other code")
    load_packs([path])
    assert len(validated) == 2


def test_a_broken_pack_is_never_kept(pack: Write) -> None:
    path = pack(FACT.replace("claim", "claym"))
    complaints = []
    for _ in range(2):
        with pytest.raises(RuleError) as caught:
            load_packs([path])
        complaints.append(str(caught.value))
    assert complaints[0] == complaints[1]
    assert complaints[0].startswith(f"{path}:2: ")
    assert not derived_folder().exists()


def test_kept_packs_clash_every_time(pack: Write) -> None:
    one, two = pack(FACT, "one.yaml"), pack(FACT, "two.yaml")
    for _ in range(2):
        with pytest.raises(RuleError) as caught:
            load_packs([one, two])
        assert (
            str(caught.value) == f"{two}:2: the fact 'treaty' is already given at {one}:2; change or drop one"
        )


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept.replace(b"1921", b"1922")])
def test_a_damaged_kept_pack_is_validated_anew(
    pack: Write, validated: list[str], damage: Callable[[bytes], bytes]
) -> None:
    path = pack(FACT)
    packs = load_packs([path])
    [file] = derived_folder().iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert load_packs([path]) == packs
    assert len(validated) == 2


def test_a_second_start_imports_neither_validator_nor_parser(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The bridge opened in 2016.", encoding="utf-8")
    command = [sys.executable, "-c", START]
    first, second = (
        subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert "pydantic" in first
    assert second == "light\n"

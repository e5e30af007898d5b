"""`sources.yaml`: every mistake is reported at once, with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.documents.sidecar import read_sidecars
from reconcile.errors import ConfigurationError


def complaints(folder: Path, text: str) -> list[str]:
    (folder / "a.txt").write_text("A.")
    file = folder / "sources.yaml"
    file.write_text(text)
    with pytest.raises(ConfigurationError) as error:
        read_sidecars([file])
    return [line.removeprefix(file.as_posix()) for line in str(error.value).splitlines()]


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        (
            "{path: a.txt, colour: red}",
            ", line 2: unknown key colour: use path, id, published, tier, confidential.",
        ),
        ("{path: gone.txt}", ", line 2: there is no gone.txt: mend the path or drop the entry."),
        ("{id: x}", ", line 2: an entry has no path: add the name of a file of this folder."),
        (
            "{path: a.txt, published: 2021-02-30}",
            ", line 2: published 2021-02-30 is not right: write a day as",
        ),
        (
            "{path: a.txt, published: 3 Feb 2021}",
            ", line 2: published 3 Feb 2021 is not right: write a day as",
        ),
        ("{path: a.txt, tier: first}", ", line 2: tier first is not right: write a whole number from 1."),
        ("{path: a.txt, tier: true}", ", line 2: tier true is not right"),
        ("{path: a.txt, confidential: yes}", ", line 2: confidential yes is not right: write true or false."),
        ("{path: a.txt, id: no}", ", line 2: id no is not right: write a name, in quotation marks"),
        ("{path: a.txt, id: [x]}", ", line 2: id is not right"),
        ("{path: a.txt, id: x, id: y}", ", line 2: id stands twice in one entry: keep one."),
        ("a.txt", ", line 2: write fields here, of path, id, published, tier, confidential"),
    ],
)
def test_each_mistake_names_its_line_and_its_mend(tmp_path: Path, entry: str, complaint: str) -> None:
    (line,) = complaints(tmp_path, f"sources:\n  - {entry}\n")
    assert line.startswith(complaint)


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    lines = complaints(tmp_path, "sources:\n- {path: a.txt, tier: x}\n- {path: b.txt}\nmore: 1\n")
    assert [line[:8] for line in lines] == [", line 4", ", line 2", ", line 3"]


@pytest.mark.parametrize(
    "text", ["sources: [", "sources:\n\t- x", "sources: a.txt", "- a.txt", "a: &x [*x]", "\x01"]
)
def test_a_broken_file_is_reported_and_does_not_crash(tmp_path: Path, text: str) -> None:
    assert complaints(tmp_path, text)


def test_one_path_or_one_id_cannot_stand_twice(tmp_path: Path) -> None:
    lines = complaints(tmp_path, "sources: [{path: a.txt, id: x}, {path: a.txt, id: x}]")
    assert [line.split(": ", 1)[1].split()[1] for line in lines] == ["path", "id"]


@pytest.mark.parametrize(
    "entries",
    [
        "{path: mole.txt, confidential: true}",
        "{path: mole.txt, confidential: ture}",
        "{path: a.txt, id: [mole], tier: mole, published: mole, confidential: true}",
        "{mole.txt, confidential: true}",
        "{path: a.txt, id: mole, confidential: true}, {path: a.txt, id: mole}",
    ],
)
def test_no_mistake_names_a_confidential_source(tmp_path: Path, entries: str) -> None:
    assert "mole" not in "".join(complaints(tmp_path, f"sources: [{entries}]"))


def test_a_path_that_stands_twice_is_not_named_if_it_is_confidential(tmp_path: Path) -> None:
    (tmp_path / "mole.txt").write_text("A.")
    twice = "sources: [{path: mole.txt}, {path: mole.txt, confidential: true}]"
    assert complaints(tmp_path, twice) == [": the path of a confidential source stands twice: keep one."]


def test_what_one_file_calls_confidential_no_other_one_opens(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "mole.txt").write_text("A.")
    outer, inner = tmp_path / "sources.yaml", tmp_path / "in" / "sources.yaml"
    outer.write_text("sources: [{path: in/mole.txt, confidential: true}]")
    inner.write_text("sources: [{path: mole.txt, tier: 2}]")
    [known] = read_sidecars([outer, inner]).values()
    assert (known.confidential, known.tier) == (True, 2)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "sources.yaml"
    file.write_text("# nothing yet\n")
    assert read_sidecars([file]) == {}

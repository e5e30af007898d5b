"""Paths to documents: files, folders, standard input, and what is wrong with them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from reconcile.documents import Document, DocumentRole, read_documents
from reconcile.errors import ConfigurationError, UsageError


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_document_can_be_made_in_python() -> None:
    document = Document(id="a", text="A bridge opened.", published=date(2024, 6, 5))
    assert (document.role, document.path, document.problem) == (DocumentRole.CHECKED, None, None)


def test_a_folder_is_read_by_name_with_what_is_below_it(tmp_path: Path) -> None:
    write(tmp_path, b_txt="B.", a_md="A.", sub__c_markdown="C.")
    reading = read_documents([tmp_path], DocumentRole.SOURCE)
    assert [document.text for document in reading.documents] == ["A.", "B.", "C."]
    assert {document.role for document in reading.documents} == {DocumentRole.SOURCE}


def test_other_files_of_a_folder_are_counted_and_hidden_ones_are_not(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", b_pdf="%", notes_yaml="x: 1")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("no")
    reading = read_documents([tmp_path])
    assert ([document.text for document in reading.documents], reading.skipped) == (["A."], 2)


def test_an_id_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, texts__a_txt="A.")
    monkeypatch.chdir(tmp_path)
    (document,) = read_documents(["texts/a.txt"]).documents
    assert (document.id, document.path) == ("texts/a.txt", "texts/a.txt")


def test_a_file_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.")
    assert len(read_documents([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"]).documents) == 1


def test_standard_input_is_a_document_without_path() -> None:
    (document,) = read_documents(["-"], stdin="Zürich.".encode()).documents
    assert (document.id, document.path, document.text) == ("-", None, "Zürich.")


def test_wrong_paths_are_named_all_at_once_each_with_its_mend(tmp_path: Path) -> None:
    write(tmp_path, page_docx="x")
    with pytest.raises(UsageError) as error:
        read_documents([tmp_path / "gone.txt", tmp_path / "page.docx"])
    missing, unsupported = str(error.value).splitlines()
    assert "gone.txt does not exist" in missing
    assert "page.docx is of a type that is not read: give a folder, or a file in .txt" in unsupported


def test_a_file_that_is_no_text_is_a_document_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (document,) = read_documents([tmp_path]).documents
    assert (document.text, document.problem) == ("", "is binary, not text")


def test_a_file_that_cannot_be_opened_is_a_document_with_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a_txt="A.")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (document,) = read_documents([tmp_path]).documents
    assert document.problem == "could not be read: permission denied"


def test_an_empty_folder_gives_no_documents_and_no_error(tmp_path: Path) -> None:
    assert read_documents([tmp_path]).documents == ()


def test_sources_yaml_tells_of_files_named_and_files_in_folders(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", sub__b_txt="B.")
    (tmp_path / "sources.yaml").write_text(
        "sources:\n"
        "  - {path: a.txt, id: herald, published: 2021-02-03, tier: 2, confidential: true}\n"
        "  - path: sub/b.txt\n    published: '2021-02-04'\n"
    )
    one, two = read_documents([tmp_path]).documents
    assert (one.id, one.published, one.published_from) == ("herald", date(2021, 2, 3), "sources.yaml")
    assert (one.tier, one.confidential) == (2, True)
    assert (two.published, two.tier, two.confidential) == (date(2021, 2, 4), None, False)
    assert read_documents([tmp_path / "a.txt"]).documents[0].id == "herald"
    assert read_documents([tmp_path]).skipped == 0


@pytest.mark.parametrize("named", [".", "leaks", "leaks/in", "leaks/in/mole.txt", "leaks/../leaks/in"])
def test_a_source_is_confidential_however_much_of_a_desks_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    write(tmp_path, leaks__in__mole_txt="A.")
    (tmp_path / "sources.yaml").write_text("sources: [{path: leaks/in/mole.txt, confidential: true}]")
    monkeypatch.chdir(tmp_path)
    for place in (named, tmp_path / named):
        [document] = read_documents([place]).documents
        assert document.confidential


def test_a_link_to_a_confidential_source_is_confidential(tmp_path: Path) -> None:
    write(
        tmp_path, leaks__mole_txt="A.", leaks__sources_yaml="sources: [{path: mole.txt, confidential: true}]"
    )
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").symlink_to(tmp_path / "leaks" / "mole.txt")
    [document] = read_documents([tmp_path / "drafts"]).documents
    assert document.confidential


def test_the_sources_yaml_nearest_to_a_file_overrules_outer_ones(tmp_path: Path) -> None:
    write(tmp_path, sub__b_txt="B.")
    (tmp_path / "sources.yaml").write_text("sources: [{path: sub/b.txt, id: outer}]")
    (tmp_path / "sub" / "sources.yaml").write_text("sources: [{path: b.txt, id: inner}]")
    assert read_documents([tmp_path]).documents[0].id == "inner"


def test_two_documents_never_share_an_id(tmp_path: Path) -> None:
    write(tmp_path, one__a_txt="A.", two__a_txt="B.")
    for folder in ("one", "two"):
        (tmp_path / folder / "sources.yaml").write_text("sources: [{path: a.txt, id: same}]")
    with pytest.raises(ConfigurationError, match=r"one/a\.txt and .*two/a\.txt have one id"):
        read_documents([tmp_path])


def test_a_readme_in_a_folder_is_passed_over_and_one_that_is_named_is_read(tmp_path: Path) -> None:
    for name in ("README.md", "readme.txt", "README", "a.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    folder, named = read_documents([tmp_path]), read_documents([tmp_path / "README.md"])
    assert ([document.text for document in folder.documents], folder.skipped) == (["a.txt"], 3)
    assert [document.text for document in named.documents] == ["README.md"]


def test_an_editors_text_stands_for_the_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, desk__a_txt="Saved.", desk__b_txt="B.")
    (tmp_path / "desk" / "sources.yaml").write_text("sources: [{path: a.txt, published: 2021-02-03}]")
    monkeypatch.chdir(tmp_path)
    reading = read_documents(["desk", "-"], stdin=b"Typed.", stdin_name="desk/a.txt")
    assert [(d.id, d.path, d.text) for d in reading.documents] == [
        ("desk/a.txt", "desk/a.txt", "Typed."),
        ("desk/b.txt", "desk/b.txt", "B."),
    ]
    assert reading.documents[0].published == date(2021, 2, 3)


def test_an_editors_text_need_not_have_been_saved(tmp_path: Path) -> None:
    (document,) = read_documents(["-"], stdin=b"Typed.", stdin_name=str(tmp_path / "new.md")).documents
    assert (document.path, document.text) == (str(tmp_path / "new.md"), "Typed.")


@pytest.mark.parametrize("name", ["a.pdf", "a", "", "-", "folder.txt"])
def test_a_name_that_names_no_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "folder.txt").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"names no text: name standard input as a file in \.txt"):
        read_documents(["-"], stdin=b"Typed.", stdin_name=name)


def test_a_folder_that_cannot_be_listed_is_a_document_with_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a_txt="A.", sub__b_txt="B.")
    listed = os.scandir

    def refuse(folder: str) -> object:
        if Path(folder).name == "sub":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    one, two = read_documents([tmp_path]).documents
    assert (one.text, one.problem) == ("A.", None)
    assert (Path(two.id).name, two.problem) == ("sub", "could not be read: permission denied")


def test_what_would_never_end_is_not_begun(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (document,) = read_documents([tmp_path]).documents
    assert document.problem == "could not be read: it is no regular file"


@pytest.mark.parametrize("text", ["é" * 1_000_001, "a" * 4_000_001])
def test_a_text_that_takes_too_long_to_read_is_a_document_with_a_problem(tmp_path: Path, text: str) -> None:
    write(tmp_path, a_txt=text)
    (document,) = read_documents([tmp_path]).documents
    assert (document.text, document.problem) == (
        "",
        "could not be read: it is longer than 1,000,000 characters: split it",
    )

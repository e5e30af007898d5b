from pathlib import Path

import pytest

from reconcile.config import Acceptance, Configuration, load_configuration
from reconcile.errors import ConfigurationError
from reconcile.findings import FailOn, Severity


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def complaints(path: Path) -> list[str]:
    with pytest.raises(ConfigurationError) as error:
        load_configuration(path, path.parent)
    return str(error.value).replace(str(path.parent) + "/", "").splitlines()


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_configuration(None, tmp_path) == Configuration(fail_on=FailOn.ERROR)


def test_every_key_is_read_and_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    file = write(
        tmp_path / "reconcile.toml",
        'rules = ["desk/rules.yaml"]\nignore = ["name-spelling"]\nfail-on = "warning"\nmodel = "ours"\n'
        'second-opinion = "newsroom/nli"\naccept = [{id = "3fa0", why = "Corrected."}]\n',
    )
    assert load_configuration(None, tmp_path) == Configuration(
        path=file,
        rules=(tmp_path / "desk/rules.yaml",),
        ignore=("name-spelling",),
        fail_on=FailOn.WARNING,
        model=str(tmp_path / "ours"),
        second_opinion="newsroom/nli",
        accept=(Acceptance("3fa0", "Corrected."),),
    )


def test_a_model_that_is_no_folder_beside_the_file_is_a_name(tmp_path: Path) -> None:
    write(tmp_path / "reconcile.toml", 'model = "all-MiniLM-L6-v2"')
    assert load_configuration(None, tmp_path).model == "all-MiniLM-L6-v2"


def test_a_second_opinion_beside_the_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "nli").mkdir()
    write(tmp_path / "reconcile.toml", 'second-opinion = "nli"')
    assert load_configuration(None, tmp_path).second_opinion == str(tmp_path / "nli")


def test_the_nearest_file_above_counts_alone(tmp_path: Path) -> None:
    write(tmp_path / "reconcile.toml", 'ignore = ["far"]')
    write(tmp_path / "a/pyproject.toml", '[tool.reconcile]\nfail-on = "info"')
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    found = load_configuration(None, deep)
    assert (found.fail_on, found.ignore) == (FailOn.INFO, ())


def test_a_pyproject_that_says_nothing_to_us_is_passed_over_even_if_broken(tmp_path: Path) -> None:
    write(tmp_path / "reconcile.toml", 'ignore = ["far"]')
    write(tmp_path / "a/pyproject.toml", "[project]\nname = 'x'")
    write(tmp_path / "a/b/pyproject.toml", "this is no TOML")
    assert load_configuration(None, tmp_path / "a/b").ignore == ("far",)


def test_our_own_file_comes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "reconcile.toml", 'fail-on = "never"')
    write(tmp_path / "pyproject.toml", '[tool.reconcile]\nfail-on = "info"')
    assert load_configuration(None, tmp_path).fail_on is FailOn.NEVER


def test_a_named_file_overrides_the_nearest(tmp_path: Path) -> None:
    write(tmp_path / "reconcile.toml", 'fail-on = "never"')
    other = write(tmp_path / "gate.toml", 'fail-on = "info"')
    assert load_configuration(other, tmp_path).fail_on is FailOn.INFO


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    assert complaints(tmp_path / "gone.toml") == [
        "gone.toml cannot be read (no such file or directory): check the name."
    ]


def test_a_named_pyproject_without_our_table_is_an_error(tmp_path: Path) -> None:
    (told,) = complaints(write(tmp_path / "pyproject.toml", "[project]"))
    assert "has no table [tool.reconcile]" in told


def test_all_mistakes_are_told_at_once_with_line_and_mend(tmp_path: Path) -> None:
    text = """\
# accept = {, ignor
rules = "desk.yaml"
ignor = ["a"]
fail-on = "loud"
accept = [
  {id = "a", why = "in {braces} # and more"},
  {id = "b"},
  {why = "c"},
  {id = "d", why = ""},
  {id = "e", why = "f", wy = "g"},
]
model = 3
second-opinion = []
"""
    assert complaints(write(tmp_path / "reconcile.toml", text)) == [
        'reconcile.toml:2: `rules` must be a list of paths: rules = ["desk.yaml"].',
        "reconcile.toml:3: unknown key `ignor`: did you mean `ignore`?",
        "reconcile.toml:4: `fail-on` must be one of "
        '"error", "warning", "info", "never": fail-on = "warning".',
        'reconcile.toml:7: an accepted finding has no `why`: say why it stands, {id = "…", why = "…"}.',
        'reconcile.toml:8: an accepted finding has no `id`: copy it from the report, {id = "…", why = "…"}.',
        'reconcile.toml:9: `accept` must be a list of accepted findings: accept = [{id = "…", why = "…"}].',
        "reconcile.toml:10: unknown key `wy`: did you mean `why`?",
        'reconcile.toml:12: `model` must be the name or folder of a model: model = "models/ours".',
        "reconcile.toml:13: `second-opinion` must be the name or folder of an NLI cross-encoder: "
        'second-opinion = "models/nli".',
    ]


def test_mistakes_in_pyproject_are_found_below_our_table(tmp_path: Path) -> None:
    text = """\
[project]
ignore = 3

[tool.reconcile]
ignore = 3

[[tool.reconcile.accept]]
id = "a"
why = "fine"

[[tool.reconcile.accept]]
id = "b"
"""
    told = complaints(write(tmp_path / "pyproject.toml", text))
    assert [line.split(": ")[0] for line in told] == ["pyproject.toml:5", "pyproject.toml:11"]


def test_an_unknown_word_without_a_neighbour_gets_the_list_of_keys(tmp_path: Path) -> None:
    assert complaints(write(tmp_path / "reconcile.toml", "\nxyzzy = 1")) == [
        "reconcile.toml:2: unknown key `xyzzy`: the keys here are rules, ignore, fail-on, model, "
        "second-opinion, accept."
    ]


@pytest.mark.parametrize("text", ["ignore = [", 'ignore = ["a"]\nignore = ["b"]', "[" * 5000])
def test_what_is_no_toml_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    (told,) = complaints(write(tmp_path / "reconcile.toml", text))
    assert told.startswith("reconcile.toml: not TOML: ")


def test_a_broken_pyproject_that_holds_our_table_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.reconcile]\nignore = [")
    with pytest.raises(ConfigurationError, match="not TOML"):
        load_configuration(None, tmp_path)


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "reconcile.toml").write_bytes(b'model = "\xe9"')
    assert complaints(tmp_path / "reconcile.toml") == ["reconcile.toml is not UTF-8: save it as UTF-8."]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "reconcile.toml").write_bytes(b'\xef\xbb\xbffail-on = "info"\r\nignore = []\r\n')
    assert load_configuration(None, tmp_path).fail_on is FailOn.INFO


@pytest.mark.parametrize(
    ("gate", "closing"),
    [
        (FailOn.ERROR, {Severity.ERROR}),
        (FailOn.WARNING, {Severity.ERROR, Severity.WARNING}),
        (FailOn.INFO, set(Severity)),
        (FailOn.NEVER, set()),
    ],
)
def test_the_gate_closes_from_its_severity_on(gate: FailOn, closing: set[Severity]) -> None:
    assert {severity for severity in Severity if gate.closes(severity)} == closing

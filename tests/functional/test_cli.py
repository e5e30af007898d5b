"""The command as a desk uses it: arguments in, words and an exit code out."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reconcile.cli import main
from reconcile.cli.arguments import spread
from reconcile.coverage import Coverage, Detail, Standing
from reconcile.findings import Kind
from reconcile.rules import Packs
from reconcile.text import Span
from tests.functional.stand_in import StandIn, claim, install
from tests.reports.examples import finding, spelling

ROOT = Path(__file__).parents[2]
PACK = """\
rules:
  - id: desk-date
    kind: date
    over: topic
    severity: {conflict: error, update: info}
    message: "{subject}: {values}"
    why: Two sources date one event to periods that do not overlap.
    tests:
      - {a: "The bridge opened in May 2023.", b: "The bridge opened in 2024.", expect: conflict}
      - {a: "The plant opened in March 2024.", b: "The plant opened on 14 March 2024.", expect: silent}
"""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with two documents and a pack, and nothing shipped beside it."""
    (tmp_path / "a.txt").write_text("The bridge reopened last August.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The bridge reopened in 2024.", encoding="utf-8")
    (tmp_path / "desk.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "reconcile.toml").write_text('rules = ["desk.yaml"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reconcile.rules.shipped_packs", lambda: ())
    monkeypatch.delenv("RECONCILE_DEBUG", raising=False)
    monkeypatch.setitem(sys.modules, "reconcile.pipeline", sys)  # put back what was there
    install(finding(), spelling())
    yield


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one run."""
    code = main(arguments)
    return code, *capsys.readouterr()


Capture = pytest.CaptureFixture[str]


# --- exit codes


def test_a_finding_at_the_gate_gives_1_and_is_printed(capsys: Capture) -> None:
    code, out, err = told(capsys, "check", "a.txt", "b.txt")
    assert (code, err) == (1, "")
    assert out.splitlines()[0] == "1. error date conflict: Vltava bridge reopened: 2023-08 or 2024"
    assert out.splitlines()[-1] == "2 documents, 2 claims, 2 findings: 1 error, 1 warning."


@pytest.mark.parametrize(
    ("gate", "worst", "code"),
    [
        ("error", finding(), 1),
        ("error", spelling(), 0),
        ("warning", spelling(), 1),
        ("info", spelling(), 1),
        ("never", finding(), 0),
    ],
)
def test_the_gate_closes_from_fail_on_upwards(capsys: Capture, gate: str, worst: object, code: int) -> None:
    install(worst)  # type: ignore[arg-type]
    assert told(capsys, "check", "a.txt", "--fail-on", gate)[0] == code


def test_an_incomplete_check_gives_3_even_with_findings_and_fail_on_never(capsys: Capture) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    code, out, _ = told(capsys, "check", "a.txt", "empty.txt", "--fail-on", "never")
    assert code == 3
    assert "error date conflict" in out and "Not checked: empty.txt (is empty)." in out


def test_sources_that_hold_nothing_give_3(capsys: Capture) -> None:
    Path("archive").mkdir()
    code, out, _ = told(capsys, "check", "a.txt", "--against", "archive")
    assert code == 3
    assert "No document of --against gave a claim" in out


def covered(supported: int, alone: int) -> Coverage:
    """So many figures of a draft, of which sources have some."""
    one = Detail("a.txt", Kind.NUMBER, Span(0, 2), Span(0, 9), "12", "12", "toll", "toll", "killed")
    told = [replace(one, standing=Standing.AGREES)] * supported + [one] * alone
    return Coverage(("a.txt",), tuple(told), ())


@pytest.mark.parametrize(
    ("coverage", "least", "code"),
    [
        (covered(3, 1), "75", 0),
        (covered(3, 1), "75.5", 1),
        (covered(0, 1), "0", 0),
        (covered(0, 0), "100", 0),  # what states nothing needs no support
    ],
)
def test_a_draft_that_sources_support_too_little_gives_1(
    capsys: Capture, coverage: Coverage, least: str, code: int
) -> None:
    install()
    StandIn.coverage = coverage
    got, _, err = told(capsys, "check", "a.txt", "--against", "b.txt", "--min-coverage", least)
    assert (got, "of the details, less than --min-coverage" in err) == (code, bool(code))
    never = ("--min-coverage", least, "--fail-on", "never")
    assert told(capsys, "check", "a.txt", "--against", "b.txt", *never)[0] == 0


@pytest.mark.parametrize(
    "arguments", [("--min-coverage", "80"), ("--against", "b.txt", "--min-coverage", "101")]
)
def test_a_share_that_cannot_be_reached_gives_2(capsys: Capture, arguments: tuple[str, ...]) -> None:
    code, out, err = told(capsys, "check", "a.txt", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("reconcile: --min-coverage")


def test_silenced_findings_are_shown_on_request_and_close_no_gate(capsys: Capture) -> None:
    install(finding())
    told_why = 'rules = ["desk.yaml"]\naccept = [{id = "3fa0c1d2e3f4", why = "It stands."}]\n'
    Path("reconcile.toml").write_text(told_why, encoding="utf-8")
    code, out, _ = told(capsys, "check", "a.txt", "--show-accepted")
    assert code == 0
    assert "accepted: It stands." in out and "no findings. 1 finding accepted." in out
    assert "It stands." not in told(capsys, "check", "a.txt")[1]


def test_an_interrupted_run_gives_130(capsys: Capture) -> None:
    install(failure=KeyboardInterrupt())
    assert told(capsys, "check", "a.txt") == (130, "", "reconcile: interrupted.\n")


def test_an_unforeseen_error_is_one_sentence_and_3(capsys: Capture) -> None:
    install(failure=ZeroDivisionError("by zero"))
    code, out, err = told(capsys, "check", "a.txt")
    assert (code, out) == (3, "")
    assert err == (
        "reconcile: stopped by an error of its own: ZeroDivisionError. "
        "Set RECONCILE_DEBUG=1 for the traceback.\n"
    )


def test_whoever_debugs_is_told_where_an_error_arose_and_none_of_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("RECONCILE_DEBUG", "1")
    install(failure=ZeroDivisionError("words of a source"))
    code, _, err = told(capsys, "check", "a.txt")
    assert code == 3
    assert "ZeroDivisionError" in err and "stand_in.py" in err
    assert "words of a source" not in err


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        ([], "Missing command. See reconcile --help."),
        (["chek", "a.txt"], "Did you mean 'check', 'cache'? See reconcile --help."),
        (["check"], "Missing argument 'PATH'. See reconcile check --help."),
        (["check", "a.txt", "--formt", "json"], "--format"),
        (["check", "a.txt", "--fail-on", "loud"], "'error', 'warning', 'info', 'never'"),
        (["check", "gone.txt"], "gone.txt does not exist"),
        (["check", "a.txt", "--against", "gone.txt"], "gone.txt does not exist"),
        (["check", "desk.yaml"], "desk.yaml is of a type that is not read"),
        (["check", "-", "--against", "-"], "standard input cannot be both"),
        (["check", "a.txt", "--format", "jsn"], "there is no format 'jsn': did you mean json?"),
        (["check", "a.txt", "--format", "json="], "write --format json=report.json"),
        (["check", "a.txt", "--format", "markdown="], "write --format markdown=report.md"),
        (["check", "a.txt", "--format", "junit="], "write --format junit=report.xml"),
        (["check", "a.txt", "--format", "json=no/where.json"], "name a file in a folder that exists"),
        (["check", "a.txt", "--format", "json", "--format", "text"], "give one a file"),
        (
            ["check", "a.txt", "--ignore", "dsk-date"],
            "--ignore dsk-date: there is no such rule; did you mean desk-date?",
        ),
        (["check", "a.txt", "--rules", "gone.yaml"], "gone.yaml:1: the pack cannot be read"),
        (["check", "a.txt", "--config", "gone.toml"], "gone.toml cannot be read"),
        (["compare", "colour", "a", "b"], "'date', 'number', 'name', 'role', 'place', 'quote', 'polarity'"),
        (
            ["compare", "date", "a", "b", "--b-published", "May"],
            "--b-published 'May' is no day: write it as 2024-06-05.",
        ),
        (["explain", "ffff", "a.txt"], "no finding of these documents has the id ffff"),
        (["rules", "show", "desk-dat"], "did you mean desk-date?"),
        (["rules", "validate", "gone.yaml"], "gone.yaml:1: the pack cannot be read"),
    ],
)
def test_wrong_usage_gives_2_and_one_sentence_with_the_mend(
    capsys: Capture, arguments: list[str], mend: str
) -> None:
    code, out, err = told(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("reconcile: ") and err.count("\n") == 1
    assert mend in err


def test_all_mistakes_of_a_configuration_are_told_and_give_2(capsys: Capture) -> None:
    Path("reconcile.toml").write_text('ignor = []\nfail-on = "x"\n', encoding="utf-8")
    code, _, err = told(capsys, "check", "a.txt")
    assert code == 2
    assert [line.split(": ")[1].rpartition("/")[2] for line in err.splitlines()] == [
        "reconcile.toml:1",
        "reconcile.toml:2",
    ]


def test_a_configuration_that_ignores_an_unknown_rule_gives_2(capsys: Capture) -> None:
    Path("reconcile.toml").write_text('rules = ["desk.yaml"]\nignore = ["desk-dates"]\n', encoding="utf-8")
    code, _, err = told(capsys, "check", "a.txt")
    assert (
        code == 2 and "`ignore` names desk-dates, but there is no such rule; did you mean desk-date?" in err
    )


# --- what is checked


def checked() -> list[tuple[str, str]]:
    return [(document.id, str(document.role)) for document in StandIn.made[-1].documents]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "--against", "b.txt", "c.txt"],
        ["a.txt", "--against", "b.txt", "--against", "c.txt"],
        ["--against", "b.txt", "--against", "c.txt", "a.txt"],
        ["--fail-on", "never", "--against=b.txt", "a.txt", "--against", "c.txt", "--format", "text"],
    ],
)
def test_against_takes_several_paths_in_any_way_of_writing(capsys: Capture, arguments: list[str]) -> None:
    Path("c.txt").write_text("More.", encoding="utf-8")
    told(capsys, "check", *arguments)
    assert checked() == [("a.txt", "checked"), ("b.txt", "source"), ("c.txt", "source")]


def test_a_dash_is_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Été.".encode())))
    told(capsys, "check", "-", "--against", "a.txt")
    assert checked() == [("-", "checked"), ("a.txt", "source")]
    assert StandIn.made[-1].documents[0].text == "Été."


def test_a_draft_in_an_editor_is_not_compared_with_its_old_version_on_disk(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Typed.")))
    told(capsys, "check", "-", "--stdin-filename", "a.txt", "--against", ".")
    assert checked() == [("a.txt", "checked"), ("b.txt", "source")]
    assert StandIn.made[-1].documents[0].text == "Typed."


def test_what_follows_two_dashes_is_a_path_whatever_it_looks_like() -> None:
    assert spread(["a", "--against", "b", "--", "--c", "d"], "--against", {"--against"}) == [
        *("a", "--against", "b", "--", "--c", "d")
    ]


def test_a_draft_that_lies_among_its_sources_is_only_checked(capsys: Capture) -> None:
    told(capsys, "check", "a.txt", "--against", ".")
    assert checked() == [("a.txt", "checked"), ("b.txt", "source")]


def test_files_of_unknown_type_in_a_folder_are_counted(capsys: Capture) -> None:
    _, out, _ = told(capsys, "check", ".")
    assert out.splitlines()[-1].endswith("Skipped 2 other files.")


def test_the_checker_gets_packs_ignored_rules_and_model(capsys: Capture) -> None:
    Path("reconcile.toml").write_text('rules = ["desk.yaml"]\nmodel = "ours"\n', encoding="utf-8")
    told(capsys, "check", "a.txt", "--ignore", "desk-date")
    settings = StandIn.made[-1].settings
    assert [rule.id for rule in settings["packs"].rules] == ["desk-date"]
    assert (set(settings["ignore"]), settings["model"]) == ({"desk-date"}, "ours")
    assert settings["second_opinion"] is None


def test_the_option_names_the_second_opinion_before_the_configuration_does(capsys: Capture) -> None:
    Path("reconcile.toml").write_text('rules = ["desk.yaml"]\nsecond-opinion = "ours"\n', encoding="utf-8")
    told(capsys, "check", "a.txt")
    assert StandIn.made[-1].settings["second_opinion"] == "ours"
    told(capsys, "check", "a.txt", "--second-opinion", "theirs")
    assert StandIn.made[-1].settings["second_opinion"] == "theirs"
    told(capsys, "claims", "a.txt")
    assert StandIn.made[-1].settings["second_opinion"] is None


def test_no_cache_changes_nothing(capsys: Capture) -> None:
    assert told(capsys, "check", "a.txt", "--no-cache") == told(capsys, "check", "a.txt")


def test_the_configuration_sets_the_gate_and_the_option_overrides_it(capsys: Capture) -> None:
    Path("reconcile.toml").write_text('rules = ["desk.yaml"]\nfail-on = "never"\n', encoding="utf-8")
    assert told(capsys, "check", "a.txt")[0] == 0
    assert told(capsys, "check", "a.txt", "--fail-on", "error")[0] == 1


def test_an_accepted_finding_is_silent_and_an_unused_acceptance_is_told(capsys: Capture) -> None:
    Path("reconcile.toml").write_text(
        'accept = [{id = "3fa0c1d2e3f4", why = "Corrected."}, {id = "feed", why = "Old."}]\n',
        encoding="utf-8",
    )
    code, out, err = told(capsys, "check", "a.txt")
    assert code == 0 and "event-date" not in out and "1 finding accepted." in out
    assert err.startswith("reconcile: warning: ") and err.endswith(
        "accepts feed, but this run found no such thing (unused).\n"
    )


# --- formats


def test_json_goes_to_standard_output_and_the_summary_beside_it(capsys: Capture) -> None:
    code, out, err = told(capsys, "check", "a.txt", "b.txt", "--format", "json")
    assert code == 1
    assert [found["id"] for found in json.loads(out)["findings"]] == ["3fa0c1d2e3f4", "0b1c2d3e4f50"]
    assert err == "reconcile: 2 documents, 2 claims, 2 findings: 1 error, 1 warning.\n"


def test_several_formats_are_written_and_no_half_file_is_left(capsys: Capture) -> None:
    _, out, err = told(
        capsys, "check", "a.txt", "--format", "text", "--format", "json=r.json", "--format", "text=r.txt"
    )
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["schema"] == "reconcile-report/1"
    assert (Path("r.txt").read_text(encoding="utf-8"), err) == (out, "")
    assert not list(Path().glob(".*"))


def test_a_report_may_be_written_to_a_device(capsys: Capture) -> None:
    assert told(capsys, "check", "a.txt", "--format", f"json={os.devnull}")[0] == 1
    assert not Path(os.devnull).is_file()


# --- other commands


def test_claims_text_prints_the_text_to_the_last_character(capsys: Capture) -> None:
    Path("c.txt").write_bytes("\ufeffÉté\r\n\tno end".encode())
    assert told(capsys, "claims", "--text", "c.txt") == (0, "Été\n\tno end", "")


def test_claims_text_of_several_documents_names_each(capsys: Capture) -> None:
    _, out, _ = told(capsys, "claims", "--text", "a.txt", "b.txt")
    assert (
        out
        == "==> a.txt <==\nThe bridge reopened last August.\n==> b.txt <==\nThe bridge reopened in 2024.\n"
    )


def test_a_document_without_claims_is_told_and_gives_3(capsys: Capture) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    code, out, err = told(capsys, "claims", "a.txt", "empty.txt")
    assert (code, out) == (3, "a.txt: 0 claims\n\nempty.txt: 0 claims\n\n")
    assert err == "reconcile: a.txt: gave no claim.\nreconcile: empty.txt: is empty.\n"


def test_claims_are_listed_with_their_details(capsys: Capture) -> None:
    august = SimpleNamespace(
        value=SimpleNamespace(normal="2023-08", words="last August"), head="reopen", path=(), part=False
    )
    mayor = SimpleNamespace(
        slot="agent",
        head="Novák",
        span=Span(0, 3),
        mention=SimpleNamespace(kind="person", name=SimpleNamespace(normal="petr novak")),
    )
    shown = claim(
        "a.txt",
        "The bridge reopened last August.",
        periods=(august,),
        participants=(*claim("a.txt", "").participants, mayor),
        denial=True,
        speaker=Span(4, 10),
    )
    StandIn.extracted = {"a.txt": (shown,)}
    assert told(capsys, "claims", "a.txt")[:2] == (
        0,
        """\
a.txt: 1 claim
   0  line 1: The bridge reopened last August.
      says: reopen; asserted, denial, speaker bridge
      date: reopen = 2023-08 (“last August”)
      patient: bridge
      agent: The (person petr novak)

""",
    )


def test_rule_tests_are_run_and_a_failed_one_gives_1(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_rule_tests(packs: Packs, checker: StandIn) -> tuple[SimpleNamespace, ...]:
        def result(name: str, got: str) -> SimpleNamespace:
            passed = got == "conflict"
            return SimpleNamespace(
                rule=packs.rules[0].id, test_name=name, expected="conflict", got=got, passed=passed
            )

        return tuple(result(f"test {n}", got) for n, got in enumerate(outcomes))

    monkeypatch.setitem(sys.modules, "reconcile.ruletests", SimpleNamespace(run_rule_tests=run_rule_tests))  # type: ignore[arg-type]
    outcomes = ["conflict", "silent"]
    code, out, _ = told(capsys, "rules", "test")
    assert (code, out) == (1, "desk-date: test 1: expected conflict, got silent\n2 tests, 1 failed.\n")
    outcomes = ["conflict"]
    assert told(capsys, "rules", "test", "desk.yaml")[:2] == (0, "1 test, 0 failed.\n")


def test_compare_prints_the_agreement_and_why(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from reconcile.agreement import Agreement, Comparison

    def compared(kind: str, a: str, b: str, **days: date | None) -> Comparison:
        assert (kind, a, b) == ("date", "last August", "2024")
        assert days == {"a_published": date(2024, 6, 5), "b_published": None}
        return Comparison(Agreement.DIFFER, "August 2023 is not in 2024.")

    monkeypatch.setattr("reconcile.compare", compared, raising=False)
    code, out, _ = told(capsys, "compare", "date", "last August", "2024", "--a-published", "2024-06-05")
    assert (code, out) == (0, "differ: August 2023 is not in 2024.\n")


def test_explain_tells_a_finding_its_rule_and_the_pairs_that_were_compared(capsys: Capture) -> None:
    from reconcile.agreement import Agreement, Comparison
    from reconcile.findings import Kind, Over
    from reconcile.matching.subjects import Holding, Pair, Subject

    install(finding(rule="desk-date"), spelling())
    august, year = (
        Holding(document, Span(0, 4), Span(0, 30), None, normal)
        for document, normal in (("a.txt", "2023-08"), ("b.txt", "2024"))
    )
    apart = Comparison(Agreement.DIFFER, "They lie apart.")
    pairs = (Pair(0, 2, apart, 0.8, "both tell of trams"), Pair(1, 2, apart, 0.9, "both tell of the bridge"))
    subject = Subject(Over.TOPIC, Kind.DATE, "", "the bridge", "reopen", (august, august, year), pairs)
    StandIn.subjects = {"3fa0c1d2e3f4": subject}
    code, out, _ = told(capsys, "explain", "3fa0", "a.txt", "b.txt")
    assert code == 0
    assert out.startswith("error date conflict: Vltava bridge reopened")
    assert "   Two sources date one event to periods that do not overlap.\n" in out
    assert "   “2023-08” (a.txt) and “2024” (b.txt): differ, and 1 more such\n" in out
    assert "      They lie apart.\n      Compared because both tell of the bridge (90% sure).\n" in out
    assert "name variant" not in out and "trams (80%" not in out


def test_rules_list_show_and_validate(capsys: Capture) -> None:
    code, out, _ = told(capsys, "rules", "list")
    assert code == 0 and out.startswith("desk-date  date over topic; conflict: error, update: info\n")
    assert out.endswith("1 rule.\n")
    _, out, _ = told(capsys, "rules", "show", "desk-date")
    assert "desk.yaml:2\n- id: desk-date\n  kind: date\n" in out and "expect: silent" in out
    assert told(capsys, "rules", "validate", "desk.yaml") == (0, "desk.yaml is valid: 1 rule.\n", "")


def test_a_folder_stands_for_the_packs_in_it(capsys: Capture) -> None:
    assert told(capsys, "rules", "validate", ".")[1] == "desk.yaml is valid: 1 rule.\n"


def test_an_invalid_pack_gives_2_with_file_and_line(capsys: Capture) -> None:
    Path("bad.yaml").write_text(
        PACK.replace("kind: date", "kind: dat").replace("why:", "wy:"), encoding="utf-8"
    )
    code, _, err = told(capsys, "rules", "validate", "bad.yaml")
    assert code == 2
    assert all(line.startswith("reconcile: bad.yaml:") for line in err.splitlines())
    assert len(err.splitlines()) >= 2


def test_a_shown_rule_can_be_written_into_a_pack(capsys: Capture) -> None:
    _, out, _ = told(capsys, "rules", "show", "desk-date")
    Path("copy.yaml").write_text("rules:\n" + out, encoding="utf-8")
    Path("reconcile.toml").write_text("", encoding="utf-8")
    assert told(capsys, "rules", "validate", "copy.yaml")[0] == 0


@pytest.mark.parametrize(("of", "title"), [("pack", "Reconcile rule pack"), ("report", "Reconcile report")])
def test_schemas_are_printed(capsys: Capture, of: str, title: str) -> None:
    assert json.loads(told(capsys, "rules", "schema", of)[1])["title"] == title


@pytest.mark.parametrize(
    "command",
    [
        *([], ["check"], ["claims"], ["compare"], ["explain"], ["rules"]),
        *(["rules", name] for name in ("list", "show", "validate", "test", "schema")),
    ],
)
def test_every_command_has_help_with_an_example(capsys: Capture, command: list[str]) -> None:
    code, out, _ = told(capsys, *command, "--help")
    assert code == 0
    assert " ".join(["reconcile", *command]) in out.partition("Examples:")[2]


def test_the_version_is_printed(capsys: Capture) -> None:
    code, out, _ = told(capsys, "--version")
    assert code == 0 and out.startswith("reconcile ")


# --- processes


def run(code: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, timeout=60, **settings
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "--help"], ["rules", "list"], ["rules", "validate", "desk.yaml"]]
)
def test_what_needs_no_model_loads_no_model_library(arguments: list[str]) -> None:
    heavy = {"torch", "sentence_transformers", "transformers", "spacy", "numpy", "dateparser", "pint"}
    done = run(
        f"import sys; from reconcile.cli import main; code = main({arguments!r})\n"
        f"print(code, sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )
    assert done.stderr.decode().splitlines()[-1] == "0 []"


@pytest.mark.parametrize("command", [["check"], ["explain", "3fa0"]])
def test_words_become_values_without_a_validator(command: list[str]) -> None:
    """The run ends at a document that is missing: by then all arguments are read, and the packs too."""
    Path("reconcile.toml").unlink()
    paths = ["gone.txt", "--against", "a.txt", "--rules", "desk.yaml"]
    gate = ["--fail-on", "never", "--no-cache"] if command == ["check"] else []
    code = (
        f"import sys; from reconcile.cli import main; code = main({[*command, *paths, *gate]!r})\n"
        "print(code, sorted({'pydantic', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    for _ in range(2):
        told = run(code).stderr.decode().splitlines()
    assert told[0].startswith("reconcile: gone.txt does not exist")
    assert told[-1] == "2 []"


STAND_IN = """
from tests.functional.stand_in import install
from tests.reports.examples import finding, spelling
install(finding(), spelling())
"""


def test_an_interrupt_before_the_command_is_imported_gives_130_and_one_line() -> None:
    Path("typer.py").write_text(
        "import time\nprint('importing', flush=True)\ntry:\n    time.sleep(60)\nexcept BaseException:\n    pass\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), str(ROOT)])}
    started = subprocess.Popen(
        [sys.executable, "-m", "reconcile", "check", "a.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert started.stdout is not None and started.stdout.readline() == b"importing\n"
    started.send_signal(signal.SIGINT)
    assert (started.communicate(timeout=60)[1], started.returncode) == (b"reconcile: interrupted.\n", 130)


def test_the_package_is_imported_in_no_time() -> None:
    done = run("import sys, reconcile; print(sorted(m for m in sys.modules if m.startswith('reconcile')))")
    assert done.stdout.decode() == "['reconcile']\n"


def test_output_is_utf_8_whatever_the_locale_says() -> None:
    done = run(STAND_IN + "from reconcile.cli import main; main(['check', 'a.txt'])")
    assert "Petr Novák" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "outcome"),
    [(["check", "a.txt"], 1), (["claims", "--text", "long.txt"], 0), (["--help"], 0)],
)
def test_a_reader_who_leaves_early_is_no_error_and_costs_no_exit_code(
    arguments: list[str], outcome: int
) -> None:
    Path("long.txt").write_text("long " * 100_000, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    code = STAND_IN + f"import sys; from reconcile.cli import main; sys.exit(main({arguments!r}))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, env=environment, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (outcome, b"")


def in_terminal(code: str) -> str:
    """What a terminal of 140 columns shows of standard output and standard error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "140"}
    environment = {
        name: value for name, value in environment.items() if name not in ("NO_COLOR", "FORCE_COLOR")
    }
    ours, theirs = pty.openpty()
    child = subprocess.Popen([sys.executable, "-c", code], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    child.wait(timeout=60)
    return shown.decode("utf-8")


def test_a_terminal_gets_colour_a_bar_and_both_passages_side_by_side() -> None:
    shown = in_terminal(STAND_IN + "from reconcile.cli import main; main(['check', 'a.txt'])")
    assert "\x1b[1;31merror" in shown
    assert "reading" in shown
    assert any("a.txt:1" in line and "b.txt:3" in line for line in shown.splitlines())


def test_a_text_cannot_command_the_terminal() -> None:
    Path("evil.txt").write_text("\x1b]0;owned\x07 The bridge.", encoding="utf-8")
    shown = in_terminal("from reconcile.cli import main; main(['claims', '--text', 'evil.txt'])")
    assert shown == "\\x1b]0;owned\\x07 The bridge."

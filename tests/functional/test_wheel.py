"""What is installed: the shipped packs are found from a built wheel and from an editable install alike."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from reconcile.rules import load_packs, shipped_packs

ROOT = Path(__file__).parents[2]
BUILD = "import sys; from hatchling import build; print(getattr(build, sys.argv[1])(sys.argv[2]))"
LOOK = """\
import site, sys
site.addsitedir(sys.argv[1])
from reconcile.lexicon import lexicon, shipped_rules
from reconcile.rules import load_packs, shipped_packs
print(shipped_rules())
print(bool(lexicon("spelling")))
print(*(rule.id for rule in load_packs(shipped_packs()).rules))
from reconcile.reports import FORMATS
from reconcile.reports.model import Report
print(FORMATS["html"](Report("", None, None, (), ())).count("</style>"))
"""


def python(cwd: Path, code: str, *arguments: str) -> list[str]:
    """The lines that Python prints which has this environment's libraries, but not its install of Reconcile."""
    environment = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    command = [sys.executable, "-S", "-c", code, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()


@pytest.mark.parametrize(("hook", "rules"), [("build_wheel", "reconcile/_rules"), ("build_editable", None)])
def test_an_installed_package_knows_the_shipped_packs(tmp_path: Path, hook: str, rules: str | None) -> None:
    wheel = python(ROOT, BUILD, hook, str(tmp_path))[-1]
    site = tmp_path / "site"
    zipfile.ZipFile(tmp_path / wheel).extractall(site)
    folder, has_lexicon, ids, styles = python(tmp_path, LOOK, str(site))
    assert Path(folder).resolve() == (site / rules if rules else ROOT / "rules").resolve()
    assert (has_lexicon, styles) == ("True", "1")
    assert ids.split() == [rule.id for rule in load_packs(shipped_packs()).rules]


def test_the_package_is_a_command_of_python_too() -> None:
    words = [sys.executable, "-m", "reconcile", "--version"]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.startswith("reconcile ")

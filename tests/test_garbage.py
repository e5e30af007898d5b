"""How often garbage is looked for."""

import gc
import subprocess
import sys


def test_a_process_of_the_command_looks_for_garbage_seldom() -> None:
    script = "import gc; from reconcile.garbage import collect_seldom; collect_seldom(); print(gc.get_threshold()[0])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(found.stdout) > 100 * gc.get_threshold()[0]

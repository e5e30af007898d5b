"""The summary of a job on GitHub Actions: the report as Markdown, in the file that the runner names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reconcile.errors import DeliveryError, reason
from reconcile.reports import FORMATS
from reconcile.reports.untrusted import encodable

if TYPE_CHECKING:
    from reconcile.reports.model import Report

VARIABLE: Final = "GITHUB_STEP_SUMMARY"
MOST: Final = 1024 * 1024  # bytes of one step; of a summary that is larger the runner shows nothing
_CUT: Final = b"\n\nThe rest is cut: the summary of a step holds 1 MiB.\n"


def append(report: Report) -> None:
    """Add the report to the summary of this step, after what the step has written there; elsewhere do nothing.

    Raises:
        DeliveryError: the file cannot be written.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return
    content = encodable(FORMATS["markdown"](report)).encode()
    try:
        with Path(named).open("ab") as file:
            file.write(_fitting(content, MOST - file.tell()))
    except OSError as error:
        raise DeliveryError(f"{VARIABLE} {named} cannot be written ({reason(error)}): unset it.") from None


def _fitting(content: bytes, room: int) -> bytes:
    """As many whole paragraphs as there is room for; the worst findings stand first."""
    if len(content) <= room:
        return content
    end = content.rfind(b"\n\n", 0, max(0, room - len(_CUT)))
    return content[:end] + _CUT if end > 0 else b""

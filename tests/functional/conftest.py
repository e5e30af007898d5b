"""What the tests of the whole command share: it is started as a person starts it."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_signal_is_ignored() -> Iterator[None]:
    """What began these tests (nohup, a shell's &) may ignore signals, which the command would inherit and heed."""
    ignored = [
        number
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is signal.SIG_IGN
    ]
    for number in ignored:
        signal.signal(number, lambda *_: None)  # a handler is not inherited
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)

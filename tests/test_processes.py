"""Work is shared among processes, comes back in order, and is lost with none of them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from reconcile import processes
from reconcile.processes import aside, cores, parts, spread

SEVERAL = 50  # parts: more than wait at a time


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_the_parts_come_back_in_order_with_what_was_made_of_them() -> None:
    done = list(spread(squared, range(SEVERAL), 2))
    assert [(part, result) for part, (result, _) in done] == [(n, n * n) for n in range(SEVERAL)]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' libraries do not bear being forked")
def test_many_parts_are_done_by_forks_and_few_here() -> None:
    many = {pid for _, (_, pid) in spread(squared, range(SEVERAL), 2)}
    few = {pid for _, (_, pid) in spread(squared, range(processes._WORTH_FORKS - 1), 2)}
    assert os.getpid() not in many
    assert few == {os.getpid()}


def test_one_process_is_this_one() -> None:
    assert {pid for _, (_, pid) in spread(squared, range(SEVERAL), 1)} == {os.getpid()}


def test_a_fork_knows_what_this_process_knows_and_nothing_is_handed_over() -> None:
    known = {n: (yielded for yielded in ()) for n in range(SEVERAL)}  # generators cannot be handed over
    assert all(result for _, result in spread(lambda n: n in known, range(SEVERAL), 2))


def test_when_a_fork_is_killed_the_rest_is_done_here() -> None:
    here = os.getpid()

    def killed(number: int) -> int:
        if number == 20 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert [result for _, result in spread(killed, range(SEVERAL), 2)] == list(range(SEVERAL))


def test_what_fails_in_a_fork_fails_here() -> None:
    def failing(number: int) -> float:
        return 1 / (number - 30)

    with pytest.raises(ZeroDivisionError):
        list(spread(failing, range(SEVERAL), 2))


def test_who_takes_no_more_leaves_no_process_behind() -> None:
    with closing(taken(SEVERAL)) as results:
        forks = {next(results) for _ in range(10)} - {os.getpid()}
    for pid in forks:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def taken(count: int) -> Iterator[int]:
    for _, (_, pid) in spread(squared, range(count), 2):
        yield pid


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' libraries do not bear being forked")
def test_what_is_done_aside_is_done_by_another_process_while_this_one_goes_on() -> None:
    begun, told = os.pipe()
    with aside(lambda: (os.write(told, b"begun"), os.getpid())[1], 2) as result:
        assert os.read(begun, 5) == b"begun"
        assert result() != os.getpid()


def test_without_several_processes_it_is_done_here_when_it_is_asked_for() -> None:
    with aside(os.getpid, 1) as result:
        assert result() == os.getpid()


def test_when_who_works_aside_is_killed_it_is_done_here() -> None:
    here = os.getpid()

    def killed() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    with aside(killed, 2) as result:
        assert result() == here


def test_parts_hold_all_things_once_in_order() -> None:
    assert list(parts(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(parts([], 3)) == []


def test_there_is_a_core() -> None:
    assert cores() >= 1

"""Hosts that could not be reached a moment ago.

A run asks one host for many things. Where nobody answers there, each of them would be tried several times, with pauses
and time-outs: minutes, in which a planner learns nothing new. So such a host is tried once for each of them, until it
answers again.
"""

from __future__ import annotations

import time

from ..errors import EnactError
from . import problems

_FOR_S = 60.0
_NOBODY = ("source_unreachable", "source_name", "source_proxy", "source_timeout")
_FAILED_AT: dict[str, float] = {}  # by host; single operations on it are whole in every thread


def was_unreachable(url: str) -> bool:
    """Whether the host of an address could not be reached within the last minute."""
    failed_at = _FAILED_AT.get(problems.host_of(url))
    return failed_at is not None and time.monotonic() - failed_at < _FOR_S


def note_failure(url: str, problem: EnactError) -> None:
    """Keep that nothing came from a host, if that is what the problem says."""
    if problem.code in _NOBODY:
        _FAILED_AT[problems.host_of(url)] = time.monotonic()


def note_answer(url: str) -> None:
    """Keep that a host answers."""
    _FAILED_AT.pop(problems.host_of(url), None)

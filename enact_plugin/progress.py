"""Progress and cancel, without QGIS.

A pure function takes a `Progress` and calls it between its steps; the border hands in one that forwards to a
QgsProcessingFeedback. `SILENT` is for calls that nobody watches.
"""

from __future__ import annotations

from typing import Any, Callable

from .errors import Canceled

Report = Callable[[float, str, "dict[str, Any]"], None]


class Progress:
    """Forwards a fraction and the code of a text; raises `Canceled` at the next step after a cancel.

    Parameters
    ----------
    report : callable
        Called with the overall fraction in [0, 1], the code of the text (may be empty) and the values it names.
    is_canceled : callable
        Returns True once the user has canceled.
    start, end : float
        The share of the whole that this progress covers.
    """

    def __init__(
        self, report: Report, is_canceled: Callable[[], bool], start: float = 0.0, end: float = 1.0
    ) -> None:
        self._report = report
        self._is_canceled = is_canceled
        self._start = start
        self._end = end

    def __call__(self, fraction: float, code: str = "", **values: Any) -> None:
        """Say how far the work is; `code` names the text of the step.

        Raises
        ------
        Canceled
        """
        if self._is_canceled():
            raise Canceled
        fraction = min(max(fraction, 0.0), 1.0)
        self._report(self._start + fraction * (self._end - self._start), code, values)

    def is_canceled(self) -> bool:
        """Whether the user has canceled, for loops that must tidy up first."""
        return self._is_canceled()

    def silent(self) -> Progress:
        """Return a progress that says nothing and can be canceled as this one."""
        return Progress(lambda _fraction, _code, _values: None, self._is_canceled)

    def to_the_end(self) -> Progress:
        """Return a progress that says the same and cannot be canceled: what was begun must not stay half done."""
        return Progress(self._report, lambda: False, self._start, self._end)

    def part(self, start: float, end: float) -> Progress:
        """Return a progress that covers the share from `start` to `end` of this one."""
        width = self._end - self._start
        return Progress(
            self._report, self._is_canceled, self._start + start * width, self._start + end * width
        )


SILENT = Progress(lambda _fraction, _code, _values: None, lambda: False)

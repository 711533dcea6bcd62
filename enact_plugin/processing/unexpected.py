"""An exception that nobody foresaw, as an error of ours: the sentence for the user, the traceback for the log."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from ..errors import EnactError

PLUGIN = Path(__file__).resolve().parents[1]
SHOWN = 200  # letters of the exception's own words

logger = logging.getLogger(__name__)


def unexpected(error: Exception) -> EnactError:
    """Log an exception in full, and return what tells the user of it.

    Parameters
    ----------
    error : Exception
        Any but our own.

    Returns
    -------
    EnactError
        ``unexpected`` with the exception's type, its words, and the innermost place in the plugin's code.
    """
    logger.error("%s", type(error).__name__, exc_info=error)
    words = " ".join(str(error).split())[:SHOWN]
    return EnactError("unexpected", error=type(error).__name__, place=_place(error), text=words)


def let_go(error: BaseException) -> None:
    """Let the traceback of an error hold nothing any more.

    QGIS keeps the exceptions of a run until it ends, and they all that the functions on the way held: layers, and with
    them open files, which Windows lets nobody replace.
    """
    each: BaseException | None = error
    while each is not None:
        traceback.clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__


def _place(error: Exception) -> str:
    """File and line, the innermost of ours; folders would only tell of this machine."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = [step for step in steps if PLUGIN in Path(step.filename).parents] or steps
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"

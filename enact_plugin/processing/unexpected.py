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


def _place(error: Exception) -> str:
    """File and line, the innermost of ours; folders would only tell of this machine."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = [step for step in steps if PLUGIN in Path(step.filename).parents] or steps
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"

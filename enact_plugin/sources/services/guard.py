"""What no service should answer, and some do: an error that names the service, in place of one nobody foresaw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ...errors import EnactError
from ..problems import host_of
from .service import Service

# what reading raises where a value is of another kind, a number too long, a name or an encoding unknown
_ODD = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError)


@contextmanager
def reading(service: Service) -> Iterator[None]:
    """Within it a service is asked and what it answers is read.

    Raises
    ------
    EnactError
        ``service_unreadable``, with what was raised as its cause.
    """
    try:
        yield
    except _ODD as error:
        host = host_of(service.url or str(service.options.get("page", "")))
        raise EnactError(
            "service_unreadable", service=service.title, host=host, detail=type(error).__name__
        ) from error

"""What is said of services that deliver nothing: why, and which file serves instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..errors import Canceled, EnactError
from ..layers.messages import describe

if TYPE_CHECKING:
    from ..sources.services.service import Service

NOTHING_THERE = "service_nothing_there"
AGS_UNKNOWN = "service_ags_unknown"


def together(failed: list[tuple[str, EnactError]]) -> list[EnactError]:
    """The failures, those that differ in nothing but the service as one."""
    titles: dict[tuple[Any, ...], list[str]] = {}
    for name, error in failed:
        rest = {key: value for key, value in error.params.items() if key != "service"}
        titles.setdefault((error.code, *rest.items()), []).append(name)
    return [
        EnactError(code, **dict(rest), service=", ".join(names)) for (code, *rest), names in titles.items()
    ]


@contextmanager
def file_instead(service: Service) -> Iterator[None]:
    """Add to what went wrong why it did, and which file would serve instead."""
    try:
        yield
    except Canceled:
        raise
    except EnactError as error:
        if error.code in (NOTHING_THERE, AGS_UNKNOWN):  # no file would say otherwise
            raise
        cause = error.__cause__
        reason = describe(error) + (f" {describe(cause)}" if isinstance(cause, EnactError) else "")
        if not service.download_page:
            raise EnactError("service_failed", service=service.title, reason=_sentence(reason)) from error
        raise EnactError(
            "service_instead", service=service.title, reason=_sentence(reason), file=service.download_file,
            page=service.download_page,
        ) from error  # fmt: skip


def _sentence(text: str) -> str:
    """A text that ends as a sentence: what servers say often does not."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."

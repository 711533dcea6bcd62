"""What of the known services works today: each is looked at as cheaply as it goes, and none is an error."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from enum import Enum
from urllib.parse import unquote, urlsplit

import requests

from ...errors import Canceled, EnactError
from ...progress import SILENT, Progress
from .. import presets, problems
from ..exchange import breather
from ..register_endpoint import count_units
from ..register_export import newest_export
from .client import Probe
from .opening import open_client
from .service import Protocol, Service

_AT_ONCE = 4  # hosts; those of one host are looked at one after the other
_SOMEWHERE = "14713000"  # municipality asked for where a service serves many
_LOOK_S = 0.05  # between two looks at what is done
_REGISTER = "Marktstammdatenregister"
_REGISTER_LICENCE = "dl-de/by-2-0"
_REGISTER_FILE = "Gesamtdatenexport (zip)"
_NAMED = (Protocol.WFS, Protocol.ARCGIS, Protocol.OGCAPI)  # which tell the fields of an object

logger = logging.getLogger(__name__)


class State(Enum):
    """How a service answers."""

    WORKS = "works"
    OTHERWISE = "otherwise"  # it answers, but not as the preset says
    REFUSED = "refused"  # it, or a proxy, wants a login or forbids
    MISSING = "missing"  # there is nothing at the address
    UNREACHABLE = "unreachable"
    FAILED = "failed"  # it answers with an error


_STATES = {
    **dict.fromkeys(("source_refused", "source_proxy_login", "source_authentication", "service_login"), State.REFUSED),
    **dict.fromkeys(
        ("source_missing", "service_layer_unknown", "service_link_missing", "export_link_missing"), State.MISSING
    ),
    **dict.fromkeys(
        (
            "source_name", "source_unreachable", "source_timeout", "source_proxy", "source_certificate",
            "source_certificate_date",
        ),
        State.UNREACHABLE,
    ),
    **dict.fromkeys(("source_busy", "source_status", "service_exception"), State.FAILED),
}  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """What a look at a service told.

    Attributes
    ----------
    service : Service
    host : str
    state : State
    error : EnactError or None
        Why it does not work.
    probe : Probe or None
        What it told.
    missing : tuple of str
        Fields that the preset names and an object does not have.
    seconds : float
        How long the look took.
    """

    service: Service
    host: str
    state: State
    error: EnactError | None = None
    probe: Probe | None = None
    missing: tuple[str, ...] = ()
    seconds: float = 0.0


def check_services(
    session: requests.Session, services: Sequence[Service], ags: str = "", progress: Progress = SILENT
) -> tuple[Checked, ...]:
    """Look at services, four hosts at once.

    Parameters
    ----------
    session : requests.Session
    services : sequence of Service
    ags : str
        Municipality whose objects are asked for; empty: one that the service serves.
    progress : Progress

    Returns
    -------
    tuple of Checked
        In the order of `services`.

    Raises
    ------
    Canceled
    """
    hosts: dict[str, list[Service]] = {}
    for service in services:
        hosts.setdefault(problems.host_of(service.url), []).append(service)
    found: dict[str, Checked] = {}
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="enact-check") as pool:
        silent = progress.silent()
        pending = {pool.submit(_of_host, session, each, ags, silent) for each in hosts.values()}
        try:
            while pending:
                done, pending = _some_done(session, services[0].url, pending)
                for each in done:
                    found.update((checked.service.id, checked) for checked in each.result())
                    progress(
                        len(found) / len(services), "service_check", count=len(found), total=len(services)
                    )
        except Canceled:
            for each in pending:
                each.cancel()
            raise
    return tuple(found[service.id] for service in services)


def _some_done(session: requests.Session, url: str, pending: set[Future]) -> tuple[set[Future], set[Future]]:
    """What is done and what is not; waits a little, on QGIS' main thread without holding up what others ask of it."""
    breathe = breather(session, url)
    if breathe:
        breathe(_LOOK_S)
    return wait(pending, 0.0 if breathe else _LOOK_S, FIRST_COMPLETED)


def _of_host(
    session: requests.Session, services: Sequence[Service], ags: str, progress: Progress
) -> list[Checked]:
    """Services of one host; where it cannot be reached, once is enough."""
    found: list[Checked] = []
    for service in services:
        if found and _fails_too(found[-1], service):
            found.append(replace(found[-1], service=service, seconds=0.0))
        else:
            found.append(check_service(session, service, ags, progress))
    return found


def _fails_too(before: Checked, service: Service) -> bool:
    """Whether a look may be spared: the host could not be reached, or this very address sent all away as too busy."""
    error = before.error
    if error is None:
        return False
    if error.code == "source_busy":
        return before.service.url == service.url
    # a service may lead to another host: a page that links its files
    return before.state is State.UNREACHABLE and error.params.get("host") == problems.host_of(service.url)


def check_service(
    session: requests.Session, service: Service, ags: str = "", progress: Progress = SILENT
) -> Checked:
    """Look at one service: its capabilities, one object, what it says of its licence; of a file the first bytes.

    Parameters
    ----------
    session : requests.Session
    service : Service
    ags : str
        As in `check_services`.
    progress : Progress
        For its cancel.

    Raises
    ------
    Canceled
    """
    return _looked(
        service, lambda: open_client(session, service, _served(service, ags), progress).probe(progress)
    )


def check_register(
    session: requests.Session, ags: str = "", progress: Progress = SILENT
) -> tuple[Checked, ...]:
    """Look at the register of plants: what its public interface counts, and the newest complete export.

    Parameters
    ----------
    session : requests.Session
    ags : str
        Municipality whose units are counted; empty for all.
    progress : Progress
        For its cancel.

    Returns
    -------
    tuple of Checked
        Of `register_services`.

    Raises
    ------
    Canceled
    """
    online, export = register_services()

    def count() -> Probe:
        return Probe(online.title, count_units(session, ags, progress=progress), (), "")

    def link() -> Probe:
        return Probe(unquote(urlsplit(newest_export(session, progress=progress).url).path), None, (), "")

    found = _looked(online, count)
    if _fails_too(found, export):
        return found, replace(found, service=export, seconds=0.0)
    return found, _looked(export, link)


def register_services() -> tuple[Service, Service]:
    """Public interface of the register of plants and its complete export, as a table of services names them."""
    preset = presets.register()
    facts = {
        "licence": _REGISTER_LICENCE,
        "download_page": preset.download_page,
        "download_file": _REGISTER_FILE,
    }
    return (
        Service(
            "register_online",
            f"{_REGISTER}: Abfrage",
            "plants",
            Protocol.FILE,
            preset.endpoint["electricity"],
            **facts,
        ),
        Service(
            "register_export",
            f"{_REGISTER}: Gesamtdatenexport",
            "plants",
            Protocol.FILE,
            preset.download_page,
            **facts,
        ),
    )


def _looked(service: Service, look: Callable[[], Probe]) -> Checked:
    """What a look tells, and how long it took."""
    began = time.monotonic()
    host = problems.host_of(service.url)
    try:
        probe = look()
    except Canceled:
        raise
    except EnactError as error:
        state = _STATES.get(error.code, State.OTHERWISE)
        return Checked(service, host, state, error, seconds=time.monotonic() - began)
    except Exception as error:  # what nobody foresaw of a service nobody has seen must not cost the table
        logger.exception("%s (%s)", service.id, host)
        told = EnactError("service_unforeseen", service=service.title, host=host, error=type(error).__name__)
        return Checked(service, host, State.FAILED, told, seconds=time.monotonic() - began)
    missing = missing_fields(service, probe)
    state = State.OTHERWISE if missing or probe.objects == 0 else State.WORKS
    return Checked(service, host, state, None, probe, missing, time.monotonic() - began)


def _served(service: Service, ags: str) -> str:
    """Municipality to ask for: the one wanted where the service serves it."""
    if ags and ags.startswith(service.ags):
        return ags
    return service.ags if len(service.ags) == len(_SOMEWHERE) else _SOMEWHERE


def missing_fields(service: Service, probe: Probe) -> tuple[str, ...]:
    """Fields that a preset names and an object of the service does not have; none where it does not tell its fields."""
    if service.protocol not in _NAMED or not probe.fields:
        return ()
    present = {_bare(name) for name in probe.fields}
    wanted = dict.fromkeys((*service.key, *service.fields()))
    return tuple(name for name in wanted if _bare(name) not in present)


def _bare(name: str) -> str:
    return name.rpartition(":")[2].casefold()

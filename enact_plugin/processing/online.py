"""What services deliver, as files that are read like a planner's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Canceled, EnactError, Finding, Severity
from ..layers.messages import describe, step
from .online_failures import AGS_UNKNOWN, NOTHING_THERE, file_instead, together
from .online_parameters import NAMES, ONLINE, way
from .online_services import is_file, refuse_without_place, services_asked, title

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..outcome import Source
    from ..progress import Progress
    from ..sources.services.collect import Collected, Order
    from ..sources.services.service import Service
    from .areas import Area
    from .base import Job
    from .inputs import Read

NEEDS_AREA = "service_needs_area"
_FAR = 1e7  # beyond all coordinates
_FETCHING = 0.6  # share of the progress that asking takes
_NONE_INSIDE = (
    "layer_empty",
    "nothing_in_area",
)  # of a file that a service delivered: there is nothing there


@dataclass(frozen=True)
class Delivery:
    """One file or layer that is to be read.

    Attributes
    ----------
    job : Job
        The run with this one as its INPUT.
    name : str
        What a person calls it.
    source : Source or None
        What the service says of it; None for a person's own.
    mapping : dict
        Column to field, as the service is known to name it.
    findings : tuple of Finding
        On the way it came.
    files : tuple of Path
        As the service delivered them.
    host : str
        Of the service.
    serves : str
        What a person's own is wanted for, as `Service.serves`.
    """

    job: Job
    name: str
    source: Source | None = None
    mapping: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    files: tuple[Path, ...] = ()
    host: str = ""
    serves: str = ""

    def read(self, workspace: Workspace, bounds: Any) -> Read:
        """Read it in the workspace's CRS.

        Raises
        ------
        EnactError
            Those of `read_source`; ``service_nothing_there`` where a service delivered nothing in the box.
        """
        from .inputs import read_source
        from .osm_input import with_osm_taken_out

        job = with_osm_taken_out(self.job, self.serves, workspace.crs, bounds)
        try:
            read = read_source(job, "INPUT", workspace, bounds, self.source)
        except EnactError as error:
            if self.source is None or error.code not in _NONE_INSIDE:
                raise
            raise EnactError("service_nothing_there", service=self.name) from error
        missing = [entry for entry in _fields_named(self.mapping) if entry.casefold() not in _names(read)]
        found = self.findings
        if missing:
            values = {"service": self.name, "fields": ", ".join(missing)}
            found = (*found, Finding("service_fields_missing", severity=Severity.NOTE, values=values))
        return replace(read, findings=(*found, *read.findings))

    def refuse_empty(self) -> None:
        """Refuse a delivery of which nothing lies in the area; that of a person only says how much lies outside.

        Raises
        ------
        EnactError
            ``service_nothing_there``.
        """
        if self.source is not None:
            raise EnactError("service_nothing_there", service=self.name)


@contextmanager
def told_as_nothing(delivery: Delivery | None, code: str) -> Iterator[None]:
    """Say of a service's delivery that there is nothing, where a reader finds nothing inside."""
    try:
        yield
    except EnactError as error:
        if error.code == code and delivery is not None:
            delivery.refuse_empty()
        raise


def _fields_named(mapping: dict[str, Any]) -> list[str]:
    from ..fields.mapping import Mapping

    return [entry.field for entry in Mapping.from_entries(mapping).fields if entry.field]


def _names(read: Read) -> set[str]:
    return {name.casefold() for name, _type in read.fields}


def is_online(job: Job) -> bool:
    """Whether the run asks services.

    Raises
    ------
    EnactError
        Those of `online_parameters.way`.
    """
    return way(job.choice("SOURCE"), [name for name in NAMES if job.given(name)]) == ONLINE


def deliveries(
    job: Job, workspace: Workspace, serves: str, area: Area, *, several: bool = True
) -> tuple[list[Delivery], list[tuple[str, str]]]:
    """What is to be read: the layers and files given, else what the services deliver.

    Parameters
    ----------
    job : Job
        With the parameters of `online_parameters.source`. Its progress is where the reading begins, afterwards.
    workspace : Workspace
    serves : str
        As `Service.serves`.
    area : Area
        For which services are asked.
    several : bool
        Whether the layer may be made of several services.

    Returns
    -------
    list of Delivery
    list of (str, str)
        Name and reason of the services that delivered nothing, which does not end the others.

    Raises
    ------
    Canceled
    EnactError
        Those of `is_online`; ``service_login_for_one``, ``service_none_known``, ``service_unknown``,
        ``service_serves_other``, ``service_only_one``,
        ``service_needs_area``, ``service_needs_ags``; where no service delivered anything,
        that of the only one, else ``services_failed``, and ``service_nothing_there`` where all of them hold nothing
        there.
    """
    if not is_online(job):
        own = [Delivery(each, each.shown("INPUT"), serves=serves) for each in job.several("INPUT")]
        return own, []
    progress = job.progress.part(0.0, _FETCHING)
    job.progress = job.progress.part(_FETCHING, 1.0)
    with _session(job) as session:
        services = services_asked(job, workspace, serves, session, progress)
        if len(services) > 1 and not several:
            names = "; ".join(each.title for each in services)
            raise EnactError("service_only_one", wanted=title(serves), names=names)
        _let_in(job, services, session)
        refuse_without_place(services, workspace, area)
        # what was asked goes into the account of the run, also where nobody chose it
        job.parameters.update(SOURCE=ONLINE)
        if not job.given("ADDRESS"):
            job.parameters.update(SERVICE=";".join(each.id for each in services))
        job.run()  # one run in the account, however many services
        return _all_asked(job, workspace, services, area, session, progress)


def only_delivery(job: Job, workspace: Workspace, serves: str, area: Area) -> Delivery:
    """Only thing to be read, for a layer that is made of one; as `deliveries`."""
    [found], _failed = deliveries(job, workspace, serves, area, several=False)
    return found


def _all_asked(
    job: Job,
    workspace: Workspace,
    services: tuple[Service, ...],
    area: Area,
    session: Any,
    progress: Progress,
) -> tuple[list[Delivery], list[tuple[str, str]]]:
    """Ask one service after the other; see `deliveries`."""
    found: list[Delivery] = []
    failed: list[tuple[str, EnactError]] = []
    nothing: list[EnactError] = []
    for number, service in enumerate(services):
        part = progress.part(number / len(services), (number + 1) / len(services))
        try:
            with file_instead(service):
                found.append(_asked(job, workspace, service, area, session, part))
        except Canceled:
            raise
        except EnactError as error:
            if error.code == NOTHING_THERE:
                nothing.append(error)
            else:
                failed.append((service.title, error))
    if not found and failed:
        if len(services) == 1:
            raise failed[0][1]
        raise EnactError("services_failed", reasons=" ".join(map(describe, together(failed))))
    if not found:
        raise nothing[0]
    for error in nothing:
        job.feedback.pushInfo("  " + describe(error))
    return found, [(title, describe(error)) for title, error in failed]


def _asked(
    job: Job, workspace: Workspace, service: Service, area: Area, session: Any, progress: Progress
) -> Delivery:
    """Ask one service, and make one layer of its answers; the files themselves for the census."""
    from ..sources.services.collect import collect
    from .online_layer import one_layer

    host = _host(service)
    job.feedback.pushInfo(step("service_asked", service=service.title, host=host))
    collected = collect(
        _order(session, service, workspace, area),
        _folder(job),
        refresh=job.flag("REFRESH"),
        progress=progress.part(0.0, 0.85),
    )
    source = _source(service, collected, host)
    if not collected.pages:
        raise _nothing(service, host, workspace.ags)
    values = {"date": f"{collected.fetched:%d.%m.%Y}", "service": service.title}
    one = copy(job)
    one.parameters = {**job.parameters, "INPUT": None, "SOURCE": ONLINE}
    if service.serves == "census":
        job.feedback.pushInfo(
            "  " + step("service_files" if collected.asked else "service_files_kept", **values)
        )
        return Delivery(one, source.name, source, {}, tuple(collected.findings), tuple(collected.pages), host)
    made = one_layer(collected, area, progress.part(0.85, 1.0))
    if not made.rows:
        raise _nothing(service, host, workspace.ags)
    told = "service_delivered" if collected.asked else "service_kept"
    job.feedback.pushInfo("  " + step(told, count=made.rows, **values))
    one.parameters["INPUT"] = str(made.path)
    return Delivery(one, source.name, source, service.mapping, (*collected.findings, *made.findings))


def _order(session: Any, service: Service, workspace: Workspace, area: Area) -> Order:
    """What is wanted; a whole file is the same for each municipality, and so is kept once for all."""
    from ..sources.services.collect import Order, Region

    if is_file(service):
        return Order(session, service, "", Region(in_crs=_everywhere))
    return Order(
        session, service, workspace.ags, None if area.geometry is None else Region(in_crs=area.in_crs)
    )


def _everywhere(_crs: str) -> Any:
    from shapely import box

    return box(-_FAR, -_FAR, _FAR, _FAR)


def _nothing(service: Service, host: str, ags: str) -> EnactError:
    if service.by_filter:
        return EnactError(AGS_UNKNOWN, service=service.title, host=host, ags=ags)
    return EnactError("service_nothing_there", service=f"{service.title} ({host})")


def _host(service: Service) -> str:
    from ..sources.problems import host_of

    return host_of(service.url or str(service.options.get("page", "")))


def _source(service: Service, collected: Collected, host: str) -> Source:
    """Origin as the provenance keeps it: the service and its host, and the day its answer is of, where known."""
    from ..outcome import Source

    name = f"{service.title} ({host})"
    day = collected.fetched.date()
    return Source(name, service.licence, service.cited(day.year), day if service.current else None)


def _session(job: Job) -> Any:
    from ..sources.qgis_transport import QgisTransport
    from ..sources.session import open_session

    return open_session(QgisTransport(job.text("AUTHCFG"), job.text("ADDRESS")))


def _let_in(job: Job, services: tuple[Service, ...], session: Any) -> None:
    """Bind the authentication of QGIS to the one host it is for; what lets a person in there is nobody else's.

    Raises
    ------
    EnactError
        ``service_login_for_one``.
    """
    if not job.given("AUTHCFG") or job.given("ADDRESS"):
        return
    hosts = sorted({_host(each) for each in services})
    if len(hosts) > 1:
        raise EnactError("service_login_for_one", hosts=", ".join(hosts))
    address = services[0].url or str(services[0].options.get("page", ""))
    session.get_adapter("https://").log_in_at(address)


def _folder(job: Job) -> Path:
    from .register_sources import cache_folder

    return cache_folder(job) / "services"

"""Which services a run asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import EnactError

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..progress import Progress
    from ..sources.services.service import Service
    from .areas import Area
    from .base import Job

_KEY = 8  # digits of a municipality's key


def services_asked(
    job: Job, workspace: Workspace, serves: str, session: Any, progress: Progress
) -> tuple[Service, ...]:
    """Services that are asked: those a person chose, else the usual ones of the municipality.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    serves : str
        As `Service.serves`.
    session : requests.Session
        For looking at an address.
    progress : Progress

    Raises
    ------
    Canceled
    EnactError
        ``service_unknown``, ``service_serves_other``, ``service_needs_ags``, ``service_none_usual``,
        ``service_none_known``, and those of `service_at`.
    """
    from ..sources.services.service import default_services, presets, service, services_for

    if job.given("ADDRESS"):
        from ..sources.services.address import service_at

        return (service_at(session, job.text("ADDRESS"), job.text("LAYER"), serves, progress.silent()),)
    if job.given("SERVICE"):
        ids = [id_.strip() for id_ in job.text("SERVICE").replace(",", ";").split(";") if id_.strip()]
        unknown = set(ids) - {each.id for each in presets()}
        if unknown:
            fitting = services_for(workspace.ags, serves) or [
                each for each in presets() if each.serves == serves
            ]
            names = ", ".join(each.id for each in fitting)
            raise EnactError("service_unknown", id=", ".join(sorted(unknown)), known=names)
        chosen = tuple(service(id_) for id_ in ids)
        for each in chosen:
            if each.serves != serves:
                raise EnactError(
                    "service_serves_other",
                    service=each.title,
                    kind=title(each.serves),
                    wanted=title(serves),
                )
        return chosen
    if not workspace.ags:
        raise EnactError("service_needs_ags", wanted=title(serves))
    usual = default_services(workspace.ags, serves)
    if not usual:
        others = ", ".join(each.id for each in services_for(workspace.ags, serves))
        if others:
            raise EnactError("service_none_usual", wanted=title(serves), ags=workspace.ags, ids=others)
        raise EnactError("service_none_known", wanted=title(serves), ags=workspace.ags)
    return usual


def title(serves: str) -> str:
    """What a person calls that which a service delivers."""
    from ..layers.messages import layer_title
    from ..reference.kinds import layer_kind

    return layer_title(layer_kind(serves).layer)


def refuse_without_place(services: tuple[Service, ...], workspace: Workspace, area: Area) -> None:
    """Refuse services that need to know more of the place.

    Raises
    ------
    EnactError
        ``service_needs_area``, ``service_needs_ags``.
    """
    for service in services:
        whole = service.by_filter or (is_file(service) and len(service.ags) == _KEY)  # of one municipality
        # of all boundaries that of the municipality is taken by its key, as from a file
        whole = whole or (service.serves == "boundary" and _can_be_asked_for_all(service))
        if area.geometry is None and not whole:
            raise EnactError("service_needs_area", service=service.title, path=workspace.path.name)
        if not workspace.ags and "{ags}" in service.filter:
            raise EnactError("service_needs_ags", wanted=title(service.serves))


def _can_be_asked_for_all(service: Service) -> bool:
    from ..sources.services.service import Protocol

    return service.protocol in (Protocol.WFS, Protocol.ARCGIS, Protocol.OGCAPI)


def is_file(service: Service) -> bool:
    """Whether a service delivers a whole file, the same for each municipality."""
    from ..sources.services.service import Protocol

    return service.protocol is Protocol.FILE

"""From what is known of a service to a client that can ask it."""

from __future__ import annotations

import requests

from ...progress import SILENT, Progress
from .client import Client
from .guard import reading
from .service import Protocol, Service


def open_client(session: requests.Session, service: Service, ags: str, progress: Progress = SILENT) -> Client:
    """Open one layer of a service: ask for its capabilities, or what the protocol has instead.

    Parameters
    ----------
    session : requests.Session
    service : Service
    ags : str
        Municipality, for filters.
    progress : Progress

    Raises
    ------
    Canceled, EnactError
        `source_…` of the way, `service_…` of the answer; ``service_layer_unknown`` where the service has no layer of
        that name; ``service_unreadable``, also of what the client does then.
    """
    if service.protocol is Protocol.WFS:
        from .wfs import open_wfs as opened
    elif service.protocol is Protocol.ARCGIS:
        from .arcgis import open_arcgis as opened
    elif service.protocol is Protocol.OGCAPI:
        from .ogcapi import open_ogcapi as opened
    elif service.protocol is Protocol.OVERPASS:
        from .overpass import open_overpass as opened
    elif service.protocol is Protocol.LOD2:
        from .lod2 import open_lod2 as opened
    else:
        from .download import open_download as opened
    with reading(service):
        return opened(session, service, ags, progress)

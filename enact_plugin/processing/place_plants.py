"""Points for plants by their published address, from the layers of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .inputs import read_if_present, stored_source, with_rights_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from ..errors import Finding
    from ..layers.workspace import Workspace
    from ..outcome import Source


def match_addresses(
    workspace: Workspace, plants: GeoDataFrame
) -> tuple[GeoDataFrame, tuple[Finding, ...], tuple[str, ...]]:
    """Set plants without usable coordinates to their published address.

    Parameters
    ----------
    workspace : Workspace
    plants : GeoDataFrame, shape (n,)
        Layer `plants` in the workspace's CRS, as read or as stored.

    Returns
    -------
    plants : GeoDataFrame, shape (n,)
        With location_kind, address_confidence and address_source of the plants concerned.
    findings : tuple of Finding
    inputs : tuple of str
        Layers that were looked into, or looked for: the plants are out of date when one of them changes. None where
        no plant needs an address.
    """
    from ..register.location.at_addresses import ADDRESS, SOURCES, place_at_addresses, to_be_placed

    if not to_be_placed(plants).any():
        return place_at_addresses(plants, {}).frame, (), ()
    layers = {name: read_if_present(workspace, name, ADDRESS) for name in SOURCES}
    placed = place_at_addresses(plants, {name: frame for name, frame in layers.items() if frame is not None})
    return placed.frame, placed.findings, placed.asked


def with_rights_of_places(workspace: Workspace, plants: GeoDataFrame, source: Source) -> Source:
    """`source` with the rights of the layers whose points the plants have: those of OpenStreetMap go with them.

    Parameters
    ----------
    workspace : Workspace
    plants : GeoDataFrame, shape (n,)
        As `match_addresses` returns them.
    source : Source
        Of the register.
    """
    used = sorted(plants["address_source"].dropna().unique())
    return with_rights_of(source, *(stored_source(workspace, name) for name in used))

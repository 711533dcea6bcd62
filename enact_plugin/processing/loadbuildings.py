"""enact:loadbuildings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from . import online_parameters, parameters
from .base import EnactAlgorithm, Group, Job, Texts

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..outcome import Outcome

PLACE_KEY = "xy_"  # begins the key that `stock` makes of a building's place


def own_form(fields: dict[str, tuple[str, ...]]) -> str:
    """Kind of building data that is read by rules of its own, so that no mapping is needed; empty for any other.

    Parameters
    ----------
    fields : dict of str to tuple of str
        The source's fields, each with some of its values.
    """
    import pandas as pd

    from ..stock.detect import BuildingKind, detect_kind

    sample = pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in fields.items()})
    kind = detect_kind(fields, sample).kind
    return "" if kind is BuildingKind.AUTO else kind.value


class LoadBuildings(EnactAlgorithm):
    """Buildings of any source into `buildings`."""

    ID = "loadbuildings"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("BUILDINGS",)
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load buildings"),
            self.tr(
                "Loads buildings from LoD2 surfaces, ALKIS outlines, OpenStreetMap or any polygon layer, or from the "
                "services of the municipality."
            ),
            self.tr(
                "Writes the layer 'buildings': one row per building with use, storeys, height, age and address as "
                "far as the source tells them, and for each of them where it comes from. Building parts of LoD2 are "
                "merged, invalid rings repaired, repeated objects counted once. What the source does not tell stays "
                "empty. Without a layer or file the services that are known for the municipality are asked; its "
                "boundary must be in the workspace or given."
            ),
            "Gebäude, ALKIS, LoD2, OSM, OpenStreetMap, Hausumringe",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Layer, its kind, mapping, boundary, workspace."""
        return [
            parameters.any_source(
                "INPUT",
                self.tr("Buildings (layer or file)"),
                self.tr("Polygons of the buildings, in any CRS. Left empty, the services are asked."),
                optional=True,
            ),
            *online_parameters.source(("buildings",)),
            parameters.choice(
                "KIND",
                self.tr("Kind of building data"),
                {
                    "auto": self.tr("Recognised by the fields"),
                    "lod2_surfaces": self.tr("LoD2 (shape delivery of GeoSN)"),
                    "alkis": self.tr("ALKIS"),
                    "osm": self.tr("OpenStreetMap"),
                    "mapped": self.tr("Another layer, with the mapping below"),
                },
                "auto",
                self.tr(
                    "auto recognises the kind from the fields. lod2_surfaces: shape delivery of GeoSN. alkis: outlines "
                    "with function code. osm: OpenStreetMap tags. mapped: any layer, with the mapping below."
                ),
            ),
            parameters.mapping(own_form),
            parameters.boundary(),
            *parameters.origin(),
            parameters.workspace(),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse a file and a service at once, and neither where a file is wanted."""
        online_parameters.check(self, parameters, context)
        super().check(parameters, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the layer in the workspace's CRS and make one table of it."""
        from ..stock.buildings import read_buildings
        from ..stock.detect import BuildingKind
        from .areas import PART_MARGIN_M, area_of
        from .mappings import given_mapping, remember_mapping, said_mapping
        from .online import only_delivery, told_as_nothing

        workspace = job.workspace()
        area = area_of(job, workspace)
        delivery = only_delivery(job, workspace, "buildings", area)
        # parts of a building may lie beyond the box of the boundary; they are merged before the rest is left out
        read = delivery.read(workspace, area.bounds_with(PART_MARGIN_M))
        kind = BuildingKind(job.choice("KIND"))
        mapping = said_mapping(job, workspace, "buildings", read.fields, delivery.mapping)
        if given_mapping(job).fields or (mapping.fields and kind is BuildingKind.AUTO):
            kind = BuildingKind.MAPPED
        with told_as_nothing(delivery, "buildings_none_inside"):
            outcome = read_buildings(
                read.frame,
                kind,
                # taken as it is: what it does not name stays empty
                mapping=json.loads(mapping.to_json()) if kind is BuildingKind.MAPPED else None,
                boundary=area.geometry,
                progress=job.progress.part(0.4, 0.7),
            )
        outcome = _with_known_keys(read.complete(outcome), workspace)
        row = job.store(workspace, "buildings", outcome, area.inputs, job.progress.part(0.7, 1.0))
        remember_mapping(job, workspace, "buildings", read.fields)
        return {"WORKSPACE": str(workspace.path), "BUILDINGS": row.rows}


def _with_known_keys(outcome: Outcome, workspace: Workspace) -> Outcome:
    """Buildings without a key of the source keep the one they got when they were loaded before."""
    from ..errors import Finding, Severity
    from ..layers.keys import KeyRule, keep_keys
    from .inputs import read_if_present

    made = outcome.frame["building_id"].str.startswith(PLACE_KEY)
    stored = read_if_present(workspace, "buildings") if made.any() else None
    if stored is None:
        return outcome
    frame, kept = keep_keys(outcome.frame, KeyRule("building_id"), made, stored)
    values = {"rows": kept, "column": "building_id"}
    notes = (Finding("key_kept", severity=Severity.NOTE, values=values),) if kept else ()
    return replace(outcome, frame=frame, findings=(*outcome.findings, *notes))

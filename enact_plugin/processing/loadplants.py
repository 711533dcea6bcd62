"""enact:loadplants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts

if TYPE_CHECKING:
    from ..outcome import Outcome
    from .inputs import Used


class LoadPlants(EnactAlgorithm):
    """Register of energy plants into `plants` and `plants_by_area`."""

    ID = "loadplants"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("UNITS", "UNLOCATED_UNITS")
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load plants (Marktstammdatenregister)"),
            self.tr("Loads the units of the register of energy plants for one municipality."),
            self.tr(
                "Reads the units of one municipality from a file of the Marktstammdatenregister and writes the "
                "layers 'plants' (one row per unit) and 'plants_by_area' (sums per municipality, postcode and "
                "district). Units of up to 30 kW have no published place: they stay rows without a point and are "
                "counted, never drawn at an invented place. Implausible values are marked, not deleted."
            ),
            "MaStR, Marktstammdatenregister, PV, Wind, KWK, Biomasse, Speicher, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Form of the file, the file, municipality, districts, workspace."""
        return [
            parameters.choice(
                "SOURCE",
                self.tr("Form of the register data"),
                ["csv", "json"],
                "csv",
                self.tr(
                    "csv: download of the extended unit overview (Erweiterte Einheitenübersicht) as CSV. json: saved "
                    "answers of the public JSON endpoint, one file or a folder of pages."
                ),
            ),
            parameters.file(
                "FILE",
                self.tr("File"),
                self.tr("The downloaded CSV file, or one saved answer of the endpoint."),
                optional=True,
            ),
            parameters.advanced(
                parameters.folder(
                    "FOLDER",
                    self.tr("Folder of saved pages (json)"),
                    self.tr("Instead of one file: a folder with all pages of the answer."),
                )
            ),
            parameters.ags(),
            parameters.any_source(
                "DISTRICTS",
                self.tr("Districts"),
                self.tr("Polygons for the sums per district; without them the districts in the workspace."),
                optional=True,
            ),
            parameters.date_order(),
            parameters.workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the register, place the units, sum them by area."""
        from dataclasses import replace

        from ..layers.frames import reproject
        from .areas import area_of
        from .inputs import optional_layer, stored_layer

        workspace = job.workspace_of_ags()
        area = area_of(job, workspace)
        outcome = self._read(job, workspace.ags, area.in_crs("EPSG:4326"))
        plants = outcome.frame.set_geometry(reproject(outcome.frame.geometry, workspace.crs))
        # the municipality decides which places are outside of it
        row = job.store(
            workspace,
            "plants",
            replace(outcome, frame=plants),
            area.inputs,
            job.progress.part(0.5, 0.8),
        )
        areas = {
            "municipality": stored_layer(workspace, "municipality"),
            "districts": optional_layer(job, "DISTRICTS", workspace, "districts"),
            "postcodes": stored_layer(workspace, "postcodes"),
        }
        sums, inputs = _summed(replace(outcome, frame=plants), areas)
        job.store(workspace, "plants_by_area", sums, inputs, job.progress.part(0.9, 1.0))
        return {
            "WORKSPACE": str(workspace.path),
            "UNITS": row.rows,
            "UNLOCATED_UNITS": int(plants.geometry.isna().sum()),
        }

    def _read(self, job: Job, ags: str, boundary: Any) -> Any:
        from ..fields.dates import DateOrder
        from ..register.csv import read_csv
        from ..register.endpoint_json import read_json

        if not job.given("FILE") and not job.given("FOLDER"):
            raise EnactError("register_file_not_given")
        path = job.file("FILE" if job.given("FILE") else "FOLDER")
        progress = job.progress.part(0.0, 0.5)
        if job.choice("SOURCE") == "json":
            return read_json(path, ags, boundary=boundary, progress=progress)
        order = DateOrder(job.choice("DATE_ORDER"))
        return read_csv(path, ags, date_order=order, boundary=boundary, progress=progress)


def _summed(plants: Outcome, areas: Mapping[str, Used | None]) -> tuple[Outcome, tuple[str, ...]]:
    """Sums by area with the rights of the areas whose polygons they hold, and the layers they were made from."""
    from dataclasses import replace

    from ..register.areas import plants_by_area
    from .inputs import with_rights_of

    frames = {name: used.frame if used else None for name, used in areas.items()}
    sums = plants_by_area(plants.frame, **frames)
    used = [layer for layer in areas.values() if layer is not None and len(layer.frame)]
    source = with_rights_of(plants.source, *(layer.source for layer in used))
    findings = (*sums.findings, *(finding for layer in used for finding in layer.findings))
    # one that is not there counts too: when it comes, the sums lack it; a file is not of the workspace
    inputs = ("plants", *(name for name, layer in areas.items() if layer is None or layer.layer))
    return replace(sums, source=source, findings=findings), inputs

"""enact:loadplants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..errors import EnactError, Finding, Severity
from ..layers.messages import step
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_parameter
from .register_forms import AUTO, BULK, CSV, JSON, ONLINE, OPEN_MASTR, WEB

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..outcome import Outcome

GAS = "gas_plants"


class LoadPlants(DayAlgorithm):
    """Register of energy plants into `plants` and what is made of them, and into `gas_plants`."""

    ID = "loadplants"
    GROUP = Group.LOAD
    FILES = ("WORKSPACE",)
    NUMBERS = ("UNITS", "UNLOCATED_UNITS", "GAS_UNITS")
    REPLACES = True
    DAYS = ("STATE_DATE",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load plants (Marktstammdatenregister)"),
            self.tr("Loads the units of the register of energy plants for one municipality."),
            self.tr(
                "Reads the units of one municipality from the Marktstammdatenregister, online or from a file, and "
                "writes the layers 'plants' (one row per unit), 'plants_by_area' (sums per municipality, postcode and "
                "district), 'plant_findings' (what is conspicuous), 'plants_history' (what changed since the last "
                "load) and, where the way delivers them, 'gas_plants'. Units of up to 30 kW have no published place: "
                "they stay rows without a point and are counted, never drawn at an invented place. Implausible values "
                "are marked, not deleted; what a planner accepted or corrected stays so."
            ),
            "MaStR, Marktstammdatenregister, PV, Wind, KWK, Biomasse, Speicher, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Form of the data, the file, municipality, districts, workspace."""
        return [
            parameters.choice(
                "SOURCE",
                self.tr("Form of the register data"),
                {
                    AUTO: self.tr("By the file's content; without a file, online"),
                    ONLINE: self.tr("Online from the register, now"),
                    BULK: self.tr("Complete data export (zip)"),
                    CSV: self.tr("Extended unit overview (csv)"),
                    JSON: self.tr("Saved answers of the register (json)"),
                    OPEN_MASTR: self.tr("Tables of open-mastr (csv)"),
                },
                AUTO,
                self.tr(
                    "auto: the file tells by its content; without a file, online. online: the register's public "
                    "interface, asked now. csv: download of the extended unit overview (Erweiterte "
                    "Einheitenübersicht). "
                    "json: saved answers of the interface, one file or a folder of pages. open_mastr: tables of the "
                    "program open-mastr, one file or a folder. bulk: the complete data export (Gesamtdatenexport), "
                    "the zip on this computer or its address; without either the newest one, of which only the pieces "
                    "needed are fetched."
                ),
            ),
            parameters.file(
                "FILE",
                self.tr("File"),
                self.tr(
                    "The downloaded file, or the address (https://…) of the complete data export. Left empty, the "
                    "register is asked online."
                ),
                optional=True,
            ),
            parameters.advanced(
                parameters.folder(
                    "FOLDER",
                    self.tr("Folder of saved pages or tables (json, open_mastr), or with the zip (bulk)"),
                    self.tr(
                        "Instead of one file: a folder with all pages of the answer, with all tables, or with the "
                        "zip of the complete data export."
                    ),
                )
            ),
            parameters.ags_or_of_workspace(),
            parameters.any_source(
                "DISTRICTS",
                self.tr("Districts"),
                self.tr("Polygons for the sums per district; without them the districts in the workspace."),
                optional=True,
            ),
            parameters.date_order(),
            *(parameters.advanced(each) for each in self._said_of_file()),
            *(parameters.advanced(each) for each in self._services()),
            parameters.workspace(),
        ]

    def _said_of_file(self) -> list[QgsProcessingParameterDefinition]:
        return [
            day_parameter(
                "STATE_DATE",
                self.tr("State of the data"),
                self.tr(
                    "For files, which do not tell their day: the day of the download, not before their newest entry. "
                    "Left empty: the day of the newest entry. The complete export and the interface tell theirs."
                ),
            ),
            parameters.flag(
                "WHOLE",
                self.tr("The file holds all units of the municipality"),
                self.tr(
                    "Off, a file that lacks many units of earlier states is taken for an excerpt, and none of "
                    "them for deleted. On, what it lacks is gone from the register. The complete export and the "
                    "interface are whole by themselves."
                ),
            ),
            parameters.flag(
                "EXCERPT",
                self.tr("The file is only an excerpt: replace the plants all the same"),
                self.tr(
                    "Off, a file that lacks more than half of the plants in the workspace is refused. On, the layer "
                    "then shows only what the file holds; the history keeps all others, and sums count as incomplete."
                ),
            ),
        ]

    def _services(self) -> list[QgsProcessingParameterDefinition]:
        return [
            parameters.text(
                "ADDRESS",
                self.tr("Address of the register (online, bulk)"),
                self.tr(
                    "Left empty: the public interface, or for bulk the register's download page, as in "
                    "resources/presets/register.json."
                ),
            ),
            parameters.text(
                "GAS_ADDRESS",
                self.tr("Address of the register for gas (online)"),
                self.tr(
                    "Left empty: the public interface; none where another address is given for the plants."
                ),
            ),
            parameters.folder(
                "CACHE",
                self.tr("Folder for what is fetched"),
                self.tr(
                    "The last good answer of the interface and the pieces fetched of the two complete exports used "
                    "last stay here: none is fetched twice, and they are taken, with their date told, when the "
                    "register cannot be asked. Left empty: the cache of this user on this computer."
                ),
            ),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse a file that is said to hold all units and to be an excerpt."""
        super().check(parameters, context)
        if all(self.parameterAsBool(parameters, name, context) for name in ("WHOLE", "EXCERPT")):
            raise EnactError("plants_whole_and_excerpt")

    def checkParameterValues(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """An address may stand where QGIS wants a file."""
        file = self.parameterAsString(parameters, "FILE", context).strip()
        others = {
            name: value
            for name, value in parameters.items()
            if not (name == "FILE" and file.lower().startswith(WEB))
        }
        return super().checkParameterValues(others, context)

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the register, and store what it says."""
        from ..register.location.coverage import COUNTED, unlocated_share
        from .areas import area_of_plants
        from .plant_layers import store_plants
        from .register_sources import read_register, with_state

        workspace = _workspace(job)
        area = area_of_plants(job, workspace)
        register = read_register(job, workspace.ags, area.in_crs("EPSG:4326"), job.progress.part(0.0, 0.5))
        day = self.days(job.parameters)["STATE_DATE"]
        plants = area.noted(register.plants)
        register = replace(register, plants=with_state(plants, day, job.flag("WHOLE")))
        if area.geometry is None:  # a plant in another town would not be noticed
            register = register.noting(Finding("places_not_checked", severity=Severity.NOTE))
        gas = _in_crs(register.gas, workspace.crs)
        if (
            gas is not None
        ):  # they belong to the same load: what stops them stops it before the plants are new
            job.refuse_edited(workspace, GAS, gas)
        row = store_plants(job, workspace, register.plants, area, job.progress.part(0.5, 0.95))
        results = {
            "WORKSPACE": str(workspace.path),
            "UNITS": row.rows,
            "UNLOCATED_UNITS": unlocated_share(workspace.read("plants", only=COUNTED)).units,
            "GAS_UNITS": _store_gas(job, workspace, gas, area.inputs),
        }
        if job.feedback.isCanceled():  # QGIS calls the run failed whatever it did
            job.feedback.pushInfo(step("canceled_too_late"))
        return results


def _workspace(job: Job) -> Workspace:
    """Workspace of the municipality that AGS names; without it, of the one that it holds.

    Raises
    ------
    EnactError
        ``ags_not_given``, and those of `Job.workspace_of_ags`.
    """
    if job.given("AGS"):
        return job.workspace_of_ags()
    try:
        workspace = job.existing_workspace()
    except EnactError as error:
        if error.code != "workspace_missing":
            raise
        raise EnactError("ags_not_given", path=job.text("WORKSPACE")) from error
    if not workspace.ags:
        raise EnactError("ags_not_given", path=str(workspace.path))
    job.feedback.pushInfo(step("ags_of_workspace", ags=workspace.ags, name=workspace.name))
    return workspace


def _in_crs(gas: Outcome | None, crs: str) -> Outcome | None:
    from ..layers.frames import reproject

    return gas and replace(gas, frame=gas.frame.set_geometry(reproject(gas.frame.geometry, crs)))


def _store_gas(job: Job, workspace: Workspace, gas: Outcome | None, inputs: tuple[str, ...]) -> int:
    """Store the gas units and count those there are: a way that says nothing of gas leaves those of an earlier load."""
    if gas is not None:
        # the plants are new by now: a cancel would leave a load that is half done
        return job.store(workspace, GAS, gas, inputs, job.progress.to_the_end().part(0.95, 1.0)).rows
    row = workspace.provenance(GAS)
    if row is None:
        return 0
    job.feedback.pushInfo(step("gas_kept", count=row.rows, source=row.source))
    return row.rows

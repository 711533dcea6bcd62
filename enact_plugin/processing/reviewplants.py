"""enact:reviewplants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterPoint,
)

from ..errors import EnactError
from ..reference.tables import rows
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .review import ALL, Statement

if TYPE_CHECKING:
    from ..layers.workspace import Workspace

_SEPARATORS = re.compile(r"[\s,;]+")
MOST_UNITS = 500  # at once from a layer; more is a layer of which nothing was selected
COORDINATES = "coordinates"
ACTIONS = ("accept", "correct", "withdraw")


class ReviewPlants(EnactAlgorithm):
    """A planner accepts a finding or corrects a value, with name, date and reason."""

    ID = "reviewplants"
    GROUP = Group.REGISTER
    FILES = ("WORKSPACE",)
    NUMBERS = ("UNITS", "EDITS", "OPEN_FINDINGS")
    REPLACES = True

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Review plants (accept or correct)"),
            self.tr("Accepts findings on plants of the register, or corrects a value of theirs."),
            self.tr(
                "accept: the finding was looked at and is right as it is; it moves to 'findings accepted' and comes "
                "back when the values it is about change. correct: the value entered holds from now on, on the map and "
                "in every sum; the register's own stays beside it (original_values). withdraw: what was said before "
                "no longer holds; without field and finding, everything said of these units. Each of these is kept in "
                "the workspace with name, date and reason, and is applied again whenever the register is loaded; when "
                "the register takes the value over, the run says so. Values are checked: numbers as 4,85 or 4.85, days "
                "as 24.12.2025, coordinates as 51.34, 12.37 or by a point on the map. A field is emptied only by the "
                "word leer; energy carrier, status, gross and net power, coordinates and feeds_network never are. "
                "Places can be corrected where the register publishes one; those of small private plants stay unknown."
            ),
            "MaStR, Marktstammdatenregister, Auffälligkeiten, Plausibilität, Berichtigung, Korrektur, prüfen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return workspace, units, what is said of them, and why."""
        return [
            parameters.existing_workspace(),
            parameters.choice(
                "ACTION",
                self.tr("What to do"),
                list(ACTIONS),
                "accept",
                self.tr("accept: accept a finding. correct: correct a value. withdraw: take it back."),
            ),
            parameters.text(
                "UNITS",
                self.tr("MaStR numbers of the units"),
                self.tr("One or several, with a space, comma or semicolon between: SEE900000000001."),
            ),
            parameters.any_source(
                "SELECTION",
                self.tr("or: units selected in a layer"),
                self.tr(
                    "Layer of the plants or of the findings, with 'Selected features only' ticked: the units selected "
                    "there, instead of their numbers."
                ),
                optional=True,
            ),
            parameters.choice(
                "FINDING",
                self.tr("Finding (accept, withdraw)"),
                [ALL, *_findings()],
                ALL,
                self.tr("all: every open finding of these units."),
            ),
            parameters.optional_choice(
                "FIELD",
                self.tr("Field (correct, withdraw)"),
                _fields(),
                self.tr(
                    "Field to correct. coordinates: the place. feeds_network: whether the plant feeds a heat network, "
                    "which the register does not know."
                ),
            ),
            parameters.text(
                "VALUE",
                self.tr("Correct value"),
                self.tr(
                    "Numbers may have a unit behind them (4 MW); yes or no for feeds_network; energy carrier and "
                    "status by their German name or code; leer for a field that is to be empty."
                ),
            ),
            parameters.helped(
                QgsProcessingParameterPoint("POINT", self.tr("or: correct place on the map"), optional=True),
                self.tr("For the field coordinates, instead of a value."),
            ),
            parameters.text(
                "REASON",
                self.tr("Reason"),
                self.tr("Why: for instance 'rating plate seen on site, 31.08.2026'. It goes with an export."),
                optional=False,
            ),
            parameters.advanced(
                parameters.text(
                    "AUTHOR",
                    self.tr("Name of the reviewer"),
                    self.tr("Without it, the login name. It stays in the workspace and goes into no export."),
                )
            ),
        ]

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Ask for the reason in our words, before QGIS does in its own."""
        super().check(parameters, context)
        if not self.parameterAsString(parameters, "REASON", context).strip():
            raise EnactError("edit_reason_missing")

    def compute(self, job: Job) -> dict[str, Any]:
        """Check what is said, keep it, and make the layers of the plants anew."""
        from ..layers.edits import add_edits, edits
        from ..layers.messages import step
        from ..register.review.registered import as_registered
        from .areas import area_of
        from .plant_layers import FINDINGS, PLANTS, SUMS, refresh_plants, stored_plants, told_before
        from .review import edits_of

        workspace = job.existing_workspace()
        for layer in (PLANTS, FINDINGS):
            job.refuse_edit_mode(workspace, layer)
        job.refuse_edited(workspace, SUMS)
        area = area_of(job, workspace)
        now = stored_plants(workspace, job.progress.part(0.0, 0.2))
        statement = self._statement(job)
        before = as_registered(now.plants, now.degrees)
        added = edits_of(statement, before, now, edits(workspace, PLANTS), told_before(workspace))
        add_edits(workspace, added)
        units = tuple(dict.fromkeys(edit.key for edit in added))
        job.feedback.pushInfo(step("edits_kept", count=len(added), units=len(units)))
        others = [unit for unit in units if unit not in statement.units]
        if others:
            job.feedback.pushInfo(step("edits_of_plant", ids=", ".join(others)))
        # what was said is kept: the layers follow it
        refresh_plants(job, workspace, before, area, job.progress.part(0.2, 1.0).to_the_end(), units)
        return {
            "WORKSPACE": str(workspace.path),
            "UNITS": len(units),
            "EDITS": len(added),
            "OPEN_FINDINGS": _open_findings(workspace),
        }

    def _statement(self, job: Job) -> Statement:
        """What was entered."""
        field = job.choice("FIELD") if job.given("FIELD") else ""
        value = job.text("VALUE")
        if job.given("POINT") and not value and field in ("", COORDINATES):
            field = COORDINATES
            degrees = QgsCoordinateReferenceSystem("EPSG:4326")
            point = self.parameterAsPoint(job.parameters, "POINT", job.context, degrees)
            value = f"{point.y():.7f} {point.x():.7f}"
        return Statement(
            action=job.choice("ACTION"),
            units=_units(job),
            finding=job.choice("FINDING") or ALL,
            field=field,
            value=value,
            author=job.text("AUTHOR") or QgsApplication.userLoginName(),
            reason=job.text("REASON"),
        )


def _fields() -> list[str]:
    """Fields that may be corrected; of the table itself, for the register's rooms need packages that may be missing."""
    return [row["field"] for row in rows("plant_corrections") if row["parameter"] == "correctable"]


def _findings() -> list[str]:
    return list(dict.fromkeys(row["finding"] for row in rows("plausibility")))


def _units(job: Job) -> tuple[str, ...]:
    """MaStR numbers entered or selected, each once."""
    units = [unit.upper() for unit in _SEPARATORS.split(job.text("UNITS")) if unit]
    source = job.source("SELECTION")
    if source is not None:
        if source.fields().indexOf("mastr_id") < 0:
            raise EnactError("edit_selection_other_layer", layer=source.sourceName())
        if source.featureCount() > MOST_UNITS:
            raise EnactError("edit_selection_too_many", count=source.featureCount(), high=MOST_UNITS)
        units += [str(row["mastr_id"]) for row in source.getFeatures() if row["mastr_id"]]
    return tuple(dict.fromkeys(units))


def _open_findings(workspace: Workspace) -> int:
    from .inputs import read_if_present
    from .plant_layers import FINDINGS

    frame = read_if_present(workspace, FINDINGS)
    return 0 if frame is None else int((frame["state"] == "open").sum())

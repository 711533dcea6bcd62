"""enact:reviewplants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterPoint,
)

from ..errors import EnactError
from ..layers.messages import column_titles, finding_titles
from ..reference.columns import columns
from ..reference.tables import rows
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .plain_values import plain_value
from .review import ALL, Statement

_SEPARATORS = re.compile(r"[\s,;]+")
MOST_UNITS = 500  # at once from a layer; more is a layer of which nothing was selected
COORDINATES = "coordinates"


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
                "Accept (accept): the finding was looked at and is right as it is; it moves to 'findings accepted' and "
                "comes back when the values it is about change. Correct (correct): the value entered holds from now "
                "on, on the map and in every sum; the register's own stays beside it. What a CHP plant or a store "
                "states holds for all its units, those of later loads too. Withdraw (withdraw): what was said before "
                "no longer holds; without field and finding, everything said of these units. Each of these is kept in "
                "the workspace with name, date and reason, and is applied again whenever the register is loaded; when "
                "the register takes the value over, the run says so. Values are checked: numbers as 4,85 or 4.85, days "
                "as 24.12.2025, coordinates as 51.34, 12.37 or by a point on the map. A field is emptied only by the "
                "word leer; energy carrier, status, gross and net power, the place and whether the plant feeds a "
                "network never are. The log names each unit with its value before and after. "
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
                {
                    "accept": self.tr("Accept: the value is right as it is"),
                    "correct": self.tr("Correct a value"),
                    "withdraw": self.tr("Withdraw what was said before"),
                },
                None,
                self.tr("To be chosen. In scripts: accept, correct, withdraw."),
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
                    "there, instead of their numbers. A whole layer of several units is refused."
                ),
                optional=True,
            ),
            parameters.choice(
                "FINDING",
                self.tr("Finding (to accept or to withdraw)"),
                {ALL: self.tr("all open findings"), **{code: finding_titles(code) for code in _findings()}},
                ALL,
                self.tr(
                    "Without a choice every open finding of these units. In scripts: all, or the finding's id."
                ),
            ),
            parameters.optional_choice(
                "FIELD",
                self.tr("Field (needed to correct)"),
                {name: _field_title(name) for name in _fields()},
                self.tr(
                    "Field to correct, or to withdraw. Whether a plant feeds a heat network the register does not "
                    "know. In scripts the column's name: gross_kw, feeds_network, coordinates for the place."
                ),
            ),
            parameters.text(
                "VALUE",
                self.tr("Correct value (needed to correct)"),
                self.tr(
                    "Numbers may have a unit behind them (4 MW); yes or no for feeding a network; energy carrier and "
                    "status by their German name or code; leer for a field that is to be empty."
                ),
            ),
            parameters.helped(
                QgsProcessingParameterPoint("POINT", self.tr("or: correct place on the map"), optional=True),
                self.tr("For the coordinates, instead of a value."),
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
        """Ask for what to do and for the reason in our words, before QGIS does in its own."""
        if not plain_value(parameters.get("ACTION")):
            raise EnactError("edit_action_missing")
        super().check(parameters, context)
        if not self.parameterAsString(parameters, "REASON", context).strip():
            raise EnactError("edit_reason_missing")

    def compute(self, job: Job) -> dict[str, Any]:
        """Check what is said, keep it, and make the layers of the plants anew."""
        from ..layers.edits import add_edits, edits
        from ..layers.messages import step
        from ..register.review.registered import as_registered
        from .areas import area_of_plants
        from .plant_layers import FINDINGS, PLANTS, SUMS, refresh_plants, stored_plants, told_before
        from .review import edits_of
        from .review_log import changes, tell_open

        workspace = job.existing_workspace()
        for layer in (PLANTS, FINDINGS):
            job.refuse_edit_mode(workspace, layer)
        job.refuse_edited(workspace, SUMS)
        area = area_of_plants(job, workspace)
        now = stored_plants(workspace, job.progress.part(0.0, 0.2))
        statement = self._statement(job)
        before = as_registered(now.plants, now.degrees)
        added = edits_of(statement, before, now, edits(workspace, PLANTS), told_before(workspace))
        add_edits(workspace, added)
        units = tuple(dict.fromkeys(edit.key for edit in added))
        job.feedback.pushInfo(step("edits_kept", count=len(added), units=len(units)))
        # what was said is kept: the layers follow it
        refresh_plants(job, workspace, before, area, job.progress.part(0.2, 1.0).to_the_end(), units)
        for line in changes(added, now, before, lambda: workspace.read(PLANTS)):  # last, where they are seen
            job.feedback.pushInfo("  " + line)
        others = [unit for unit in units if unit not in statement.units]
        if others:
            job.feedback.pushInfo(step("edits_of_plant", ids=", ".join(others)))
        findings = workspace.read(FINDINGS)
        tell_open(job, added, findings, now)
        return {
            "WORKSPACE": str(workspace.path),
            "UNITS": len(units),
            "EDITS": len(added),
            "OPEN_FINDINGS": int((findings["state"] == "open").sum()),
        }

    def _statement(self, job: Job) -> Statement:
        """What was entered."""
        from ..fields.numbers import Decimal

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
            # who reads German writes a decimal comma; an English QGIS tells nothing of who sits before it
            decimal=Decimal.COMMA if QgsApplication.locale().startswith("de") else None,
        )


def _fields() -> list[str]:
    """Fields that may be corrected; of the table itself, for the register's rooms need packages that may be missing."""
    return [row["field"] for row in rows("plant_corrections") if row["parameter"] == "correctable"]


def _field_title(name: str) -> str:
    """Field as the dialog names it, with its unit."""
    unit = next((column.unit for column in columns("plants") if column.name == name), "")
    return column_titles(name) + (f" [{unit}]" if unit else "")


def _findings() -> list[str]:
    return list(dict.fromkeys(row["finding"] for row in rows("plausibility")))


def _units(job: Job) -> tuple[str, ...]:
    """MaStR numbers entered or selected, each once."""
    named = [unit.upper() for unit in _SEPARATORS.split(job.text("UNITS")) if unit]
    if named and not _is_selection(job.raw("SELECTION")):
        return tuple(dict.fromkeys(named))
    return tuple(dict.fromkeys([*named, *_selected(job)]))


def _selected(job: Job) -> list[str]:
    """MaStR numbers of the rows selected in a layer."""
    source = job.source("SELECTION")
    if source is None:
        return []
    if source.fields().indexOf("mastr_id") < 0:
        raise EnactError("edit_selection_other_layer", layer=source.sourceName())
    if source.featureCount() > MOST_UNITS:
        raise EnactError("edit_selection_too_many", count=source.featureCount(), high=MOST_UNITS)
    units = dict.fromkeys(str(row["mastr_id"]) for row in source.getFeatures() if row["mastr_id"])
    if len(units) > 1 and not _is_selection(job.raw("SELECTION")):
        raise EnactError("edit_selection_whole_layer", count=len(units), layer=source.sourceName())
    return list(units)


def _is_selection(value: Any) -> bool:
    """Whether only some rows of a layer are meant: those selected, or those of an expression."""
    return isinstance(value, QgsProcessingFeatureSourceDefinition) and (
        value.selectedFeaturesOnly or bool(getattr(value, "filterExpression", ""))
    )

"""enact:loadconsumption."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

from ..layers.messages import is_german, step
from ..reference.values import values
from . import parameters
from .base import Job, Texts
from .deliveries import lawful_outcome, mapped_rows, unmatched_outcome
from .heat_step import HeatStep, Taken

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..fields.mapping import Mapping
    from ..heat.metered.tables import Delivery
    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from .inputs import Read

LAYER, UNMATCHED = "consumption", "consumption_unmatched"
NAMED = "named"  # the unit that the field's name or its mapping tells
_UNITS = {"kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "m3": "m³"}
_VALUES = {"consumption_kwh_a": "value", **{f"consumption_{n}_kwh_a": f"value_{n}" for n in (1, 2, 3)}}


class LoadConsumption(HeatStep):
    """Metered gas and heat into `consumption`."""

    ID = "loadconsumption"
    NUMBERS = ("ROWS", "REFUSED", "WITHOUT_BUILDING")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load metered consumption"),
            self.tr(
                "Loads gas and heat as suppliers may deliver them: by address, group of addresses, or block."
            ),
            self.tr(
                "Writes the table 'consumption': one row per delivery, for an address, a group of addresses "
                "('Musterstr. 1–9') or a block, as the mean of up to three years in kWh of the lower heating value, "
                "with unit, calorific basis and climate factor as delivered. Consumption of single-family houses may "
                "be collected only for at least five house numbers together (WPG, annex 1): rows below are refused, "
                "counted, and not stored. Deliveries or parts of them that match no building are listed in the table "
                "'consumption_unmatched'. 'Heat demand of buildings' (enact:heatdemand) then scales its model to the "
                "totals: that of a group holds for the group and is never one building's figure. A second file of "
                "another energy carrier is added to the first; one of the same carrier takes its place."
            ),
            "Verbrauch, Gas, Fernwärme, gemessen, Zähler, Versorger, Netzbetreiber, WPG, Anlage 1",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Table, unit, calorific basis, carrier, climate factor, mapping, origin, workspace."""
        return [
            parameters.any_source(
                "INPUT",
                self.tr("Deliveries (table or file)"),
                self.tr(
                    "One row per address, group of addresses or block, with the consumption of up to three years."
                ),
            ),
            parameters.choice(
                "UNIT",
                self.tr("Unit of the consumption"),
                {NAMED: self.tr("As the field's name says, else kWh"), **_UNITS},
                NAMED,
                self.tr("Of all years. Cubic metres need the calorific value below."),
            ),
            parameters.choice(
                "CALORIFIC",
                self.tr("Calorific basis of gas"),
                {value.code: value.label("de" if is_german() else "en") for value in values("calorific")},
                "unknown",
                self.tr("Gas is billed in the upper heating value; unknown counts as that."),
            ),
            parameters.optional_choice(
                "CARRIER",
                self.tr("Energy carrier"),
                {
                    value.code: value.label("de" if is_german() else "en")
                    for value in values("heat_carrier")
                    if value.code in ("natural_gas", "heat_network", "lpg", "biomethane", "hydrogen")
                },
                self.tr("Of rows that do not say it."),
            ),
            _number(
                "CLIMATE_FACTOR",
                self.tr("Climate factor"),
                self.tr(
                    "Of the years' mean, around 1; for the postcode, as the weather service publishes it. Left "
                    "empty, nothing is corrected."
                ),
            ),
            parameters.advanced(
                _number(
                    "KWH_M3",
                    self.tr("Calorific value × gas law factor (kWh/m³)"),
                    self.tr("For deliveries in cubic metres; the supplier prints both on the bill."),
                )
            ),
            parameters.mapping(),
            *parameters.origin(),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read, bring to kWh, match, refuse what may not be collected, store."""
        from ..heat.metered.members import match_members
        from ..heat.metered.minimum import house_kinds, keep_lawful
        from ..heat.metered.tables import consumption_rows, doubt_findings, doubts
        from .inputs import read_source
        from .mappings import mapping_for, remember_mapping

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        stock = taken.need("building_stock", ("building_id", "use", "house_type", "floor_area_m2"))
        addresses, blocks = taken.need("building_addresses"), taken.have("building_blocks")
        read = read_source(job, "INPUT", workspace)
        mapping = mapping_for(job, workspace, LAYER, read.fields)
        delivered, raw = _delivered(read, mapping, job.choice("UNIT"))
        rows = consumption_rows(raw, _delivery(job))
        members = match_members(rows.rows, addresses, blocks)
        lawful = keep_lawful(
            rows.rows, members, house_kinds(stock.rename(columns={"house_type": "building_type"}))
        )
        doubtful = doubt_findings(
            doubts(lawful.rows, members, stock.set_index("building_id")["floor_area_m2"])
        )
        dropped = {
            "metered_unusable": len(rows.refused),
            "metered_below_minimum": len(rows.rows) - len(lawful.rows),
        }
        outcome = lawful_outcome(delivered, LAYER, lawful.rows, dropped, read)
        findings = (*rows.findings, *lawful.findings, *members.findings, *doubtful)
        outcome = replace(
            outcome,
            merged=rows.merged,
            findings=(*outcome.findings, *findings),
            assumptions=(*outcome.assumptions, *rows.assumptions),
        )
        stored = taken.put(
            LAYER, _beside_others(outcome, workspace), job.progress.part(0.6, 0.9), edits_count=True
        )
        unmatched = unmatched_outcome(members.unmatched, "consumption_id", outcome)
        taken.put(UNMATCHED, unmatched, job.progress.part(0.9, 1.0))
        remember_mapping(job, workspace, LAYER, read.fields)
        job.feedback.pushInfo(step("consumption_next"))
        return {
            "WORKSPACE": str(workspace.path),
            "ROWS": stored,
            "REFUSED": len(lawful.refused),
            "WITHOUT_BUILDING": len(unmatched.frame),
        }


def _number(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Double
    return parameters.helped(QgsProcessingParameterNumber(name, description, kind, optional=True), help_)


def _delivered(read: Read, mapping: Mapping, unit: str) -> tuple[Outcome, DataFrame]:
    """Rows under our names, with the account of the mapping; and with the names that the metered room reads.

    Where the planner names the unit, the figures stay as delivered; else the unit in the name of a field, or the
    factor of the mapping, has brought them to kWh.
    """
    if unit != NAMED:
        entries = tuple(
            replace(entry, factor=1.0) if entry.target in _VALUES else entry for entry in mapping.fields
        )
        mapping = replace(mapping, fields=entries)
    mapped, frame = mapped_rows(read, LAYER, mapping)
    return mapped, frame.rename(columns=_VALUES)


def _delivery(job: Job) -> Delivery:
    """What the planner says of the delivery as a whole."""
    from ..heat.metered.tables import Delivery

    def number(name: str) -> float | None:
        return job.number(name) if job.given(name) else None

    return Delivery(
        unit=_UNITS.get(job.choice("UNIT"), "kWh"),
        calorific=job.choice("CALORIFIC"),
        heat_carrier=job.choice("CARRIER") if job.given("CARRIER") else "unknown",
        climate_factor=number("CLIMATE_FACTOR"),
        kwh_m3=number("KWH_M3"),
    )


def _beside_others(outcome: Outcome, workspace: Workspace) -> Outcome:
    """Deliveries of other energy carriers that are there already stay."""
    from ..reference.kinds import layer_kind
    from .inputs import read_if_present, with_other_parts

    return with_other_parts(outcome, workspace, layer_kind(LAYER), read_if_present(workspace, LAYER))

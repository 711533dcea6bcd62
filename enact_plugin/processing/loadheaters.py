"""enact:loadheaters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ..layers.messages import step
from . import parameters
from .base import Job, Texts
from .deliveries import lawful_outcome, mapped_rows, unmatched_outcome
from .heat_step import HeatStep, Taken

LAYER, UNMATCHED = "heaters", "heaters_unmatched"
KEY = "heater_id"


class LoadHeaters(HeatStep):
    """Heaters of the chimney sweeps into `heaters`."""

    ID = "loadheaters"
    NUMBERS = ("ROWS", "REFUSED", "WITHOUT_BUILDING")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Load heaters"),
            self.tr(
                "Loads the heaters that chimney sweeps deliver by address, group of addresses, or block."
            ),
            self.tr(
                "Writes the table 'heaters': kind, energy carrier, rated heat output and year of the heaters of an "
                "address, a group of addresses ('Musterstr. 1–5') or a block. Heaters of single-family houses may be "
                "collected only for at least three house numbers together (WPG, annex 1): rows below are refused, "
                "counted, and not stored. Deliveries or parts of them that match no building are listed in the table "
                "'heaters_unmatched'. 'Heat demand of buildings' (enact:heatdemand) then takes the carriers of these "
                "buildings from the mix of their group by rated output instead of from the census; 'Heat density' "
                "counts the heaters by block."
            ),
            "Feuerstätten, Heizkessel, Schornsteinfeger, Kehrbuch, Wärmeerzeuger, WPG, Anlage 1",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Table, mapping, origin, workspace."""
        return [
            parameters.any_source(
                "INPUT",
                self.tr("Deliveries (table or file)"),
                self.tr("One row per heater, or per kind of heater with their number."),
            ),
            parameters.mapping(),
            *parameters.origin(),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read, match, refuse what may not be collected, store."""
        from ..heat.metered.members import match_members
        from ..heat.metered.minimum import Data, house_kinds, keep_lawful
        from ..heat.metered.tables import heater_rows
        from .inputs import read_source
        from .mappings import mapping_for, remember_mapping

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        stock = taken.need("building_stock", ("building_id", "use", "house_type"))
        addresses, blocks = taken.need("building_addresses"), taken.have("building_blocks")
        read = read_source(job, "INPUT", workspace)
        delivered, raw = mapped_rows(read, LAYER, mapping_for(job, workspace, LAYER, read.fields))
        rows = heater_rows(raw)
        members = match_members(rows.rows, addresses, blocks, KEY)
        kinds = house_kinds(stock.rename(columns={"house_type": "building_type"}))
        lawful = keep_lawful(rows.rows, members, kinds, Data.HEATERS, KEY)
        dropped = {
            "metered_unusable": len(rows.refused),
            "metered_below_minimum": len(rows.rows) - len(lawful.rows),
        }
        outcome = lawful_outcome(delivered, LAYER, lawful.rows, dropped, read)
        findings = (*outcome.findings, *rows.findings, *lawful.findings, *members.findings)
        outcome = replace(outcome, findings=findings)
        stored = taken.put(LAYER, outcome, job.progress.part(0.6, 0.9), edits_count=True)
        unmatched = unmatched_outcome(members.unmatched, KEY, outcome)
        taken.put(UNMATCHED, unmatched, job.progress.part(0.9, 1.0))
        remember_mapping(job, workspace, LAYER, read.fields)
        job.feedback.pushInfo(step("consumption_next"))
        return {
            "WORKSPACE": str(workspace.path),
            "ROWS": stored,
            "REFUSED": len(lawful.refused),
            "WITHOUT_BUILDING": len(unmatched.frame),
        }

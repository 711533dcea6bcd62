"""enact:streetsections."""

from __future__ import annotations

from typing import Any

from .base import Job, Texts
from .heat_step import HeatStep, Taken


class StreetSections(HeatStep):
    """Street sections into `street_sections` and `building_sections`."""

    ID = "streetsections"
    NUMBERS = ("SECTIONS", "UNASSIGNED")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Form street sections"),
            self.tr(
                "Cuts streets into sections between junctions and gives each heated building to one of them."
            ),
            self.tr(
                "Writes the layer 'street_sections' and the table 'building_sections'. Streets are cut at "
                "junctions and crossings of the same level, joined between them, and gaps at open ends closed. "
                "Each heated building belongs to one section: the nearest of the street in its address, else "
                "the nearest that a straight way reaches without crossing another building, rail or water; the "
                "rule used is kept for each building. So the sum over the sections is the sum over the "
                "buildings, less those without a section, which are counted."
            ),
            "Straßenabschnitt, Wärmeliniendichte, Zuordnung, Hausanschluss",
        )

    def compute(self, job: Job) -> dict[str, Any]:
        """Form the sections of the workspace."""
        from ..heat.sections.sections import SectionInputs, street_sections

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        streets = taken.need("streets")
        stock = taken.need("building_stock", ("building_id", "heated", "street"))
        inputs = SectionInputs(streets, stock, taken.have("rail"), taken.have("waterways"))
        made = street_sections(inputs, taken.source, job.progress.part(0.2, 0.7))
        rows = taken.put("street_sections", made.sections, job.progress.part(0.7, 0.85), edits_count=True)
        taken.put("building_sections", made.members, job.progress.part(0.85, 1.0))
        job.hint_place(workspace, "street_sections")
        unassigned = int(made.members.frame["section_id"].isna().sum())
        return {"WORKSPACE": str(workspace.path), "SECTIONS": rows, "UNASSIGNED": unassigned}

"""enact:networkvariants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken
from .own_tables import FILTER

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.spreadsheets import Sheet


class NetworkVariants(HeatStep):
    """Variants of networks side by side into `network_variants` and `network_overlap`."""

    ID = "networkvariants"
    GROUP = Group.NETWORK
    NUMBERS = ("VARIANTS", "SHARED_M", "SINGLE_M")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Compare variants of a heat network"),
            self.tr("Puts all variants of heat networks side by side: in a table and on the map."),
            self.tr(
                "Writes the table 'network_variants' with one row per variant: customers, heat, lengths, losses, "
                "renewable share, emissions, investment and cost of heat, as far as the steps were done for it; and "
                "the layer 'network_overlap' that shows which variants use each piece of route. On request a "
                "spreadsheet with the variants as columns, to hand to the council."
            ),
            "Wärmenetz, Varianten, Vergleich, Variantenvergleich",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Spreadsheet, workspace."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT", self.tr("Table"), fileFilter=FILTER, optional=True, createByDefault=False
        )
        return [
            parameters.helped(
                output, self.tr("Spreadsheet to write; empty: only the layers in the workspace.")
            ),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Read what is known of the variants, put it side by side."""
        from ..layers.messages import step
        from ..layers.spreadsheets import write_sheets
        from ..network.comparison import OVERLAP, TAKEN, VARIANTS, comparison_layers

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        routes = taken.need("network_routes")
        tables = {"network_proposals": taken.need("network_proposals")}
        tables |= {name: taken.have(name) for name in TAKEN if name not in tables}
        outcomes = comparison_layers(routes, tables, taken.source)
        for number, (layer, outcome) in enumerate(outcomes.items()):
            taken.put(
                layer, outcome, job.progress.part(0.3 + 0.3 * number, 0.6 + 0.3 * number), edits_count=True
            )
        job.hint_place(workspace, OVERLAP)
        table = outcomes[VARIANTS].frame
        if job.given("OUTPUT"):
            written = write_sheets(job.destination("OUTPUT"), [_sheet(table)])
            job.feedback.pushInfo(step("table_written", files=", ".join(map(str, written))))
        overlap = outcomes[OVERLAP].frame
        return {
            "WORKSPACE": str(workspace.path),
            "VARIANTS": len(table),
            "SHARED_M": round(float(overlap.loc[overlap["in_all"], "length_m"].sum()), 1),
            "SINGLE_M": round(float(overlap.loc[overlap["variant_count"].eq(1), "length_m"].sum()), 1),
        }


def _sheet(table: pd.DataFrame) -> Sheet:
    """Figures as rows, variants as columns; codes in words."""
    import pandas as pd

    from ..cartography.texts import map_text
    from ..layers.spreadsheets import Sheet
    from ..network.comparison import VARIANTS
    from ..reference.columns import columns
    from ..reference.values import values

    rows = []
    for column in columns(VARIANTS):
        if column.name == "variant":
            continue
        shown = table[column.name].astype(object).where(table[column.name].notna(), None)
        if column.values:
            labels = {value.code: value.label("de") for value in values(column.values)}
            shown = shown.map(lambda code, labels=labels: labels.get(code, code))
        rows.append([column.alias_de, column.unit, *shown])
    heads = [map_text("variants_figure"), map_text("variants_unit"), *table["variant"]]
    return Sheet(map_text("variants_sheet"), pd.DataFrame(rows, columns=heads))

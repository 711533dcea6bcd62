"""enact:exportplantfindings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from ..errors import EnactError
from . import parameters
from .base import EnactAlgorithm, Group, Job, Texts
from .open_project import workspace_shown

if TYPE_CHECKING:
    import pandas as pd
    from geopandas import GeoDataFrame

    from ..layers.spreadsheets import Sheet
    from ..layers.workspace import Workspace

STATES = {
    "open": ("open",),
    "open_and_corrected": ("open", "corrected"),
    "all": ("open", "corrected", "accepted"),
}
FILE = "auffaelligkeiten.xlsx"
# what a grid operator needs; nobody's name is among it
SHOWN = (
    "mastr_id", "sentence", "severity", "state", "offending_values", "corrected_values", "reason", "reviewed_on",
    "carrier", "status", "gross_kw", "postcode", "street", "house_number", "grid_operator_id", "url",
)  # fmt: skip


class ExportPlantFindings(EnactAlgorithm):
    """Findings on plants as a table for the grid operator."""

    ID = "exportplantfindings"
    GROUP = Group.REGISTER
    NUMBERS = ("FINDINGS", "UNITS", "GRID_OPERATORS")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Export findings on plants for the grid operator"),
            self.tr("Writes the findings on plants as a spreadsheet, a sheet for each grid operator."),
            self.tr(
                "Grid operators check the entries of the register. This writes the findings of the layer "
                "'plant_findings' as a table to send to them: number, finding as a sentence, value as registered and "
                "as corrected, place where the register publishes one, and the page of the register. A sheet for each "
                "grid operator (with csv a column), and one with source, state of the data and what the table does not "
                "show. Findings accepted as they are stand in it only when chosen; mere notes, and findings that "
                "only corrected values have, never do. The reasons of corrections go with it only when chosen, names "
                "of persons and reviewers never."
            ),
            "MaStR, Marktstammdatenregister, Netzbetreiber, Auffälligkeiten, Export, Excel",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return workspace, file, and which findings."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT",
            self.tr("Table"),
            fileFilter="Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)",
            defaultValue=_beside_workspace(),
        )
        return [
            parameters.existing_workspace(),
            parameters.choice(
                "STATES",
                self.tr("Which findings"),
                {
                    "open": self.tr("Open: nobody has reviewed them yet"),
                    "open_and_corrected": self.tr("Open, and values that the municipality corrected"),
                    "all": self.tr("All, also those accepted as they are"),
                },
                "open_and_corrected",  # who keeps the register is to hear of the value that the municipality knows
                self.tr("In scripts: open, open_and_corrected, all."),
            ),
            parameters.text(
                "GRID_OPERATOR",
                self.tr("Grid operator"),
                self.tr("MaStR number of one grid operator (SNB…); empty for all."),
            ),
            parameters.flag(
                "REASONS",
                self.tr("With the reasons of corrections"),
                self.tr(
                    "They are free text: read them before the table leaves the house, for names and the like."
                ),
            ),
            parameters.helped(
                output,
                self.tr(
                    "File to write; one of that name is replaced. A temporary file is gone when QGIS is closed."
                ),
            ),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Choose the findings, word them, and write the sheets."""
        from ..layers.messages import step
        from ..layers.spreadsheets import write_sheets
        from .inputs import read_if_present
        from .plant_layers import FINDINGS, PLANTS

        workspace = job.existing_workspace()
        table = read_if_present(workspace, FINDINGS)
        if table is None:
            code = "findings_missing" if workspace.provenance(PLANTS) else "plants_missing"
            raise EnactError(code, path=workspace.path.name)
        chosen = _chosen(table, job.choice("STATES"), job.text("GRID_OPERATOR").upper())
        if not job.flag("REASONS"):
            chosen = chosen.drop(columns="reason")
        job.progress(0.4)
        path = job.destination("OUTPUT")
        counts = {
            "FINDINGS": len(chosen),
            "UNITS": int(chosen["mastr_id"].nunique()),
            "GRID_OPERATORS": int(_operators(chosen).nunique()),
        }
        sheets = _sheets(chosen, _notes(workspace, counts), Path(path).suffix.lower() == ".csv")
        written = write_sheets(path, sheets)
        files = ", ".join(str(one) for one in written)
        job.feedback.pushInfo(
            step("findings_exported", count=len(chosen), units=counts["UNITS"], files=files)
        )
        return {"OUTPUT": str(path), **counts}


def _beside_workspace() -> str | None:
    """File beside the workspace of the project that is open; else QGIS proposes a temporary one, soon gone."""
    shown = workspace_shown()
    return str(Path(shown).with_name(f"{Path(shown).stem}_{FILE}")) if shown else None


def _chosen(table: GeoDataFrame, states: str, grid_operator: str) -> pd.DataFrame:
    """Findings of these states on values as registered that are no mere notes.

    Raises
    ------
    EnactError
        ``grid_operator_unknown`` with those there are.
    """
    import pandas as pd

    rows = pd.DataFrame(table.drop(columns=table.geometry.name))
    if grid_operator:
        operators = _operators(rows)
        known = sorted(operators.dropna().unique())
        if grid_operator not in known:
            raise EnactError("grid_operator_unknown", value=grid_operator, options=", ".join(known) or "–")
        rows = rows.loc[operators.index[operators == grid_operator]]
    # what only a correction shows is no statement of the register, and nothing its grid operator can check
    of_register = ~rows["only_corrected"].fillna(False).astype(bool)
    return rows[rows["state"].isin(STATES[states]) & (rows["severity"] != "note") & of_register]


def _sheets(chosen: pd.DataFrame, notes: Sheet, one_table: bool) -> list[Sheet]:
    """One sheet for each grid operator, or one for all, and the notes."""
    from ..cartography.texts import map_text
    from ..layers.spreadsheets import Sheet

    title, without = map_text("findings_sheet"), map_text("findings_no_operator")
    if one_table or chosen.empty:
        return [Sheet(title, _worded(chosen)), notes]
    # a sheet's name knows no square brackets and slashes
    names = _operators(chosen).fillna(without).str.replace(r"[\[\]:*?/\\]", " ", regex=True)
    rows = names.groupby(names, sort=True).groups
    return [*(Sheet(name, _worded(chosen.loc[index])) for name, index in rows.items()), notes]


def _operators(rows: pd.DataFrame) -> pd.Series:
    """Grid operator of each row; the index repeats where a unit has several, each of which gets it."""
    return rows["grid_operator_id"].str.split(";").explode().str.strip()


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with German headings and words."""
    from ..reference.columns import columns
    from ..reference.values import values
    from .finding_texts import pairs

    described = {column.name: column for column in columns("plant_findings")}
    worded = {}
    for name in (name for name in SHOWN if name in rows):
        column, shown = described[name], rows[name]
        if column.values:
            labels = {value.code: value.label_de for value in values(column.values)}
            shown = shown.map(labels).fillna(shown)
        if name in ("offending_values", "corrected_values"):
            shown = shown.map(pairs, na_action="ignore")
        worded[column.label("de")] = shown
    import pandas as pd

    return pd.DataFrame(worded).reset_index(drop=True)


def _notes(workspace: Workspace, counts: dict[str, Any]) -> Sheet:
    """Source, state of the data, and what the table does not show."""
    import pandas as pd

    from ..cartography.notes import municipality_name, provenances
    from ..cartography.texts import day, map_text, number
    from ..layers.spreadsheets import Sheet
    from ..register.location.coverage import COUNTED, unlocated_share
    from .plant_layers import PLANTS

    row = provenances(workspace)[PLANTS]
    share = unlocated_share(workspace.read(PLANTS, only=COUNTED))
    unlocated = map_text(
        "findings_unlocated_value",
        units=number(share.units), total=number(share.total), kw=number(share.kw), total_kw=number(share.total_kw),
    )  # fmt: skip
    lines = (
        ("findings_title", municipality_name(workspace)),
        ("note_source", row.source or map_text("note_unknown")),
        ("note_state", day(row.state_date) or map_text("note_unknown")),
        ("note_licence", row.licence or map_text("note_unknown")),
        ("note_attribution", row.attribution or "–"),
        ("findings_made", day(date.today())),
        ("findings_count", number(counts["FINDINGS"])),
        ("findings_units", number(counts["UNITS"])),
        ("findings_unlocated", unlocated),
        ("findings_meaning", map_text("findings_meaning_value")),
    )
    heads = map_text("findings_notes"), map_text("findings_notes_value")
    frame = pd.DataFrame([(map_text(code), text) for code, text in lines], columns=list(heads))
    return Sheet(map_text("findings_notes_sheet"), frame)

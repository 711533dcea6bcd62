"""enact:datarequest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from . import parameters
from .base import Job, Texts
from .heat_step import HeatStep, Taken
from .open_project import workspace_shown

if TYPE_CHECKING:
    import pandas as pd

    from ..heat.metered.request import ReplyCheck, RequestGroups, Supplier
    from ..layers.spreadsheets import Sheet
    from ..layers.workspace import Workspace

CARRIERS = {"gas": "Erdgas", "heat": "Fernwärme"}
FILE = "datenabfrage.xlsx"
# of which one must be filled in for a group to be answered
FIGURES = {
    "gas": ("verbrauch_1_kwh", "verbrauch_2_kwh", "verbrauch_3_kwh"),
    "heat": ("verbrauch_1_kwh", "verbrauch_2_kwh", "verbrauch_3_kwh"),
    "chimney_sweep": ("waermeerzeuger", "energietraeger"),
}
EMPTY_ROWS = 20  # of suppliers who name the places themselves


class DataRequest(HeatStep):
    """Request tables for suppliers, and what comes back."""

    ID = "datarequest"
    NUMBERS = ("GROUPS", "LEFT_OUT", "ANSWERED", "OPEN")
    REPLACES = False

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Request data of suppliers"),
            self.tr("Writes the table to send to a supplier, and checks what comes back."),
            self.tr(
                "Writes a spreadsheet for a gas or heat supplier, chimney sweep, company or sewage operator with the "
                "fields that WPG, annex 1, allows to collect, and notes on each of them. For gas, heat and chimney "
                "sweeps the addresses are already in it: multi-family and non-residential buildings one by one, "
                "single-family houses in the smallest lawful groups along their street; streets with too few houses "
                "are not asked for and are listed. The filled table is read by 'Load metered consumption' "
                "(enact:loadconsumption) or 'Load heaters' (enact:loadheaters) without further mapping. Given a "
                "reply, the same table is written with a sheet of what is missing, empty, changed or was not asked."
            ),
            "Datenabfrage, Versorger, Netzbetreiber, Schornsteinfeger, Unternehmen, Abwasser, WPG, Anlage 1",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Supplier, reply, file, workspace."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT",
            self.tr("Table"),
            fileFilter="Excel (*.xlsx);;OpenDocument (*.ods)",
            defaultValue=_beside_workspace(),
        )
        return [
            parameters.choice(
                "SUPPLIER",
                self.tr("Supplier"),
                {
                    "gas": self.tr("Operator of the gas network"),
                    "heat": self.tr("Operator of a heat network"),
                    "chimney_sweep": self.tr("Chimney sweep"),
                    "company": self.tr("Company: process heat and waste heat"),
                    "sewage": self.tr("Operator of sewers"),
                },
                "gas",
                self.tr("In scripts: gas, heat, chimney_sweep, company, sewage."),
            ),
            parameters.any_source(
                "REPLY",
                self.tr("Reply of the supplier (to check)"),
                self.tr("The filled table, of gas, heat or chimney sweeps; empty to write the request."),
                optional=True,
            ),
            parameters.helped(output, self.tr("File to write; one of that name is replaced.")),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Form the groups, compare a reply with them, and write the sheets."""
        from ..cartography.texts import map_text
        from ..heat.metered.request import Supplier
        from ..layers.messages import describe, step
        from ..layers.spreadsheets import Sheet, write_sheets

        workspace = job.existing_workspace()
        supplier = Supplier(job.choice("SUPPLIER"))
        groups = _groups(job, workspace, supplier)
        sheets = [Sheet(map_text("request_sheet"), _table(supplier, groups)), _notes(workspace, supplier)]
        left_out = 0 if groups is None else int(groups.left_out["anzahl_hausnummern"].sum())
        if groups is not None and left_out:
            sheets.append(Sheet(map_text("request_left_out_sheet"), groups.left_out))
        check = _checked(job, workspace, supplier, groups)
        if check is not None:
            sheets.insert(0, _problems(check))
            for finding in check.findings:
                job.feedback.pushWarning(describe(finding))
        job.progress(0.8)
        path = Path(job.destination("OUTPUT"))
        files = ", ".join(str(one) for one in write_sheets(path, sheets))
        count = 0 if groups is None else len(groups.groups)
        job.feedback.pushInfo(step("request_written", count=count, left_out=left_out, files=files))
        return {
            "OUTPUT": str(path),
            "GROUPS": count,
            "LEFT_OUT": left_out,
            "ANSWERED": check.answered if check else 0,
            "OPEN": count - check.answered if check else count,
        }


def _beside_workspace() -> str | None:
    """File beside the workspace of the project that is open."""
    shown = workspace_shown()
    return str(Path(shown).with_name(f"{Path(shown).stem}_{FILE}")) if shown else None


def _groups(job: Job, workspace: Workspace, supplier: Supplier) -> RequestGroups | None:
    """Groups of addresses to ask for; None where the supplier names the places."""
    from ..heat.metered.minimum import house_kinds
    from ..heat.metered.request import request_groups

    if supplier.data is None:
        return None
    taken = Taken(job, workspace)
    stock = taken.need("building_stock", ("building_id", "use", "house_type"))
    kinds = house_kinds(stock.rename(columns={"house_type": "building_type"}))
    return request_groups(taken.need("building_addresses"), kinds, supplier.data)


def _table(supplier: Supplier, groups: RequestGroups | None) -> pd.DataFrame:
    """Request with the columns for the supplier left empty."""
    import pandas as pd

    from ..reference.requests import request_fields

    fields = request_fields(supplier.value)
    count = EMPTY_ROWS if groups is None else len(groups.groups)
    # figures as numbers: readers of spreadsheets tell the heading from the rows by it
    columns = {
        field.heading: pd.Series([None] * count, dtype="float64" if field.is_number else object)
        for field in fields
    }
    table = pd.DataFrame(columns)
    if groups is not None:
        table = table.assign(**{name: groups.groups[name] for name in groups.groups})
    if supplier.value in CARRIERS:
        table["energietraeger"] = CARRIERS[supplier.value]
    return table


def _notes(workspace: Workspace, supplier: Supplier) -> Sheet:
    """Purpose, law and meaning of each column, for who fills it."""
    import pandas as pd

    from ..cartography.notes import municipality_name
    from ..cartography.texts import day, map_text
    from ..layers.spreadsheets import Sheet
    from ..reference.requests import request_fields

    lines = [
        (map_text("request_title"), municipality_name(workspace), "", ""),
        (map_text("request_made"), day(date.today()), "", ""),
        (map_text("request_purpose"), map_text("request_purpose_value"), "", "WPG §§ 10–12"),
        (map_text("request_privacy"), map_text(f"request_privacy_{supplier.value}"), "", "WPG § 10 Abs. 2"),
    ]
    lines += [
        (field.heading, field.explanation, field.unit, field.law) for field in request_fields(supplier.value)
    ]
    heads = ("request_item", "request_meaning", "request_unit", "request_law")
    frame = pd.DataFrame(lines, columns=[map_text(code) for code in heads])
    return Sheet(map_text("findings_notes_sheet"), frame)


def _checked(
    job: Job, workspace: Workspace, supplier: Supplier, groups: RequestGroups | None
) -> ReplyCheck | None:
    """Reply compared with the request; None without a reply, or where no groups were asked for."""
    from ..heat.metered.request import check_reply
    from ..reference.requests import request_fields
    from .inputs import read_source

    if not job.given("REPLY") or groups is None:
        return None
    read = read_source(job, "REPLY", workspace)
    figures = FIGURES[supplier.value]
    headings = [field.heading for field in request_fields(supplier.value)]
    return check_reply(groups.groups, read.frame, [name for name in headings if name in figures])


def _problems(check: ReplyCheck) -> Sheet:
    """What to ask the supplier again."""
    from ..cartography.texts import map_text
    from ..layers.spreadsheets import Sheet

    frame = check.problems.copy()
    frame["problem"] = [map_text(f"reply_{problem.value}") for problem in frame["problem"]]
    return Sheet(map_text("reply_sheet"), frame.rename(columns={"problem": map_text("reply_problem")}))

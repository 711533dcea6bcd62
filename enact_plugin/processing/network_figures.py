"""Figures of networks: the planner's own tables in place of EnAct's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination
from qgis.PyQt.QtCore import QCoreApplication

from ..layers.messages import describe
from . import parameters
from .own_tables import FILTER, read_own, write_own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..network.tables import NetworkTables
    from ..reference.network_tables import CostFigure
    from .job import Job


def figure_parameters() -> list[QgsProcessingParameterDefinition]:
    """File with the planner's own tables, and the file they are written to."""
    written = QgsProcessingParameterFileDestination(
        "FIGURES_OUT",
        QCoreApplication.translate("NetworkFigures", "Write the figures of networks"),
        fileFilter=FILTER,
        optional=True,
        createByDefault=False,
    )
    own = parameters.file(
        "FIGURES",
        QCoreApplication.translate("NetworkFigures", "Own figures of networks"),
        QCoreApplication.translate(
            "NetworkFigures",
            "The spreadsheet that the parameter below writes, with your costs, pipes, plants, prices, heaters and "
            "uncertainties; a sheet that is missing in it is EnAct's.",
        ),
        optional=True,
        file_filter=FILTER,
    )
    help_ = QCoreApplication.translate(
        "NetworkFigures",
        "Spreadsheet with the tables this run used, to edit and to give to the next; empty: none.",
    )
    return [parameters.advanced(own), parameters.advanced(parameters.helped(written, help_))]


def picture_parameter(description: str, help_: str) -> QgsProcessingParameterDefinition:
    """File a picture is written to; empty: none."""
    parameter = QgsProcessingParameterFileDestination(
        "PICTURE", description, fileFilter="PNG (*.png);;SVG (*.svg)", optional=True, createByDefault=False
    )
    return parameters.helped(parameter, help_)


def tables_of(job: Job) -> NetworkTables:
    """Tables of the run; writes them where wanted, and tells what differs from EnAct's.

    Raises
    ------
    EnactError
        ``network_figures_none``, and what `read_tables` and `read_sheets` raise.
    """
    from ..network.tables import TABLES, read_tables

    own, findings = read_own(job, "FIGURES", TABLES, "network_figures_none", "network_own_figures")
    tables = read_tables(own)
    for finding in findings:
        job.feedback.pushInfo("  " + describe(finding))
    write_own(job, "FIGURES_OUT", TABLES, own)
    return tables


def figure_told(figure: CostFigure) -> str:
    """A figure with its source, as the project says it."""
    from ..cartography.texts import map_text

    value = f"{figure.value:g}".replace(".", ",")
    unit = f" {figure.unit}" if figure.unit else ""
    return map_text("network_figure", label=figure.label, value=value, unit=unit, source=figure.source)


def figures_told(used: Iterable[CostFigure]) -> str:
    """Figures with their sources, as the project says them."""
    return "; ".join(map(figure_told, used))

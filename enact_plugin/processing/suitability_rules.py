"""Tables of the judgement as a spreadsheet to edit, and the planner's own in place of EnAct's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination
from qgis.PyQt.QtCore import QCoreApplication

from . import parameters
from .own_tables import FILTER, read_own, write_own

if TYPE_CHECKING:
    from ..errors import Finding
    from ..heat.suitability.rules import SuitabilityRules
    from .job import Job


def own_rules() -> QgsProcessingParameterDefinition:
    """File with the planner's own tables."""
    return parameters.advanced(
        parameters.file(
            "RULES",
            QCoreApplication.translate("Suitability", "Own tables of the judgement"),
            QCoreApplication.translate(
                "Suitability",
                "The spreadsheet that 'Suitability of blocks' writes, with your curves, weights, classes, exclusions "
                "and years; a sheet that is missing in it is EnAct's.",
            ),
            optional=True,
            file_filter=FILTER,
        )
    )


def rules_written() -> QgsProcessingParameterDefinition:
    """File the tables are written to."""
    parameter = QgsProcessingParameterFileDestination(
        "RULES_OUT",
        QCoreApplication.translate("Suitability", "Write the tables of the judgement"),
        fileFilter=FILTER,
        optional=True,
        createByDefault=False,
    )
    return parameters.advanced(
        parameters.helped(
            parameter,
            QCoreApplication.translate(
                "Suitability",
                "Spreadsheet with the tables this run used, to edit and to give to the next; empty: none.",
            ),
        )
    )


def rules_of(job: Job) -> tuple[SuitabilityRules, tuple[Finding, ...]]:
    """Rules of the run, and what in them differs from EnAct's; writes their tables where wanted.

    Raises
    ------
    EnactError
        ``suitability_rules_none`` where the file has none of the tables, and what `read_rules` and `read_sheets` raise.
    """
    from ..heat.suitability.rules import TABLES, read_rules

    own, findings = read_own(job, "RULES", TABLES, "suitability_rules_none", "suitability_own_rules")
    rules = read_rules(own)
    write_own(job, "RULES_OUT", TABLES, own)
    return rules, findings

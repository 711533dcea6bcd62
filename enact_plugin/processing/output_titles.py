"""What the outputs of the algorithms are called."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate


def output_title(name: str) -> str:
    """What an output is, for models and the log."""
    titles = {
        "WORKSPACE": translate("EnactOutputs", "Workspace (GeoPackage)"),
        "PROJECT": translate("EnactOutputs", "QGIS project"),
        "LOADED": translate("EnactOutputs", "Data sets loaded"),
        "SKIPPED": translate("EnactOutputs", "Data sets not given"),
        "FAILED": translate("EnactOutputs", "Data sets not loaded because of an error"),
        "WORKING": translate("EnactOutputs", "Services that work as expected"),
        "NOT_WORKING": translate("EnactOutputs", "Services that do not work as expected"),
        "SECONDS": translate("EnactOutputs", "Seconds of each step (JSON)"),
        "ROWS": translate("EnactOutputs", "Rows in the layer"),
        "UNITS": translate("EnactOutputs", "Register units"),
        "UNLOCATED_UNITS": translate("EnactOutputs", "Register units without a place"),
        "GAS_UNITS": translate("EnactOutputs", "Gas producers and gas stores"),
        "BUILDINGS": translate("EnactOutputs", "Buildings"),
        "HEATED": translate("EnactOutputs", "Heated buildings"),
        "FLOOR_AREA_M2": translate("EnactOutputs", "Floor area (m²)"),
        "USEFUL_MWH": translate("EnactOutputs", "Useful heat (MWh per year)"),
        "FINAL_MWH": translate("EnactOutputs", "Final energy for heat (MWh per year)"),
        "BLOCKS": translate("EnactOutputs", "Blocks"),
        "OUTSIDE": translate("EnactOutputs", "Buildings in no block"),
        "SECTIONS": translate("EnactOutputs", "Street sections"),
        "UNASSIGNED": translate("EnactOutputs", "Heated buildings at no section"),
        "NETWORK_LIKELY": translate("EnactOutputs", "Blocks likely suited for a heat network"),
        "REFUSED": translate("EnactOutputs", "Rows refused below the legal minimum"),
        "WITHOUT_BUILDING": translate("EnactOutputs", "Statements that match no building"),
        "GROUPS": translate("EnactOutputs", "Groups of addresses asked for"),
        "LEFT_OUT": translate("EnactOutputs", "House numbers not asked for"),
        "ANSWERED": translate("EnactOutputs", "Groups answered"),
        "OPEN": translate("EnactOutputs", "Groups open"),
        "STEPS_DONE": translate("EnactOutputs", "Steps done"),
        "STEPS_LEFT_OUT": translate("EnactOutputs", "Steps left out"),
        "CELLS": translate("EnactOutputs", "Cells of the census grid"),
        "LAYERS": translate("EnactOutputs", "Layers in the project"),
        "PROPOSED": translate("EnactOutputs", "Plants proposed as feeding a heat network"),
        "CONFIRMED": translate("EnactOutputs", "Plants confirmed as feeding a heat network"),
        "REJECTED": translate("EnactOutputs", "Plants rejected as feeding a heat network"),
        "EDITS": translate("EnactOutputs", "Statements kept"),
        "NEW": translate("EnactOutputs", "New units"),
        "RETURNED": translate("EnactOutputs", "Units back in the register"),
        "CLOSED": translate("EnactOutputs", "Closed units"),
        "CHANGED": translate("EnactOutputs", "Changed units"),
        "MOVED": translate("EnactOutputs", "Moved units"),
        "GONE": translate("EnactOutputs", "Units gone from the register"),
        "STATE": translate("EnactOutputs", "State of the register"),
        "FROM_STATE": translate("EnactOutputs", "State compared, first"),
        "TO_STATE": translate("EnactOutputs", "State compared, second"),
        "OPEN_FINDINGS": translate("EnactOutputs", "Open findings"),
        "FINDINGS": translate("EnactOutputs", "Findings in the file"),
        "GRID_OPERATORS": translate("EnactOutputs", "Grid operators in the file"),
        "GENERATION_UNITS": translate("EnactOutputs", "Existing units of generation (without storage)"),
        "GROSS_KW": translate("EnactOutputs", "Gross power of generation (kW)"),
        "NET_KW": translate("EnactOutputs", "Net power of generation (kW)"),
        "QUOTED_KW": translate("EnactOutputs", "Power of generation, photovoltaics gross, else net (kW)"),
        "STORAGE_UNITS": translate("EnactOutputs", "Storage units"),
        "STORAGE_KW": translate("EnactOutputs", "Power of storage (kW)"),
        "STORAGE_KWH": translate("EnactOutputs", "Storage capacity (kWh)"),
        "CHP_THERMAL_KW": translate("EnactOutputs", "Heat of combined heat and power (kW)"),
        "PLANNED_UNITS": translate("EnactOutputs", "Planned units"),
        "PLANNED_KW": translate("EnactOutputs", "Planned power (kW)"),
        "YIELD_MWH_A": translate("EnactOutputs", "Estimated yearly yield (MWh)"),
        "PARAMETERS": translate("EnactOutputs", "Parameters for “Open municipality” (JSON)"),
    }
    return titles[name]

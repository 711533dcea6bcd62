"""The catalogue of texts: errors, findings, steps and assumptions, by code.

English is the source; German stands in resources/i18n/enact_de.ts. pylupdate5 finds the texts by the name
QT_TRANSLATE_NOOP, so it is kept although it does nothing.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any, Union

from qgis.PyQt.QtCore import QCoreApplication

from ..errors import EnactError, Finding


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for extraction."""
    return text


CATALOGUE = {
    # workspace, layers, steps
    "boundary_from_districts": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No boundary was given: it is the outline of the districts.",
    ),
    "canceled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Canceled; what was there before is unchanged.",
    ),
    "coordinates_zone_prefixed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The eastings of {layer} have the zone number in front (for instance {easting}). Set the "
        "layer's coordinate reference system to the one with the zone in front (EPSG:4647 for zone "
        "32, EPSG:5650 for zone 33) and start again.",
    ),
    "crs_assumed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} states no usable coordinate reference system; its coordinates fit {crs}, which is assumed.",
    ),
    "crs_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} has no coordinate reference system and its coordinates do not tell which one it is. "
        "Set it in the layer's properties (Source) and start again.",
    ),
    "demo_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Musterstadt (fictitious) with {buildings} buildings and {units} register units is in {folder}.",
    ),
    "dependency_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The Python package {package} is missing in QGIS. Windows: use the QGIS installer from "
        "qgis.org (3.40 or newer), which brings it along. Linux: install python3-{package} with the "
        "package manager. macOS: use the official QGIS package. Then start QGIS again.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No space is left in {path}. Make room and start again; the state before stands.",
    ),
    "dropped_no_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without geometry",
    ),
    "dropped_outside_boundary": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "outside the municipality",
    ),
    "file_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} (parameter {parameter}) does not exist.",
    ),
    "file_write_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing {path} failed: {detail}.",
    ),
    "findings_count": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} × {id}",
    ),
    "folder_not_writable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing into {path} is not possible: {detail}. Choose another folder.",
    ),
    "heatplan_not_understood": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{text}" is not understood. Write kind=file, several with a semicolon between, for '
        "instance supply_areas=gebiete.gpkg;heat_networks=netz.shp.",
    ),
    "input_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} (parameter {parameter}) cannot be read as a layer. Check in QGIS whether it opens there.",
    ),
    "layer_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} is empty.",
    ),
    "layer_in_edit_mode": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layer {layer} of this workspace is in edit mode. Save or discard its edits first; "
        "nothing was changed.",
    ),
    "layer_kind_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'There is no kind of layer "{kind}". Known kinds: {kinds}.',
    ),
    "layer_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace {path} holds no layer {layer}. Load it first.",
    ),
    "layer_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Only {read} of {expected} rows of {layer} could be read. Close other programs that write "
        "into it and start again.",
    ),
    "layer_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: {rows} rows written ({rows_in} read, {merged} merged)",
    ),
    "mapping_not_json": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The field mapping is not valid JSON: {detail}.",
    ),
    "nothing_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No data set was given. Choose at least one.",
    ),
    "reading_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading …",
    ),
    "replacing_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Replacing {layer} …",
    ),
    "rows_dropped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} left out: {reason}",
    ),
    "rows_lost": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Of {expected} rows of {layer} only {count} arrived in {path}. The state before stands.",
    ),
    "step_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: not loaded. {reason}",
    ),
    "step_loading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Loading {layer} …",
    ),
    "step_skipped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: not given, skipped",
    ),
    "table_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The table {path} of the plugin is missing. Install EnAct again.",
    ),
    "transform_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Coordinates of {layer} cannot be transformed: {detail}. Check the layer's coordinate "
        "reference system.",
    ),
    "workspace_busy": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Another program is writing into {path}. End editing there (or close it) and start again; "
        "nothing was changed.",
    ),
    "workspace_exists": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} exists already.",
    ),
    "workspace_folder_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The folder {path} does not exist. Make it or choose another one.",
    ),
    "workspace_migration_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is of an older version (schema {version}) that cannot be brought to schema {target}. "
        "It is unchanged.",
    ),
    "workspace_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no workspace {path}.",
    ),
    "workspace_newer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} was written by a newer EnAct (schema {version}, known: {known}). Update EnAct.",
    ),
    "workspace_not_ours": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is not a workspace of EnAct. Choose another file, or a new name.",
    ),
    "workspace_other_municipality": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace {path} holds {name} ({present}), not {ags}. Choose another workspace.",
    ),
    "workspace_read_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is read-only. Choose a place where you may write, or ask for write access; nothing "
        "was changed.",
    ),
    "workspace_write_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing into {path} failed: {detail}. The state before stands.",
    ),
    "writing_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing {layer} …",
    ),
    # dialogs
    "algorithm_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The Processing algorithm {id} is not there. Check in the plugin manager that Processing and "
        "EnAct are switched on, and restart QGIS.",
    ),
    "choice_input_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is empty (0 bytes). Download or export the file again.",
    ),
    "choice_input_is_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is a folder. Choose a file in it.",
    ),
    "choice_input_not_found": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} does not exist. Choose the file again or leave the field empty.",
    ),
    "choice_input_wrong_ending": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be read here; expected is a file of kind {endings}.",
    ),
    "choice_layer_gone": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The chosen layer is no longer in the project. Choose it again.",
    ),
    "choice_municipality_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{text}” fits several municipalities: {names}. Choose one from the list.",
    ),
    "choice_municipality_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No municipality has been chosen. Type its name or its eight-digit key (AGS).",
    ),
    "choice_municipality_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No municipality in Saxony is called “{text}”. For other states type the eight-digit key (AGS).",
    ),
    "choice_nothing_chosen": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No data set has been chosen. Give at least one file or layer.",
    ),
    "choice_same_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is to be written, but is also chosen as a source. Choose another file for one of them.",
    ),
    "choice_target_folder_read_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be written: no files can be created in {folder}. Choose another folder.",
    ),
    "choice_target_is_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is a folder. Type a file name in it.",
    ),
    "choice_target_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file to write to is missing. Choose a place for it.",
    ),
    "choice_target_not_absolute": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} names no folder. Choose the file with the button beside the field.",
    ),
    "choice_target_read_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is write-protected. Remove the protection or choose another file.",
    ),
    "choice_target_wrong_ending": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} must end in {ending}.",
    ),
    "choice_topic_without_input": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No file or layer has been chosen for this further layer. Choose one or remove the row.",
    ),
    "choice_topic_without_kind": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The kind of this further layer is missing. Choose what it shows.",
    ),
    "project_has_edits": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The project was written to {path}, but not opened: the layers {layers} hold edits that have "
        "not been saved. Save or discard them, then open the project.",
    ),
    "project_not_opened": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS could not open the project {path}.",
    ),
    # municipality keys
    "ags_before_reform": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ags} is a Saxon municipality key from before the district reform of 1 August 2008; its "
        "successor is not in EnAct's table. Pick the municipality by its name.",
    ),
    "ags_divided": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The municipality with the key {old} was divided; {name} is used, parts of it now belong to: "
        "{others}. Check which of them is meant.",
    ),
    "ags_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{value}" is not a municipality key. An AGS has eight digits, for instance 14713000 for '
        "Leipzig; pick the municipality from the list or enter its eight digits.",
    ),
    "ags_is_district": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{value}" is the key of a district ({district}), not of a municipality. Pick one '
        "municipality of it from the list or enter its eight-digit AGS.",
    ),
    "ags_leading_zero": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The leading zero of the municipality key was missing: "{value}" is read as {ags}.',
    ),
    "ags_regional_key": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{value}" is a regional key (ARS); the municipality key in it is {ags}.',
    ),
    "ags_replaced": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The municipality key {old} ({old_name}) is no longer valid; {ags} ({name}) is used instead. "
        "Files from before the change still list the municipality under {old}.",
    ),
    "ags_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "EnAct's table has no Saxon municipality with the key {ags}; it is used as given. Check the digits.",
    ),
}


class _Forgiving(string.Formatter):
    """Leaves a placeholder without value as it is: a message with a gap beats none."""

    def get_value(self, key: Union[int, str], args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), f"{{{key}}}")


def step(code: str, **values: Any) -> str:
    """Text of a step, an assumption or a reason, in the user's language.

    Parameters
    ----------
    code : str
    **values
        What the text names.

    Returns
    -------
    str
        The code itself where the catalogue has no text.
    """
    source = CATALOGUE.get(code)
    if source is None:
        return code
    return _Forgiving().format(QCoreApplication.translate("EnactMessages", source), **values)


def describe(problem: Union[EnactError, Finding]) -> str:
    """Sentence for an error or a finding: what happened, where, what to do."""
    if isinstance(problem, EnactError):
        return step(problem.code, **problem.params)
    text = step(problem.id, **{"key": problem.key, **problem.values})
    return f"{problem.key}: {text}" if problem.key and problem.key not in text else text

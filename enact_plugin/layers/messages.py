"""The catalogue of texts: errors, findings, steps and assumptions, by code.

English is the source; German stands in resources/i18n/enact_de.ts. pylupdate5 finds the texts by the name
QT_TRANSLATE_NOOP, so it is kept although it does nothing.

A word that depends on a number stands behind its name, the form for one first: "{rows} {rows:row was|rows were} read".
A text may have several numbers, which Qt's own plural forms cannot; and English needs no file of translations for it.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import EnactError, Finding, system_reason
from ..reference.columns import columns, layers_with_columns
from ..reference.kinds import kind_of_layer
from ..reference.values import values as values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for extraction."""
    return text


CATALOGUE = {
    # workspace, layers, steps
    "area_around_buildings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No boundary is known: the area is the box around the loaded buildings and 500 m more.",
    ),
    "attribution_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Licence and attribution of {layer} are not known and stand on no map. Give them with “Fields …” in "
        "the dialog “Open municipality”, with “Load layer by kind”, or in the layer's metadata.",
    ),
    "boundary_from_districts": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No boundary was given: the outline of the districts is taken.",
    ),
    "canceled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Canceled. What had been loaded whole stays; the data set in hand is as it was before.",
    ),
    "canceled_too_late": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Canceled too late for the plants: they and all that belongs to them were written whole and hold, even where "
        "QGIS calls the run failed.",
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
    "crs_without_definition": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS has no definition of the coordinate reference system {crs}. Restart QGIS and run again; nothing was "
        "changed.",
    ),
    "crs_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} has no coordinate reference system and its coordinates do not tell which one it is. "
        "Set it in the layer's properties (Source) and start again.",
    ),
    "demo_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Musterstadt (fictitious) with {buildings} buildings and {units} {units:unit|units} of the "
        "register is in {folder}.",
    ),
    "demo_canceled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Canceled. The demo municipality was not written; files of an earlier one are as they were.",
    ),
    "dependency_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS' Python lacks {package} or newer. Windows and macOS: use the QGIS installer from "
        "qgis.org (3.40 or newer), which brings it along. Linux: install the distribution's package "
        '(python3-geopandas and the like) if it is new enough, else run "make install" from '
        "EnAct's source, which puts it beside the plugin. Then start QGIS again.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No space is left in {path}. Make room and start again; the state before stands.",
    ),
    "file_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) does not exist. Check path and spelling, or choose the file again.",
    ),
    "file_rows_lost": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Only {count} of {expected} {expected:row|rows} arrived in {path}. Choose another folder, or free "
        "space on the disk.",
    ),
    "districts_without_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The districts have no areas, and no outline can be made of them. Load them again with 'Load layer by "
        "kind', or give the boundary.",
    ),
    "file_write_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing {path} failed: {detail}. Choose another folder, or free space on the disk.",
    ),
    "folder_not_writable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing into {path} is not possible: {detail}. Choose another folder.",
    ),
    "heatplan_not_understood": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{text}" is not understood. Write kind=file, several with a semicolon between, for '
        "instance supply_areas=gebiete.gpkg;heat_networks=netz.shp. Where a path holds a "
        'semicolon itself, write it as JSON: [{{"kind": "supply_areas", "input": '
        '"gebiete.gpkg"}}].',
    ),
    "heatplan_kind": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{kind}" is no kind that can be given under further layers (HEATPLAN). Possible are: '
        "{kinds}. Buildings, plants and census have parameters of their own (BUILDINGS, PLANTS, "
        "CENSUS).",
    ),
    "input_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) cannot be read as a layer. Check in QGIS whether it opens there.",
    ),
    "input_is_empty_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) is an empty file. Download it again.",
    ),
    "input_is_web_page": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) is a web page, often an error message, and holds no data. Open it "
        "in a browser to see what it says, and download the data again.",
    ),
    "input_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) is cut off: the download was broken off, or the disk was full. "
        "Download it again.",
    ),
    "input_percent": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) cannot be read as a layer, and the path holds “{sign}”, with which "
        "QGIS often finds nothing. Rename the folder or the file (a blank instead of %20, for "
        "instance), and choose it again.",
    ),
    "input_not_opened": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) cannot be opened: {detail}. Check the rights on the file, or "
        "whether another program holds it.",
    ),
    "input_is_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ({parameter}) is a folder in which QGIS finds no layer. Choose a file in it.",
    ),
    "input_layer_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no layer “{name}”. It holds: {layers}.",
    ),
    "kind_given_twice": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: given several times, but only one file can be taken. Leave one, or join them in "
        "QGIS (Merge vector layers) and give the result.",
    ),
    "layer_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} is empty: not a single object. Check in QGIS whether the layer shows anything "
        "(a filter may hide all of it), or choose another file.",
    ),
    "layer_in_edit_mode": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layer {layer} of this workspace is in edit mode. Save or discard its edits first; "
        "nothing was changed.",
    ),
    "layer_edited": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of {layer} in {path} {count:was|were} changed by hand since the layer was "
        "loaded; loading it again would lose that. The layer stands as it was. Export it first if the "
        'changes are wanted, then load it with the advanced option "Overwrite rows changed by hand" '
        "(OVERWRITE_EDITS).",
    ),
    "layer_kind_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'There is no kind of layer "{kind}". Known kinds: {kinds}.',
    ),
    "layer_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace {path} holds no layer {layer}. Load it first.",
    ),
    "layer_out_of_date": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} is out of date: changed since it was made: {layers}. Load it again.",
    ),
    "layer_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Only a part of {expected} {expected:row|rows} in {layer} could be read ({read}). Close other "
        "programs that write into it and start again.",
    ),
    "layer_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: {rows} {rows:row|rows} written",
    ),
    "mapping_not_json": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The field mapping is no valid JSON object (line {line}, character {column}). Compare it with "
        "the example in the help of the field.",
    ),
    "mapping_used": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fields taken over under another name: {pairs}.",
    ),
    "more_findings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "… and {count} more of this kind",
    ),
    "municipality_without_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No area is left of the municipality in {path}. Load its boundary again with 'Load layer by kind', kind "
        "boundary.",
    ),
    "nothing_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No data set was given. Choose at least one, or let what is missing be loaded from the services "
        "(ONLINE).",
    ),
    "option_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{parameter}: "{value}" is not possible. Possible are: {options}.',
    ),
    "nothing_in_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} has nothing inside the municipality. Check its coordinate reference system "
        "({crs}), and whether the file and the boundary (or the districts) are of this "
        "municipality.",
    ),
    "nothing_loaded_of": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the data sets could be loaded: {titles}. The project is as it was before. The log says why.",
    ),
    "nothing_loaded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the data sets could be loaded. The project is as it was before. {reasons}",
    ),
    "reading_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading …",
    ),
    "register_file_and_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {file} and the folder {folder} were both given. Give only one of them.",
    ),
    "register_online_and_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} was given, but the register is to be asked online (SOURCE=online). Leave one of the two out; with "
        "SOURCE=auto the content of the file decides.",
    ),
    "register_file_not_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Give FILE or FOLDER, or choose SOURCE=online.",
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
        "Only a part of {expected} {expected:row|rows} of {layer} arrived in {path} ({count}). The "
        "state before stands. Start again.",
    ),
    "several_layers": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds several layers: {layers}. Say which one: path|layername=NAME, or add it to the "
        "project and choose the layer there.",
    ),
    "step_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: not loaded. {reason}",
    ),
    "file_left_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: one of the files was left out: {file}. {reason}",
    ),
    "service_left_out": QT_TRANSLATE_NOOP("EnactMessages", "{layer}, incomplete: {reason}"),
    "no_file_loaded": QT_TRANSLATE_NOOP("EnactMessages", "None of the files could be loaded. {reasons}"),
    "outline_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The outline of the municipality that you changed stays as it is: it is not made anew from the districts. "
        'If it shall be, choose the advanced option "Overwrite rows changed by hand".',
    ),
    "step_loading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Loading {layer} …",
    ),
    "steps_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not loaded, or only in part: {titles}. The reasons stand further up.",
    ),
    "steps_skipped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not given: {titles}",
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
    "unexpected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "EnAct came upon an error that it does not know: {error} in {place} ({text}). The workspace holds what "
        "was stored before. The log (message log, tab EnAct) tells more; please report it.",
    ),
    "workspace_busy": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Another program is reading or writing {path}. End editing there (or close it) and start again; "
        "nothing was changed.",
    ),
    "workspace_exists": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} exists already. Choose another name.",
    ),
    "workspace_folder_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The folder {path} does not exist. Make it or choose another one.",
    ),
    "workspace_locked_elsewhere": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "EnAct on the computer {host} (process {process}) is writing into {path}. Wait until it has ended. "
        "If it no longer runs there, delete the file {lock} and start again; nothing was changed.",
    ),
    "workspace_migration_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is of an older version (schema {version}) that cannot be brought to schema {target}. It "
        "is unchanged. Load the data into a new workspace.",
    ),
    "ags_not_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The municipality key (AGS) is missing, and {path} does not hold a municipality yet. Give the eight digits of "
        "the key, or choose the workspace of a municipality.",
    ),
    "ags_of_workspace": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No municipality key (AGS) was given: it is that of the workspace, {ags} {name}.",
    ),
    "workspace_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no workspace {path}. Choose an existing one, or open the municipality first.",
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
    "workspace_percent": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: QGIS cannot open a GeoPackage whose path holds “{sign}”. Rename the folder or "
        "the file (a blank instead of %20, for instance), or choose another place.",
    ),
    "workspace_read_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is read-only. Choose a place where you may write, or ask for write access; nothing "
        "was changed.",
    ),
    "workspace_write_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing into {path} failed: {detail}. The state before stands. Close other programs that use "
        "the file, and start again.",
    ),
    "writing_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing {layer} …",
    ),
    "layer_written_of": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: {rows} {rows:row|rows} written, {rows_in} read",
    ),
    "rows_merged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} merged with others",
    ),
    "demo_writing_layers": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing the map data",
    ),
    "hint_findings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "To see the rows in question: in the layer tree open the attribute table of a layer of the "
        'group {layers}, choose "Advanced Filter (Expression)" at the lower left, and enter "findings" '
        'IS NOT NULL; the column is called "Findings".',
    ),
    "finding_only_corrected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "With the corrected values: {text}",
    ),
    "hint_findings_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The findings on plants are in the project under {layers}, and as a map theme of that group; “Review "
        "plants” accepts or corrects them.",
    ),
    "hint_gaps": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "To see buildings with something unknown: in the layer tree open the attribute table of a layer "
        'of the group {layers}, choose "Advanced Filter (Expression)", and enter "use" = \'unknown\', '
        '"storeys" IS NULL or "age_class" = \'unknown\'.',
    ),
    "places_not_checked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Whether the plants lie within the municipality was not checked: the workspace has neither a boundary nor "
        "districts. Load one of them, then the register again.",
    ),
    "hint_project_old": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The maps of {layers} still print the state of the data and the figures from before. Assemble the project "
        "again (enact:assembleproject), or open the municipality again.",
    ),
    "hint_mapping": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "To take over other fields, assign them with “Fields …” in the dialog “Open municipality”, or with "
        "the field mapping of “Load layer by kind”; it is remembered.",
    ),
    "system_disk_full": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "no space is left on the disk",
    ),
    "system_no_right": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "you have no right to do so",
    ),
    "system_no_such_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "there is no such file or folder",
    ),
    "system_is_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "it is a folder",
    ),
    "system_no_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "part of the path is no folder",
    ),
    "system_read_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the place is read-only",
    ),
    "system_file_exists": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "a file of this name is in the way",
    ),
    "system_name_too_long": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the name is too long",
    ),
    "system_device": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the drive does not answer",
    ),
    "system_file_too_large": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the file would become too large for the drive",
    ),
    "system_connection_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the connection was refused",
    ),
    "system_connection_broken": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "the connection was broken off",
    ),
    "system_no_route": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "no way leads there from this network",
    ),
    "system_timed_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "no answer came in time",
    ),
    "system_name_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "no computer of this name is known",
    ),
    # project and styles
    "adding_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Adding layer {layer}",
    ),
    "adding_layouts": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Adding map themes and layouts",
    ),
    "layout_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layout template {layout} of the plugin is missing ({path}). Install EnAct again.",
    ),
    "layout_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layout template {path} cannot be read. Install EnAct again.",
    ),
    "map_text_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The text {text} is missing in the table map_texts.csv. Install EnAct again.",
    ),
    "opening_project": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Opening {path}",
    ),
    "project_folder_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The folder {path} for the project does not exist. Make it or choose another one.",
    ),
    "project_not_qgz": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is no project file name. Choose a name that ends in .qgz.",
    ),
    "layouts_left_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No print layout for {themes}: the workspace holds nothing such a map could show.",
    ),
    "project_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The project {path} could not be read; a new one was made. The old file is kept beside it "
        'with a "~" at the end of its name.',
    ),
    "project_write_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The project {path} cannot be written: {detail}. The project as it was is unchanged. Free "
        "space on the disk, check the rights on the folder, or choose another place.",
    ),
    "storing_styles": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Storing styles in {path}",
    ),
    "style_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The style {style} of the plugin is missing ({path}). Install EnAct again.",
    ),
    "style_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The style {style} of the plugin cannot be read: {detail}. Install EnAct again; a style of "
        "your own: save it again in QGIS as QML.",
    ),
    "style_not_stored": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The rows of {layer} are in {path}, but its style could not be stored there: {detail}. Assemble the "
        "project again to store it.",
    ),
    "styles_not_stored": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The styles stand in the project only, for they could not be stored in {path}. {detail}.",
    ),
    "writing_project": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing {path}",
    ),
    # demo municipality
    "demo_addresses": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Naming streets and numbering houses",
    ),
    "demo_buildings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Placing buildings",
    ),
    "demo_census": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Counting for the census grid",
    ),
    "demo_layers": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Preparing layers",
    ),
    "demo_not_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be written: {detail}. Choose another folder, or free space on the disk.",
    ),
    "demo_plan": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Drawing river, railway and main roads",
    ),
    "demo_register": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Making up register units",
    ),
    "demo_size_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The demo municipality can have {smallest} to {largest} buildings; {size} were asked for. "
        "Choose a number between these.",
    ),
    "demo_streets": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Laying streets",
    ),
    "demo_writing_census": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing the census grid",
    ),
    "demo_writing_register": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Writing the register in three forms",
    ),
    # dialogs
    "algorithm_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The Processing algorithm {id} is not there. Check in the plugin manager that Processing and "
        "EnAct are switched on, and restart QGIS.",
    ),
    "algorithm_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS does not start the work: {reason}",
    ),
    "source_facts_not_understood": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "What is said of the source of {name} is not understood: {text}. Allowed are mapping (an object), licence, "
        "attribution and state_date (texts).",
    ),
    "source_facts_unknown_set": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'SOURCE_FACTS names "{name}", which takes none. Allowed are: {names}.',
    ),
    "field_factor_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{label}: “{text}” is no factor. Type a number other than zero, for instance 1000 or 0,001.",
    ),
    "field_number_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{label}: “{text}” can mean two numbers. Type {whole} or {fraction}.",
    ),
    "field_constant_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{label}: “{text}” does not fit. Expected is {expected}.",
    ),
    "field_source_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Choose the file or layer first; then its fields can be assigned.",
    ),
    "field_kind_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Choose the kind of layer first; then its fields can be assigned.",
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
        "No data set has been chosen. Give at least one file or layer, or tick that what is missing comes from the "
        "services.",
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
    "project_of_other_workspace": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The open project {path} belongs to another workspace than {other}. Choose another file for the project.",
    ),
    "project_not_opened": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS could not open the project {path}. Open it in QGIS by hand, or assemble it again.",
    ),
    # layers by kind, field mapping
    "addresses_split": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{objects} {objects:object holds|objects hold} {addresses} {addresses:address|addresses}; each "
        "became a row.",
    ),
    "boundaries_of_several": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This layer holds {count} {count:municipality|municipalities} ({present}), and nothing says which one is "
        "meant. Choose the municipality (AGS).",
    ),
    "ags_not_in_boundaries": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The municipality {ags} is not among the {count} {count:municipality|municipalities} of this "
        "layer; the nearest keys in it: {present}. Choose a layer that holds it, or check the key.",
    ),
    "areas_wanted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: areas are needed and there are none. The source has: {found}. Choose another layer or "
        "another kind.",
    ),
    "axes_swapped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Northings and eastings of {layer} are swapped (for instance {easting} / {northing}). "
        "Reverse the axis order of the layer and start again.",
    ),
    "degrees_swapped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Latitude and longitude of {layer} are swapped ({first} before {second}). Load the layer "
        "in QGIS, run “Swap X and Y coordinates” of the processing toolbox, and give the result.",
    ),
    "boundary_from_former_keys": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layer is older than municipality {ags}: its area was put together from {former}.",
    ),
    "boundary_taken_as_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The only area of the layer is taken for the municipality; the layer does not tell its key.",
    ),
    "boundary_without_ags": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layer holds {rows} {rows:area|areas} and no field with the municipality key (AGS), so the "
        "municipality cannot be chosen. Give the field in the mapping, or a layer with this one area "
        "only.",
    ),
    "cleaning_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Checking geometry …",
    ),
    "coordinates_not_metric": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The coordinates of {layer} (for instance {easting} / {northing}) are no metres of a UTM "
        "zone in Germany. Set the layer's right coordinate reference system and start again.",
    ),
    "dropped_geometry_degenerate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "areas or lines without extent",
    ),
    "dropped_geometry_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without geometry",
    ),
    "dropped_geometry_not_finite": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "with coordinates that are no numbers",
    ),
    "dropped_geometry_wrong_kind": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "of another geometry type",
    ),
    "fields_left_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:field of the source was|fields of the source were} not taken over: {fields}.",
    ),
    "gas_not_loaded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The gas units could not be loaded; the layer of gas plants stays as it is. The plants are not "
        "concerned.",
    ),
    "geometry_parts_dropped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:geometry|geometries}: only the parts of the right type were kept.",
    ),
    "geometry_reduced_to_point": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:area, line or group of points|areas, lines or groups of points} became one point each.",
    ),
    "geometry_repaired": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:invalid geometry was|invalid geometries were} repaired.",
    ),
    "key_from_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row has|rows have} no usable key; it was made from street, house number and postcode.",
    ),
    "key_from_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row has|rows have} no usable key; it was made from the geometry.",
    ),
    "key_from_row": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row has|rows have} no usable key; it was made from the texts in it.",
    ),
    "key_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row|rows} without usable key {rows:was|were} recognised and {rows:keeps|keep} the key from the "
        "load before.",
    ),
    "key_not_unique": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row|rows} shared a key with others; it was extended.",
    ),
    "layer_without_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} needs a geometry, and the source has none. Its fields: {fields}. Load the table in "
        "QGIS as a point layer first, or choose the layer it belongs to.",
    ),
    "lines_wanted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: lines are needed and there are none. The source has: {found}. Choose another layer or "
        "another kind.",
    ),
    "making_keys": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Making keys …",
    ),
    "mapping_entry_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The field mapping of "{target}" cannot be read: {value}. Allowed are a field name, null, '
        'or an object with "field", "factor" (a number but zero), "values", or with "value".',
    ),
    "mapping_field_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The field mapping takes "{target}" from the field "{field}", which the source does not have. '
        "It has: {fields}.",
    ),
    "mapping_fields": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Mapping fields …",
    ),
    "mapping_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'For "{kind}" no field was found for: {missing}. The source has: {fields}. Say in the field '
        "mapping which field it is, or choose another kind.",
    ),
    "mapping_reason_case": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'Known as "{matched}" but for upper and lower case.',
    ),
    "mapping_reason_exact": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{matched}" is a known name of this field.',
    ),
    "mapping_reason_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Chosen by you, or remembered for sources of this form.",
    ),
    "mapping_reason_normalised": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'Known as "{matched}" but for umlauts and signs.',
    ),
    "mapping_reason_part": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The last part of the name is known: "{matched}". Please check.',
    ),
    "mapping_reason_truncated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The first ten letters of "{matched}", as shapefiles keep them.',
    ),
    "mapping_reason_unit": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'Known as "{matched}", with a unit behind it (factor {factor}).',
    ),
    "mapping_target_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The field mapping names the column "{target}", which the layer does not have. It has: {targets}.',
    ),
    "nothing_in_municipality": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: nothing in the source lies in the municipality (objects: {rows}). Check the "
        "coordinate reference system, and whether the file and the boundary (or the districts) "
        "are of this municipality.",
    ),
    "part_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:row has|rows have} no value in {column}. Give the field, or one value for all, with the field "
        "mapping.",
    ),
    "parts_joined": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:area was|areas were} joined with others of the same key ({column}).",
    ),
    "percent_looks_like_share": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: no value of the field "{field}" exceeds {highest}; it seems to hold shares of '
        "one, not {unit}. Then give the factor 100 in the field mapping.",
    ),
    "pipes_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: gas networks are kept by block only, never as pipes (lines or points in the source: "
        "{rows}). Give the blocks with their connections.",
    ),
    "points_from_columns": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The points were made from the fields {easting} and {northing}.",
    ),
    "points_wanted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: points are needed and there are none. The source has: {found}. Choose another layer or "
        "another kind.",
    ),
    "rows_outside_municipality": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:object|objects} outside the municipality {rows:was|were} left out.",
    ),
    "rows_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:repetition of another row was|repetitions of other rows were} merged.",
    ),
    "shapes_wanted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: geometries are needed and there are none. The source has: {found}. Choose another "
        "layer or another kind.",
    ),
    "unit_assumed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: the field "{field}" does not tell its unit; {unit} was assumed.',
    ),
    "unit_doubtful": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: the middle value {median} is implausible in {unit}; the field "{field}" is more '
        "likely in {hint}. Give the factor in the field mapping.",
    ),
    "value_not_in_list": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: {rows} {rows:value|values} of the field "{field}" {rows:stands|stand} in no known '
        'list, for instance {examples}. They can be assigned in the field mapping under "values".',
    ),
    "value_rounded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: {rows} {rows:value|values} of the field "{field}" had decimals and {rows:was|were} '
        "rounded.",
    ),
    "date_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: {rows} {rows:value|values} of the field "{field}" {rows:lies|lie} before 1678 or after '
        "2261, for instance {examples}. Such days cannot be stored and are left empty.",
    ),
    "number_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: nothing in the field "{field}" shows whether its points and commas separate thousands or '
        "decimals, for instance {examples} ({rows} {rows:value|values}). Read as Germans write: a point before "
        "three digits separates thousands, a comma decimals. If that is wrong, give the factor 0.001 or 1000 in "
        "the field mapping.",
    ),
    "value_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{column}: {rows} {rows:value|values} of the field "{field}" cannot be read and {rows:is|are} '
        "left empty, for instance {examples}.",
    ),
    # municipality keys
    "ags_before_reform": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ags} is a Saxon municipality key from before the district reform of 1 August 2008; no "
        "municipality bears it today. Choose the municipality by its name; its key of today "
        "stands beside it in the list.",
    ),
    "ags_before_reform_near": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No municipality bears the key {ags} today; Saxon keys that began so ended with the "
        "district reform of 1 August 2008. Similar keys: {near}. Choose the municipality by its "
        "name, or correct the digits.",
    ),
    "ags_district_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ags} is no municipality key: Saxony has no district whose key begins with the same "
        "five digits. Choose the municipality by its name, or correct the digits.",
    ),
    "ags_district_unknown_near": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ags} is no municipality key: Saxony has no district whose key begins with the same "
        "five digits. Similar keys: {near}. Choose the municipality by its name, or correct the "
        "digits.",
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
        "No municipality of Saxony has or had the key {ags} since August 2008. It is used as given: the "
        "name is missing on the maps, and the register and boundary layers will hardly hold it. Check "
        "the digits.",
    ),
    # register
    "ags_near": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Similar to {ags}: {near}.",
    ),
    "most_units_outside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Most units with a place lie outside the boundary ({outside} of {count}): it is probably "
        "another municipality's. Check whether boundary or districts belong to this municipality.",
    ),
    "ags_changed_by_spreadsheet": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{path}: a spreadsheet changed the municipality keys (for instance "{value}", {units} '
        "{units:row|rows}), and nobody can tell any more which municipality a unit belongs to. "
        "Download the file again, and do not open it in a spreadsheet before it is loaded.",
    ),
    "ags_not_in_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no unit with the municipality key {ags}. Most frequent are: {found}. Choose "
        "that municipality, or export the units with the filter Gemeindeschlüssel = {ags}.",
    ),
    "ags_old_resolved": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:unit stands|units stand} under a municipality key that is no longer valid and "
        "{count:was|were} assigned to the successor.",
    ),
    "areas_chp_heat_once": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The heat of a CHP plant with several units counts once, at its largest existing unit, first "
        "among those with a place.",
    ),
    "areas_crs_differs": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The coordinate reference system of the layer {area} ({crs}) is not that of the plants "
        "({expected}). Load the layer into the workspace first.",
    ),
    "areas_districts_by_postcode": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows of districts hold units with a point, and units without one whose postcode area lies wholly"
        " inside the district; up to 30 kW the register publishes no place. Their completeness stands in "
        "each row.",
    ),
    "areas_existing_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Sums count existing units: in operation or temporarily closed. Planned and closed units are "
        "in no sum.",
    ),
    "areas_store_once": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The capacity of a store with several units counts once, at its largest existing unit, first among "
        "those with a "
        "place.",
    ),
    "areas_storage_apart": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Storage is never added to generation: the sum of all carriers leaves it out, its capacity "
        "stands in a column of its own.",
    ),
    "carrier_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The energy carrier “{delivered_carrier}” is unknown.",
    ),
    "code_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:unit has|units have} a catalogue number of the register that EnAct does not "
        "know; it was kept.",
    ),
    "commissioned_in_future": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The commissioning on {commissioned} lies in the future.",
    ),
    "coordinates_abroad": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The coordinates {latitude} N, {longitude} E lie outside Germany.",
    ),
    "coordinates_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Latitude {latitude} and longitude {longitude} are no place and cannot be used.",
    ),
    "coordinates_outside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The coordinates {latitude} N, {longitude} E lie outside the municipality {municipality}.",
    ),
    "coordinates_swapped": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Latitude {latitude} and longitude {longitude} are swapped and cannot be used as they stand.",
    ),
    "coordinates_zero": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The coordinates are 0/0 and cannot be used.",
    ),
    "csv_column_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} lacks the columns {headings}. Export all columns of the extended unit overview.",
    ),
    "csv_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ends within its last line: the download was broken off, more units may be missing. "
        "Export again.",
    ),
    "csv_dates_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the dates (for instance {example}) may have the day or the month in front, and "
        "no value of the file tells which. Choose the order of day and month in the processing "
        "toolbox (“Open municipality” or “Load plants”, advanced parameters; DATE_ORDER=dmy: day "
        "first, mdy: month first).",
    ),
    "csv_dates_conflict": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {first} has the day in front, {second} the month. Two exports were joined, or "
        "another program changed the dates. Load the exports one by one, or choose the order of "
        "day and month in the processing toolbox (“Open municipality” or “Load plants”, advanced "
        "parameters; DATE_ORDER=dmy or mdy); dates that do not fit stay empty then.",
    ),
    "csv_dates_mixed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: dates are written in two ways ({first} and {second}). A spreadsheet has changed "
        "part of them, perhaps with day and month swapped. Choose the file as the register "
        "delivered it, or choose the order of day and month in the processing toolbox (“Open "
        "municipality” or “Load plants”, advanced parameters; DATE_ORDER=dmy or mdy).",
    ),
    "csv_delimiter": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{path} separates its values by "{found}" instead of "{expected}": it was saved by '
        "another program. Choose the file as the register delivered it, or save it with "
        '"{expected}".',
    ),
    "csv_headings_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:column is unknown and was|columns are unknown and were} not read: {headings}",
    ),
    "csv_is_json": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds JSON. Choose json as the form of the register data (SOURCE=json).",
    ),
    "csv_no_rows": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no unit below the headings (damaged lines: {broken}). Export the units again.",
    ),
    "csv_not_register": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is no export of the Marktstammdatenregister: the first line holds {headings}. "
        'Expected is the CSV of the extended unit overview, whose first column is "MaStR-Nr. der '
        'Einheit".',
    ),
    "csv_numbers_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{path}: nothing shows whether the mark before the last three digits in the field "{field}" separates '
        "thousands or begins decimals, for instance {examples} ({rows} {rows:value|values}). Read as thousands. "
        "Compare with the register, and correct what is wrong with “Review plants”.",
    ),
    "csv_rows_broken": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:line does|lines do} not fit the headings and {count:was|were} left out "
        "(line {lines}). Compare with the export.",
    ),
    "csv_simple_overview": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is the simple export ({columns} columns, without municipality key). Export again in the "
        'register under "Erweiterte Einheitenübersicht" (extended unit overview).',
    ),
    "date_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{unreadable}” in the field {field} ({path}) is no date; the field stays empty. Correct "
        "it in the register or the file and load it again.",
    ),
    "dropped_ags_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without readable municipality key",
    ),
    "dropped_record_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "entry is no record",
    ),
    "dropped_row_broken": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "line does not fit the headings",
    ),
    "folder_without_json": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The folder {path} holds no file ending in .json.",
    ),
    "gross_below_net": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The gross power ({gross_kw} kW) is below the net power ({net_kw} kW).",
    ),
    "gross_net_ratio": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The gross power ({gross_kw} kW) and the inverter's net power ({net_kw} kW) do not fit each "
        "other: watts may have been entered as kilowatts.",
    ),
    "id_duplicate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The unit occurs several times with different values; the newest state was taken.",
    ),
    "id_invalid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This is no MaStR number (three letters and twelve digits).",
    ),
    "json_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ends too early (character {position}): the download was broken off, units are missing. "
        "Fetch it again; nothing was loaded.",
    ),
    "json_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no units. Check the filter of the request.",
    ),
    "json_endpoint_error": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds an error of the register instead of units: {message} The request needs all five "
        "parameters sort, page, pageSize, group, filter (they may be empty).",
    ),
    "json_field_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The records of {path} lack the fields {fields}: it is the simple overview or an excerpt. "
        "Fetch GetErweiterteOeffentlicheEinheitStromerzeugung.",
    ),
    "json_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: of {total} {total:unit|units} {missing} {missing:is|are} missing. Fetch all pages.",
    ),
    "json_is_csv": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds a CSV table. Choose csv as the form of the register data (SOURCE=csv).",
    ),
    "json_more_than_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: more units are there ({units}) than the register states ({total}): it changed while "
        "they were fetched, or the pages belong to different requests. Fetch them again if the figures "
        "must be exact.",
    ),
    "json_not_register": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no units of the register's JSON endpoint; found were the fields {fields}.",
    ),
    "json_request_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{path} holds the answer {{"Error":true}}: the register did not understand a value of the '
        "filter. Check the request and fetch it again.",
    ),
    "json_totals_differ": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the pages state different totals ({low} to {high}): the register changed while they "
        "were fetched, or they belong to different requests.",
    ),
    "json_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is no valid JSON (character {position}). Fetch it again.",
    ),
    "leading_zero_restored": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Municipality key or postcode of {count} {count:unit|units} had lost the leading zero (a "
        "spreadsheet removes it); it was put back.",
    ),
    "module_power": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{gross_kw} kW on {module_count} {module_count:module|modules}: implausible per module; watts "
        "were entered as kilowatts, or modules counted wrong.",
    ),
    "calorific_value": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A calorific value of {calorific_kwh_m3} kWh/m³ is implausible for any gas; it may have been entered in "
        "MJ/m³.",
    ),
    "number_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{unreadable}” in the field {field} ({path}) is no number; the field stays empty. "
        "Correct it in the register or the file and load it again.",
    ),
    "open_mastr_columns_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} lacks the columns {columns}. Export the table of units with open-mastr once more and load it as "
        "it is.",
    ),
    "open_mastr_files_unused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:file holds|files hold} other tables and {count:was|were} not read: {files}",
    ),
    "open_mastr_no_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no table of units of open-mastr (found: {found}). Choose the folder with the CSV files that "
        "open-mastr exported, for instance bnetza_mastr_solar_raw.csv.",
    ),
    "open_mastr_tables_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} lacks {count} {count:table|tables} of open-mastr: {files}. What {count:it holds|they hold} stays "
        "empty: storage capacity, voltage or the kind of operator.",
    ),
    "plug_in_power": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{gross_kw} kW gross and {net_kw} kW net are too much for a plug-in solar device.",
    ),
    "storage_hours": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{storage_kwh} kWh of storage at {gross_kw} kW gross power do not fit each other: watt-hours may have been "
        "entered as kilowatt-hours, or watts as kilowatts.",
    ),
    "register_converting": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Converting numbers and dates (units: {units}) …",
    ),
    "register_encoding_damaged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: single characters are damaged and were replaced. Names may be wrong; figures are "
        "not concerned.",
    ),
    "register_encoding_windows": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is not stored as UTF-8 but in the Windows code page: another program has saved it. "
        "It was read so.",
    ),
    "register_file_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is empty. Export the units again.",
    ),
    "register_file_is_html": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds a web page, not data: an error or maintenance page of the register, or the "
        "saved page instead of the download. Export the units again.",
    ),
    "register_file_is_xml": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is an XML file, as a single table of the bulk export (Gesamtdatenexport) is. Give the whole zip "
        "file.",
    ),
    "register_file_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} does not exist. Choose the file again.",
    ),
    "register_file_not_text": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is no text file but an archive, a workbook or a PDF. Unpack it, or save the workbook "
        "as CSV (UTF-8, semicolons) from the original export.",
    ),
    "register_file_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be read: {detail}. Close programs that have it open, or check your rights to "
        "the folder.",
    ),
    "register_reading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading {path} …",
    ),
    "register_rows": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows read: {rows} …",
    ),
    "register_table": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Making the plant table (units: {units}) …",
    ),
    "row_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The line is cut off; its last values are missing.",
    ),
    "status_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The status “{delivered_status}” is unknown; the unit is in no sum.",
    ),
    "unit_migrated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The unit was taken over from the registers before 2019; its operator may have registered it "
        "again, then it counts twice.",
    ),
    "units_not_existing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Planned, closed or of unknown status: {count} of {total} {total:unit|units}; in no sum.",
    ),
    "bulk_ags_not_in_export": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no unit with the municipality key {ags}; {count} {count:unit was|units were} looked "
        "through. Check the key, or give an export of all of Germany.",
    ),
    "bulk_catalogue_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no table Katalogwerte: codes whose words EnAct does not know stay numbers.",
    ),
    "bulk_dangling": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{table}: {count} of {total} {total:number|numbers} that units refer to {count:is|are} not in "
        "the export; what only this table says stays empty there.",
    ),
    "bulk_elements_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{table}: {count} {count:field is|fields are} not known to EnAct ({elements}) and "
        "{count:was|were} left out.",
    ),
    "bulk_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: a folder with exactly one zip file is needed, {count} {count:is|are} there. Give the zip of the "
        "bulk export (Gesamtdatenexport) itself.",
    ),
    "bulk_unpacked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The folder {path} holds XML files, as the unpacked bulk export (Gesamtdatenexport) does. Give the whole zip "
        "file, as it was downloaded.",
    ),
    "bulk_no_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no table of units (found: {tables}). Give the whole export of the register "
        "(Gesamtdatenexport), not a part of it.",
    ),
    "bulk_plants_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no table {table}: what only this table says stays empty.",
    ),
    "bulk_rows_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{table}: {count} {count:row repeats|rows repeat} the number of another; the newest was taken.",
    ),
    "bulk_rows_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{table}: {count} {count:row|rows} could not be read; what only {count:it says|they say} stays "
        "empty.",
    ),
    "bulk_state_of_changes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "State of the data: {date}, the day of the newest change in it; the export states no later day.",
    ),
    "bulk_state_of_files": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "State of the data: {date}, the day on which the files of the export were written.",
    ),
    "bulk_state_of_name": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "State of the data: {date}, as the name of the export says.",
    ),
    "bulk_table": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading the table {table} …",
    ),
    "bulk_gas_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no table {tables}: it does not tell all gas units. The layer of gas plants stays as it is.",
    ),
    "bulk_units_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: no unit of {ags} is left. {count} {count:row that is|rows that are} of it, or may be, could not "
        "be read ({member}): {dropped}. Load the export from the register again.",
    ),
    "units_all_deactivated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:unit|units} of {ags}, and the register calls each of them deleted or "
        "deactivated; nothing was loaded. Check the key and the date of the file.",
    ),
    "bulk_units_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no table {table}: units of this kind are missing.",
    ),
    "bulk_units_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:row repeats|rows repeat} a unit, as at the ends of the export's files; "
        "each unit was taken once.",
    ),
    "dropped_unit_deactivated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "deleted or deactivated in the register",
    ),
    "bulk_plants": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading what other tables say of the units ({units}) …",
    ),
    "bulk_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading the units …",
    ),
    "register_archive_not_zip": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is no zip archive. The bulk export of the register is a zip of about 3 GB; choose "
        "that file, or load CSV and JSON files by their own source.",
    ),
    "register_archive_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} ends before the end of the archive: the download broke off. Load the file again.",
    ),
    "register_archive_damaged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The directory of the archive {path} is damaged. Load the file again.",
    ),
    "register_archive_too_many": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The archive {path} lists {members} files, more than the {limit} that an export of the "
        "register may have. It is not read; load the export from the register again.",
    ),
    "register_archive_too_large": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The tables in {path} would hold {size_mib} MiB, more than the limit of {limit_mib} MiB. The "
        "archive is not read; load the export from the register again.",
    ),
    "register_archive_no_tables": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is a zip archive without tables of the register (EinheitenSolar_1.xml and so on). "
        "Choose the bulk export itself, not an archive around it.",
    ),
    "register_member_too_large": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} would hold {size_mib} MiB, more than the limit of {limit_mib} "
        "MiB. The archive is not read; load the export from the register again.",
    ),
    "register_member_ratio": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} is packed {ratio}-fold, more than {limit}-fold as no table of "
        "the register is: it may be made to fill the memory. The archive is not read; load the "
        "export from the register again.",
    ),
    "register_member_encrypted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} is encrypted; the register's export is not. Unpack the archive "
        "with its password and pack it again without.",
    ),
    "register_member_compression": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} is packed in a way that cannot be read here ({method}). Unpack "
        "the archive and pack it again as an ordinary zip (Deflate), or load the export from the "
        "register again.",
    ),
    "register_member_doubled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The archive {path} holds the same part of a table twice: {member} and {other}. Which one "
        "counts cannot be told; leave only one export in the archive.",
    ),
    "register_member_damaged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} is damaged: its length or check sum is not what the archive "
        "says. Load the file again.",
    ),
    "register_member_not_xml": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} is no table of the register: it does not begin as XML with a "
        "table and its rows. Load the export from the register again.",
    ),
    "register_member_encoding": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} says it is written in {encoding}; the register writes UTF-16, "
        "and UTF-8 is read too. Load the export from the register again.",
    ),
    "register_member_dtd": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} declares a document type or entities, which no table of the "
        "register does. They are never expanded; the archive is not read. Load the export from the "
        "register again.",
    ),
    "register_excerpt": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "What was loaded is an excerpt: units are missing from it. The sums are too low, and none of them counts as "
        "complete.",
    ),
    "register_carriers_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "All units of some energy carriers that earlier states had are missing from what was loaded: it is an excerpt. "
        "Sums of all carriers, and of those of which it has no unit, do not count as complete.",
    ),
    "units_of_one_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file holds units of one energy carrier only ({carrier}). If it was filtered, load a file of all units; if "
        "the municipality has no others, switch on “The file holds all units of the municipality” (WHOLE).",
    ),
    "register_one_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Only one energy carrier was loaded: sums of all carriers do not count as complete.",
    ),
    "register_rows_unread": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not all rows of the register could be read, or parts or pages are missing: the sums may be too low, "
        "and none of "
        "them counts as complete.",
    ),
    "register_tables_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The export lacks tables of units: sums of all carriers, and of those of which it has no unit, do not count as "
        "complete.",
    ),
    "register_row_too_long": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A row of the file {member} in {path} is longer than {limit_mib} MiB: its end is missing. "
        "Load the export from the register again.",
    ),
    "register_members_strange": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {count} {count:file is|files are} not read, as no table of the register is called so: "
        "{members}. A part of a table is called, for instance, EinheitenSolar_2.xml; give it that name if it is "
        "one.",
    ),
    "register_parts_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the table {table} lacks its parts {parts}; their units are not in the result. Load "
        "the export from the register again.",
    ),
    "register_member_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {member} in {path} ends before its table does: all rows behind the cut are missing, and how "
        "many is not known. Load the export from the register again.",
    ),
    "register_row_malformed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{member} in {path}: {rows} {rows:row has|rows have} missing or mismatched tags; not read.",
    ),
    "register_row_unknown_entity": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{member} in {path}: {rows} {rows:row has|rows have} an entity unknown to XML; not read.",
    ),
    "register_row_undecodable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{member} in {path}: {rows} {rows:row has|rows have} unreadable characters; not read.",
    ),
    "register_row_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{member} in {path} breaks off within a row: it and all rows behind it are missing.",
    ),
    "dropped_row_malformed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "rows whose markup is broken",
    ),
    "dropped_row_undecodable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "rows with characters that cannot be read",
    ),
    "dropped_row_unknown_entity": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "rows with an unknown XML entity",
    ),
    "dropped_row_cut_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "rows at which a file breaks off (what is missing behind them is not counted)",
    ),
    "units_of_others": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:unit of the file belongs to another municipality and was|units of the file "
        "belong to other municipalities and were} not taken.",
    ),
    "statistics_quoted_power": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Figures per inhabitant and km², classes, years and targets are of gross power for photovoltaics "
        "and of net power for all else.",
    ),
    "statistics_yield_estimated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The yearly yield is an estimate: power in operation times full-load hours (table "
        "full_load_hours), with the lowest and highest published figures. Storage has none.",
    ),
    "inhabitants_of_districts": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The inhabitants of the municipality are the sum of its districts.",
    ),
    "inhabitants_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Figures per inhabitant stay empty for the municipality: give its inhabitants (INHABITANTS), or "
        "load the layer “Inhabitants and dwellings” (population).",
    ),
    "yield_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The estimated yield leaves out {kw} of {total_kw} kW in operation: for their energy carriers "
        "there are no full-load hours.",
    ),
    "districts_not_rankable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Districts cannot be compared: only {percent} % of existing generation units and {percent_kw} % of "
        "their power can be placed in one ({least} % are needed).",
    ),
    "all_in_town_and_postcodes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Municipality and postcode areas hold all plants.",
    ),
    "postcodes_not_rankable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Postcode areas cannot be compared: only {percent} % of existing generation units and {percent_kw} % of"
        " their power name one ({least} % are needed).",
    ),
    "targets_column_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the column for “{column}” is missing. Needed are energy carrier, year and power (kW); "
        "found: {found}.",
    ),
    "targets_carrier_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}, line {line}: “{value}” in {field} is no known energy carrier. Known are: {carriers}.",
    ),
    "targets_value_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}, line {line}: “{value}” in {field} cannot be read. Wanted are a year such as 2030 and a "
        "power in kW such as 400000.",
    ),
    "targets_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: there are several targets for {carrier} in {year}. Keep one.",
    ),
    "units_unlocated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without a place in the register: {units} of {total} {total:existing plant|existing plants} "
        "(generation: {kw} of {total_kw} kW net). {units:It is|They are} counted by municipality and "
        "postcode and never drawn at an invented point.",
    ),
    "feeding_crs_differs": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Plants ({expected}) and heat networks ({crs}) are not in the same coordinate reference system. "
        "Load the networks into the workspace again.",
    ),
    "feeding_heat_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:plant|plants} of combined heat and power or biomass beside a heat network "
        "{count:states|state} no useful heat in the register and {count:is|are} not proposed. Mark the field "
        "feeds_network by “Review plants” where one feeds the network.",
    ),
    "feeding_is_proposed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The register does not say which plant feeds a heat network: proposed are combined heat and power and "
        "biomass plants by heat and distance (table heat_feeding). Only what the planner confirms is drawn.",
    ),
    "feeding_to_confirm": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:plant is|plants are} proposed as feeding a heat network. Confirm or reject each with "
        "“Review plants”: field feeds_network, value yes or no.",
    ),
    "feeding_without_network": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace {path} holds no heat network. Load one with “Load layer by kind”: heat_networks (pipes) or "
        "heat_network_areas.",
    ),
    "plants_not_placed_by_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{units} of {total} {total:plant|plants} with a street but without usable coordinates {units:stays|stay} "
        "without a point: no house number {not_given}, street not found {street_unknown}, number not found "
        "{number_unknown}, other postcode {other_postcode}, several places {ambiguous}, too uncertain "
        "{uncertain}.",
    ),
    "plants_placed_by_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{units} of {total} {total:plant|plants} with a street but without usable coordinates {units:is|are} drawn at "
        "the address the register publishes; source and confidence stand in the layer.",
    ),
    # services of the internet
    "cache_too_small": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: {size} MB are needed, {present} MB are free. Make room on this drive, or download the "
        "file with the browser to another one.",
    ),
    "cache_unwritable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be written: {detail}. What was fetched before is as it was.",
    ),
    "service_fetching": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fetching from {service} ({host}): {rows} {rows:object|objects} so far",
    ),
    "service_tile_too_full": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) does not deliver all objects of a small place, however small the part that is asked "
        "for; it counts {count} {count:object|objects} there. Load the data from a file.",
    ),
    "service_no_end": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) delivers without end: {rows} {rows:object|objects} came, far more than there can be. "
        "Ask again later, or load the data from a file.",
    ),
    "service_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) did not deliver everything; parts of the area that are missing: {failed} of {tiles}. The "
        "others are kept: the next attempt asks only for what is missing.",
    ),
    "service_count_unmet": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) counts {count} {count:object|objects} and delivered {rows}. Compare what was loaded with "
        "another source: something may be missing.",
    ),
    "service_count_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) counts {count} {count:object|objects} in a part of the area and delivered {rows}. "
        "Smaller parts brought no more: its count is wrong.",
    ),
    "service_not_refreshed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Nothing new can be had now. What was delivered on {date} is still on this computer; without 'Ask the services "
        "anew' it is taken.",
    ),
    "service_answer_old": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) cannot deliver now. Taken is what it delivered on {date}, from this computer.",
    ),
    "service_page_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}, an answer of a service, cannot be read: {detail}. Fetch it anew; if that does not help, "
        "the service delivers something else than agreed: use a downloaded file instead.",
    ),
    "service_page_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}, an answer of a service, is not whole: only {count} of {expected} "
        "{expected:object|objects} can be read. Fetch it anew, or use a downloaded file instead.",
    ),
    "service_table_columns": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no column {wanted}; its columns are: {columns}. The table has another form than EnAct"
        " knows: download it, and load it as a file with a field mapping.",
    ),
    "service_objects_differ": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:object|objects} came more than once and with different geometries; the first was "
        "kept. The service cuts objects at the border of what is asked: check those along straight edges "
        "on the map.",
    ),
    "service_objects_contradict": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:object|objects} came more than once under the same key, at the same place and with other "
        "values; the first was kept. Perhaps the data were changed while they were fetched, or the key does not "
        "tell objects apart: load anew later, and compare.",
    ),
    "service_axes_turned": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The service delivers northings before eastings; EnAct turned them.",
    ),
    "merging_pages": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Putting the objects into one layer: answer {page} of {total} …",
    ),
    "export_cached": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} cannot give the bulk export (Gesamtdatenexport) now. Read are the pieces of the export of {date} that "
        "are kept on this computer.",
    ),
    "export_page_cached": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The download page of {host} leads to no bulk export now. Taken is the one used last ({file}); there may be a "
        "newer one.",
    ),
    "export_page_not_noted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The export was read, but which one the download page of {host} leads to could not be noted: while the page "
        "does not answer, it cannot be taken again without its address. {reason}",
    ),
    "export_link_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The download page {path} holds no link to a bulk export. Open it in the browser, download the "
        "export and give the file.",
    ),
    "place_degrees": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{latitude} N, {longitude} E",
    ),
    "input_not_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No layer or file is given. Choose one, or let the services be asked (SOURCE=online).",
    ),
    "service_too_much": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) does not deliver everything even for a small area. {detail} "
        "Ask again later, or load the data from a file.",
    ),
    "service_zip_damaged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: the file of tile {tile} from {host} is damaged ({detail}). "
        "Load again; if it stays so, tell the provider.",
    ),
    "service_tile_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: tile {tile} is in the list of files, but {host} does not have its file. "
        "Load again later; if it stays so, tell the provider.",
    ),
    "service_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: {host} sent an answer that cannot be read ({detail}). "
        "Load again later; if it stays so, tell the provider, or load a file instead.",
    ),
    "service_links_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: the page on {host} no longer says where the files of '{name}' lie. "
        "Fetch them by hand and load them as a file.",
    ),
    "service_and_input": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A layer or file and a service are given at once. Give one of them: leave the layer or file empty "
        "to ask the service.",
    ),
    "service_and_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A known service (SERVICE) and the address of another (ADDRESS) are given at once. Give one of them.",
    ),
    "service_layer_without_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A layer of a service is named (LAYER), but no address (ADDRESS). Give the address of the service.",
    ),
    "service_none_usual": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{wanted}: no service is usual for {ags}. Choose one of these (SERVICE): {ids}.",
    ),
    "service_none_known": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{wanted}: no service is known for {ags}. Load a file, or give the address of a service (ADDRESS).",
    ),
    "service_serves_other": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} delivers {kind}, and {wanted} is wanted. Choose a service for it, or leave SERVICE empty.",
    ),
    "service_needs_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} is asked for an area, and {path} holds no boundary yet. Load the boundary first ('Load "
        "layer by kind', boundary), or give one (BOUNDARY).",
    ),
    "service_needs_ags": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{wanted}: which municipality? The workspace was made without a key. Give the key (AGS) when it is "
        "made, or an address (ADDRESS).",
    ),
    "service_login_for_one": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The authentication of QGIS (AUTHCFG) is for one service, but several would be asked: {hosts}. Give the "
        "one it is for (SERVICE or ADDRESS), and load the others in a run of their own.",
    ),
    "service_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} delivered nothing that can be used. {reason}",
    ),
    "service_instead": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} delivered nothing that can be used. {reason} A file serves instead: {file}, from {page}",
    ),
    "services_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the services delivered anything. {reasons}",
    ),
    "service_only_one": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{wanted} can be loaded from one service at a time. Choose one (SERVICE) of: {names}.",
    ),
    "service_nothing_there": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} holds nothing in this municipality.",
    ),
    "service_ags_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) knows no municipality with the key {ags}. Check the key (AGS).",
    ),
    "service_fields_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} no longer delivers these fields: {fields}. What they would fill stays empty or is taken "
        "from fields of similar names.",
    ),
    "service_asked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Asking {service} ({host})",
    ),
    "service_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:object|objects} from {service}, fetched on {date}, kept on this computer",
    ),
    "service_files": QT_TRANSLATE_NOOP("EnactMessages", "{service}, fetched on {date}"),
    "service_files_kept": QT_TRANSLATE_NOOP(
        "EnactMessages", "{service}, fetched on {date}, kept on this computer"
    ),
    "service_delivered": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:object|objects} from {service}, fetched on {date}",
    ),
    "service_link_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: {host} no longer links the file on {path}. Open the page, fetch the file and load it as "
        "a file.",
    ),
    "service_file_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: {host} delivered something else than a {suffix} file. Try again later, or fetch the file "
        "with the browser.",
    ),
    "service_unforeseen": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: the answer of {host} cannot be understood ({error}). The log has more.",
    ),
    "service_check": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Checking services: {count} of {total}",
    ),
    "service_fields_gone": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fields that are missing: {fields}.",
    ),
    "service_holds_nothing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "It holds no object.",
    ),
    "service_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No service is called {id}. There are: {known}.",
    ),
    "presets_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the addresses of the services cannot be read ({detail}). Undo the last change of this file, "
        "or install EnAct again.",
    ),
    "service_broken_off": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}): the answer broke off before its end, several times. Try again later, or "
        "load a file.",
    ),
    "service_exception": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{service} ({host}) answers with an error: "{words}". Try again later, or load a file.',
    ),
    "service_layer_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{service} ({host}) has no layer "{layer}". It offers: {known}',
    ),
    "service_crs_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{service} ({host}): the layer "{layer}" is offered in no known coordinate reference system, '
        "only in: {known}. Load a file instead.",
    ),
    "service_other_crs": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) answers in another coordinate reference system ({found}) than the one "
        "asked for ({asked}). Load a file instead.",
    ),
    "service_entities": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}): the answer defines its own abbreviations (a document type definition), "
        "which could be used to attack; it is not read. Check the address.",
    ),
    "service_no_wfs": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}): the answer is no description of a WFS. Check the address.",
    ),
    "service_no_objects": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '{service} ({host}): the answer holds no map objects but "{found}". Check address and layer.',
    ),
    "service_filter": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The filter "{filter}" of a service is not understood at "{place}". Written are conditions '
        "such as: ags = 14713000 AND gf = 4",
    ),
    "service_curves": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) delivers curved borders although straight ones were asked for; they would be "
        "lost. Load a file instead.",
    ),
    "service_folder": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) is a folder of several services: {names}. Give the address of one of them.",
    ),
    "service_layer_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}): several layers match “{layer}”: {known}. Name one of them exactly, or give its "
        "number.",
    ),
    "service_layer_choose": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) has several layers. Choose one (LAYER) of: {known}",
    ),
    "service_login": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}) is not open to everyone: “{words}”. Ask the operator for access and choose an "
        "authentication configuration of QGIS (AUTHCFG), or load a file.",
    ),
    "service_not_recognised": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} answers at this address as none of the services that EnAct can ask ({tried}). Check the "
        "address: it often stands as “WFS”, “OGC API” or “REST” on the page that describes the data.",
    ),
    "service_pictures_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service} ({host}): “{layer}” comes only as a picture (map), without objects. Look for a WFS, OGC "
        "API or feature service with the same data, or load a file.",
    ),
    "service_page": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{service}: {host} answered with a web page instead of data, as a proxy does that wants a login, or "
        "a service under maintenance. Open a page of this host in the browser, log in there, and try again.",
    ),
    "check_works": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "works",
    ),
    "check_otherwise": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "answers otherwise than expected",
    ),
    "check_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "refuses",
    ),
    "check_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "not there",
    ),
    "check_unreachable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "cannot be reached",
    ),
    "check_failed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "answers with an error",
    ),
    "check_service": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Service",
    ),
    "check_kind": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Delivers",
    ),
    "check_host": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Host",
    ),
    "check_state": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Today",
    ),
    "check_objects": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Objects",
    ),
    "check_detail": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Details",
    ),
    "check_licence": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Licence",
    ),
    "check_seen": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Seen working",
    ),
    "check_page": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Page with the file",
    ),
    "check_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Address",
    ),
    "check_id": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Id (SERVICE)",
    ),
    "check_sheet": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Services",
    ),
    "services_checked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Services checked: {count}; as expected: {working}. Pages with files that serve instead stand in the "
        "table (OUTPUT) and in docs/dienste.md.",
    ),
    "check_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "File instead",
    ),
    "services_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Kept, because they came from files: {titles}",
    ),
    "services_unasked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not asked for, because without a boundary no area is known: {titles}. Give a file of the boundary or of the "
        "districts, leave the services switched on (ONLINE=yes), and run it again.",
    ),
    "service_file_instead": QT_TRANSLATE_NOOP("EnactMessages", "{layer}: {file}, from {page}"),
    "services_on_demand": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer}: no service is asked of its own accord. Only on request, as SERVICE of the loader: {ids}. Or give a "
        "file.",
    ),
    "services_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No service is known for: {titles}. Files can be given.",
    ),
    "register_no_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No file is given: the register is asked online.",
    ),
    "register_online_cached": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The register could not be asked now. Shown is what was fetched from it on {date} ({units} "
        "{units:unit|units}).",
    ),
    "register_online_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} says it has no unit at all, which cannot be. Try again later, or load a file (SOURCE=csv "
        "or bulk).",
    ),
    "register_online_error": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} answered with an error: “{message}”. Try again later, or load a file (SOURCE=csv or bulk).",
    ),
    "register_online_fetching": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fetching page {place} of {whole} from {host}",
    ),
    "register_online_filter_ignored": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} has ignored the filter for municipality {ags} and offers the whole register ({total} "
        "{total:unit|units}). Nothing was loaded. The service has changed: load a file (SOURCE=csv or "
        "bulk) until EnAct is updated.",
    ),
    "register_online_foreign_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sent units of other municipalities ({examples}) when asked for {ags}. Nothing was loaded."
        " The service has changed: load a file (SOURCE=csv or bulk) until EnAct is updated.",
    ),
    "register_online_key": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{ags}” is no municipality key: online, units are fetched by the key of eight digits. For whole "
        "districts or states load the bulk export (SOURCE=bulk).",
    ),
    "register_online_instead": QT_TRANSLATE_NOOP("EnactMessages", "{reason} Files of the register: {page}"),
    "register_online_no_answer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{reason} Nothing was fetched earlier for this municipality. Try again later, or fetch the complete export "
        "(zip) or the CSV of the extended unit overview in a browser, and load that: {page}",
    ),
    "register_online_no_units": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} has no unit in the municipality {ags}. Check the municipality key.",
    ),
    "register_online_page": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sent a web page instead of data: the register is under maintenance, or a proxy asks for a"
        " login. Open it in the browser to see, and try again later.",
    ),
    "register_online_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} did not understand the request. The service has changed: load a file (SOURCE=csv or bulk)"
        " until EnAct is updated.",
    ),
    "register_online_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sent something that is no answer of the register. Try again later, or load a file "
        "(SOURCE=csv or bulk).",
    ),
    "register_online_unsettled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} changed while it was read, several times: {units} {units:unit was|units were} fetched, it"
        " states {total}. Load again if the figures must be exact.",
    ),
    "source_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{value}” is no address of the web. It must begin with http:// or https:// and name a computer.",
    ),
    "source_authentication": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "QGIS has no authentication configuration “{id}” for {host}, or its store of passwords is locked."
        " Check it under Settings, Options, Authentication.",
    ),
    "source_busy": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} is overloaded or under maintenance (status {status}) and could not answer in several "
        "attempts. Try again later.",
    ),
    "source_certificate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The certificate of {host} cannot be trusted: {detail}. Check the computer's clock; behind a "
        "proxy that opens secure connections, add its certificate authority under Settings, Options, "
        "Authentication.",
    ),
    "source_certificate_date": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The certificate of {host} is not valid on the day that this computer shows, {date}: {detail}. Check the "
        "computer's date, time and time zone. If they are right, the operator of {host} must renew the "
        "certificate.",
    ),
    "source_changed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file on {host} was replaced by another one while it was read. Start again; nothing was loaded.",
    ),
    "source_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} no longer has {path} (status {status}).{said} The service may have moved: check the address.",
    ),
    "source_name": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No computer of the name {host} was found. Check the address and the network connection; behind a"
        " proxy, enter it under Settings, Options, Network.",
    ),
    "source_not_a_file": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sent a web page instead of a file: the address is that of a page, or a proxy asks for a "
        "login. Open it in the browser to see.",
    ),
    "source_proxy": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The proxy on the way to {host} cannot be reached: {detail}. Check it under Settings, Options, "
        "Network.",
    ),
    "source_proxy_login": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The proxy on the way to {host} wants a user and a password. Enter them under Settings, Options, "
        "Network.",
    ),
    "source_redirect_insecure": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sends on from a secure connection to an insecure one at {target}; this was not followed. "
        "Often it is the login page of a network: open the address in the browser once.",
    ),
    "source_redirects": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} sends on again and again, last to {value}. Check the address.",
    ),
    "source_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} refuses the request (status {status}): a login is missing or wrong, or the service does "
        "not serve this network.{said}",
    ),
    "source_said": QT_TRANSLATE_NOOP("EnactMessages", ' The server says: "{words}".'),
    "source_status": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} answered with an error (status {status}).{said} Try again later; if it stays so, check the "
        "address.",
    ),
    "source_timeout": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} did not answer, or not wholly, within {seconds} s. Try again later, or check the network "
        "connection.",
    ),
    "source_too_large": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The answer of {host} is larger than {size} MB and was broken off. Check the address.",
    ),
    "source_unreachable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{host} cannot be reached: {detail}. Check the network connection and try again; behind a proxy, "
        "enter it under Settings, Options, Network.",
    ),
    # buildings and census
    "attic_share_by_roof": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where storeys count up to the eaves, a share of the attic is added by roof type (methods "
        "report, section on the floor area).",
    ),
    "building_attic_storeys_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible number of storeys in the roof, left empty: {count} of {total} "
        "{total:building|buildings}.",
    ),
    "building_built_year_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible year of construction, left empty: {count} of {total} {total:building|buildings}.",
    ),
    "building_code_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings with a function code that is not in the official list: {rows}; their use is unknown. "
        "Codes: {codes}.",
    ),
    "building_eaves_height_m_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible eaves height, left empty: {count} of {total} {total:building|buildings}.",
    ),
    "building_floor_area_m2_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible floor area, left empty: {count} of {total} {total:building|buildings}.",
    ),
    "building_geometry_repaired": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Invalid outline, mended: {count} of {total} {total:building|buildings}.",
    ),
    "building_height_m_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible height, left empty: {count} of {total} {total:building|buildings}.",
    ),
    "building_kind_not_recognised": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The fields do not tell what kind of building data this is: {fields}. Load the buildings with "
        "'Load buildings' and choose the kind there; for any other layer choose \"mapped\" and say in the "
        "field mapping which field holds what.",
    ),
    "building_storeys_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible number of storeys, left empty: {count} of {total} {total:building|buildings}.",
    ),
    "building_use_not_translated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The use of {rows} {rows:building|buildings} could not be assigned: {values}. It can be given "
        'in the field mapping under "values".',
    ),
    "buildings_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The building layer holds no rows. Choose another layer or file.",
    ),
    "buildings_floor_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Computing the floor area (buildings: {rows}) …",
    ),
    "buildings_merging": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Merging outlines into buildings (outlines: {rows}) …",
    ),
    "buildings_none_inside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No building lies in the municipality (outlines: {rows}). Check whether it is the right file "
        "and whether its coordinate reference system is right.",
    ),
    "buildings_none_left": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No building is left of the delivery. Left out: {reasons}.",
    ),
    "buildings_reading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading buildings (rows: {rows}) …",
    ),
    "buildings_repairing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Checking outlines (number: {rows}) …",
    ),
    "buildings_without_age": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Age unknown: {count} of {total} {total:building|buildings}.",
    ),
    "buildings_without_storeys": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Storeys unknown, so without floor area: {count} of {total} {total:building|buildings}.",
    ),
    "buildings_without_use": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Use unknown: {count} of {total} {total:building|buildings}.",
    ),
    "census_2011_age_classes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'Census 2011: classes were joined for the prevailing age; "from 2009" (up to May 2011) '
        "counts as 2001–2010.",
    ),
    "census_boundary_needed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds more than {cells} cells. Give a boundary, so that only the municipality is loaded.",
    ),
    "census_carrier_by_dwellings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The prevailing energy carrier is that of dwellings, not of buildings.",
    ),
    "census_classes_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{column}" stays empty: the files lack "{columns}".',
    ),
    "census_column_twice": QT_TRANSLATE_NOOP(
        "EnactMessages",
        '"{column}" was delivered more than once; the figures in {file} were passed over.',
    ),
    "census_file_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{file} holds no figure EnAct uses (headings: {headings}).",
    ),
    "census_heating_by_dwellings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The prevailing kind of heating is that of dwellings, not of buildings.",
    ),
    "census_joining": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Joining the figures by cell (files: {files}) …",
    ),
    "census_no_cells_inside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No cell of {files} lies in the municipality. Check whether the files hold the right area.",
    ),
    "census_no_files": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No census file was given. Choose one or several files (zip or csv).",
    ),
    "census_no_known_columns": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No known figure of the census stands in: {files}. Headings found: {headings}. Give files on "
        "year of construction, type of building, heating, energy carrier, dwellings or inhabitants.",
    ),
    "census_not_100m": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds a coarser grid ({file}). Needed is the 100 m grid; the official zip holds all three.",
    ),
    "census_not_a_grid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{file} (in {path}) is no grid file of the census: the field GITTER_ID_100m is missing; it "
        'begins with "{start}". Download the file of the 100 m grid and give it unchanged.',
    ),
    "census_reading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reading {file} …",
    ),
    "census_releases_mixed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The files belong to different censuses ({releases}). Load one census at a time.",
    ),
    "census_rows_cut": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{rows} {rows:line|lines} of {file} {rows:is|are} cut or torn; the file may be incomplete. "
        "Download it again.",
    ),
    "census_topic_unused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{file} ({topic}) is not used, its classes fit no other data. Take {instead}.",
    ),
    "census_unit_assumed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The name of {file} does not tell whether buildings or dwellings are counted; dwellings were "
        "assumed. Keep the official file name.",
    ),
    "census_values_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:value|values} of {file} {count:is|are} neither a number nor a dash and "
        "{count:was|were} left empty.",
    ),
    "census_zip_without_grid": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no csv file (it holds: {files}). Choose a zip with grid data of the census.",
    ),
    "dropped_building_part": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "parts that stand inside a building already counted",
    ),
    "dropped_census_bad_row": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "cut or torn lines",
    ),
    "dropped_census_repeated_cell": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "repeated cells",
    ),
    "dropped_demolished": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "demolished",
    ),
    "dropped_geometry_not_polygon": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "points or lines instead of areas",
    ),
    "dropped_geometry_without_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "areas of size zero",
    ),
    "dropped_lod2_other_surface": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "roofs, walls and closures of the 3D model",
    ),
    "dropped_no_building_tag": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'without the tag "building"',
    ),
    "dropped_not_a_building": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "structures that are no building (bridges, chimneys, roofings)",
    ),
    "dropped_not_yet_built": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "planned or under construction",
    ),
    "dropped_outside_boundary": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "outside the municipality",
    ),
    "dropped_repeated_object": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "repetitions of the same object (same key and outline)",
    ),
    "dropped_ruin": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "ruins",
    ),
    "dropped_same_outline": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "repetitions of the same outline under another key",
    ),
    "dropped_too_small": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "outlines below 4 m²",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} cannot be read: {detail}. Close programs that have it open, or check your rights to the "
        "folder.",
    ),
    "floor_area_from_storeys": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Floor area = footprint × (storeys + attic share) × factor by use (see the methods report); "
        "none for unheated outbuildings.",
    ),
    "kind_by_building_tag": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Recognised as OpenStreetMap data by the field {fields}.",
    ),
    "kind_by_function_code": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Recognised as cadastre data by the fields {fields}.",
    ),
    "kind_by_surfaces": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Recognised as LoD2 surfaces by the fields {fields}.",
    ),
    "lod2_objects_without_ground": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{objects} {objects:object of the 3D model has no ground surface and is|objects of the 3D model "
        "have no ground surface and are} missing.",
    ),
    "lod2_storeys_not_trusted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The number of storeys delivered with LoD2 (ridge height divided by three) is not used.",
    ),
    "lod2_without_ground": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The LoD2 data hold no ground surfaces (Geometr_3D = Ground), only: {surfaces}. Choose the file "
        "with all surfaces.",
    ),
    "mapping_proposed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No field mapping was given; taken by name: {mapping}.",
    ),
    "mapping_values_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        'The field "{field}" cannot be "{column}". Implausible values: {rows} of {known} (median '
        "{median}). Check the field and its unit (metres, square metres, years).",
    ),
    "storeys_from_eaves": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where no storeys are given they follow from the eaves height: (eaves − base) / storey height "
        "by use and age (see the methods report).",
    ),
    "zip_damaged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is damaged or incomplete. Download it again.",
    ),
    "zip_encrypted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{file} in {path} is protected by a password. Unpack it and give the csv.",
    ),
    "zip_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{file} in {path} is implausibly large and was not read (unpacked {ratio} times its size). "
        "Download the file again from the statistical office.",
    ),
    # planners' review of the plants
    "accepted_values_changed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{finding}” was accepted at {old}; the values are now {value}, and the finding is open again.",
    ),
    "edit_action_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Nothing says what to do. Choose: accept a finding, correct a value, or withdraw what was said.",
    ),
    "edit_field_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Nothing says which field is to be corrected. Choose one.",
    ),
    "edit_field_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The field “{field}” cannot be corrected. Possible are: {fields}.",
    ),
    "edit_finding_not_open": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The finding “{finding}” is not open at {ids}. Open at the units chosen: {findings}.",
    ),
    "edit_no_finding_open": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No finding is open at {ids}: there is nothing to accept.",
    ),
    "edit_nothing_to_withdraw": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Nothing that could be withdrawn has been said of {ids} (field: {columns}, finding: {finding}).",
    ),
    "edit_of_several_plants": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ids}: the value is the sum of several plants ({names}), and units of their own say otherwise of {others}. "
        "Correct those units; the sum follows.",
    ),
    "edit_original_changed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: the register said {old} when the value was corrected, and now says {value}. The corrected"
        " value {instead} still holds; check it.",
    ),
    "edit_plant_changed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: the correction was made for the plant {old}; the unit belongs to {value} now. It is kept, and does "
        "not hold here. If it is the same plant, enter it again; if not, enter what the register says, and it is not "
        "asked again.",
    ),
    "edit_place_outside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{latitude} N, {longitude} E is no place in Germany. Write the latitude first, in degrees, for "
        "instance 51.34, 12.37.",
    ),
    "edit_place_unpublished": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The register publishes no place for {ids}: a place must not be given to small private plants. Choose"
        " other units.",
    ),
    "edit_place_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{value}” are no coordinates. Write latitude and longitude in degrees, for instance 51.34, 12.37, or"
        " choose a point on the map.",
    ),
    "edit_reason_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The reason is missing. Say in a few words why; it is kept with the review.",
    ),
    "edit_selection_other_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} has no field mastr_id. Choose the layer of the plants or of the findings on plants.",
    ),
    "edit_selection_too_many": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:feature|features} would be reviewed at once; {high} is the most. Select the units in "
        "the layer and tick “Selected features only”.",
    ),
    "edit_selection_whole_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "All {count} {count:unit|units} in {layer} would be reviewed. Select the units meant in the layer and tick "
        "“Selected features only”, or give their MaStR numbers.",
    ),
    "edit_settled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: the register now says {value} itself; the correction is not needed with this state. It is kept, "
        "and holds again with a state that says otherwise.",
    ),
    "edit_unit_gone": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The unit is not among those loaded; what was said of it ({columns}) is kept.",
    ),
    "edit_unit_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{ids}: not among the plants of this workspace. Check the number (SEE and twelve digits).",
    ),
    "edit_units_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No unit is named. Give MaStR numbers, or select units in a layer and tick “Selected features only”.",
    ),
    "edit_value_ambiguous": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: “{value}” can mean two numbers, one a thousand times the other. Type {whole} or "
        "{fraction}.",
    ),
    "edit_value_not_in_list": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: “{value}” is not in the list. Possible are: {options}.",
    ),
    "edit_value_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: no value is given, and nothing was changed. Give the correct value, or the word “leer” "
        "if the field is to be empty.",
    ),
    "edit_value_not_wanted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A value to be corrected is entered ({columns}: {value}), but what to do is not “correct”. Choose “correct”, "
        "or clear field and value. Nothing was kept.",
    ),
    "edit_value_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: “{value}” lies outside {low} to {high}. Check number and unit.",
    ),
    "edit_value_required": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns} cannot be empty. Give the correct value, or withdraw an earlier correction of this field.",
    ),
    "edit_value_same": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: {value} is what holds already at {ids}. Nothing was kept.",
    ),
    "edit_value_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: “{value}” cannot be read. Write numbers as 4.85 or 4,85, days as 24.12.2025, whole "
        "numbers without decimals.",
    ),
    "figures_with_findings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Open findings on generation that exists: {units} of {total} {total:unit|units}, gross {gross_kw} of "
        "{total_gross_kw} kW, net {net_kw} of {total_net_kw} kW. The values may be wrong and go into the figures all "
        "the same (columns …_with_findings). The layer of findings tells which.",
    ),
    "figures_given_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Taken over from an earlier run, as nothing else was given: {sources}. To change it, give it anew; to drop "
        "it, switch on “Forget inhabitants and targets of earlier runs” (FORGET).",
    ),
    "figures_result": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Figures of the municipality, of units in operation or temporarily closed:",
    ),
    "figures_result_generation": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Generation: {units} {units:unit|units}, gross {gross_kw} kW, net {net_kw} kW; useful heat of combined heat "
        "and power {heat_kw} kW",
    ),
    "figures_result_storage": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Electricity storage: {units} {units:unit|units}, {kw} kW, {kwh} kWh",
    ),
    "figures_result_planned": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Generation planned: {units} {units:unit|units}, {kw} kW",
    ),
    "figures_result_yield": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Estimated yearly yield: {mwh} MWh",
    ),
    "figures_result_unlocated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without a place: {units} of {total} {total:unit|units}",
    ),
    "feeding_result": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Plants beside heat networks: proposed {proposed}, confirmed {confirmed}, rejected {rejected}",
    ),
    "hint_not_in_project": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not in the open project yet: {layers}. “Assemble project” (enact:assembleproject) takes it in; then open "
        "the project again in QGIS.",
    ),
    "project_open_is_old": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is open in QGIS and still shows what was there before. Open it again, without saving it first.",
    ),
    "figures_corrected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "With values that planners corrected, not with those of the register: {count} of the units that "
        "exist (column units_corrected).",
    ),
    "edits_of_plant": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The same was kept for the other units of the plant or store, of which the value is: {ids}.",
    ),
    "derived_rows_replaced": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of {layer} had been changed by hand. This layer is always made anew; what is to "
        "last is said with “Review plants” (enact:reviewplants).",
    ),
    "derived_rows_made_anew": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of {layer} had been changed by hand. This layer is always made anew.",
    ),
    "districts_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Neither a layer of districts nor a file of them: those of the earlier sums go on being used "
        "({count}).",
    ),
    "gas_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This way of the register delivers no gas plants; those of an earlier load remain ({count}; {source}).",
    ),
    "plants_edited_in_figures": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of the plants {count:was|were} changed by hand in the attribute table and "
        "{count:is|are} in these figures as changed. What is to last is said with “Review plants” "
        "(enact:reviewplants).",
    ),
    "review_accepted": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{unit}: “{finding}” accepted ({value}).",
    ),
    "review_corrected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns} of {unit}: {old} → {value}.",
    ),
    "review_withdrawn": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns} of {unit}: {old} → {value}, as registered.",
    ),
    "review_reopened": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{unit}: “{finding}” is accepted no longer.",
    ),
    "review_more": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "… and {count} more.",
    ),
    "review_still_open": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{unit}: still open: {findings}.",
    ),
    "review_finding_of_value": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{unit}: with the value entered, “{finding}” is open ({value}). Check the values; if they are right, "
        "accept the finding.",
    ),
    "edits_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:statement|statements} on {units} {units:unit|units} kept with name, date and reason.",
    ),
    "plants_edited_by_hand": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of the plants in {path} {count:was|were} changed by hand in the attribute "
        "table; what the register says there is no longer known. Note wanted changes, load the plants again with"
        " the advanced option “Overwrite rows changed by hand” (OVERWRITE_EDITS), then enter them with “Review "
        "plants” (enact:reviewplants).",
    ),
    "findings_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path}: the plants were loaded by an earlier version, without the table of findings. Load the register again "
        "(enact:loadplants).",
    ),
    "plants_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} holds no plants yet. Load the register first (enact:loadplants).",
    ),
    "value_corrected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{columns}: the register says {value}, correct according to the municipality is {instead}.",
    ),
    "column_coordinates": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Place (coordinates)",
    ),
    "findings_exported": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:finding|findings} on {units} {units:unit|units} written: {files}.",
    ),
    "grid_operator_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No finding concerns the grid operator {value}. There are: {options}.",
    ),
    "spreadsheet_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The spreadsheet {path} cannot be read: {detail}. Please save it again as .xlsx or .ods.",
    ),
    "spreadsheet_ending": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} has no ending that names a table. Possible are: {endings}.",
    ),
    # history of the plants
    "changes_days_reversed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The first date ({first}) lies after the second ({second}): exchange them.",
    ),
    "comparing_states": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Comparing two states of the register",
    ),
    "day_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{parameter}: “{value}” is no date. Write 2025-08-31 or 31.08.2025.",
    ),
    "changes_told_late": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:unit|units} that the earlier state did not deliver {count:is|are} no change: the "
        "register had {count:it|them} by then.",
    ),
    "changes_partial": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The state of {date} was not loaded whole: {values}.",
    ),
    "changes_unlocated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without a place and on no map: {count} of {total} {total:change|changes}.",
    ),
    "state_date_before_data": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The data have an entry of {newest}, after the day given as their state ({date}). Give the day of the "
        "download.",
    ),
    "state_date_in_future": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The day given as the state of the data, {date}, is still to come. Give the day of the download.",
    ),
    "history_before_first": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "On {date} no state of the register was loaded yet. States that are there: {states}.",
    ),
    "history_changes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "History of the plants, state of {date}: {values}.",
    ),
    "history_columns_not_delivered": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This way of loading does not deliver these fields; the history keeps what it knew of them: "
        "{columns}.",
    ),
    "history_day_of_loading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The data do not tell a usable state; in the history they stand under the day of loading, {date}.",
    ),
    "history_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace has no history of the plants yet: load the register first.",
    ),
    "history_first_state": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "History of the plants: state of {date} entered as the first one ({units} {units:unit|units}).",
    ),
    "history_one_state": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Nothing to compare: no state of the register before {date} was loaded. Load another one, or "
        "give a date.",
    ),
    "history_state_older": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The state of {date} is older than the newest one in the history ({newest}) and stands there before it; the "
        "layer “plants” now shows the older state. To see the newest one again, load its file once more. A file that "
        "is in truth newer: give its day as “State of the data” (STATE_DATE).",
    ),
    "history_state_partial": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "All or many of the units that other states have are missing in this one ({values}). It is taken for an "
        "excerpt: they stay in the history and do not count as deleted. Load a file of all units to be sure.",
    ),
    "history_state_replaced": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A state of {date} was there already and said something else: in the history this one has taken "
        "its place.",
    ),
    "history_state_same_entry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The newest entry of this file is of {date}, as that of the newest state in the history. But units of that "
        "state are missing, and nothing else has changed: they were deleted since, and the file is the newer one. It "
        "stands under the day of loading; give its day as “State of the data” (STATE_DATE) where it is "
        "another.",
    ),
    "history_state_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A state of {date} is in the history already; this file has the same newest entry and lacks {count} "
        "{count:unit|units} of it. When it was made, nothing tells: that state is kept. Give the day of the download "
        "as “State of the data” (STATE_DATE).",
    ),
    "history_state_superseded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The state of {date} was entered under its day of loading. This file has a newer entry and takes "
        "its place.",
    ),
    "history_state_turned": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The newest entry of this file is of {date}, before the newest state in the history ({newest}). But "
        "units that the "
        "register had by then are missing: they were deleted since, and the file is the newer one. It stands "
        "under the day of "
        "loading; give its day as “State of the data” (STATE_DATE) where it is another.",
    ),
    "history_unchanged": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "History of the plants, state of {date}: no change.",
    ),
    "history_units_kept": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:unit|units} of the complete state of {date} {count:is|are} missing from this file: "
        "{count:it stays|they stay} in the history and {count:does|do} not count as deleted.",
    ),
    "history_units_unread": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This state has gaps: rows could not be read, or a table, parts or pages are missing. {count} "
        "{count:unit|units} "
        "of earlier states that it lacks {count:stays|stay} in the history and {count:does|do} not count as deleted. "
        "Load a whole file to be sure.",
    ),
    "history_units_of_excerpt": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file is said to be an excerpt: {count} {count:unit|units} of earlier states that it lacks "
        "{count:stays|stay} in the history and {count:does|do} not count as deleted.",
    ),
    "history_units_without_number": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not in the history, because their register number is missing or stands twice: {count} "
        "{count:unit|units}.",
    ),
    "output_is_workspace": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{path} is the workspace itself and would be overwritten. Choose another file.",
    ),
    "plants_as_of": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "State of {date}: {units} {units:unit|units}, with the planned and closed ones. Existing: {total}. On the map, "
        "of all: {count}.",
    ),
    "plants_as_of_partial": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This state was not loaded whole: {values}. Units of it may be missing here.",
    ),
    "plants_as_of_located": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Plants as of {date} ({count} of {total} existing ones without a place)",
    ),
    "plants_as_of_title": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Plants as of {date}",
    ),
    "plants_changed_between": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Changes from {first} to {second}: {values}.",
    ),
    "plants_changed_of_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: {values}; gross power of existing units {old} → {kw} kW.",
    ),
    "plants_left_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kind}: units counted under another carrier now; gross power of existing units {old} → {kw} kW.",
    ),
    "plants_started": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Of the changed ones, planned before and in operation now: {count}.",
    ),
    "plants_unchanged_between": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "From {first} to {second} nothing changed in the register.",
    ),
    "edit_unreadable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The value kept for {columns} ({value}) cannot be read and is not applied. Enter it again with "
        "“Review plants”.",
    ),
    "plants_edited": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:row|rows} of {layer} in {path} {count:was|were} changed by hand since the last load; "
        "loading the plants again would lose that. The layer stands as it was. Note wanted changes, load with the "
        "advanced option “Overwrite rows changed by hand” (OVERWRITE_EDITS), then enter them with “Review plants” "
        "(enact:reviewplants): what is said there survives every load.",
    ),
    "plants_whole_and_excerpt": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A file cannot hold all units of the municipality (WHOLE) and be an excerpt (EXCERPT). Untick one "
        "of both.",
    ),
    "plants_would_shrink": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file holds only a part of the plants in the workspace; missing from it: {count} of {total}. "
        "Nothing was changed. Load a file of all units with “Load plants”. If they are truly gone from the register, "
        "tick “The file holds all units of the municipality” (WHOLE) there; to replace the plants by this part, "
        "“The file is only an excerpt: replace the plants all the same” (EXCERPT). Both are advanced options.",
    ),
    "plants_changed_meanwhile": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The plants in {path} were loaded again by another run meanwhile. What was said is kept and is in "
        "them with the next load or review.",
    ),
    "edits_of": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "reviews of {layer}",
    ),
    "spreadsheet_driver_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "This QGIS cannot write {ending} files ({path}). Choose .csv instead.",
    ),
    # privacy gate
    "gate_bypassed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} did not pass the privacy gate and is not written. This is a mistake in EnAct; please report it.",
    ),
    "gate_columns": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Columns that are not meant for others stand in {layer}, or some are missing ({names}); nothing is written. "
        "This is a mistake in EnAct; please report it.",
    ),
    "gate_nothing_left": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No heated building is left that may be published: there is none, or all stand on restricted sites. Run “Heat "
        "demand”, and check the layer “Restricted sites”.",
    ),
    "privacy_amount_negative": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:value is|values are} negative or not a number ({name}); sums of them cannot be protected, and "
        "nothing is published. Compute the heat demand again.",
    ),
    "privacy_rule_looser": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Own rule of data protection {rule}: {value} protects less than EnAct's {limit}. Own rules may be "
        "stricter only.",
    ),
    "privacy_rule_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Own rule of data protection {rule} cannot be read ({problem}). Rows have the columns of EnAct's table "
        "privacy_rules.csv and concern one of its attributes.",
    ),
    "opt_outs_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No building was found for {count} {count:objection|objections} to publication; nothing could be left out for "
        "{count:it|them}. Check the addresses in the layer “Objections to publication”.",
    ),
    "public_layer_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{name} is no layer for others. This is a mistake in EnAct; please report it.",
    ),
    # stock and heat
    "step_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The workspace {path} holds no layer {layer}. Please run {algorithm} first.",
    ),
    "step_left_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Left out: {step}. {reason}",
    ),
    "stock_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The layer of buildings is empty. Please load buildings.",
    ),
    "demand_nothing_heated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the {total} {total:building|buildings} is heated and has a floor area. Please check "
        "use and storeys in the layer “Building stock (completed)”.",
    ),
    "blocks_nothing_heated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the {total} {total:building|buildings} is heated: there is nothing to form blocks "
        "around. Please check the use in the layer “Building stock (completed)”.",
    ),
    "sections_nothing_heated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the {total} {total:building|buildings} is heated: no street section would have one. "
        "Please check the use in the layer “Building stock (completed)”.",
    ),
    "blocks_without_streets": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There are no streets, railways or rivers that enclose blocks, and no given blocks. Please "
        "load streets, or given blocks (kind given_blocks).",
    ),
    "sections_without_streets": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No street is of a class along which a building may stand (streets in the layer: {total}); "
        "footpaths, drives and motorways do not count. Please check the column of the street class "
        "when loading streets.",
    ),
    "network_building_twice": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The building {building} is in the layer of heat demand more than once (rows too many: {count}). Please "
        "compute the heat demand again (enact:heatdemand).",
    ),
    "network_without_streets": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no street in the area along which a pipe could be laid. Please load streets and form street "
        "sections (enact:streetsections), or give further routes.",
    ),
    "network_source_far": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A heat source is {distance_m} m away from the nearest street, route or pipe; at most {most_m} m are "
        "possible. Please check its place, or draw the route to it (parameter ROUTES).",
    ),
    "network_temperatures_reversed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The supply temperature of the network ({supply} °C) is not above the return temperature ({back} °C). Please "
        "check the table network_kinds.csv.",
    ),
    "network_limit_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "For a budget or a heat line density the limit is needed. Please give it in '{parameter}', above zero.",
    ),
    "network_area_of_plan": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No area was given: the heat network areas of the layer '{layer}' are taken (areas: {count}).",
    ),
    "network_layout": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Finding service pipes (buildings: {rows}) …",
    ),
    "network_routing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Finding the network (buildings: {rows}) …",
    ),
    "network_exact": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Checking against the optimum …",
    ),
    "network_connection": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings of the area – {network_connection}: {count} of {total}",
    ),
    "network_source_proposed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No heat source was given: a place on a street amid the heat demand is proposed. Please give the real one, "
        "the network depends on it.",
    ),
    "network_service_long": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Service pipes longer than {limit_m} m: {count}. Often a street is missing in the data there; further "
        "routes can be given (parameter ROUTES).",
    ),
    "network_service_passes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Service pipes that lead through a building of the same property: {count}; they are marked in the layer.",
    ),
    "network_search": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The search made the first network cheaper by {percent} % ({search_end}).",
    ),
    "network_gap": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Exact check: the network is at most {percent} % above the cheapest one of the same customers.",
    ),
    "network_gap_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Exact check: no bound was found in time. It deals with one source and up to 300 customers; please allow "
        "more time or a smaller area.",
    ),
    "network_proposal_estimate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A proposal for first studies: routes follow the middle lines of streets; pipes, property and other cables "
        "in the street are not looked at.",
    ),
    "network_proposal_linear": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "For the search, pipes cost a base and a part per kW (straight line through the pipe catalogue); diameters "
        "come with the sizing.",
    ),
    "network_proposal_simultaneity": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Power is annual heat by full-load hours, summed without simultaneity.",
    ),
    "network_pipe_too_small": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The largest pipe of the catalogue (DN {dn}) carries {most} kg/s; the network needs up to {flow} kg/s (pipes "
        "too small: {count}). Please allow more pressure per metre, choose a kind of network with a larger spread of "
        "temperatures, add sources, or add larger pipes to pipe_catalogue.csv.",
    ),
    "network_not_a_tree": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The pipes (count: {count}) are no tree: a node is entered by two pipes, or pipes run in a ring. Please "
        "propose the network again (enact:networkproposal).",
    ),
    "network_variant_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no variant '{variant}'. Please give one of: {options}.",
    ),
    "network_sized": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Peak with losses {peak_kw} kW, up to DN {dn}; {bar} bar lost on the worst path; heat losses {loss_mwh} MWh/a "
        "({percent} % of the heat fed in).",
    ),
    "network_sizing_design": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A first design: bends, fittings, heights and pressure zones are not looked at; several customers at one node "
        "count with their mean.",
    ),
    "network_sizing_losses": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat losses by insulation and ground of each pipe alone, at the mean temperatures of the year; the influence "
        "of supply and return on each other lowers them a little.",
    ),
    "network_graph_edge": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Edge {edge} of the network graph has no valid nodes or costs (such edges: {count}). Please check the "
        "cost tables: costs are numbers, not below zero.",
    ),
    "network_without_source": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no heat source. Please give a point from which the network is fed.",
    ),
    "network_without_customers": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No building in the area can be connected. Please check the area, and that heat need was computed "
        "(enact:heatdemand).",
    ),
    "network_table_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The table {table} is wrong in row “{row}” ({rule_problem}). Please correct it there.",
    ),
    "network_figures_none": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {path} has none of the sheets {tables}. Please have it written by a step of the heat "
        "network first.",
    ),
    "network_own_figures": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reckoned with own tables ({path}); rows that differ from EnAct's: {tables}.",
    ),
    "network_plant_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The plants {plants} of the supply are in no table. Please give the tables the supply was made with.",
    ),
    "network_one_variant": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is only the variant {variant}. Please propose another one first.",
    ),
    "supply_without_plants": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no plant to supply the network. Please enter the size of at least one.",
    ),
    "supply_size_negative": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The size {size} of the plant “{supply_plant}” is not possible. Please enter a number above 0.",
    ),
    "supply_temperature_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The temperature of the waste heat is missing. Please enter it at “{parameter}”.",
    ),
    "supply_months_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "“{text}” names no months. Please write them as numbers, for instance 1-4, 10-12.",
    ),
    "supply_load_made": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Load of the customers, hour by hour",
    ),
    "supply_run": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Running the plants through the year",
    ),
    "supply_proposed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No plant was given: an air heat pump that just meets the legal share of new networks and a gas "
        "boiler were proposed. Please replace them by what the place offers.",
    ),
    "supply_proposed_cold": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No plant was given: a probe field for the cold network was proposed. Please replace it by what the place "
        "offers.",
    ),
    "supply_unmet": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Hours in which the plants do not meet the load: {hours}; missing: {mwh} MWh. Please add a plant or a "
        "larger peak boiler.",
    ),
    "supply_idle": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The plant “{supply_plant}” never runs: others are cheaper or suffice.",
    ),
    "supply_below_peak": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The plants give {installed_kw} kW, the design needs {peak_kw} kW on the coldest day. Please add "
        "power.",
    ),
    "supply_peak_above_design": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The load of the year reaches {load_kw} kW, the sizing reckons with {peak_kw} kW: load profile and "
        "simultaneity "
        "differ. Please check full-load hours and simultaneity; plants are measured by the larger figure.",
    ),
    "supply_new_met": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Renewable heat and waste heat: {percent} % – the {least} % that WPG § 30 asks of new networks "
        "are met.",
    ),
    "supply_new_short": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Renewable heat and waste heat: {percent} % – WPG § 30 asks {least} % of new networks. Please "
        "plan more of it.",
    ),
    "supply_share_short": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "From {year} on WPG §§ 29 and 31 ask {least} % renewable heat and waste heat of networks; this "
        "supply has {percent} %.",
    ),
    "supply_biomass_much": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Biomass gives {percent} % of the heat; in networks longer than {km} km at most {most} % count "
        "(WPG §§ 30, 31).",
    ),
    "supply_factor_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The set of emission factors “{emission_set}” has none for {heat_carriers}; they count without "
        "emissions. Please "
        "choose another set, or say so beside the figure.",
    ),
    "supply_load": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The load follows the standard load profiles of BDEW, VKU and GEODE for gas; heat losses of the "
        "pipes are spread evenly over the year.",
    ),
    "supply_order": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Plants follow the load at once: start-up, minimum load and maintenance are not looked at; within "
        "a day the store knows what is coming.",
    ),
    "supply_clean": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The heat of heat pumps counts as renewable as a whole, electric boilers by the renewable share "
        "of electricity (WPG § 3).",
    ),
    "climate_not_a_year": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Hourly temperatures: {count}; a year has {expected}. Please give a whole year.",
    ),
    "climate_impossible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Impossible temperatures: {count}, the first in hour {hour} of the year. Please check the file.",
    ),
    "climate_file_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {path} is neither a reference year nor a station series of the DWD, nor has it one "
        "column of temperatures. Please name the column “temperature”.",
    ),
    "climate_row_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Row {row} of {path} cannot be read: “{text}”. Please correct it.",
    ),
    "uncertainty_reversed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The range of “{name}” goes from {low} to {high}. Please enter the lower value first in "
        "network_uncertainties.",
    ),
    "heat_cost_run": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Cost of heat, its parts and range",
    ),
    "heat_cost_found": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat from the network costs {network} ct/kWh (90 % of the draws: {low} to {high}); the cheapest "
        "own heaters cost {alone} ct/kWh on average, without value added tax.",
    ),
    "heat_cost_cheaper": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings for which the network is cheaper: {count} of {total}; for all together it is in "
        "{percent} % of the draws.",
    ),
    "heat_cost_subsidy_doubtful": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A subsidy of {eur} EUR a year was deducted, but building networks, and networks with less than {least} % "
        "renewable heat and waste heat, can hardly expect it. Please set its shares to 0 in your own figures and "
        "compare.",
    ),
    "heat_cost_without_supply": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No supply was reckoned for this variant: heat is bought at the figure of network_costs, an "
        "assumption. Please run “{algorithm}” first for figures of your plants.",
    ),
    "heat_cost_annuity": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Annuities after VDI 2067 over the period of observation, with replacements and residual values; "
        "prices without value added tax. The subsidy has to be granted first.",
    ),
    "heat_cost_alone": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Own heaters: refurbishment, radiators and grid connections are not looked at; all customers of "
        "the network pay the same price for heat.",
    ),
    "heat_cost_spread": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The range follows from triangular distributions between the bounds of network_uncertainties, "
        "drawn with a fixed seed and independently of each other.",
    ),
    "project_name_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The project has no name. Please enter one.",
    ),
    "project_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no project “{name}”. Available: {options}.",
    ),
    "project_without_place": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The project “{name}” has no area. Please give one, or a variant with customers.",
    ),
    "project_stands": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Project “{name}”: {project_stage}.",
    ),
    "project_overdue": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Overdue tasks of the project “{name}”: {count}. Please move their dates or mark them as done.",
    ),
    "project_sheet": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fact sheet: {name}",
    ),
    "sheet_not_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The fact sheet {path} could not be written ({detail}). Please close it in other programs, or "
        "choose another folder.",
    ),
    "building_network_fits": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Building network: buildings {buildings} (from {least} to {most}), dwellings about {dwellings} (at most "
        "{most_dwellings}) – within the limits of the law.",
    ),
    "building_network_exceeded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Building network: buildings {buildings} (from {least} to {most}), dwellings about {dwellings} (at most "
        "{most_dwellings}). In the sense of the law this is a heat network; please take another kind, or fewer "
        "buildings.",
    ),
    "network_step_old": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The variant {variant} was made anew in an earlier step. Please run “{algorithm}” again first.",
    ),
    "network_variant_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The variant has no name. Please enter one.",
    ),
    "network_variant_needed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There are several variants. Please name one of them: {options}.",
    ),
    "network_variant_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The variant {variant} connects no building. Please lower the limit or raise the budget, or "
        "choose another way of connecting, and propose it again.",
    ),
    "network_nobody": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No building is connected. Please lower the limit, raise the budget, or choose another way of "
        "connecting.",
    ),
    "supply_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The plants leave {mwh} MWh a year unmet; a cost of heat would leave them out. Please add plants "
        "with “{algorithm}”.",
    ),
    "climate_elsewhere": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The mean temperature of the year is {mean} °C; load profiles hold from {least} to {most} °C. "
        "Please check the file.",
    ),
    "network_demand_not_positive": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Customers without power or below zero: {count} of {total}. Please check the heat need of these buildings.",
    ),
    "connection_rate_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The connection rate {rate} is not above 0 and at most 1.",
    ),
    "stock_addresses": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Finding the addresses (buildings: {rows}) …",
    ),
    "stock_uses": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Completing the use (buildings: {rows}) …",
    ),
    "stock_ages": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Taking ages and heaters from the census (buildings: {rows}) …",
    ),
    "stock_storeys": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Completing storeys and floor area (buildings: {rows}) …",
    ),
    "stock_table": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Putting the stock together (buildings: {rows}) …",
    ),
    "demand_need": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Computing the heat need (buildings: {rows}) …",
    ),
    "demand_final": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Computing the final energy (buildings: {rows}) …",
    ),
    "blocks_lines": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Joining streets, rail and water …",
    ),
    "blocks_hulls": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Cutting faces to the settlement (faces: {rows}) …",
    ),
    "blocks_dividing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Dividing large blocks (blocks: {rows}) …",
    ),
    "blocks_members": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Assigning buildings to blocks (buildings: {rows}) …",
    ),
    "sections_noding": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Cutting streets at junctions (streets: {rows}) …",
    ),
    "sections_members": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Assigning buildings to street sections (buildings: {rows}) …",
    ),
    "stock_sources": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{column} of the heated buildings ({total}), by source: {source_counts}.",
    ),
    "stock_storeys_error": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Storeys – way “{value_source}”: on {count} {count:building|buildings} with counted storeys "
        "it is off by {bias} on average (amount {error}).",
    ),
    "stock_without_layer": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without {layer}: less can be completed. Load it and run this step again.",
    ),
    "stock_use_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Use still unknown: {count} of {total} {total:building|buildings}; they are counted as "
        "residential. Addresses, land use or the census grid tell more.",
    ),
    "stock_nothing_heated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "None of the {total} {total:building|buildings} is heated. Please check their use.",
    ),
    "stock_use_by_address": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings with an address of which nobody tells the use are counted as residential.",
    ),
    "stock_use_by_census": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where use and address are unknown, so many of the largest outlines of a census cell are "
        "residential as it counts buildings with dwellings; the rest is trade or outbuilding by size.",
    ),
    "stock_age_by_census": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where the year is unknown, the shares of the age classes in the census cell are carried as a "
        "mixture (of the cells around, else of the municipality, where the cell is silent); no year "
        "is invented.",
    ),
    "stock_storeys_by_neighbours": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where storeys and height are missing, the mean of up to five near buildings of the same kind "
        "and about the same size is taken.",
    ),
    "stock_storeys_by_default": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where neither neighbours nor the census tell, storeys are set by use and size (table "
        "default_storeys.csv).",
    ),
    "demand_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Useful heat: {mwh} MWh a year (span {low} to {high}) on {area} m² of floor area, {specific} "
        "kWh/(m²·a).",
    ),
    "demand_kww": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Homes: floor area × specific need of the KWW catalogue by type and age (average state of the "
        "stock, space heat), hot water after TABULA on top.",
    ),
    "demand_iwu": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Other buildings: floor area × specific need of the IWU typology by category and age, hot "
        "water inside.",
    ),
    "demand_span": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Low and high are the span of the sources: homes from usually refurbished to unrefurbished "
        "(TABULA, brought to metered level), others ± the standard error of the mean.",
    ),
    "demand_use_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings of unknown use are counted as residential.",
    ),
    "demand_age_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where neither year nor census tells the age, the figure for unknown age holds.",
    ),
    "demand_without_process_heat": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Process heat is not in the figures: it has to be asked from the companies.",
    ),
    "final_by_heaters": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Final energy = useful heat × expenditure of the heaters of the census cell (table "
        "heater_efficiencies.csv); heat pumps count as electricity and ambient heat.",
    ),
    "final_carrier_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where nothing is known of the heating, the mean of boilers is taken and the carrier stays unknown.",
    ),
    "blocks_made": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:block|blocks}, {area} ha net; heated buildings outside settlements: {outside} "
        "of {total}.",
    ),
    "blocks_given": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Blocks as given; a building beside all of them, but within 50 m, belongs to the nearest.",
    ),
    "blocks_enclosed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Blocks are the faces that streets, rail and rivers enclose, without footpaths, drives and steps.",
    ),
    "blocks_hull": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The net area of a block is the land within 50 m of its heated buildings, without water.",
    ),
    "blocks_open_land": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fields, woods, cemeteries and other open land of the layer 'landuse' are no land of a block, except around "
        "heated buildings that stand there.",
    ),
    "blocks_parcels": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where no street encloses them, blocks reach as far as the parcels of their heated buildings; a parcel above "
        "5,000 m² does not count.",
    ),
    "blocks_outside": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Fewer than five heated buildings together are outside settlements and in no block.",
    ),
    "sections_rule": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heated buildings: {count} of {total} – {section_rule}.",
    ),
    "sections_between_junctions": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A section runs from junction to junction, or to where the street's name changes.",
    ),
    "sections_address_first": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A building belongs to the street of its address (up to 200 m), else to the nearest section "
        "that a straight way reaches (up to 150 m).",
    ),
    "block_heat_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat in the blocks: {mwh} MWh a year; outside settlements: {outside} MWh ({count} "
        "{count:building|buildings}).",
    ),
    "density_net_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Density = useful heat with hot water per net area of the block.",
    ),
    "carriers_by_final_energy": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Shares of carriers are shares of final energy.",
    ),
    "prevailing_by_floor_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The prevailing type and age class are those with the largest floor area.",
    ),
    "grid_by_outline": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "A building on the border of grid cells counts in each with the share of its outline.",
    ),
    "line_density_useful": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Line density = useful heat with hot water of the buildings at a section per metre of street; "
        "service pipes are not in the length.",
    ),
    "line_density_unassigned": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:building|buildings} with {mwh} of {all_mwh} MWh a year at no section: no "
        "street is near.",
    ),
    "line_density_mean": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{count} {count:section|sections} with buildings, {mean} kWh/(m·a) on average by length.",
    ),
    "dropped_not_heated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "not heated",
    ),
    "dropped_without_floor_area": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without floor area",
    ),
    "metered_keys_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Keys used more than once: {examples} (rows: {rows}). Please choose another field as key, or none.",
    ),
    "metered_unit_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The unit “{unit}” is not known. Possible: {options}.",
    ),
    "metered_no_value_column": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No field with the consumption is mapped. Please map the mean or up to three years.",
    ),
    "metered_climate_factor_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The climate factor {factor} is not between {low} and {high}. Please give it as a factor "
        "around 1, not in percent.",
    ),
    "metered_space_heat_share_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The share of space heating {share} is not between 0 and 1. Please give it as a share, not in "
        "percent.",
    ),
    "metered_kwh_m3_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{kwh_m3} kWh/m³ is not between {low} and {high}. Please give calorific value times gas law "
        "factor (Zustandszahl).",
    ),
    "metered_rows_unusable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows not taken: {rows} of {total} (for instance row {lines}): no place {no_place}, no value "
        "{no_value}, unreadable {unreadable}, negative {negative}, unit unknown {unit_unknown}, m³ "
        "without calorific value {no_calorific_value}, upper value not convertible "
        "{no_calorific_ratio}.",
    ),
    "metered_rows_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows that repeat another and count once: {rows} of {total}.",
    ),
    "metered_not_climate_corrected": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows without a climate factor, with the raw figure only: {rows} of {total}.",
    ),
    "metered_too_many_years": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows over more than {years} years: {rows} ({examples}). The law allows the mean of the last "
        "{years}; please ask the supplier.",
    ),
    "metered_values_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Implausible consumption: {rows} of {total} – too low {low}, too high {high} ({examples}). "
        "Please check.",
    ),
    "metered_unit_doubtful": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Consumption that does not fit the unit: {rows} of {total} – too low {low}, too high {high} "
        "({examples}). Please check kWh and MWh.",
    ),
    "metered_rows_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Refused, because fewer than {minimum} house numbers are summed up: {rows} of {total} "
        "({examples}) – single-family house {single_family}, perhaps one {may_be}, no building "
        "{no_building}. Please ask for larger groups, or complete the type of building.",
    ),
    "heater_rows_refused": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heaters refused, because fewer than {minimum} house numbers are summed up: {rows} of {total} "
        "({examples}) – single-family house {single_family}, perhaps one {may_be}, no building "
        "{no_building}. Please ask for larger groups, or complete the type of building.",
    ),
    "metered_addresses_unmatched": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Deliveries with parts that match no building: {deliveries} of {total} ({examples}) – street "
        "unknown {street_unknown}, house number missing {no_such_number}, street in two postcodes "
        "{two_postcodes}, block unknown {block_unknown}, unreadable {unreadable}, no place "
        "{no_place}.",
    ),
    "metered_groups_overlap": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Pairs of groups of one carrier with the same address: {overlaps} ({examples}). Please "
        "clarify whether both totals hold.",
    ),
    "metered_groups_leave_block": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Deliveries with addresses outside the block they name: {deliveries} ({examples}); the "
        "addresses count.",
    ),
    "metered_matched_without_letter": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Deliveries partly matched regardless of the letter of the house number: {deliveries} ({examples}).",
    ),
    "metered_groups_applied": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Metered totals that set the demand: {groups} of {total} (buildings: {buildings}).",
    ),
    "metered_groups_without_value": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Deliveries without the figure asked for: {groups} ({examples}). For corrected values add a "
        "climate factor.",
    ),
    "metered_groups_without_building": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Totals of no building that is known or modelled: {groups} ({examples}).",
    ),
    "metered_groups_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Totals not applied, because house numbers of the group are missing or not modelled: {groups} "
        "({examples}). Please complete the addresses.",
    ),
    "metered_groups_nothing_modelled": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Groups in which no modelled building has this carrier: {groups} ({examples}). Please check "
        "the carriers.",
    ),
    "metered_groups_one_with_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Groups in which only one building has this carrier: {groups} ({examples}); their total would "
        "become its value and is not applied.",
    ),
    "metered_groups_nested": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Groups that hold another one and a single building more: {groups} ({examples}); the "
        "difference would be its value, so they are not applied.",
    ),
    "metered_groups_implausible": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Totals beyond {low} to {high} times the model: {groups} ({examples}). They are not applied; "
        "please check unit, carrier and addresses.",
    ),
    "metered_groups_contradictory": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Overlapping totals that contradict each other even after {rounds} rounds: {groups} "
        "({examples}). They are not applied.",
    ),
    "metered_upper_heating_value": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Gas without a stated basis counts as upper heating value, as billed.",
    ),
    "metered_upper_per_lower": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Upper heating values are converted to lower ones with the usual ratio (table metered_carriers.csv).",
    ),
    "metered_space_heat_share": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The climate correction holds for the share of space heating only (table metered_rules.csv).",
    ),
    "suitability_columns_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The table of blocks lacks the columns {columns}. Please add them; empty values count as unknown.",
    ),
    "suitability_block_twice": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Block {block} is in the table more than once. Please use each key once.",
    ),
    "suitability_value_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Block {block}: {value} is not possible in {column}. Amounts are not negative; shares are "
        "between 0 and 1, not in percent.",
    ),
    "suitability_code_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Block {block}: {column} has the unknown value “{value}”. Possible: {codes}.",
    ),
    "suitability_exclusion_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "An exclusion names “{value}”: block, kind of supply or reason is not known. Please correct "
        "the exclusion.",
    ),
    "suitability_table_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The table {table} is wrong in row “{row}” ({rule_problem}). Please correct it there.",
    ),
    "suitability_rules_none": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The file {path} has none of the sheets {tables}. Please have it written by 'Suitability of blocks' first.",
    ),
    "suitability_own_rules": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Judged by own tables ({path}); rows that differ from EnAct's: {tables}.",
    ),
    "suitability_weight_wrong": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The weight {weight} for {kind}/{criterion} is not possible. Please enter a number from 0.",
    ),
    "suitability_weights_zero": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "All criteria of {kind} have the weight 0. Please set at least one above 0.",
    ),
    "suitability_blocks_differ": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Blocks that were not judged: {count}, {block} among them. Please compute the suitability "
        "again with the same blocks.",
    ),
    "suitability_heat_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Blocks of unknown heat demand: {count}; it is missing in the sums of the areas.",
    ),
    "edited_area_gone": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Area {key}, edited by hand, is no longer in the layer; its blocks were proposed anew.",
    ),
    "edited_areas_overlap": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Areas {key} and {other}, edited by hand, overlap by {area_m2} m². Please adjust the border.",
    ),
    "areas_by_hand": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Areas that were changed or drawn by hand stay as they are: {count}.",
    ),
    "areas_without_shape": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Areas drawn by hand without a shape are left out: {count}.",
    ),
    "proposed_areas_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Proposed supply areas: {count} – heat network {network} MWh/a, hydrogen {hydrogen} MWh/a, decentral "
        "{decentral} MWh/a, under study {study} MWh/a.",
    ),
    "areas_are_a_proposal": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The areas are a proposal along the borders of blocks; they bind nobody until a plan is decided, and "
        "even then have no external legal effect (WPG § 23 (4)).",
    ),
    "suitability_counts": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{supply}: very likely suitable {very_likely}, likely {likely}, likely unsuitable {unlikely}, "
        "very likely unsuitable {very_unlikely}, too little known {unknown} (blocks).",
    ),
    "suitability_first_estimate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The cost of heat is a first estimate from densities; curves, weights and classes are "
        "settings of EnAct (tables suitability_*.csv).",
    ),
    "suitability_unknown_lowers": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "What is unknown is not counted as zero: it lowers how much of the judgement is known, and "
        "then no class is “very” anything.",
    ),
    "suitability_exclusion_wins": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "An exclusion makes a kind very likely unsuitable, whatever the weights.",
    ),
    "demand_measured": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where consumption was delivered, the model is scaled to it: the total of a group holds for "
        "the group and is shared out in the proportions of the model.",
    ),
    "heating_delivered": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where chimney sweeps delivered heaters, the buildings of a group are heated with its mix by rated output; "
        "what does not burn (heat network, heat pump, electricity) is that of the census (table "
        "heater_kinds.csv).",
    ),
    "generators_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat generators in blocks: {count} of {all}.",
    ),
    "generator_per_building": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where no heaters were delivered, each heated building counts with one generator, by the shares of its "
        "census cell: expected numbers.",
    ),
    "large_users_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings with at least {limit} MWh/a of final energy for heat: {count} – {share} % of the final energy of "
        "all. Not listed, because their figure is part of a group's total: {grouped}.",
    ),
    "large_user_limit": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The law names no limit for large users; that of the table heat_rules.csv holds.",
    ),
    "dropped_below_large_user": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "below the limit",
    ),
    "dropped_shares_group_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "figure is part of a group's total",
    ),
    "reply_incomplete": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Reply: groups answered {answered} of {total} – missing {missing}, without figures {empty}, other addresses "
        "{changed}, not asked for {not_asked}. The sheet of questions lists them.",
    ),
    "reply_without_heading": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Headings missing in the reply: {headings}. Please use the table of the request without changing its first "
        "line.",
    ),
    "request_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Written: {files} – groups of addresses: {count}; house numbers not asked for: {left_out}.",
    ),
    "balance_empty": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The balance has no rows. Please compute the heat demand first.",
    ),
    "balance_columns_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The energy table lacks columns: {columns}. Please add them.",
    ),
    "balance_year_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows without a year: {count}. Please enter it.",
    ),
    "balance_energy_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows without final energy: {count}. Please enter it or delete them.",
    ),
    "balance_energy_negative": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Rows with negative final energy: {count}, the lowest {kwh} kWh ({year}, {sector}, {carrier}). "
        "Please check them.",
    ),
    "balance_sector_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Unknown sectors: {sectors}. Please use households, services, industry, municipal.",
    ),
    "balance_carrier_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Unknown carriers: {carriers}. Please choose a value of the list.",
    ),
    "balance_source_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Unknown source of values: {sources}. Please choose a value of the list.",
    ),
    "balance_year_not_there": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The balance does not hold {year}. It has: {years}.",
    ),
    "factor_set_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no factor set {factor_set}. Available: {sets}.",
    ),
    "factor_sets_mixed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "One table uses one factor set; given are {sets}. Please choose one.",
    ),
    "local_factor_not_allowed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{factor_set} allows no own factor for {carriers}. Please remove it.",
    ),
    "local_factor_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The own factor {value} for {carrier} is not between 0 and {highest} t/MWh. Please check the unit "
        "(g/kWh ÷ 1000).",
    ),
    "secap_years_reversed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The target year {year} is not after the base year {base_year}. Please change it.",
    ),
    "balance_carrier_not_known": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without a known carrier and without emissions: {mwh} MWh ({percent} %, {year}). Add data on "
        "heating (census, heaters, consumption).",
    ),
    "balance_without_factor": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{factor_set} has no factor for {carriers}: {mwh} MWh ({percent} %, {year}) without emissions. For "
        "the heat network enter the factor of its operator.",
    ),
    "balance_factor_of_other_carrier": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{carriers} take the factor of a related carrier of {factor_set} ({mwh} MWh, {year}).",
    ),
    "balance_factor_unchecked": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Factors of {factor_set} for {carriers} were not checked against the original ({percent} % of the "
        "energy, {year}). Please compare them before publishing.",
    ),
    "balance_factor_local": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{carriers} use the local factor ({mwh} MWh, {year}). It conforms to BISKO only with exergetic "
        "allocation.",
    ),
    "secap_electricity_for_heat_only": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The column of electricity holds electricity for heat only. Add the rest.",
    ),
    "secap_without_column": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The template has no column for {carriers} ({mwh} MWh); they stand on a sheet of their own.",
    ),
    "secap_without_factor": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without emissions, because the factor is missing: {mwh} MWh ({carriers}). Enter the factor.",
    ),
    "secap_emission_trading_not_known": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "All industry ({mwh} MWh) is entered as outside emission trading. Subtract plants in emission trading.",
    ),
    "secap_actions_without_factor": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Without a factor (both years, {carriers}): {mwh} MWh; the CO₂ reduction is incomplete there.",
    ),
    "secap_actions_without_useful_heat": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Where useful heat is missing, refurbishment is estimated from final energy.",
    ),
    "secap_actions_factor_change": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "By emission factors alone {t} t CO₂e/a change; that is no action.",
    ),
    "balance_final_energy_territorial": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Final energy on the municipality's territory (territorial principle).",
    ),
    "balance_without_weather": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not corrected for the weather.",
    ),
    "factor_of_nearest_year": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Outside the years of the factor set the nearest year counts.",
    ),
    "factor_interpolated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Linear between two years of the factor set.",
    ),
    "balance_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Final energy for heat {year}: {mwh} MWh, {t} t CO₂e – renewable or waste heat {percent} %, "
        "depending on generation or unknown {undecided} %.",
    ),
    "table_written": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Written: {files}.",
    ),
    "scenario_preset_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "There is no preset {preset}. Available: {options}.",
    ),
    "scenario_years_reversed": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The target year {year} is not after the year of the stock {base_year}. Please change one of them.",
    ),
    "scenario_target_too_late": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The target year {year} is after {latest}, the latest by WPG § 1. Please change it.",
    ),
    "scenario_figure_unknown": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Unknown figures: {names}. Please use a name of the table scenario_figures.csv: {options}.",
    ),
    "scenario_share_out_of_range": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{name} = {value} is no share between 0 and 1 (network loss up to 0.9). Please check the unit.",
    ),
    "scenario_negative": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{name} = {value} is negative. Please change it.",
    ),
    "scenario_mix_not_one": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The shares of decentral heaters (mix_…) add up to {sum} % instead of 100 %. Please change them.",
    ),
    "scenario_without_name": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The scenario needs a name.",
    ),
    "scenario_without_reasons": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The decisive scenario “{name}” needs reasons (WPG § 17).",
    ),
    "scenario_changes_not_json": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Further figures are no JSON with numbers: {value}. Example: {example}.",
    ),
    "scenario_none_decisive": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No scenario is marked as decisive (WPG § 17).",
    ),
    "scenario_short_heaters": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "In the target year {year} fossil or unknown heaters remain: {mwh} MWh/a ({carriers}). Exchange, "
        "connection or green gas do not suffice.",
    ),
    "scenario_short_network": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "In the target year {year} fossil carriers still feed the heat networks: {mwh} MWh/a ({carriers}).",
    ),
    "scenario_nothing_short": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "In the target year {year} nothing fossil remains.",
    ),
    "scenario_network_share_short": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat networks {year}: {percent} % renewable or waste heat instead of at least {least} % (WPG §§ "
        "29, 31).",
    ),
    "scenario_expected_values": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Each building carries the expected value of all changes; nothing is drawn by lot.",
    ),
    "scenario_without_climate": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The climate of the future is not taken into account.",
    ),
    "scenario_savings": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Saving by refurbishment: from the average stock (KWW) to the state of TABULA on the metered "
        "level; non-residential buildings by heat_rules.csv.",
    ),
    "indicators_by_law": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Indicators of WPG annex 2 III; network heat by carrier is the heat fed in with losses, buildings "
        "connected are expected numbers.",
    ),
    "lod2_without_roofs": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "The LoD2 data hold no roof surfaces (found: {surfaces}). Please load the delivery with Geometr_3D "
        "= Roof.",
    ),
    "lod2_without_ids": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No roof surface names its building (fields ID, Obj_Parent). Please load the delivery unchanged.",
    ),
    "roof_fields_disagree": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Roofs: {roofs}, of these with another delivered area {area}, with another tilt {tilt} than the "
        "geometry; the geometry counts.",
    ),
    "roofs_without_heights": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Roof surfaces without heights: {count} of {all}; their direction is unknown. Please load 3D geometry.",
    ),
    "roofs_left_out": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Not counted: steep {steep} ({steep_m2} m²), very small {tiny} ({tiny_m2} m²), under other roofs "
        "{covered_m2} m².",
    ),
    "roof_pv_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Roof photovoltaics: {mw} MW and {mwh} MWh/a on buildings: {buildings} (technical potential).",
    ),
    "solar_thermal_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Solar heat: {mwh} MWh/a on buildings: {buildings}; do not add it to roof photovoltaics.",
    ),
    "saving_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Saving by refurbishment of all buildings: {mwh} MWh/a ({percent} % of useful heat), of it outside "
        "of blocks {outside} MWh/a.",
    ),
    "layer_from_elsewhere": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "{layer} came from another source ({source}) and stays; delete the layer to have it computed.",
    ),
    "roof_planes_from_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Area, azimuth and tilt of roofs from the heights of their planes.",
    ),
    "solar_yield_model": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Yield by azimuth and tilt from a model of irradiation for Saxony (solar_yields.csv), without shade.",
    ),
    "solar_usable_share": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Usable share of the roof area by solar_rules.csv (assumption).",
    ),
    "solar_competes": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Photovoltaics and solar heat stand on the same roofs: do not add them up.",
    ),
    "dropped_roof_without_geometry": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without geometry",
    ),
    "dropped_roof_without_building": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without building",
    ),
    "dropped_roof_of_other_building": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "roof of another building",
    ),
    "dropped_roof_steep": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "too steep",
    ),
    "dropped_roof_repeated": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "delivered twice",
    ),
    "dropped_roof_covered": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "under another roof",
    ),
    "dropped_roof_tiny": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "too small",
    ),
    "dropped_solar_surface_small": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "surface too small",
    ),
    "dropped_solar_low_yield": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "yield too low",
    ),
    "dropped_solar_building_small": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "too little on the building",
    ),
    "dropped_solar_no_demand": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "building without heat demand",
    ),
    "dropped_solar_demand_met": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "demand met already",
    ),
    "secap_without_scenario": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No decisive scenario in the workspace (enact:scenario): the sheet of actions is left out.",
    ),
    "saving_areas_by_rule": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Areas of raised saving potential by the limits of heat_rules.csv; the law names none. Whether one "
        "is fit as an urban renewal area is for the municipality to say.",
    ),
    "saving_areas_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Areas of raised saving potential: {count}, saving {mwh} MWh/a.",
    ),
    "ground_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Ground probes: {mwh} MWh/a of heat with heat pumps (technical potential; probes: {probes}, areas: "
        "{lots}).",
    ),
    "ground_figures": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Ground probes by the general values of VDI 4640 (heat_pump_rules.csv); the underground of the place "
        "is not known and can give half or double.",
    ),
    "ground_not_limited": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Heat of ground probes is what the land could give, whatever is needed there.",
    ),
    "ground_of_parcels": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Probes stand on parcels with heated buildings, away from borders and buildings.",
    ),
    "ground_of_blocks": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "No parcels in the workspace: probes stand on free land of the blocks near heated buildings, with a "
        "flat deduction for borders (assumption).",
    ),
    "dropped_ground_excluded": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "closed by protected areas or water",
    ),
    "dropped_ground_no_space": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "no room for a probe",
    ),
    "air_total": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Air-source heat pumps: heated buildings {buildings}, of them without a place that is quiet enough "
        "{none}, for a small unit only {small}.",
    ),
    "air_noise": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Outdoor units by the limits of TA Lärm at night, with the sound power of units that are funded since"
        " 2026 (heat_pump_sizes.csv); the limits of areas are taken by the use of the neighbouring building.",
    ),
    "air_not_limited": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Power of outdoor units is what the distances allow, whatever is needed in the building.",
    ),
    "sections_street_missing": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Buildings beyond the mapped end of the street in their address: {total} ({streets}). All of their "
        "heat is on the mapped part, whose line density is too high. Please add the missing streets.",
    ),
    "consumption_next": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "Now run “Heat demand of buildings” (enact:heatdemand), or “Analyse heat”: it takes the totals in.",
    ),
    "dropped_metered_unusable": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "without place or usable figure",
    ),
    "dropped_metered_below_minimum": QT_TRANSLATE_NOOP(
        "EnactMessages",
        "below the legal minimum of house numbers",
    ),
}


class _Spoken(string.Formatter):
    """Writes values as a reader of the user's language expects them.

    A placeholder without value stays as it is: a message with a gap beats none.
    """

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), f"{{{key}}}")

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, _, more = format_spec.partition("|")
            return one if value == 1 else more
        if isinstance(value, dict):
            return ", ".join(
                f"{number(count)} × {step(f'dropped_{reason}')}" for reason, count in value.items()
            )
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return number(value)
        return super().format_field(value, format_spec)


def number(value: float) -> str:
    """Number in the user's language: 57,25 or 57.25; whole numbers below 10,000 as they are, for years.

    Parameters
    ----------
    value : int or float

    Returns
    -------
    str
        At most three decimals, from 1,000 on none.
    """
    if float(value).is_integer() or abs(value) >= 1000:
        whole = round(value)
        text = f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    else:
        text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.translate(_GERMAN) if is_german() else text


def degrees(value: float) -> str:
    """Latitude or longitude in the user's language; five decimals are a metre, and tell a place from another."""
    text = f"{value:.5f}"
    return text.translate(_GERMAN) if is_german() else text


_GERMAN = str.maketrans(",.", ".,")


def _system_text(detail: str) -> str:
    """Our text for the operating system's reason; any other text as it is, without a full stop at its end."""
    code = system_reason(detail)
    return step(code) if code else detail.rstrip(" .")


def _server_words(words: str) -> str:
    """What a server said, as a sentence behind another; nothing for nothing."""
    return step("source_said", words=words.rstrip(" .")) if words else ""


def is_german() -> bool:
    """Whether QGIS speaks German."""
    return QgsApplication.locale().startswith("de")


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
    values.setdefault("said", "")  # a sentence where a server said something
    for name, shown in _SHOWN_AS.items():
        if isinstance(values.get(name), str):
            values[name] = shown(values[name])
    return _Spoken().format(QCoreApplication.translate("EnactMessages", source), **values)


def layer_title(layer: str) -> str:
    """Title of a layer of the workspace, in German or English as the user's QGIS; also of the edits of one."""
    edited, found, name = layer.partition(":")
    if found and edited == "edits":
        return step("edits_of", layer=name)
    kind = kind_of_layer(layer)
    if kind is None:
        return layer
    return kind.title_de if is_german() else kind.title_en


def column_titles(text: str) -> str:
    """Columns as the user sees them in forms and tables: "Bezeichnung ← ot_name, Nutzung" of "name = ot_name, use".

    What is no name of a column stays as it is.
    """
    return ", ".join(_column_title(part) for part in text.split(", "))


def _column_title(text: str) -> str:
    name, taken, field = text.partition(" = ")
    for layer in layers_with_columns():
        for column in columns(layer):
            if column.name == name:
                title = column.alias_de if is_german() else column.alias_en
                return f"{title} ← {field}" if taken else title
    return step("column_coordinates") if text == "coordinates" else text


def finding_titles(text: str) -> str:
    """Kinds of findings on plants as the user sees them, of "module_power, gross_net_ratio"."""
    labels = {value.code: value.label("de" if is_german() else "en") for value in values_of("plant_finding")}
    return ", ".join(labels.get(code, code) for code in text.split(", "))


def _labels_of(list_: str) -> Callable[[str], str]:
    """Function that shows a code of a list of values as the user reads it."""

    def shown(code: str) -> str:
        language = "de" if is_german() else "en"
        return next((value.label(language) for value in values_of(list_) if value.code == code), code)

    return shown


def _all_labels_of(list_: str) -> Callable[[str], str]:
    """Function that shows several codes of a list of values, joined by commas."""
    label = _labels_of(list_)
    return lambda codes: ", ".join(label(code) for code in codes.split(", "))


def source_counts(text: str) -> str:
    """How many values came from which source, of "cadastre 6829, address 126"."""
    label = _labels_of("value_source")
    parts = (part.rpartition(" ") for part in text.split(", ") if part)
    return ", ".join(f"{label(code)} {number(int(count))}" for code, _, count in parts)


def algorithm_title(id_: str) -> str:
    """Name of an algorithm in the toolbox with its id: Wärmebedarf der Gebäude (enact:heatdemand)."""
    found = QgsApplication.processingRegistry().algorithmById(id_)
    return f"{found.displayName()} ({id_})" if found else id_


def _dropped_reasons(text: str) -> str:
    """Why rows were left out, in words, of "row_malformed, row_cut_off"."""
    return ", ".join(step(f"dropped_{reason}") for reason in text.split(", "))


# values that are names of ours or words of the system, and how they are shown
_SHOWN_AS = {
    "layer": layer_title,
    "column": column_titles,
    "columns": column_titles,
    "value_source": _labels_of("value_source"),
    "section_rule": _labels_of("section_rule"),
    "network_connection": _labels_of("network_connection"),
    "search_end": _labels_of("search_end"),
    "supply_plant": _labels_of("supply_plant"),
    "emission_set": _labels_of("factor_set"),
    "heat_carriers": _all_labels_of("heat_carrier"),
    "project_stage": _labels_of("project_stage"),
    "rule_problem": _labels_of("rule_problem"),
    "supply": _labels_of("supply_option"),
    "source_counts": source_counts,
    "algorithm": algorithm_title,
    "pairs": column_titles,
    "mapping": column_titles,
    "dropped": _dropped_reasons,
    "finding": finding_titles,
    "findings": finding_titles,
    "detail": _system_text,
    "said": _server_words,
}


def describe(problem: EnactError | Finding) -> str:
    """Sentence for an error or a finding: what happened, where, what to do."""
    if isinstance(problem, EnactError):
        return step(problem.code, **problem.params)
    text = step(problem.id, **{"key": problem.key, **problem.values})
    return f"{problem.key}: {text}" if problem.key and problem.key not in text else text

"""Titles and help of the data sets: what each is for, which files fit, and where to get them."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .choices import MUNICIPALITY, PROJECT, SERVICES, TOPICS, WORKSPACE, Verdict
from .recognition import Recognised, What


def german() -> bool:
    """Whether QGIS speaks German; titles of kinds and fields stand in tables in both languages."""
    return QgsApplication.locale().startswith("de")


@dataclass(frozen=True)
class FieldText:
    """What is shown of a field: its title (with the letter for Alt) and its help in HTML."""

    title: str
    help: str

    @property
    def plain_title(self) -> str:
        """Title without the mark of the letter."""
        return self.title.replace("&", "")


def field_text(name: str) -> FieldText:
    """Return the text of a field of the dialog, by the parameter it fills."""
    return {**_target_texts(), **_area_texts(), **_object_texts(), **_further_texts()}[name]


def _target_texts() -> dict[str, FieldText]:
    return {
        MUNICIPALITY: FieldText(
            QCoreApplication.translate("FieldText", "&Municipality"),
            QCoreApplication.translate(
                "FieldText",
                "<p>All municipalities of Saxony are in the list: type the beginning of the name, with or without"
                " umlauts. For others, and for municipalities that no longer exist, type the eight-digit key (AGS);"
                " an old key is replaced by the valid one.</p><p>What you chose last time for a municipality is"
                " filled in again.</p>",
            ),
        ),
        WORKSPACE: FieldText(
            QCoreApplication.translate("FieldText", "&Workspace"),
            QCoreApplication.translate(
                "FieldText",
                "<p>One GeoPackage that holds all layers of the municipality. A new file is created; in an existing"
                " one only the data sets chosen here are replaced, all others stay.</p>",
            ),
        ),
        PROJECT: FieldText(
            QCoreApplication.translate("FieldText", "&Project file"),
            QCoreApplication.translate(
                "FieldText",
                "<p>The QGIS project with styled layers, map themes and print layouts. A project that is "
                "already there is renewed: your own layers, styles and layouts stay. Keep it in the same folder as "
                "the workspace, so that both can be passed on together.</p>",
            ),
        ),
    }


def _area_texts() -> dict[str, FieldText]:
    return {
        "BOUNDARY": FieldText(
            QCoreApplication.translate("FieldText", "&Boundary"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Area of the municipality. A file with many municipalities is fine: the right one is picked by its"
                " key (AGS). Without a boundary the outline of the districts is taken.</p><p><b>Where to get it:</b>"
                " “Verwaltungsgebiete 1:250 000 (VG250)” of the Federal Agency for Cartography and Geodesy,"
                ' <a href="https://gdz.bkg.bund.de">gdz.bkg.bund.de</a>.</p>',
            ),
        ),
        "DISTRICTS": FieldText(
            QCoreApplication.translate("FieldText", "&Districts"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Districts of the town, villages or cadastral districts, as areas with a name. Plants without a"
                " location are counted by them.</p><p><b>Where to get it:</b> open-data portal or surveying office of"
                " the municipality.</p>",
            ),
        ),
        "CENSUS": FieldText(
            QCoreApplication.translate("FieldText", "&Census"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Figures of the census on the 100 m grid, one or several topics (energy carrier, kind of heating,"
                " year of construction, type of building), as CSV or as the zip they come in. Files for all of Germany"
                ' are fine.</p><p><b>Where to get it:</b> <a href="https://www.zensus2022.de">www.zensus2022.de</a>,'
                " results, grid data.</p>",
            ),
        ),
    }


def _object_texts() -> dict[str, FieldText]:
    return {
        "PLANTS": FieldText(
            QCoreApplication.translate("FieldText", "P&lants"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Power and heat plants and storage units of the register (Marktstammdatenregister): the CSV of the"
                " <i>extended</i> overview of units, JSON of its public interface (one file, or a folder with all"
                " pages), the zip of the complete data export (Gesamtdatenexport) or its address (https://…), or tables"
                " of open-mastr (one file, or their folder); or the word <i>online</i>: the register is asked now. Rows"
                " of other municipalities are left out.</p><p><b>Where to get it:</b>"
                ' <a href="https://www.marktstammdatenregister.de">www.marktstammdatenregister.de</a>, “Erweiterte'
                " Einheitenübersicht”, filter by Gemeindeschlüssel, export as CSV. The <i>simple</i> overview does not"
                " suffice: it lacks the key of the municipality.</p>",
            ),
        ),
        "BUILDINGS": FieldText(
            QCoreApplication.translate("FieldText", "B&uildings"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Outlines of the buildings: LoD2 surfaces, outlines of the cadastre (ALKIS), OpenStreetMap, or a"
                " layer of your own. The kind is recognised by the fields.</p><p><b>Where to get it:</b>"
                ' <a href="https://www.geodaten.sachsen.de">www.geodaten.sachsen.de</a> (3D city model, LoD2, shape),'
                ' or OpenStreetMap at <a href="https://download.geofabrik.de">download.geofabrik.de</a>'
                " (licence ODbL).</p>",
            ),
        ),
        "STREETS": FieldText(
            QCoreApplication.translate("FieldText", "&Streets"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Axes of the streets with their names, from official data or OpenStreetMap.</p><p><b>Where to get"
                ' it:</b> Basis-DLM at <a href="https://www.geodaten.sachsen.de">www.geodaten.sachsen.de</a>, or'
                ' <a href="https://download.geofabrik.de">download.geofabrik.de</a>.</p>',
            ),
        ),
        "ADDRESSES": FieldText(
            QCoreApplication.translate("FieldText", "&Addresses"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Points with street and house number: official house coordinates, the cadastre's addresses, or"
                " OpenStreetMap.</p><p><b>Where to get it:</b> house coordinates from the state's surveying office,"
                ' <a href="https://www.geodaten.sachsen.de">www.geodaten.sachsen.de</a>.</p>',
            ),
        ),
    }


def _further_texts() -> dict[str, FieldText]:
    return {
        SERVICES: FieldText(
            QCoreApplication.translate("FieldText", "Load what is missing from the ser&vices"),
            QCoreApplication.translate(
                "FieldText",
                "<p>What you give as a file is read from there. Everything else is asked from the official services"
                " and OpenStreetMap:"
                " boundary, buildings, parcels, land use, addresses, streets, rail and water, register of plants,"
                " census, protected areas and, where they are known, districts and the published heat plan.</p><p>For a"
                " municipality of which you have no files yet, the key or name is enough. The first time this takes a"
                " while: some come as one file for all of Saxony (addresses, some 51 MB) or Germany (census). They stay"
                " on this computer, and later only changes are fetched."
                " Layers of the workspace that came from files stay. A service"
                " that fails is named with the reason and with the file that serves instead.</p>",
            ),
        ),
        TOPICS: FieldText(
            QCoreApplication.translate("FieldText", "Heat plan and further layers"),
            QCoreApplication.translate(
                "FieldText",
                "<p>Any number of further layers, each with its kind: what a heat plan shows (densities, networks,"
                " supply areas, potentials …), and others such as parcels, land use or protected areas.</p><p>The kind"
                " decides on the style and the place in the layer tree.</p><p><b>Where to get it:</b> from whoever"
                " prepared the heat plan, or the municipality's open-data portal.</p>",
            ),
        ),
    }


def verdict_text(verdict: Verdict) -> str:
    """Return the few words beside an input."""
    return {
        Verdict.NOTHING: "",
        Verdict.LAYER: QCoreApplication.translate("FieldText", "layer"),
        Verdict.FILE: QCoreApplication.translate("FieldText", "file exists"),
        Verdict.ADDRESS: QCoreApplication.translate("FieldText", "address"),
        Verdict.ONLINE: QCoreApplication.translate("FieldText", "register, online"),
        Verdict.UNUSUAL: QCoreApplication.translate("FieldText", "unusual type"),
        Verdict.NOT_FOUND: QCoreApplication.translate("FieldText", "not found"),
        Verdict.EMPTY: QCoreApplication.translate("FieldText", "empty"),
        Verdict.FOLDER: QCoreApplication.translate("FieldText", "is a folder"),
        Verdict.WRONG_ENDING: QCoreApplication.translate("FieldText", "wrong type"),
    }[verdict]


def recognised_text(found: Recognised) -> str:
    """Return the few words that say what a file is."""
    text = {**_content_texts(), **_layer_texts()}[found.what]
    return text.format(**{**found.values, "geometry": _geometry_text(found.values.get("geometry", ""))})


def _content_texts() -> dict[What, str]:
    return {
        What.UNIT_OVERVIEW: QCoreApplication.translate("Recognised", "extended unit overview"),
        What.NO_MUNICIPALITY_KEY: QCoreApplication.translate("Recognised", "no municipality key"),
        What.REGISTER_JSON: QCoreApplication.translate("Recognised", "register, JSON"),
        What.REGISTER_PAGES: QCoreApplication.translate("Recognised", "JSON files: {count}"),
        What.REGISTER_EXPORT: QCoreApplication.translate("Recognised", "complete export"),
        What.OPEN_MASTR: QCoreApplication.translate("Recognised", "table of open-mastr"),
        What.OPEN_MASTR_TABLES: QCoreApplication.translate("Recognised", "open-mastr, tables: {count}"),
        What.CENSUS_GRID: QCoreApplication.translate("Recognised", "census grid"),
        What.CENSUS_ZIP: QCoreApplication.translate("Recognised", "zip, CSV files: {count}"),
        What.WEB_PAGE: QCoreApplication.translate("Recognised", "web page, no data"),
        What.OTHER_CONTENT: QCoreApplication.translate("Recognised", "unexpected content"),
        What.NOT_OPENED: QCoreApplication.translate("Recognised", "cannot be opened"),
        What.SEVERAL_FILES: QCoreApplication.translate("Recognised", "files: {count}"),
        What.BIG_FILE: QCoreApplication.translate("Recognised", "file, {megabytes} MB"),
    }


def _layer_texts() -> dict[What, str]:
    return {
        What.LAYER: QCoreApplication.translate("Recognised", "{format}: {geometry}"),
        What.SEVERAL_LAYERS: QCoreApplication.translate("Recognised", "{format}, {count} layers"),
        What.OTHER_GEOMETRY: QCoreApplication.translate("Recognised", "{format}: {geometry}"),
        What.NO_LAYER: QCoreApplication.translate("Recognised", "no layer in it"),
    }


def _geometry_text(geometry: str) -> str:
    return {
        "point": QCoreApplication.translate("Recognised", "points"),
        "line": QCoreApplication.translate("Recognised", "lines"),
        "polygon": QCoreApplication.translate("Recognised", "areas"),
        "none": QCoreApplication.translate("Recognised", "table"),
    }.get(geometry, QCoreApplication.translate("Recognised", "1 layer"))


def recognised_hint(found: Recognised) -> str:
    """Return what to do about a file that is not what is expected, or what the few words mean; may be empty."""
    hints = {
        What.UNIT_OVERVIEW: QCoreApplication.translate(
            "Recognised", "CSV of the extended overview of units, with the key of the municipality"
        ),
        What.NO_MUNICIPALITY_KEY: QCoreApplication.translate(
            "Recognised",
            "The heading names no Gemeindeschlüssel: this looks like the simple overview. Export the extended one.",
        ),
        What.WEB_PAGE: QCoreApplication.translate(
            "Recognised", "The file holds a web page, often an error message. Download it again."
        ),
        What.REGISTER_EXPORT: QCoreApplication.translate(
            "Recognised",
            "The register's complete data export (Gesamtdatenexport): the units of the municipality are picked out.",
        ),
        What.OTHER_CONTENT: QCoreApplication.translate(
            "Recognised", "The beginning of the file does not look like what is expected here."
        ),
        What.NOT_OPENED: QCoreApplication.translate(
            "Recognised",
            "Another program may hold the file, or the right to read it is missing.",
        ),
        What.SEVERAL_LAYERS: QCoreApplication.translate(
            "Recognised",
            "Say which layer: {layers}. Append |layername=NAME to the path, or add the layer to the project and choose "
            "it there.",
        ),
        What.OTHER_GEOMETRY: QCoreApplication.translate("Recognised", "Another geometry is expected here."),
        What.NO_LAYER: QCoreApplication.translate(
            "Recognised", "QGIS finds no layer of this name, or none at all, in the file."
        ),
        What.BIG_FILE: QCoreApplication.translate(
            "Recognised", "The file is there; it is big, and will be opened only when it is loaded."
        ),
    }
    return hints.get(found.what, "").format(**found.values)

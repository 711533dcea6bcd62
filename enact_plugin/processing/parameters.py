"""Parameters that several algorithms share, with their help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Callable, Union

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import EnactError
from .open_project import workspace_shown
from .plain_values import plain_value

GEOPACKAGE = "GeoPackage (*.gpkg)"
translate = QCoreApplication.translate
_GUI = f"{__package__.rpartition('.')[0]}.gui"
Options = Union[Mapping[str, str], Sequence[str]]  # id -> title, or ids alone
OwnForm = Callable[
    ["dict[str, tuple[str, ...]]"], str
]  # fields with some of their values -> name of the form


def helped(parameter: QgsProcessingParameterDefinition, help_: str) -> QgsProcessingParameterDefinition:
    """Give a parameter its help."""
    parameter.setHelp(help_)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """Fold a parameter away under "Advanced"."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def choice(
    name: str, description: str, options: Options, default: str | None, help_: str
) -> QgsProcessingParameterDefinition:
    """One of several ids, which the dialogs show by their titles.

    Parameters
    ----------
    name, description : str
    options : mapping of str to str, or sequence of str
        Id to title in the user's language, in the order shown; a sequence where the ids are words a person knows.
        Models, scripts, `qgis_process` and `Job.choice` have the id.
    default : str or None
        Id chosen beforehand; with None nothing is, and a person has to choose.
    help_ : str
    """
    parameter = QgsProcessingParameterEnum(
        name, description, options=list(options), defaultValue=default, usesStaticStrings=True
    )
    return helped(_titled(parameter, options), help_)


def optional_choice(
    name: str, description: str, options: Options, help_: str
) -> QgsProcessingParameterDefinition:
    """One of several ids or none; as `choice`."""
    parameter = QgsProcessingParameterEnum(
        name, description, options=list(options), usesStaticStrings=True, optional=True
    )
    return helped(_titled(parameter, options), help_)


def _titled(parameter: QgsProcessingParameterEnum, options: Options) -> QgsProcessingParameterEnum:
    if isinstance(options, Mapping):
        # by name: the toolbox imports it when it shows the parameter; qgis_process never does
        parameter.setMetadata(
            {"widget_wrapper": {"class": f"{_GUI}.choice_parameter.ChoiceParameter", "titles": dict(options)}}
        )
    return parameter


def choice_titles(definition: QgsProcessingParameterDefinition) -> dict[str, str]:
    """Title of each id of a `choice`, for messages; an id without a title stands for itself."""
    titles = definition.metadata().get("widget_wrapper", {}).get("titles", {})
    return {option: titles.get(option, option) for option in definition.options()}


def refuse_unknown_option(value: Any, definition: QgsProcessingParameterEnum) -> None:
    """Raise ``option_unknown`` for a value that an enumeration lacks: QGIS names none that are possible."""
    given = plain_value(value)
    if given not in (None, "") and str(given) not in definition.options():
        raise EnactError(
            "option_unknown", parameter=definition.description(), value=str(given),
            options=", ".join(definition.options()),
        )  # fmt: skip


def optional_number(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
    """Whole number above zero that may stay empty."""
    parameter = QgsProcessingParameterNumber(
        name, description, QgsProcessingParameterNumber.Type.Integer, optional=True, minValue=1
    )
    return helped(parameter, help_)


def text(
    name: str, description: str, help_: str, default: str = "", optional: bool = True
) -> QgsProcessingParameterDefinition:
    """Line of text."""
    parameter = QgsProcessingParameterString(name, description, defaultValue=default, optional=optional)
    return helped(parameter, help_)


def ags(optional: bool = False) -> QgsProcessingParameterDefinition:
    """Key of the municipality."""
    return text(
        "AGS",
        translate("EnactParameters", "Municipality key (AGS)"),
        translate(
            "EnactParameters",
            "Official municipality key, eight digits, for instance 14713000 for Leipzig. A name would not do: "
            "the district around Leipzig is called Leipzig too.",
        ),
        optional=optional,
    )


def ags_or_of_workspace() -> QgsProcessingParameterDefinition:
    """Key of the municipality, which a workspace that was made for one knows itself."""
    return helped(
        ags(optional=True),
        translate(
            "EnactParameters",
            "Official municipality key, eight digits, for instance 14713000 for Leipzig. Left empty: the municipality "
            "that the workspace holds. A new workspace needs the key.",
        ),
    )


def workspace() -> QgsProcessingParameterDefinition:
    """Workspace that an algorithm reads or fills; in the window of QGIS that of the open project is preset."""
    parameter = QgsProcessingParameterFile(
        "WORKSPACE",
        translate("EnactParameters", "Workspace (GeoPackage)"),
        behavior=QgsProcessingParameterFile.Behavior.File,
        fileFilter=GEOPACKAGE,
        defaultValue=workspace_shown() or None,
    )
    return helped(
        parameter,
        translate(
            "EnactParameters",
            "The GeoPackage that holds all layers of the municipality. It is made when it does not exist; "
            "otherwise only the layer in question is replaced.",
        ),
    )


def existing_workspace() -> QgsProcessingParameterDefinition:
    """Workspace that must be there."""
    parameter = workspace()
    return helped(
        parameter,
        translate(
            "EnactParameters", "The GeoPackage that holds all layers of the municipality; it must exist."
        ),
    )


def workspace_destination() -> QgsProcessingParameterDefinition:
    """Workspace that an algorithm makes or completes."""
    parameter = QgsProcessingParameterFileDestination(
        "WORKSPACE", translate("EnactParameters", "Workspace (GeoPackage)"), fileFilter=GEOPACKAGE
    )
    return helped(
        parameter,
        translate(
            "EnactParameters",
            "The GeoPackage that holds all layers of the municipality. An existing workspace is kept: only the "
            "layers loaded now are replaced.",
        ),
    )


def project_destination(default: str = "", optional: bool = False) -> QgsProcessingParameterDefinition:
    """Project file that an algorithm makes."""
    parameter = QgsProcessingParameterFileDestination(
        "PROJECT",
        translate("EnactParameters", "QGIS project"),
        fileFilter="QGIS (*.qgz)",
        defaultValue=default or None,
        optional=optional,
        createByDefault=bool(default) or not optional,
    )
    return helped(
        parameter,
        translate(
            "EnactParameters",
            "The QGIS project with groups, styles, map themes and layouts. It refers to the workspace by a "
            "relative path: move both together.",
        ),
    )


def any_source(
    name: str, description: str, help_: str, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Vector layer, table or file of any geometry."""
    parameter = QgsProcessingParameterFeatureSource(
        name, description, [QgsProcessing.SourceType.TypeVector], optional=optional
    )
    return helped(parameter, help_)


def date_order() -> QgsProcessingParameterDefinition:
    """Order of day and month in a file of the register."""
    return advanced(
        choice(
            "DATE_ORDER",
            translate("EnactParameters", "Order of day and month (csv)"),
            {
                "auto": translate("EnactParameters", "Decided from the values"),
                "dmy": translate("EnactParameters", "Day first (31.12.2025)"),
                "mdy": translate("EnactParameters", "Month first (12/31/2025)"),
            },
            "auto",
            translate(
                "EnactParameters",
                "The register writes dates in the browser's language; auto decides from the values. dmy: day first, "
                "mdy: month first.",
            ),
        )
    )


def boundary() -> QgsProcessingParameterDefinition:
    """Optional boundary."""
    return any_source(
        "BOUNDARY",
        translate("EnactParameters", "Boundary"),
        translate(
            "EnactParameters",
            "Polygon layer of the municipality, or of many municipalities (then the AGS chooses). Without it the "
            "boundary in the workspace is used; without that one everything is loaded.",
        ),
        optional=True,
    )


def overwrite_edits() -> QgsProcessingParameterDefinition:
    """Whether what a person changed in a layer may go with the layer."""
    parameter = QgsProcessingParameterBoolean(
        "OVERWRITE_EDITS",
        translate("EnactParameters", "Overwrite rows changed by hand"),
        defaultValue=False,
    )
    return advanced(
        helped(
            parameter,
            translate(
                "EnactParameters",
                "A layer whose rows somebody changed since it was loaded is left as it is, and the run says so. "
                "With this option it is replaced all the same, and the changes are lost.",
            ),
        )
    )


def flag(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
    """Switch that is off by itself."""
    return helped(QgsProcessingParameterBoolean(name, description, defaultValue=False), help_)


def file(
    name: str, description: str, help_: str, optional: bool = False, file_filter: str = ""
) -> QgsProcessingParameterDefinition:
    """File to read."""
    parameter = QgsProcessingParameterFile(
        name,
        description,
        behavior=QgsProcessingParameterFile.Behavior.File,
        optional=optional,
        fileFilter=file_filter,
    )
    return helped(parameter, help_)


def folder(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
    """Optional folder to read."""
    parameter = QgsProcessingParameterFile(
        name, description, behavior=QgsProcessingParameterFile.Behavior.Folder, optional=True
    )
    return helped(parameter, help_)


def several_files(
    name: str, description: str, help_: str, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """Several files to read."""
    parameter = QgsProcessingParameterMultipleLayers(
        name, description, QgsProcessing.SourceType.TypeFile, optional=optional
    )
    return helped(parameter, help_)


def mapping(own_form: OwnForm | None = None) -> QgsProcessingParameterDefinition:
    """Optional field mapping; in the toolbox with a button that opens the table of fields.

    Parameters
    ----------
    own_form : callable or None
        For buildings: names a form with reading rules of its own, which needs no mapping, from the source's fields.
    """
    parameter = text(
        "MAPPING",
        translate("EnactParameters", "Field mapping (JSON)"),
        translate(
            "EnactParameters",
            'Our field to the source\'s field, for instance {"use": "NUTZUNG", "built_year": "BAUJAHR"}. Left empty, '
            "the mapping remembered for such a source is used, else one proposed from names and types.",
        ),
    )
    wrapper = {"class": f"{_GUI}.mapping_parameter.MappingParameter"}
    parameter.setMetadata({"widget_wrapper": {**wrapper, "own_form": own_form} if own_form else wrapper})
    return advanced(parameter)


def source_facts() -> QgsProcessingParameterDefinition:
    """Mapping and origin of the data sets that have a parameter of their own."""
    parameter = text(
        "SOURCE_FACTS",
        translate("EnactParameters", "Fields and origin of the sources (JSON)"),
        translate(
            "EnactParameters",
            "By data set (BOUNDARY, DISTRICTS, STREETS, ADDRESSES, BUILDINGS) what the file does not tell, "
            'for instance {"STREETS": {"mapping": {"name": "STRNAME"}, "licence": "dl-de/by-2-0", '
            '"attribution": "© Stadt", "state_date": "2026-08-31"}}. Each part may be left out.',
        ),
    )
    return advanced(parameter)


def origin() -> list[QgsProcessingParameterDefinition]:
    """Licence, attribution and state of the data, which a file does not tell."""
    return [
        advanced(
            text(
                "LICENCE",
                translate("EnactParameters", "Licence"),
                translate("EnactParameters", "Short name as it is cited, for instance dl-de/by-2-0."),
            )
        ),
        advanced(
            text(
                "ATTRIBUTION",
                translate("EnactParameters", "Attribution"),
                translate("EnactParameters", "The line to be printed on maps, for instance © GeoSN."),
            )
        ),
        advanced(
            text(
                "STATE_DATE",
                translate("EnactParameters", "State of the data"),
                translate(
                    "EnactParameters", "Date as 31.08.2026 or 2026-08-31; stays unknown when left empty."
                ),
            )
        ),
    ]

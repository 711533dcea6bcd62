"""Parameters of what can be asked from services as well as read from a file, and which way a run goes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import EnactError
from . import parameters

AUTO, FILE, ONLINE = "auto", "file", "online"
NAMES = ("INPUT", "SERVICE", "ADDRESS", "LAYER")
translate = QCoreApplication.translate


def source(serves: Collection[str]) -> list[QgsProcessingParameterDefinition]:
    """Where the data come from, and what may be said of the services.

    Parameters
    ----------
    serves : collection of str
        As `Service.serves`; the help lists the services that deliver one of them.
    """
    return [
        parameters.choice(
            "SOURCE",
            translate("EnactParameters", "Where the data come from"),
            {
                AUTO: translate("EnactParameters", "The layer or file; without one, the services"),
                FILE: translate("EnactParameters", "Layer or file"),
                ONLINE: translate("EnactParameters", "Services, now"),
            },
            AUTO,
            translate(
                "EnactParameters",
                "auto: the layer or file that is given; without one, the services that are known for the "
                "municipality. file: the layer or file. online: the services, or the address given below.",
            ),
        ),
        *(parameters.advanced(each) for each in (_service(serves), *_address())),
        refresh(),
        cache(),
    ]


def _service(serves: Collection[str]) -> QgsProcessingParameterDefinition:
    known = "; ".join(f"{id_} ({title})" for id_, title in _known(serves))
    help_ = translate(
        "EnactParameters",
        "Id of a known service, several with a semicolon between. Left empty, those that are usual for the "
        "municipality.",
    )
    listed = translate("EnactParameters", "Known are:")
    return parameters.text(
        "SERVICE",
        translate("EnactParameters", "Service"),
        f"{help_} {listed} {known}" if known else help_,
    )


def _known(serves: Collection[str]) -> list[tuple[str, str]]:
    """Id and title of the services that deliver one of these; none where a person's change broke the presets.

    What is wrong with them is said when they are used.
    """
    from ..sources.services.service import presets

    try:
        return [(each.id, each.title) for each in presets() if each.serves in serves]
    except EnactError:
        return []


def _address() -> list[QgsProcessingParameterDefinition]:
    authentication = QgsProcessingParameterAuthConfig(
        "AUTHCFG", translate("EnactParameters", "Authentication of QGIS"), optional=True
    )
    return [
        parameters.text(
            "ADDRESS",
            translate("EnactParameters", "Address of another service"),
            translate(
                "EnactParameters",
                "Address (https://…) of any WFS, OGC API Features or ArcGIS REST service, instead of a known one.",
            ),
        ),
        parameters.text(
            "LAYER",
            translate("EnactParameters", "Layer of the other service"),
            translate(
                "EnactParameters",
                "Type name, collection, or number or name of the layer. Left empty where the service has only one; "
                "else the message names them.",
            ),
        ),
        parameters.helped(
            authentication,
            translate(
                "EnactParameters",
                "For services that ask who you are: a configuration of QGIS (Settings, Options, Authentication).",
            ),
        ),
    ]


def refresh() -> QgsProcessingParameterDefinition:
    """Whether what was fetched before counts for nothing."""
    return parameters.advanced(
        parameters.flag(
            "REFRESH",
            translate("EnactParameters", "Ask the services anew"),
            translate(
                "EnactParameters",
                "Off, answers that are fresh enough are taken from the folder for what is fetched, with their date. "
                "On, all is asked again.",
            ),
        )
    )


def cache() -> QgsProcessingParameterDefinition:
    """Folder for what is fetched."""
    return parameters.advanced(
        parameters.folder(
            "CACHE",
            translate("EnactParameters", "Folder for what is fetched"),
            translate(
                "EnactParameters",
                "What the services deliver stays here with its date: a load that broke off is gone on with, and "
                "nothing fresh is fetched twice. Left empty: the cache of this user on this computer.",
            ),
        )
    )


def check(
    algorithm: QgsProcessingAlgorithm, values: Mapping[str, Any], context: QgsProcessingContext
) -> None:
    """Refuse values that contradict each other, before any work; see `way`."""
    given = [name for name in NAMES if values.get(name) not in (None, "", [])]
    way(algorithm.parameterAsEnumString(values, "SOURCE", context), given)


def way(chosen: str, given: Collection[str]) -> str:
    """Which way a run goes, "file" or "online"; nothing that was given is passed over without a word.

    Parameters
    ----------
    chosen : str
        Value of SOURCE.
    given : collection of str
        Those of `NAMES` that have a value.

    Raises
    ------
    EnactError
        ``input_not_given``, ``service_and_input``, ``service_and_address``, ``service_layer_without_address``.
    """
    if "INPUT" in given and (chosen == ONLINE or "SERVICE" in given or "ADDRESS" in given):
        raise EnactError("service_and_input")
    if "SERVICE" in given and "ADDRESS" in given:
        raise EnactError("service_and_address")
    if "LAYER" in given and "ADDRESS" not in given:
        raise EnactError("service_layer_without_address")
    if chosen == FILE and "INPUT" not in given:
        raise EnactError("input_not_given")
    return FILE if "INPUT" in given else ONLINE

"""Looks into a source for the table of fields: names, types, a few values, and what it says of its origin."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from ..errors import EnactError
from ..layers.database import connect
from ..layers.paths import exists, file_and_options, is_file
from ..layers.sublayers import vector_layers
from ..reference.known_sources import recognise_source
from .texts import german

_LOGGER = logging.getLogger(__name__)
_ROWS = 60
_EXAMPLES = 3
_SAMPLE = 40


@dataclass(frozen=True)
class SourceForm:
    """What is seen of a source.

    Attributes
    ----------
    name : str
    fields : tuple of (str, str)
        Name and type, as the loader sees them.
    values : dict of str to tuple of str
        The first different values of each field; nulls and empty texts are left out.
    licence, attribution : str
        As its metadata or its fields tell.
    """

    name: str
    fields: tuple[tuple[str, str], ...]
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    licence: str = ""
    attribution: str = ""

    def examples(self, name: str) -> str:
        """Return a few values of a field in one line."""
        return " · ".join(self.values.get(name, ())[:_EXAMPLES])


def read_form(source: str, project: QgsProject | None = None) -> SourceForm:
    """Look into a layer of the project (by id) or a file.

    Raises
    ------
    EnactError
        ``file_missing``, ``several_layers``, ``input_unreadable``.
    """
    layer = _layer(source, project or QgsProject.instance())
    fields = tuple((each.name(), each.typeName()) for each in layer.fields() if each.name() != "fid")
    known = recognise_source(name for name, _type in fields)
    metadata = layer.metadata()
    return SourceForm(
        name=layer.name(),
        fields=fields,
        values=_values(layer, [name for name, _type in fields]),
        licence=", ".join(metadata.licenses()) or (known.licence if known else ""),
        attribution=", ".join(metadata.rights()) or (known.attribution if known else ""),
    )


def _layer(source: str, project: QgsProject) -> QgsVectorLayer:
    """Open it just as the loader does, so that field names and types are the same."""
    found = project.mapLayer(source)
    if found is None:
        path = Path(file_and_options(source)[0])
        if path.suffix and not exists(path):
            raise EnactError("file_missing", path=str(path), parameter="INPUT")
        _refuse_several_layers(source)
        context = QgsProcessingContext()
        context.setProject(project)
        found = QgsProcessingUtils.mapLayerFromString(
            source, context, True, QgsProcessingUtils.LayerHint.Vector
        )
        # the context owns what it opened, and goes with this function
        found = found.clone() if found is not None else None
    if not isinstance(found, QgsVectorLayer) or not found.isValid():
        raise EnactError("input_unreadable", path=source, parameter="INPUT")
    return found


def _refuse_several_layers(source: str) -> None:
    if not is_file(source):
        return
    names = vector_layers(source)
    if len(names) > 1:
        raise EnactError("several_layers", path=Path(source).name, layers=", ".join(names))


def _values(layer: QgsVectorLayer, names: list[str]) -> dict[str, tuple[str, ...]]:
    request = QgsFeatureRequest()
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setLimit(_ROWS)
    found: dict[str, list[str]] = {name: [] for name in names}
    for feature in layer.getFeatures(request):
        for name, texts in found.items():
            value = feature[name]
            text = "" if value is None or (hasattr(value, "isNull") and value.isNull()) else _text(value)
            if text and text not in texts and len(texts) < _SAMPLE:
                texts.append(text)
    return {name: tuple(texts) for name, texts in found.items()}


def _text(value: object) -> str:
    if hasattr(value, "toString"):
        return str(value.toString("yyyy-MM-dd"))
    if isinstance(value, bool):
        yes, no = ("ja", "nein") if german() else ("yes", "no")
        return yes if value else no
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",") if german() else f"{value:.10g}"
    return " ".join(str(value).split())


def remembered_mapping(workspace: str, kind: str, fields: tuple[tuple[str, str], ...]) -> str:
    """Mapping that a workspace remembers for sources of this form; empty where it knows none, or is none."""
    from ..fields.mapping import source_fingerprint

    path = Path(workspace)
    if not workspace or not is_file(path):
        return ""
    # only looked into: an older workspace is migrated when it is loaded into, not because somebody opened a table
    query = (
        "SELECT mapping FROM field_mappings WHERE kind = ? AND fingerprint = ? ORDER BY rowid DESC LIMIT 1"
    )
    try:
        with closing(connect(path, "ro")) as connection:
            found = connection.execute(query, (kind, source_fingerprint(fields))).fetchone()
    except sqlite3.Error as error:
        # not a workspace of ours, or busy: the loader will say so; here the proposal does
        _LOGGER.info("no mapping read from %s: %s", path.name, error)
        return ""
    return found[0] if found else ""

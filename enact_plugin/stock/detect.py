"""What kind of building data a layer holds, told by its fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ..reference.building_tables import source_fields

if TYPE_CHECKING:
    import pandas as pd

_CODE = r"^(?:\d{5}_)?\d{4}$"


class BuildingKind(Enum):
    """Kinds of building data; the values are those of `enact:loadbuildings`' KIND."""

    AUTO = "auto"
    LOD2_SURFACES = "lod2_surfaces"
    ALKIS = "alkis"
    OSM = "osm"
    MAPPED = "mapped"


@dataclass(frozen=True)
class Detection:
    """A kind and why.

    Attributes
    ----------
    kind : BuildingKind
        AUTO when the fields tell none.
    reason : str
        Code of a text.
    fields : tuple of str
        The fields it was told by.
    """

    kind: BuildingKind
    reason: str
    fields: tuple[str, ...] = ()


def detect_kind(columns: Iterable[str], sample: pd.DataFrame | None = None) -> Detection:
    """Tell the kind of building data.

    Parameters
    ----------
    columns : iterable of str
        Names of the layer's fields, any case.
    sample : DataFrame or None
        Some rows. Needed where a name alone may mean something else, as `funktion`.

    Returns
    -------
    Detection
    """
    names = {str(name).casefold(): str(name) for name in columns}

    def present(*wanted: str) -> tuple[str, ...]:
        return tuple(names[name] for name in wanted if name in names)

    surfaces = present("geometr_3d", "obj_parent")
    if len(surfaces) == 2:
        return Detection(BuildingKind.LOD2_SURFACES, "kind_by_surfaces", surfaces)
    coded = present("gfkzshh", "gfk") or tuple(
        name for name in present(*source_fields("alkis")["function_code"]) if _holds_codes(sample, name)
    )
    keyed = present("oid", "oi", "gml_id", "gebaeudeid", "gebnutzbez")
    if coded and (keyed or _holds_codes(sample, coded[0])):
        return Detection(BuildingKind.ALKIS, "kind_by_function_code", coded + keyed)
    if "building" in names:
        return Detection(BuildingKind.OSM, "kind_by_building_tag", present("building"))
    geofabrik = present("osm_id", "fclass")
    if len(geofabrik) == 2:
        return Detection(BuildingKind.OSM, "kind_by_building_tag", geofabrik)
    return Detection(BuildingKind.AUTO, "kind_not_recognised", tuple(names.values()))


def _holds_codes(sample: pd.DataFrame | None, name: str) -> bool:
    """Whether most values of a column look like function codes of the cadastre."""
    if sample is None or name not in sample:
        return False
    known = sample[name].dropna().astype("string").str.strip()
    return bool(len(known)) and bool(known.str.match(_CODE).mean() > 0.5)

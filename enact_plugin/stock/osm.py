"""Buildings of OpenStreetMap, from whatever tool they were taken."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ..fields.texts import map_distinct
from ..reference.building_tables import UseCode, source_fields, use_codes
from .fields import Fields, missing_text
from .rows import BuildingRows, building_frame, roofs, source_of
from .years import year_bounds

KIND = "osm"
_TYPED_ID = re.compile(r"^(way|relation|node|w|r|n)[/ ]?(\d+)$", re.IGNORECASE)
_TYPES = {"w": "way", "r": "relation", "n": "node"}
# uses that make a mixed building of a house: rooms for others than the residents
_WORKPLACES = frozenset({"trade", "office", "accommodation", "health", "education", "culture", "industry"})


def read_osm(frame: GeoDataFrame) -> BuildingRows:
    """Buildings of OpenStreetMap with their tags.

    The tag `building` decides; where it only says "yes", other tags (amenity, shop, office …) do. A house with a shop
    or office is of mixed use. Levels count without those in the roof (`roof:levels`), as the tag is defined.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Tags as columns, as QuickOSM, osmnx, overpass turbo, OGR or Geofabrik deliver them; names in any case.

    Returns
    -------
    BuildingRows
        Rows without `building`, parts of buildings (`building:part`), ruins, demolished and not yet built ones are
        dropped.
    """
    fields = Fields(frame, source_fields(KIND))
    building = _building_tag(fields)
    reason = _drop_reason(fields, building)
    kept = reason.isna().to_numpy()
    dropped = {str(name): int(count) for name, count in reason.value_counts().sort_index().items()}

    frame, building = frame[kept], building[kept]
    fields = Fields(frame, source_fields(KIND))
    use, code = _uses(fields, building)
    storeys = map_distinct(fields.text("storeys"), _levels, np.nan).astype("float64")
    height, roof = fields.number("height_m"), roofs(fields.text("roof_code"), "osm")
    above_eaves = fields.number("roof_height_m").where(~roof.eq("flat"), 0.0)
    first, last = year_bounds(fields.text("start_date"))
    rows = building_frame(
        frame,
        {
            "building_id": _keys(fields),
            "function_code": code,
            "use": use,
            "use_source": pd.Series(np.where(use.eq("unknown"), None, "osm"), index=use.index, dtype=object),
            "name": fields.text("name"),
            "storeys": storeys.where(storeys > 0),
            "storeys_source": map_distinct(storeys.where(storeys > 0), lambda _: "osm"),
            "attic_storeys": fields.number("attic_levels"),
            "height_m": height,
            "eaves_height_m": height - above_eaves,
            "roof_type": roof,
            "year_from": first,
            "year_to": last,
            "age_source": map_distinct(first, lambda _: "osm"),
            "street": fields.text("street"),
            "house_number": fields.text("house_number"),
            "postcode": fields.text("postcode"),
            "source_date": fields.day("source_date"),
        },
    )
    return BuildingRows(rows, source_of(KIND, rows), dropped, fields.findings)


def _building_tag(fields: Fields) -> pd.Series:
    """Value of `building`; Geofabrik's files name it `type` beside fclass = building."""
    tag = fields.delivered("building")
    feature_class = fields.delivered("fclass")
    if tag.isna().all() and feature_class.eq("building").any():
        kind = fields.delivered("type")
        tag = kind.where(kind.notna(), "yes").where(feature_class.eq("building"), None)
    return tag


def _drop_reason(fields: Fields, building: pd.Series) -> pd.Series:
    """Why a row is no building of today; None where it is one."""
    reason = missing_text(building.index)
    for key, codes in use_codes(KIND).items():
        if any(code.drop for code in codes.values()):
            values = building if key == "building" else fields.delivered(key)
            found = map_distinct(values, lambda value, codes=codes: _meaning(value, codes).drop or None)
            reason = reason.where(reason.notna(), found)
    part = fields.text("part").notna()
    without = pd.Series(
        np.where(part, "building_part", "no_building_tag"), index=building.index, dtype=object
    )
    return reason.where(building.notna(), without)


def _meaning(value: str, codes: dict[str, UseCode]) -> UseCode:
    """Meaning of a tag's value; of several ("school;church") the first that has one."""
    for part in value.casefold().split(";"):
        found = codes.get(part.strip()) or codes.get("*")
        if found is not None:
            return found
    return UseCode("")


def _uses(fields: Fields, building: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Use and the tag it was taken from."""
    table = use_codes(KIND)
    own = map_distinct(building, lambda value: _meaning(value, table["building"]).use)
    own = own.where(own.ne(""), None)
    other, tag = missing_text(building.index), missing_text(building.index)
    for key, codes in table.items():
        if key == "building":
            continue
        values = fields.delivered(key)
        found = map_distinct(values, lambda value, codes=codes: _meaning(value, codes).use or None)
        new = other.isna() & found.notna()
        if new.any():
            other, tag = other.where(~new, found), tag.where(~new, key + "=" + values.astype(object))
    use = own.where(own.notna(), other)
    mixed = own.eq("residential") & other.isin(_WORKPLACES)
    use = use.where(~mixed, "mixed").where(use.notna(), "unknown")
    code = "building=" + building.astype(object)
    code = code.where(own.notna() | other.isna(), tag).where(~mixed, code + "; " + tag)
    return use, code


def _levels(text: str) -> float:
    """Number of levels; the mean of "2;3" or "2-3", for parts of one building differ."""
    numbers = [float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", text)]
    return float(np.mean(numbers)) if numbers else np.nan


def _keys(fields: Fields) -> pd.Series:
    """Type and number of the OSM object ("way/123"); None where the file does not tell it."""
    full = map_distinct(fields.text("full_id"), _typed_key)
    number, kind = fields.text("osm_id"), fields.text("osm_type")
    if full.notna().all():
        return full
    typed = map_distinct(number, _typed_key)
    plain = number.where(number.str.fullmatch(r"-?\d+", na=False).astype(bool), None)
    trusted = {"osm_id", "osmid", "osm_way_id"}
    if not any(len(fields.delivered(name).dropna()) for name in trusted):
        plain = plain.where(kind.notna(), None)  # a bare `id` may be a row number of the tool
    prefix = map_distinct(kind, lambda value: _TYPES.get(value[:1].casefold(), "osm"), "osm")
    bare = prefix + "/" + plain.str.removeprefix("-")
    return full.where(full.notna(), typed).where(lambda keys: keys.notna(), bare)


def _typed_key(text: str) -> str | None:
    match = _TYPED_ID.match(text)
    return f"{_TYPES[match[1][0].casefold()]}/{match[2]}" if match else None

"""Buildings of the cadastre: ALKIS (simplified schema, any land) and official building outlines (Hausumringe)."""

from __future__ import annotations

from geopandas import GeoDataFrame

from ..fields.addresses import first_addresses
from ..fields.texts import map_distinct
from ..reference.building_tables import source_fields
from .fields import Fields
from .rows import BuildingRows, building_frame, roofs, source_of
from .uses import cadastre_functions, source_where_known
from .years import year_bounds

KIND = "alkis"
_OID_PREFIX = "urn:adv:oid:"


def read_alkis(frame: GeoDataFrame) -> BuildingRows:
    """Outlines of the cadastre with their function codes.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Any of the fields of the simplified schema (oid, gfkzshh, funktion, anzahlgs, lagebeztxt, aktualit …) or of
        the official outlines (oi, gfk …), names in any case.

    Returns
    -------
    BuildingRows
        Structures that are no building (object kinds other than 31001: chimneys, roofs, bridges) are dropped.
    """
    fields = Fields(frame, source_fields(KIND))
    functions = cadastre_functions(fields.text("function_code"))
    storeys = fields.number("storeys")
    first, last = year_bounds(fields.text("built_year"))
    street, number = fields.text("street"), fields.text("house_number")
    if "location" in fields:
        located = first_addresses(fields.text("location"))
        # a number only joins the street it was written with
        same = street.isna() | street.eq(located["street"])
        street = street.where(street.notna(), located["street"])
        number = number.where(number.notna() | ~same, located["house_number"])
    rows = building_frame(
        frame,
        {
            "building_id": fields.text("building_id").str.removeprefix(_OID_PREFIX),
            "function_code": functions.code,
            "use": functions.use,
            "use_source": source_where_known(functions.use, "cadastre"),
            "name": fields.text("name"),
            "storeys": storeys.where(storeys > 0),  # 0 stands for "not recorded"
            "storeys_source": map_distinct(storeys.where(storeys > 0), lambda _: "cadastre"),
            "height_m": fields.number("height_m"),
            "roof_type": roofs(fields.text("roof_code"), "alkis"),
            "year_from": first,
            "year_to": last,
            "age_source": map_distinct(first, lambda _: "cadastre"),
            "street": street,
            "house_number": number,
            "postcode": fields.text("postcode"),
            "source_date": fields.day("source_date"),
        },
    )
    kept = rows[functions.is_building]
    dropped = {"not_a_building": len(rows) - len(kept)} if len(kept) < len(rows) else {}
    return BuildingRows(kept, source_of(KIND, rows), dropped, functions.findings + fields.findings)

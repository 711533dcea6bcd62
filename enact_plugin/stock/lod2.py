"""Buildings of the 3D model LoD2 as the land survey of Saxony delivers it: one row per surface of a building part."""

from __future__ import annotations

from geopandas import GeoDataFrame

from ..errors import EnactError, Finding
from ..reference.building_tables import source_fields
from .fields import Fields
from .rows import BuildingRows, building_frame, roofs, source_of
from .uses import cadastre_functions, source_where_known

KIND = "lod2_surfaces"


def read_lod2(frame: GeoDataFrame) -> BuildingRows:
    """Ground surfaces of LoD2 as outlines of building parts.

    Roofs, walls and closures are other views of the same parts. A part belongs to the building `Obj_Parent` names, a
    building without parts is its own. Heights are eaves and ridge above the ground surface; the delivered number of
    storeys (`Stockwerke`) is the ridge height divided by three and is not used. `31001_9998` means that the source
    knows no use.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Schema of the shape delivery (ID, Obj_Parent, Geometr_3D, Funktion, H_Traufe, H_Boden …), names in any case.

    Returns
    -------
    BuildingRows

    Raises
    ------
    EnactError
        ``lod2_without_ground`` when no surface is a ground surface.
    """
    fields = Fields(frame, source_fields(KIND))
    surface, part = fields.text("surface"), fields.text("part_id")
    ground = surface.str.casefold().eq("ground").to_numpy(dtype=bool, na_value=False)
    if not ground.any():
        raise EnactError("lod2_without_ground", surfaces=", ".join(sorted(surface.dropna().unique())))
    without = len(set(part[~ground].dropna()) - set(part[ground].dropna()))
    findings = (Finding("lod2_objects_without_ground", values={"objects": without}),) if without else ()
    dropped = {"lod2_other_surface": int((~ground).sum())}

    frame = frame[ground]
    fields = Fields(frame, source_fields(KIND))
    parent, part = fields.text("parent_id"), fields.text("part_id")
    functions = cadastre_functions(fields.text("function_code"))
    ground_level = fields.number("ground_absolute_m")
    rows = building_frame(
        frame,
        {
            "building_id": parent.where(parent.notna(), part),
            "whole": parent.isna(),
            "function_code": functions.code,
            "use": functions.use.where(functions.code.notna(), None),
            "use_source": source_where_known(functions.use, "cadastre"),
            "name": fields.text("name"),
            "height_m": fields.number("height_m").fillna(fields.number("top_absolute_m") - ground_level),
            "eaves_height_m": fields.number("eaves_absolute_m") - ground_level,
            "roof_type": roofs(fields.text("roof_code"), "alkis"),
            "source_date": fields.day("source_date"),
        },
    )
    rows = rows[functions.is_building]
    if len(rows) < len(frame):
        dropped["not_a_building"] = len(frame) - len(rows)
    assumptions = ("lod2_storeys_not_trusted",)
    return BuildingRows(
        rows, source_of(KIND, rows), dropped, findings + functions.findings + fields.findings, assumptions
    )

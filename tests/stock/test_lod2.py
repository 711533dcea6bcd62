from __future__ import annotations

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.stock.buildings import read_buildings
from enact_plugin.stock.detect import BuildingKind


def surface(geometry, part, parent=None, kind="Ground", code="31001_9998", eaves=210.0, ground=200.0, **more):
    return {
        "ID": part, "Obj_Parent": parent, "Geometr_3D": kind, "Funktion": None if parent else code,
        "H_Traufe": eaves, "H_Boden": ground, "H_Objekt": eaves - ground + 3, "Stockwerke": 9,
        "Dachtyp": 3100, "Obj_Datum": "2023-01-16", "geometry": geometry, **more,
    }  # fmt: skip


def shoelace(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:]))) / 2


def test_goerlitz_has_336_buildings_from_588_ground_surfaces(delivered):
    frame, features = delivered("goerlitz_lod2_surfaces.geojson")
    outcome = read_buildings(frame)
    ground = [f["properties"] for f in features if f["properties"]["Geometr_3D"] == "Ground"]
    keys = {p["Obj_Parent"] or p["ID"] for p in ground}
    bridges_and_chimneys = [p for p in ground if (p["Funktion"] or "31001").split("_")[0] != "31001"]
    assert (len(ground), len(keys), len(bridges_and_chimneys)) == (588, 342, 6)

    assert len(outcome.frame) == 342 - 6
    assert set(outcome.frame["building_id"]) < keys
    assert outcome.dropped == {"lod2_other_surface": 589 + 589 + 365, "not_a_building": 6}
    assert outcome.merged == 588 - 342
    assert outcome.rows_in == 2131 == len(outcome.frame) + sum(outcome.dropped.values()) + outcome.merged
    assert outcome.frame["parts"].sum() == 588 - 6
    assert [f.values["objects"] for f in outcome.findings if f.id == "lod2_objects_without_ground"] == [1]
    assert outcome.source.attribution == "© GeoSN, dl-de/by-2-0"
    assert outcome.source.state.isoformat() == "2023-01-16"


def test_goerlitz_keeps_its_ground_area_but_for_overlaps(delivered):
    frame, features = delivered("goerlitz_lod2_surfaces.geojson")
    parts = 0.0
    for feature in features:
        properties = feature["properties"]
        if properties["Geometr_3D"] == "Ground" and (properties["Funktion"] or "31001").startswith("31001"):
            for rings in feature["geometry"]["coordinates"]:
                parts += shoelace(rings[0]) - sum(shoelace(hole) for hole in rings[1:])
    merged = read_buildings(frame).frame["footprint_m2"].sum()
    assert merged == pytest.approx(parts, rel=0.002)
    assert merged < parts  # parts of one building overlap by a few square metres


def test_goerlitz_knows_few_uses_and_takes_storeys_from_the_eaves(delivered):
    buildings = read_buildings(delivered("goerlitz_lod2_surfaces.geojson")[0]).frame.set_index("building_id")
    assert buildings["use"].eq("unknown").sum() == 289  # 31001_9998
    assert buildings.loc[buildings["use"].eq("unknown"), "use_source"].isna().all()
    assert set(buildings["storeys_source"].dropna()) == {"geometry"}
    assert buildings["age_class"].eq("unknown").all()
    school = buildings.loc["DESNATP140000Sfi"]
    # eaves 13.84 m: (13.84 − 0.5) / 3.5 = 3.8, so four; 140.37 m² × (4 + 0.25 hipped) × 0.89 = 530.95 m²
    assert (school["use"], school["storeys"], school["attic_share"]) == ("education", 4, 0.25)
    assert school["floor_area_m2"] == pytest.approx(530.95, abs=0.05)


def test_storeys_of_parts_are_weighted_by_footprint(layer, at):
    # main part 100 m² with eaves at 12.1 m: (12.1 − 0.6) / 3.1 = 3.7 → 4; annex 50 m², 3 m: → 1; (400 + 50) / 150 = 3
    frame = layer(
        surface(at(0, 0, 10, 10), "house", eaves=212.1),
        surface(at(10, 0, 5, 10), "annex", parent="house", eaves=203.0, Dachtyp=1000),
    )
    building = read_buildings(frame).frame.iloc[0]
    assert building["parts"] == 2
    assert building["storeys"] == pytest.approx(3.0)
    assert building["footprint_m2"] == pytest.approx(150)
    assert building["height_m"] == pytest.approx(15.1)  # the highest part
    assert building["attic_share"] == pytest.approx(
        0.35 * 100 / 150, abs=0.001
    )  # only the gabled part has an attic
    assert building["roof_type"] == "gabled"


def test_objects_repeated_in_a_neighbouring_tile_count_once(layer, at):
    frame = layer(
        surface(at(0, 0, 10, 10), "a"), surface(at(0, 0, 10, 10), "a"), surface(at(20, 0, 9, 9), "b")
    )
    outcome = read_buildings(frame)
    assert len(outcome.frame) == 2
    assert outcome.dropped == {"repeated_object": 1}
    assert outcome.merged == 0


def test_absurd_heights_are_left_empty_and_marked(layer, at):
    frame = layer(
        surface(at(0, 0, 10, 10), "a", eaves=0.0, ground=200.0),
        surface(at(20, 0, 10, 10), "b", eaves=999.0, ground=200.0),
        surface(at(40, 0, 10, 10), "c"),
    )
    outcome = read_buildings(frame)
    buildings = outcome.frame.set_index("building_id")
    assert buildings["storeys"].isna().tolist() == [True, True, False]
    assert buildings["floor_area_m2"].isna().tolist() == [True, True, False]
    assert "building_eaves_height_m_implausible" in buildings.loc["a", "findings"].split(";")
    counts = {finding.id: finding.values for finding in outcome.findings}
    assert counts["building_eaves_height_m_implausible"] == {"count": 2, "total": 3}


def test_names_in_lower_case_as_databases_give_them(layer, at):
    frame = layer(surface(at(0, 0, 10, 10), "a"))
    frame = frame.rename(columns=str.lower).set_geometry("geometry")
    assert read_buildings(frame).frame["building_id"].tolist() == ["a"]


def test_a_file_of_roofs_only_is_refused(layer, at):
    with pytest.raises(EnactError) as refused:
        read_buildings(layer(surface(at(0, 0, 10, 10), "a", kind="Roof")), BuildingKind.LOD2_SURFACES)
    assert refused.value.code == "lod2_without_ground"
    assert refused.value.params["surfaces"] == "Roof"

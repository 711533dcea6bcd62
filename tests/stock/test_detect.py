from __future__ import annotations

import pandas as pd
import pytest

from enact_plugin.stock.detect import BuildingKind, detect_kind


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (["ID", "Obj_Parent", "Geometr_3D", "Funktion", "H_Traufe"], BuildingKind.LOD2_SURFACES),
        (["id", "obj_parent", "geometr_3d"], BuildingKind.LOD2_SURFACES),
        (["oid", "gfkzshh", "lagebeztxt"], BuildingKind.ALKIS),
        (["OI", "GFK", "AGS"], BuildingKind.ALKIS),
        (["building", "addr:street"], BuildingKind.OSM),
        (["osm_id", "code", "fclass", "name", "type"], BuildingKind.OSM),
        (["NUTZUNG", "BAUJAHR"], BuildingKind.AUTO),
        (["gfk"], BuildingKind.AUTO),  # the name alone may mean anything
    ],
)
def test_the_kind_is_told_by_the_fields(fields, kind):
    assert detect_kind(fields).kind is kind


def test_codes_in_a_field_of_any_name_tell_the_cadastre():
    sample = pd.DataFrame({"oid": ["DESN1", "DESN2"], "funktion": ["31001_1010", "2000"]})
    detected = detect_kind(sample.columns, sample)
    assert detected.kind is BuildingKind.ALKIS
    assert detected.fields == ("funktion", "oid")
    text = sample.assign(funktion=["Wohnhaus", "Garage"])
    assert detect_kind(text.columns, text).kind is BuildingKind.AUTO

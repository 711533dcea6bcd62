"""What the workspace keeps of a run tells nothing of a machine, a person or a password."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)

from enact_plugin.processing.open_layers import LayerFacts
from enact_plugin.processing.run_parameters import HIDDEN, shown_parameters

# in pieces: no path of a machine may stand in the repository
HOME, USERS = "/ho" + "me", "Us" + "ers"
ADDRESSES = LayerFacts("adressen_1f", "Adressen", f"{HOME}/max/adr.gpkg|layername=a", "ogr")
SECRETS = ("max", "Max", "muster", "geheim", "SECRET", "home", "Users", "srv", "gis'")


@pytest.fixture
def kept(provider):
    def find(value):
        return ADDRESSES if value in (ADDRESSES.id, ADDRESSES.name, ADDRESSES.source) else None

    def call(name, value, algorithm="loadlayer"):
        made = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{algorithm}")
        return shown_parameters(made, {name: value}, find)[name]

    return call


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (r"\\srv\home$\max.mustermann\a.shp", "a.shp"),
        (rf"C:\{USERS}\Max Mustermann\a.shp", "a.shp"),
        (f"C:/{USERS}/max/a.gpkg|layername=x", "a.gpkg|layername=x"),
        (f"C:/{USERS}/max/a.gpkg|subset=owner='max'|layername=x", "a.gpkg|layername=x"),
        (f"{USERS}/max/x.csv", "x.csv"),
        (rf"{USERS}\max\x.csv", "x.csv"),
        ("../../max/x.gpkg", "x.gpkg"),
        ("~/max/x.gpkg", "x.gpkg"),
        (f"{HOME}/max mustermann/a;b/x.csv", "x.csv"),
        (f"{HOME}/max", HIDDEN),
        (f"{HOME}/max.muster", HIDDEN),
        (f"file://{HOME}/max/adr.csv?type=csv&xField=x", "adr.csv"),
        (f"/vsizip/{HOME}/max/x.zip/a.shp", "a.shp"),
        (Path(f"{HOME}/max/x.csv"), "x.csv"),
        (PureWindowsPath(rf"C:\{USERS}\max\x.csv"), "x.csv"),
        ("Point?crs=EPSG:4326&field=max:string", HIDDEN),
        (
            "dbname='gis' host=db.stadt.example user='mmuster' password='geheim' table=\"public\".\"strassen\" (geom)",
            "db.stadt.example strassen",
        ),
        (
            "postgres://dbname='gis' host=db.stadt.example user='mmuster' password='geheim' table=\"p\".\"s\" (geom)",
            "postgres db.stadt.example s",
        ),
        ('service=\'max\' table="public"."s"', "s"),
        ("https://user:geheim@geo.example.org/wfs?token=SECRET", "geo.example.org"),
        (
            "https://geo.example.org/wfs?user=m.muster&password=geheim&typename=ave:Haus",
            "geo.example.org ave:Haus",
        ),
        (
            "pagingEnabled='true' typename='ave:Haus' url='https://geo.example.org/wfs?user=m.muster&password=geheim'",
            "geo.example.org ave:Haus",
        ),
        ("adressen_1f", "Adressen"),
        (f"{HOME}/max/adr.gpkg|layername=a", "Adressen"),
        (QgsProcessingFeatureSourceDefinition("adressen_1f", True), "Adressen"),
        (QgsProcessingFeatureSourceDefinition(f"{HOME}/max/x.gpkg|layername=a", True), "x.gpkg|layername=a"),
        (QgsProcessingOutputLayerDefinition(f"{HOME}/max/x.gpkg"), "x.gpkg"),
        (QgsProperty.fromValue(f"{HOME}/max/x.csv"), "x.csv"),
        (object(), HIDDEN),
    ],
)
def test_a_source_is_named_and_no_more(kept, value, shown):
    told = kept("INPUT", value)
    assert told == shown
    assert not any(secret in json.dumps(told) for secret in SECRETS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KIND", "streets"),
        ("LICENCE", "dl-de/by-2-0"),
        ("ATTRIBUTION", "© Stadt / Amt 62"),
        ("STATE_DATE", "2026-08-31"),
        ("AGS", "14713000"),
        ("OVERWRITE_EDITS", True),
        ("MAPPING", '{"use": {"field": "NUTZ", "values": {"Wohnhaus": "residential"}}, "factor": 0.01}'),
    ],
)
def test_choices_numbers_and_plain_texts_stay(kept, name, value):
    assert kept(name, value) == value


@pytest.mark.parametrize(
    "value",
    [
        f"siehe {HOME}/max/x.txt",
        "https://max:geheim@geo.example.org",
        rf"C:\{USERS}\max",
        "~max",
        "password=geheim",
    ],
)
def test_a_text_does_not_carry_a_place_along(kept, value):
    assert not any(secret in kept("ATTRIBUTION", value) for secret in SECRETS)


def test_lists_of_layers_keep_their_kinds(kept):
    pairs = (
        f"streets={HOME}/max/s.gpkg;addresses=adressen_1f; water=https://geo.example.org/wfs?password=geheim"
    )
    assert kept("HEATPLAN", pairs, "loadmunicipality") == (
        "streets=s.gpkg;addresses=Adressen;water=geo.example.org"
    )
    listed = json.dumps([{"kind": "streets", "input": f"{HOME}/max/s.gpkg", "licence": "ODbL-1.0"}])
    assert json.loads(kept("HEATPLAN", listed, "loadmunicipality")) == [
        {"kind": "streets", "input": "s.gpkg", "licence": "ODbL-1.0"}
    ]
    files = f"{HOME}/max/a.zip;{HOME}/max/b.csv"
    assert kept("CENSUS", files, "loadmunicipality") == "a.zip;b.csv"
    assert kept("CENSUS", files.split(";"), "loadmunicipality") == ["a.zip", "b.csv"]


def test_a_folder_is_not_told_for_it_may_be_a_persons(kept, tmp_path):
    folder = tmp_path / "max.zip"
    folder.mkdir()
    assert kept("FOLDER", str(tmp_path), "loadplants") == HIDDEN


def test_what_the_algorithm_does_not_know_is_not_told(kept):
    assert kept("UNBEKANNT", "geheim") == HIDDEN

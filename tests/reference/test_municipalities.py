"""The table of Saxon municipalities: against the official counts, the real list, and the ways keys are mistyped."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError, Severity
from enact_plugin.reference.municipalities import (
    DEMO_AGS,
    AgsRepair,
    AgsState,
    districts,
    find_municipality,
    findings,
    former_keys,
    label,
    municipalities,
    parse_ags,
    refuse_impossible,
    resolve_ags,
    search,
    similar_keys,
)
from enact_plugin.reference.tables import rows

ALL_KEYS = tuple(row["ags"] for row in rows("municipalities"))


def names_2021(real_data):
    with (real_data / "areas" / "germany_municipality_names_2021.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def saxon_2021(real_data):
    return {row["ags"]: row for row in names_2021(real_data) if row["ags"].startswith("14")}


def error_of(value):
    with pytest.raises(EnactError) as caught:
        parse_ags(value)
    return caught.value


def found(value):
    result = parse_ags(value)
    return findings(result, resolve_ags(result.ags))


# --- the table -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2008-12-31", 496),  # Saxon ministry of the interior, Landtags-Drs. 6/15042
        ("2010-01-01", 485),  # Statistisches Landesamt, Eckdaten zu ausgewählten Stichtagen
        ("2012-01-01", 458),  # ministry, press release of 23 Dec 2011
        ("2013-01-01", 438),  # ministry, press release of 28 Dec 2012
        ("2015-01-01", 430),  # Statistisches Landesamt, as all that follow
        ("2016-01-01", 426),
        ("2017-01-01", 423),
        ("2018-01-01", 421),
        ("2019-01-01", 419),
        ("2021-12-31", 419),
        ("2022-12-31", 419),
        ("2023-01-01", 418),
        ("2024-01-01", 418),
    ],
)
def test_number_of_municipalities_is_the_official_one(on, count):
    assert len(municipalities(date.fromisoformat(on))) == count


def test_municipalities_of_2021_are_those_of_the_federal_list(real_data):
    listed = {ags: (row["name"], row["kind"]) for ags, row in saxon_2021(real_data).items()}
    ours = {m.ags: (m.name, m.kind) for m in municipalities(date(2021, 12, 31))}
    assert ours == listed
    assert len(ours) == 419


def test_todays_municipalities_differ_from_2021_by_one_merger(real_data):
    before = set(saxon_2021(real_data))
    now = {m.ags for m in municipalities()}
    assert before - now == {"14522450", "14522620"}  # Ostrau, Zschaitz-Ottewig
    assert now - before == {"14522275"}  # Jahnatal
    assert len(now) == 418


@pytest.mark.parametrize(
    ("ags", "name", "district"),
    [
        ("14511000", "Chemnitz", "Chemnitz, Stadt"),
        ("14521035", "Aue-Bad Schlema", "Erzgebirgskreis"),
        ("14522180", "Freiberg", "Landkreis Mittelsachsen"),
        ("14523320", "Plauen", "Vogtlandkreis"),
        ("14524330", "Zwickau", "Landkreis Zwickau"),
        ("14612000", "Dresden", "Dresden, Stadt"),
        ("14625240", "Hoyerswerda", "Landkreis Bautzen"),
        ("14626110", "Görlitz", "Landkreis Görlitz"),
        ("14626610", "Zittau", "Landkreis Görlitz"),
        ("14627140", "Meißen", "Landkreis Meißen"),
        ("14628270", "Pirna", "Landkreis Sächsische Schweiz-Osterzgebirge"),
        ("14713000", "Leipzig", "Leipzig, Stadt"),
        ("14729160", "Grimma", "Landkreis Leipzig"),
        ("14730310", "Torgau", "Landkreis Nordsachsen"),
    ],
)
def test_names_and_districts(ags, name, district):
    municipality = find_municipality(ags)
    assert (municipality.name, municipality.district) == (name, district)


def test_thirteen_districts_three_of_them_cities():
    names = districts()
    assert len(names) == 13
    assert {key for key, name in names.items() if name.endswith(", Stadt")} == {"14511", "14612", "14713"}
    assert names["14729"] == "Landkreis Leipzig"


def test_every_key_stands_once_with_eight_digits_and_a_source():
    assert len(ALL_KEYS) == len(set(ALL_KEYS))
    for ags in ALL_KEYS:
        municipality = find_municipality(ags)
        assert len(ags) == 8 and ags.isdigit()
        assert municipality.source
        assert ags.startswith(municipality.district_ags)
        assert bool(municipality.valid_to) == bool(municipality.successors)


def test_a_successor_begins_the_day_after_or_existed_already():
    for ags in ALL_KEYS:
        ended = find_municipality(ags)
        for key in ended.successors:
            successor = find_municipality(key)
            assert successor.valid_to is None or successor.valid_to > ended.valid_to
            assert (successor.valid_from - ended.valid_to).days <= 1


def test_demo_municipality_is_known_but_not_counted():
    demo = find_municipality(DEMO_AGS)
    assert (demo.name, demo.kind, demo.district) == ("Musterstadt (fiktiv)", "fiktiv", "fiktiv")
    assert demo not in municipalities()
    assert demo not in search("Musterstadt")
    assert resolve_ags(parse_ags(DEMO_AGS).ags).state is AgsState.FICTITIOUS


# --- reading keys ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "ags", "repaired"),
    [
        ("14713000", "14713000", AgsRepair.NONE),
        (14713000, "14713000", AgsRepair.NONE),
        (14713000.0, "14713000", AgsRepair.NOTATION),
        ("14713000,0", "14713000", AgsRepair.NOTATION),
        (" 14 7 13 000 ", "14713000", AgsRepair.NOTATION),
        ("14 7 13 000", "14713000", AgsRepair.NOTATION),
        ("14-7-13-000", "14713000", AgsRepair.NOTATION),
        ("'14713000", "14713000", AgsRepair.NOTATION),
        ("AGS: 14713000", "14713000", AgsRepair.NOTATION),
        ("1051044", "01051044", AgsRepair.LEADING_ZERO),
        (9162000, "09162000", AgsRepair.LEADING_ZERO),
        ("147130000000", "14713000", AgsRepair.REGIONAL_KEY),
        ("14 5 22 5123 275", "14522275", AgsRepair.REGIONAL_KEY),
        (91620000000, "09162000", AgsRepair.REGIONAL_KEY),
        (DEMO_AGS, DEMO_AGS, AgsRepair.NONE),
    ],
)
def test_key_is_read_from_what_people_and_files_write(value, ags, repaired):
    result = parse_ags(value)
    assert (result.ags, result.repaired) == (ags, repaired)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Leipzig",
        "04109",
        "147130001",
        "17001000",
        "00000000",
        "1.4713E+07",
        "१४७१३०००",
        None,
        True,
        float("nan"),
    ],
)
def test_what_is_no_key_is_refused_and_named(value):
    error = error_of(value)
    assert error.code == "ags_invalid"
    assert error.params["value"] == str(value).strip()


@pytest.mark.parametrize("value", ["1471300", "1462611", "1452118"])
def test_saxon_key_that_lost_its_last_digit_is_not_taken_for_another_state(value):
    assert error_of(value).code == "ags_invalid"


def test_regions_behind_a_lost_zero_are_those_of_the_federal_list(real_data):
    for row in names_2021(real_data):
        if row["ags"].startswith("0"):
            assert parse_ags(row["ags"][1:]).ags == row["ags"]


@pytest.mark.parametrize("value", ["14729", "14729000", 14729000, "147290000000"])
def test_district_around_leipzig_is_not_the_city(value):
    error = error_of(value)
    assert error.code == "ags_is_district"
    assert error.params["district"] == "Landkreis Leipzig"


def test_city_of_leipzig_is_not_in_the_district_of_its_name():
    assert parse_ags("14713000").ags == "14713000"
    assert all(m.ags != "14713000" for m in municipalities() if m.district == "Landkreis Leipzig")
    assert [m.ags for m in search("Leipzig")] == ["14713000"]


@given(st.sampled_from(ALL_KEYS), st.sampled_from(["{0}", " {0}\n", "{1} {2} {3} {4}", "{0}.0", "ags {0}"]))
def test_every_key_survives_every_notation(ags, notation):
    written = notation.format(ags, ags[:2], ags[2], ags[3:5], ags[5:])
    assert parse_ags(written).ags == ags


# --- successors ------------------------------------------------------------------------------------------------------


def test_merger_of_2023_is_followed_and_reported():
    result = parse_ags("14522450")
    assert result.ags == "14522450"
    assert result.successors == ("14522275",)
    resolution = resolve_ags(result.ags)
    assert (resolution.ags, resolution.name, resolution.replaced) == ("14522275", "Jahnatal", ("14522450",))
    assert resolution.state is AgsState.REPLACED
    (finding,) = findings(result, resolution)
    assert finding.id == "ags_replaced"
    assert finding.values == {"old": "14522450", "old_name": "Ostrau", "ags": "14522275", "name": "Jahnatal"}


def test_key_is_resolved_for_the_day_of_the_file():
    assert resolve_ags("14522450", on=date(2022, 12, 31)).ags == "14522450"
    assert resolve_ags("14522450", on=date(2023, 1, 1)).ags == "14522275"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14365000", "14713000"),  # Leipzig, the city, before the reform of 2008
        ("14262000", "14612000"),  # Dresden
        ("14263000", "14626110"),  # Görlitz lost its independence
        ("14167000", "14524330"),  # Zwickau likewise
        ("14521050", "14521035"),  # Bad Schlema, 2019
        ("14625540", "14625250"),  # Schönteichen to Kamenz, 2019
        ("14729280", "14729160"),  # Mutzschen to Grimma, 2012
        ("14523140", "14523245"),  # Hammerbrücke to Muldenhammer, 2009
    ],
)
def test_old_key_is_resolved(old, new):
    assert resolve_ags(old).ags == new


@given(st.sampled_from(ALL_KEYS), st.dates(date(2008, 8, 1), date(2030, 1, 1)))
def test_resolution_ends_at_a_key_that_is_valid_or_not_yet_given_out(ags, on):
    end = find_municipality(resolve_ags(ags, on).ags)
    assert end.is_valid(on) or end.valid_from > on


@given(st.sampled_from(ALL_KEYS))
def test_former_keys_lead_back_to_the_municipality(ags):
    for former in former_keys(ags):
        reached = resolve_ags(former.ags)
        assert resolve_ags(ags).ags in (reached.ags, *reached.others)


def test_former_keys_of_a_merged_municipality_and_since_when():
    assert [m.name for m in former_keys("14522275")] == ["Ostrau", "Zschaitz-Ottewig"]
    assert [m.name for m in former_keys("14522275", since=date(2022, 12, 31))] == [
        "Ostrau",
        "Zschaitz-Ottewig",
    ]
    assert former_keys("14522275", since=date(2023, 1, 1)) == ()
    assert former_keys("14713000", since=date(2019, 1, 1)) == ()


def test_divided_municipality_names_who_got_the_rest():
    resolution = resolve_ags("14729180")  # Großbothen: to Grimma, four villages on to Colditz
    assert (resolution.name, resolution.others) == ("Grimma", ("14729080",))
    divided = [finding for finding in found("14729180") if finding.id == "ags_divided"]
    assert divided[0].severity is Severity.WARNING
    assert divided[0].values["others"] == "Colditz, Stadt (14729080)"
    assert "14729180" in [m.ags for m in former_keys("14729080")]


@pytest.mark.parametrize(
    ("ags", "state", "ids"),
    [
        ("14713000", AgsState.VALID, []),
        ("12052000", AgsState.OTHER_STATE, []),  # Cottbus
        ("14374120", AgsState.BEFORE_REFORM, []),  # district of Delitzsch, until 2008
        ("14730999", AgsState.UNKNOWN, ["ags_unknown", "ags_near"]),
        ("14713999", AgsState.UNKNOWN, ["ags_unknown", "ags_near"]),
    ],
)
def test_key_without_a_row_is_kept_and_said(ags, state, ids):
    resolution = resolve_ags(ags)
    assert (resolution.ags, resolution.state, resolution.replaced) == (ags, state, ())
    assert [finding.id for finding in found(ags)] == ids


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("14713001", "Leipzig, Stadt (14713000)"),  # one other digit
        ("14626611", "Zittau, Stadt (14626610)"),
    ],
)
def test_a_mistyped_key_names_the_one_that_was_meant(typed, near):
    assert [finding.values["near"] for finding in found(typed) if finding.id == "ags_near"] == [near]


@pytest.mark.parametrize(
    ("ags", "code"),
    [
        ("14286610", "ags_before_reform"),  # Löbau-Zittau, until 2008
        ("14374120", "ags_before_reform"),
        ("14173000", "ags_before_reform_near"),  # 1471 mistyped
        ("14999999", "ags_district_unknown"),
        ("14613000", "ags_district_unknown_near"),  # one digit off Dresden
    ],
)
def test_a_key_that_cannot_be_one_of_today_is_refused(ags, code):
    with pytest.raises(EnactError) as caught:
        refuse_impossible(resolve_ags(ags))
    assert (caught.value.code, caught.value.params["ags"]) == (code, ags)
    if code.endswith("_near"):
        assert "(14" in caught.value.params["near"]


@pytest.mark.parametrize("ags", ["14713000", "14262000", "14730999", "12052000", "99999999"])
def test_a_key_that_may_be_one_is_not_refused(ags):
    refuse_impossible(resolve_ags(ags))


def test_a_key_far_from_all_names_the_nearest_of_its_district():
    near = similar_keys("14730999", limit=2)
    highest = sorted(m.ags for m in municipalities() if m.district_ags == "14730")[-2:]
    assert [m.ags for m in near] == highest[::-1]
    assert similar_keys("14374120") == ()  # no district of today


def test_repairs_are_reported_but_blanks_are_not():
    assert [finding.id for finding in found("1051044")] == ["ags_leading_zero"]
    assert [finding.id for finding in found("147130000000")] == ["ags_regional_key"]
    assert found("14 7 13 000") == ()


# --- the picker ------------------------------------------------------------------------------------------------------


def test_label_names_kind_key_and_the_district_only_where_needed():
    assert label(find_municipality("14713000")) == "Leipzig, Stadt (14713000)"
    assert label(find_municipality("14522275")) == "Jahnatal (14522275)"
    assert label(find_municipality("14524010")) == "Bernsdorf – Landkreis Zwickau (14524010)"
    assert label(find_municipality("14625030")) == "Bernsdorf, Stadt – Landkreis Bautzen (14625030)"
    assert label(find_municipality("14729280")) == "Mutzschen, Stadt (14729280, bis 31.12.2011)"
    assert label(find_municipality("14365000")) == "Leipzig, Stadt (14365000, bis 31.07.2008)"


def test_labels_of_todays_municipalities_are_distinct_without_the_key():
    without_key = [label(m).rpartition(" (")[0] for m in municipalities()]
    assert len(set(without_key)) == 418


@pytest.mark.parametrize("text", ["Görlitz", "Goerlitz", "Gorlitz", "GÖRLITZ", "görl", "Go\u0308rlitz"])
def test_search_tolerates_umlauts_however_typed(text):
    assert search(text)[0].name == "Görlitz"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Weisswasser", "Weißwasser/O.L."),
        ("neustadt vogtl", "Neustadt/Vogtl."),
        ("schandau", "Bad Schandau"),
        ("14 6 26 61", "Zittau"),
        ("14713000", "Leipzig"),
    ],
)
def test_search_finds_by_word_and_by_key(text, first):
    assert search(text)[0].name == first


def test_search_puts_beginnings_before_what_only_contains_the_text():
    names = [m.name for m in search("bernsdorf")]
    assert names == ["Bernsdorf", "Bernsdorf", "Langenbernsdorf"]


def test_search_is_limited_and_may_find_nothing():
    assert len(search("", limit=7)) == 7
    assert search("Musterhausen an der Knatter") == ()


@given(st.sampled_from(municipalities()), st.integers(min_value=2, max_value=60))
def test_typing_a_name_keeps_the_municipality_in_the_list(municipality, typed):
    assert municipality in search(municipality.name[:typed], limit=418)

"""What stands under a text that may be a path."""

from __future__ import annotations

import pytest

from enact_plugin.layers.paths import exists, file_and_options, is_file, is_folder, long_to_list


@pytest.mark.parametrize("text", ["x" * 300, "/tmp/" + "x" * 300 + ".gpkg", "a\x00b", ""])
def test_what_can_be_no_path_is_not_there(text):
    assert not is_file(text)
    assert not long_to_list(text)
    if text:  # an empty path is the folder one is in
        assert not exists(text)
        assert not is_folder(text)


def test_a_source_is_parted_at_the_bar_of_qgis_and_not_at_one_in_a_name(tmp_path):
    (tmp_path / "a.gpkg").touch()
    assert file_and_options(f"{tmp_path / 'a.gpkg'}|layername=b|subset=c") == (
        str(tmp_path / "a.gpkg"),
        "layername=b|subset=c",
    )
    assert file_and_options("/fehlt/a.gpkg|layername=b") == ("/fehlt/a.gpkg", "layername=b")
    assert file_and_options("") == ("", "")
    try:
        (tmp_path / "a|b.gpkg").touch()
    except OSError:
        return  # Windows has no such names
    for options in ("", "layername=c"):
        source = f"{tmp_path / 'a|b.gpkg'}" + (f"|{options}" if options else "")
        assert file_and_options(source) == (str(tmp_path / "a|b.gpkg"), options)


def test_only_a_big_file_that_is_read_whole_is_long_to_list(tmp_path):
    for name, size, expected in (
        ("a.gml", 20_000_001, 20_000_001),
        ("b.gml", 9, 0),
        ("c.gpkg", 20_000_001, 0),
    ):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        assert long_to_list(tmp_path / name) == expected

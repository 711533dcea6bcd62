"""Files in the cache folder, as Windows makes it hard."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.sources import cache
from enact_plugin.sources.cache import put, read_json, whole_file, write_json


@pytest.fixture
def held(monkeypatch):
    """On Windows a file that is open elsewhere cannot be replaced; here for a number of attempts."""
    replace, left = os.replace, []

    def as_windows(part, path):
        if left and path.exists():
            left.pop()
            raise PermissionError(13, "used by another process")
        replace(part, path)

    monkeypatch.setattr(cache.os, "replace", as_windows)
    monkeypatch.setattr(cache, "_HELD_S", 0.2)
    monkeypatch.setattr(cache, "_AGAIN_S", 0.01)
    return left


def test_a_file_that_is_held_for_a_moment_is_replaced_afterwards(tmp_path, held):
    write_json(tmp_path / "a.json", {"n": 1})
    held += [True] * 3
    write_json(tmp_path / "a.json", {"n": 2})
    assert read_json(tmp_path / "a.json") == {"n": 2}


def test_a_file_that_stays_held_is_an_error_and_stays(tmp_path, held):
    path = tmp_path / "a.json"
    write_json(path, {"n": 1})
    held += [True] * 10_000
    with pytest.raises(EnactError) as caught:
        write_json(path, {"n": 2})
    assert (caught.value.code, caught.value.params["path"]) == ("cache_unwritable", str(path))
    assert read_json(path) == {"n": 1}
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_held_file_of_the_same_content_serves(tmp_path, held):
    path = tmp_path / "block"
    path.write_bytes(b"same")
    held += [True] * 10_000
    with whole_file(path, same=True) as file:
        file.write(b"same")
    assert path.read_bytes() == b"same"
    assert [each.name for each in tmp_path.iterdir()] == ["block"]


def test_a_file_that_another_holds_is_not_taken_for_the_new_one(tmp_path, held):
    part, path = tmp_path / "part", tmp_path / "whole"
    part.write_bytes(b"new")
    path.write_bytes(b"old")
    held += [True] * 10_000
    with pytest.raises(PermissionError):
        put(part, path)
    assert (part.read_bytes(), path.read_bytes()) == (b"new", b"old")


# ---- a full disk


@pytest.fixture
def full(monkeypatch):
    """Fill the disk: what is written from now on has room for ten bytes."""
    opened = Path.open

    class Full:
        def __init__(self, file):
            self._file, self._room = file, 10

        def write(self, data):
            written = self._file.write(data[: self._room])
            self._room -= written
            if written < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return written

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self._file.close()

    def open_(path, mode="r", *arguments, **values):
        file = opened(path, mode, *arguments, **values)
        return Full(file) if "w" in mode else file

    return lambda: monkeypatch.setattr(Path, "open", open_)


@pytest.mark.parametrize("same", [False, True])
@pytest.mark.parametrize("old", [b"", b"what was there before"])
def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path, full, old, same):
    path = tmp_path / "block"
    if old:
        path.write_bytes(old)
    full()
    with pytest.raises(EnactError) as caught, whole_file(path, same=same) as file:
        file.write(b"eleven bytes")
    assert caught.value.code == "cache_unwritable"
    assert caught.value.params == {"path": str(path), "detail": os.strerror(errno.ENOSPC)}
    assert [each.name for each in tmp_path.iterdir()] == (["block"] if old else [])
    assert not old or path.read_bytes() == old


def test_a_full_disk_leaves_the_table_of_facts_as_it_was(tmp_path, full):
    path = tmp_path / "a.json"
    write_json(path, {"n": 1})
    full()
    with pytest.raises(EnactError) as caught:
        write_json(path, {"n": 2, "more": "than ten bytes"})
    assert caught.value.code == "cache_unwritable"
    assert read_json(path) == {"n": 1}
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]

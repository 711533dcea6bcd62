"""What a person chose in the dialog, without any widget: checked, remembered, and turned into parameters."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import EnactError, Finding
from ..layers.paths import exists, file_and_options, is_folder
from ..reference.kinds import LayerKind, layer_kinds
from ..reference.municipalities import (
    Resolution,
    find_municipality,
    findings,
    label,
    municipalities,
    parse_ags,
    refuse_impossible,
    resolve_ags,
    search,
)
from .source_facts import NOTHING_SAID, SourceFacts

MUNICIPALITY, WORKSPACE, PROJECT, TOPICS = "AGS", "WORKSPACE", "PROJECT", "HEATPLAN"
SERVICES = "ONLINE"
FACTS = "SOURCE_FACTS"
WHOLE = ""  # field of a problem that no single field has
WORKSPACE_ENDING, PROJECT_ENDING = ".gpkg", ".qgz"

_VECTOR = (
    *(
        ".gpkg",
        ".geojson",
        ".json",
        ".shp",
        ".gml",
        ".xml",
        ".fgb",
        ".gdb",
        ".sqlite",
        ".kml",
        ".kmz",
        ".tab",
    ),
    *(".dxf", ".pbf", ".parquet", ".zip"),
)
_FOLDER_ENDINGS = (".gdb",)  # data sets that are folders
_ARCHIVE = ".zip"
_WEB, _ONLINE = ("http://", "https://"), "online"
_VIRTUAL = "/vsi"  # QGIS' paths into archives and to servers; whether they exist is for QGIS to say


@dataclass(frozen=True)
class DataSet:
    """A data set of a municipality: one parameter of `enact:loadmunicipality`.

    Attributes
    ----------
    parameter : str
        Public name of the parameter.
    endings : tuple of str
        Expected endings of its files.
    only_these : bool
        Whether a file with another ending is refused; else it is only remarked upon.
    geometry : str
        Geometry of a layer that may be given instead of a file (point, line, polygon, any); empty: files only.
    several : bool
        Whether several files may be given.
    statewide : bool
        Whether a file usually covers more than a municipality, so that it is kept for the next one.
    kind : str
        Kind of layer whose fields a person may assign; empty where the form of the file is fixed.
    pages : tuple of str
        Endings of the files of which a whole folder may be given; the first of which there are any counts. Empty where
        no folder may be given.
    remote : bool
        Whether the address of a file, or "online", may be given instead.
    tables : bool
        Whether the file behind a table of the project may be taken, for a data set that is read as a file only.
    """

    parameter: str
    endings: tuple[str, ...]
    only_these: bool = False
    geometry: str = ""
    several: bool = False
    statewide: bool = False
    kind: str = ""
    pages: tuple[str, ...] = ()
    remote: bool = False
    tables: bool = False


DATA_SETS = (
    DataSet("BOUNDARY", _VECTOR, geometry="polygon", statewide=True, kind="boundary"),
    DataSet(
        "PLANTS",
        (".csv", ".json", ".txt", ".zip"),
        only_these=True,
        statewide=True,
        pages=(".json", ".csv", _ARCHIVE),  # saved answers, tables of open-mastr, the complete export
        remote=True,
        tables=True,
    ),
    DataSet("BUILDINGS", _VECTOR, geometry="polygon", kind="buildings"),
    DataSet("STREETS", _VECTOR, geometry="line", kind="streets"),
    DataSet("DISTRICTS", _VECTOR, geometry="polygon", kind="districts"),
    DataSet("ADDRESSES", (*_VECTOR, ".csv", ".txt"), geometry="point", kind="addresses"),
    DataSet("CENSUS", (".csv", ".zip"), only_these=True, several=True, statewide=True, tables=True),
)
TOPIC = DataSet(TOPICS, (*_VECTOR, ".csv"), geometry="any")

_OWN_ROW = frozenset(("boundary", "streets", "districts", "addresses"))


@dataclass(frozen=True)
class Given:
    """What was given for a data set: files, or a layer of the project; nothing when both are empty.

    Attributes
    ----------
    paths : tuple of str
    layer_id : str
    layer_file : str
        File the layer reads from; empty when it is in none.
    facts : SourceFacts
        Field mapping and origin, as far as a person said something.
    """

    paths: tuple[str, ...] = ()
    layer_id: str = ""
    layer_file: str = ""
    facts: SourceFacts = NOTHING_SAID

    def __bool__(self) -> bool:
        return bool(self.paths or self.layer_id)


@dataclass(frozen=True)
class Topic:
    """A further layer and its kind (`reference.kinds`)."""

    kind: str = ""
    given: Given = Given()


@dataclass(frozen=True)
class Choices:
    """All that the dialog holds.

    Attributes
    ----------
    municipality : str
        As typed or chosen.
    workspace, project : str
        Files that are written.
    inputs : mapping of str to Given
        By parameter; a data set that is not named was not given.
    topics : tuple of Topic
    online : bool
        Whether what is not given is asked from the services.
    """

    municipality: str = ""
    workspace: str = ""
    project: str = ""
    inputs: Mapping[str, Given] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    online: bool = False


class Verdict(Enum):
    """What can be said of an input at once, without reading it."""

    NOTHING = "nothing"
    LAYER = "layer"
    FILE = "file"
    ADDRESS = "address"
    ONLINE = "online"
    UNUSUAL = "unusual"  # an ending we do not expect, but which QGIS may read
    NOT_FOUND = "not_found"
    EMPTY = "empty"
    FOLDER = "folder"
    WRONG_ENDING = "wrong_ending"


_PROBLEMS = {
    Verdict.NOT_FOUND: "choice_input_not_found",
    Verdict.EMPTY: "choice_input_empty",
    Verdict.FOLDER: "choice_input_is_folder",
    Verdict.WRONG_ENDING: "choice_input_wrong_ending",
}


@dataclass(frozen=True)
class Problem:
    """Why nothing can be started: the field (a parameter, HEATPLAN/0 …, or WHOLE) and the error."""

    field: str
    error: EnactError


# ---- the municipality -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A municipality that was recognised.

    Attributes
    ----------
    ags : str
        The key that is valid today.
    name : str
        Empty when the table does not know the key.
    label, district : str
        As shown; the label is the key where there is no name.
    findings : tuple of Finding
        For instance that an old key was replaced.
    """

    ags: str
    name: str
    label: str
    district: str
    findings: tuple[Finding, ...] = ()


def _place(resolution: Resolution, found: tuple[Finding, ...] = ()) -> Place:
    row = find_municipality(resolution.ags)
    if row is None:
        return Place(resolution.ags, "", resolution.ags, "", found)
    return Place(row.ags, row.name, label(row), row.district, found)


@lru_cache(maxsize=1)
def _keys_by_label() -> dict[str, str]:
    return {label(each): each.ags for each in municipalities()}


def recognise(text: str, guess: bool = True) -> Place | None:
    """Return the municipality that a text means; None for an empty text.

    Parameters
    ----------
    text : str
        A label of the picker, a key, or (with `guess`) a name or part of one that only one municipality has.

    Raises
    ------
    EnactError
        ``choice_municipality_unknown``, ``choice_municipality_ambiguous``, and those of `parse_ags`.
    """
    text = text.strip()
    if not text:
        return None
    if text in _keys_by_label():
        return _place(resolve_ags(_keys_by_label()[text]))
    if any(character.isdigit() for character in text):
        key = text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text
        result = parse_ags(key)
        resolution = resolve_ags(result.ags)
        refuse_impossible(resolution)
        return _place(resolution, findings(result, resolution))
    hits = search(text) if guess else ()
    whole = [
        each for each in municipalities() if label(each).rpartition(" (")[0].casefold() == text.casefold()
    ]
    named = whole or [hit for hit in hits if hit.name.casefold() == text.casefold()] or list(hits)
    if not named:
        raise EnactError("choice_municipality_unknown", text=text)
    if len(named) > 1:
        raise EnactError(
            "choice_municipality_ambiguous", text=text, names="; ".join(label(hit) for hit in named[:5])
        )
    return _place(resolve_ags(named[0].ags))


# ---- the inputs -----------------------------------------------------------------------------------------------------


def topic_kinds() -> tuple[LayerKind, ...]:
    """Kinds of layer that can be added besides the data sets with a row of their own."""
    return tuple(kind for kind in layer_kinds() if kind.loader == "loadlayer" and kind.kind not in _OWN_ROW)


def assess(given: Given, data_set: DataSet) -> Verdict:
    """Say what can be said of an input from its name: the worst of its files decides."""
    if given.layer_id:
        return Verdict.LAYER
    verdicts = [_assess_file(path, data_set) for path in given.paths]
    return max(verdicts, key=list(Verdict).index, default=Verdict.NOTHING)


def _assess_file(path: str, data_set: DataSet) -> Verdict:
    elsewhere = _assess_elsewhere(path, data_set)
    if elsewhere is not None:
        return elsewhere
    file = Path(without_layer(path))
    if is_folder(file):
        return _assess_folder(file, data_set)
    known = file.suffix.lower() in data_set.endings
    if data_set.only_these and not known:
        return Verdict.WRONG_ENDING
    if not exists(file):
        return Verdict.NOT_FOUND
    if file.stat().st_size == 0:
        return Verdict.EMPTY
    return Verdict.FILE if known else Verdict.UNUSUAL


def _assess_elsewhere(path: str, data_set: DataSet) -> Verdict | None:
    """What is in an archive or on a server; None for a file or folder on the disk."""
    if path.startswith(_VIRTUAL):
        return Verdict.FILE
    if data_set.remote and path.lower() == _ONLINE:
        return Verdict.ONLINE
    return Verdict.ADDRESS if data_set.remote and path.lower().startswith(_WEB) else None


def _assess_folder(folder: Path, data_set: DataSet) -> Verdict:
    if data_set.pages:
        found = pages_in(folder, data_set)
        several = len(found) > 1 and ending_of(found[0]) == _ARCHIVE  # which one is meant is not guessed
        return Verdict.FILE if found and not several else Verdict.FOLDER
    is_data_set = folder.suffix.lower() in _FOLDER_ENDINGS and not data_set.only_these
    return Verdict.FILE if is_data_set else Verdict.FOLDER


def pages_in(folder: Path, data_set: DataSet) -> list[Path]:
    """Files of a folder that are the pages of a data set: those with the first of its endings that any file has."""
    try:
        files = sorted(folder.iterdir())
    except OSError:  # it may not be looked into
        return []
    by_ending = ([file for file in files if ending_of(file) == ending] for ending in data_set.pages)
    return next(filter(None, by_ending), [])


def ending_of(path: Path) -> str:
    """Ending of a file in small letters."""
    return path.suffix.lower()


def without_layer(path: str) -> str:
    """Return the file's path: QGIS appends the layer's name behind a bar."""
    return file_and_options(path)[0].strip()


# ---- checking -------------------------------------------------------------------------------------------------------


def problems(choices: Choices) -> tuple[Problem, ...]:
    """Return everything that forbids a start, in the order of the dialog; empty when it may start."""
    found = [*_municipality_problems(choices.municipality)]
    found += _target_problems(WORKSPACE, choices.workspace, WORKSPACE_ENDING)
    found += _target_problems(PROJECT, choices.project, PROJECT_ENDING)
    for data_set in DATA_SETS:
        given = choices.inputs.get(data_set.parameter, Given())
        found += _input_problems(data_set.parameter, given, data_set)
        found += _circle_problems(data_set.parameter, given, choices.workspace)
    for number, topic in enumerate(choices.topics):
        found += _topic_problems(f"{TOPICS}/{number}", topic)
        found += _circle_problems(f"{TOPICS}/{number}", topic.given, choices.workspace)
    if not found and not choices.online and not any(choices.inputs.values()) and not choices.topics:
        found.append(Problem(WHOLE, EnactError("choice_nothing_chosen")))
    return tuple(found)


def _municipality_problems(text: str) -> list[Problem]:
    try:
        if recognise(text) is not None:
            return []
    except EnactError as error:
        return [Problem(MUNICIPALITY, error)]
    return [Problem(MUNICIPALITY, EnactError("choice_municipality_missing"))]


def _target_problems(name: str, path: str, ending: str) -> list[Problem]:
    error = _target_error(path, ending)
    return [Problem(name, error)] if error else []


def _target_error(path: str, ending: str) -> EnactError | None:
    if not path.strip():
        return EnactError("choice_target_missing")
    file = Path(path)
    if file.suffix.lower() != ending or not file.stem:
        return EnactError("choice_target_wrong_ending", path=path, ending=ending)
    if not file.is_absolute():
        return EnactError("choice_target_not_absolute", path=path)
    return _writing_error(file)


def _writing_error(file: Path) -> EnactError | None:
    if is_folder(file):
        return EnactError("choice_target_is_folder", path=str(file))
    if exists(file):
        return None if os.access(file, os.W_OK) else EnactError("choice_target_read_only", path=str(file))
    folder = next(parent for parent in file.parents if exists(parent) or parent == parent.parent)
    if not is_folder(folder) or not os.access(folder, os.W_OK):
        return EnactError("choice_target_folder_read_only", path=str(file), folder=str(folder))
    return None


def _input_problems(name: str, given: Given, data_set: DataSet) -> list[Problem]:
    code = _PROBLEMS.get(assess(given, data_set))
    if code is None:
        return []
    worst = max(given.paths, key=lambda path: list(Verdict).index(_assess_file(path, data_set)))
    endings = ", ".join(data_set.endings)
    return [Problem(name, EnactError(code, path=without_layer(worst), endings=endings))]


def _circle_problems(name: str, given: Given, workspace: str) -> list[Problem]:
    """Refuse to fill the workspace from itself: its layers look like sources once its project is open."""
    files = {Path(without_layer(path)) for path in (*given.paths, given.layer_file) if path}
    if not workspace or Path(workspace) not in files:
        return []
    return [Problem(name, EnactError("choice_same_file", path=workspace))]


def _topic_problems(name: str, topic: Topic) -> list[Problem]:
    if not topic.given:
        return [Problem(name, EnactError("choice_topic_without_input"))]
    if not topic.kind:
        return [Problem(name, EnactError("choice_topic_without_kind"))]
    return _input_problems(name, topic.given, TOPIC)


# ---- what the algorithm is given ------------------------------------------------------------------------------------


def parameters(choices: Choices) -> dict[str, Any]:
    """Parameters of `enact:loadmunicipality`; what was not given is left out.

    Raises
    ------
    EnactError
        The first of `problems`.
    """
    for problem in problems(choices):
        raise problem.error
    place = recognise(choices.municipality)
    result: dict[str, Any] = {
        MUNICIPALITY: place.ags if place else "",
        WORKSPACE: choices.workspace,
        PROJECT: choices.project,
    }
    if choices.online:
        result[SERVICES] = True
    for data_set in DATA_SETS:
        given = choices.inputs.get(data_set.parameter)
        if given:
            result[data_set.parameter] = list(given.paths) if data_set.several else single(given)
    facts = {name: given.facts.as_item() for name, given in choices.inputs.items() if given and given.facts}
    if facts:
        result[FACTS] = json.dumps(facts, ensure_ascii=False)
    if choices.topics:
        topics = [
            {"kind": topic.kind, "input": single(topic.given), **topic.given.facts.as_item()}
            for topic in choices.topics
        ]
        result[TOPICS] = json.dumps(topics, ensure_ascii=False)
    return result


def single(given: Given) -> str:
    """The file or the id of the layer; empty when nothing was given."""
    return given.layer_id or next(iter(given.paths), "")


def from_parameters(given: Mapping[str, str], folder: str) -> Choices:
    """Choices that lead to these parameters, for instance those `enact:demodata` proposes.

    Parameters
    ----------
    given : mapping of str to str
        Parameters of `enact:loadmunicipality`; several files with a semicolon between.
    folder : str
        For workspace and project, where they are not given.
    """
    place = recognise(given[MUNICIPALITY]) or Place("", "", "", "")
    proposed = fresh(place, folder)
    facts = json.loads(given.get(FACTS) or "{}")
    inputs = {
        data_set.parameter: Given(
            _paths(given[data_set.parameter]),
            facts=SourceFacts.from_item(facts.get(data_set.parameter, {})),
        )
        for data_set in DATA_SETS
        if given.get(data_set.parameter)
    }
    return Choices(
        municipality=place.label,
        workspace=given.get(WORKSPACE) or proposed.workspace,
        project=given.get(PROJECT) or proposed.project,
        inputs=inputs,
        topics=tuple(_topics(given.get(TOPICS, ""))),
    )


def _paths(text: str) -> tuple[str, ...]:
    return tuple(path.strip() for path in text.split(";") if path.strip())


def _topics(text: str) -> Iterator[Topic]:
    if text.strip().startswith("["):
        for item in json.loads(text):
            yield Topic(item["kind"], Given((item["input"],), facts=SourceFacts.from_item(item)))
        return
    for part in _paths(text):
        kind, _, path = part.partition("=")
        yield Topic(kind.strip(), Given((path.strip(),)))


# ---- what is remembered ---------------------------------------------------------------------------------------------


def following_project(project: str, before: str, after: str) -> str:
    """Project file once the workspace is another: beside it if it was so before, else where it was put."""
    named = all(Path(path).name for path in (project, before, after))
    if not named or Path(project).with_suffix("") != Path(before).with_suffix(""):
        return project
    return str(Path(after).with_suffix(PROJECT_ENDING))


def to_memory(choices: Choices) -> str:
    """Text for the settings: files and kinds only; a layer belongs to the project it is open in, not to a memory."""
    return json.dumps(
        {
            "workspace": choices.workspace,
            "project": choices.project,
            "online": choices.online,
            "inputs": {name: list(given.paths) for name, given in choices.inputs.items() if given.paths},
            "facts": {
                name: given.facts.as_item()
                for name, given in choices.inputs.items()
                if given.paths and given.facts
            },
            "topics": [
                [topic.kind, list(topic.given.paths), topic.given.facts.as_item()]
                for topic in choices.topics
                if topic.given.paths
            ],
        },
        ensure_ascii=False,
    )


def from_memory(municipality: str, text: str) -> Choices | None:
    """Return what was remembered for a municipality; None for nothing or something we did not write."""
    try:
        memory = json.loads(text)
        facts = memory.get("facts", {})
        return Choices(
            municipality=municipality,
            workspace=str(memory["workspace"]),
            project=str(memory["project"]),
            inputs={
                str(name): _remembered(paths, facts.get(name, {})) for name, paths in memory["inputs"].items()
            },
            # the third part came later than the first two
            topics=tuple(
                Topic(str(kind), _remembered(paths, *rest)) for kind, paths, *rest in memory["topics"]
            ),
            online=memory.get("online") is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _remembered(paths: list[str], item: dict[str, Any] | None = None) -> Given:
    return Given(tuple(map(str, paths)), facts=SourceFacts.from_item(item or {}))


def fresh(place: Place, folder: str, before: Choices | None = None, first: bool = False) -> Choices:
    """Choices for a municipality that nothing is remembered of.

    Parameters
    ----------
    folder : str
        Where new workspaces go.
    before : Choices, optional
        What the dialog holds. Files that cover the whole state are taken over; others are not, for they would fill
        this workspace with the neighbour's buildings.
    first : bool
        No municipality was chosen before, so what the dialog holds was meant for this one: all of it is taken over.
    """
    stem = file_stem(place)
    workspace = str(Path(folder) / f"{stem}{WORKSPACE_ENDING}")
    project = str(Path(folder) / f"{stem}{PROJECT_ENDING}")
    if before is None:
        return Choices(place.label, workspace, project)
    if first:
        return replace(
            before,
            municipality=place.label,
            workspace=before.workspace or workspace,
            project=before.project or project,
        )
    kept = {data_set.parameter for data_set in DATA_SETS if data_set.statewide}
    inputs = {
        name: Given(given.paths, facts=given.facts)
        for name, given in before.inputs.items()
        if name in kept and given.paths
    }
    return Choices(place.label, workspace, project, inputs, online=before.online)


def file_stem(place: Place) -> str:
    """Name for the municipality's files: "14626110_goerlitz", safe on each file system."""
    name = place.name.casefold().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}))
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    words = "".join(letter if letter.isalnum() else " " for letter in ascii_name).split()
    return "_".join((place.ags, *words))

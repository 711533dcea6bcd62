"""An Overpass of our own with the habits of the real ones: one question at a time, tired, busy, picky about who asks.

It understands what EnAct asks: statements of `kind["key"]…(south,west,north,east);` and one output of nodes, ways and
relations; a way over the edge of a box comes whole.
"""

from __future__ import annotations

import re
import threading

import osm_files

Way, Relation = osm_files.Way, osm_files.Relation

_STATEMENT = re.compile(r"(way|relation)((?:\[[^\]]*\])+)\(([-\d.,]+)\);")
_CONDITION = re.compile(r'\["([^"]+)"(?:(=|~)"([^"]*)")?\]')
_PATH = "/api/interpreter"
_BUSY_PAGE = (
    "<?xml version='1.0'?><!DOCTYPE html><html><body><p>Error: runtime error: open64: 0 Success "
    "/osm3s_osm_base Dispatcher_Client::request_read_and_idx::timeout. The server is probably too busy.</p>"
    "</body></html>"
)
_GAVE_UP = '<remark> runtime error: Query timed out in "query" at line 1 after 181 seconds. </remark>'


class FakeOverpass:
    """Puts itself on a server; the attributes switch its bad habits on.

    Attributes
    ----------
    most_objects : int
        More than that in a box, and it says with status 200 that its time ran out.
    habits : list of str
        Done one after the other, a question each: "429", "504", "busy page" (status 200), "cut", "remark", "half".
    asked : list of str
    at_once : int
        The most questions there were at a time.
    """

    def __init__(self, web, ways=(), relations=()) -> None:
        self.ways = {each.id: each for each in ways}
        self.relations = {each.id: each for each in relations}
        self.url = web.url(_PATH)
        self.most_objects = 10**9
        self.habits: list[str] = []
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.boxes: list[str] = []
        self.at_once = 0
        self._under_way = 0
        self._lock = threading.Lock()
        web.routes[_PATH] = self

    def __call__(self, call) -> None:
        with self._lock:
            self._under_way += 1
            self.at_once = max(self.at_once, self._under_way)
            words = (call.seen.form.get("data") or call.seen.query.get("data") or [""])[0]
            self.asked.append(words)
            self.agents.append(call.seen.headers.get("user-agent", ""))
            habit = self.habits.pop(0) if self.habits else ""
        try:
            self._answer(call, words, habit)
        finally:
            with self._lock:
                self._under_way -= 1

    def _answer(self, call, words: str, habit: str) -> None:
        agent = self.agents[-1]
        if not agent or agent.startswith(("Mozilla", "python-requests")):
            call.answer("<html><body>406</body></html>", 406, Content_Type="text/html")
        elif habit in ("429", "504"):
            call.answer(_BUSY_PAGE, int(habit), Content_Type="text/html")
        elif habit == "busy page":
            call.answer(_BUSY_PAGE, Content_Type="text/html")
        else:
            content = self.content(words, habit)
            call.answer(content[: len(content) * 2 // 3] if habit == "cut" else content)

    def content(self, words: str, habit: str = "") -> bytes:
        """Answer to a question."""
        found_ways: dict[int, Way] = {}
        found_relations: dict[int, Relation] = {}
        for kind, conditions, bounds in _STATEMENT.findall(words):
            self.boxes.append(bounds)
            box = [float(value) for value in bounds.split(",")]
            tests = _CONDITION.findall(conditions)
            if kind == "way":
                found_ways |= {
                    each.id: each
                    for each in self.ways.values()
                    if _is(each.tags, tests) and _meets(each.places, box)
                }
            else:
                found_relations |= {
                    each.id: each
                    for each in self.relations.values()
                    if _is(each.tags, tests) and _meets(self._places(each), box)
                }
        if len(found_ways) + len(found_relations) > self.most_objects:
            return osm_files.document(
                ['<remark> runtime error: Query timed out in "query" at line 1 after 181 seconds. </remark>']
            )
        for each in found_relations.values():
            found_ways |= {member: self.ways[member] for member, _role in each.members}
        nodes = osm_files.node_ids(found_ways.values())
        missing = len(nodes) // 2 if habit == "half" else 0
        body = osm_files.xml_lines(list(found_ways.values()), list(found_relations.values()), nodes, missing)
        if habit == "remark":
            body.append("<remark> runtime error: open64: 2 No such file or directory /osm3s </remark>")
        return osm_files.document(body)

    def _places(self, relation: Relation) -> list[tuple[float, float]]:
        return [place for member, _role in relation.members for place in self.ways[member].places]


def _is(tags: dict[str, str], tests: list[tuple[str, str, str]]) -> bool:
    return all(
        key in tags
        and (not how or (tags[key] == value if how == "=" else re.search(value, tags[key]) is not None))
        for key, how, value in tests
    )


def _meets(places, box: list[float]) -> bool:
    south, west, north, east = box
    return (
        min(lon for lon, _lat in places) <= east
        and max(lon for lon, _lat in places) >= west
        and (min(lat for _lon, lat in places) <= north and max(lat for _lon, lat in places) >= south)
    )

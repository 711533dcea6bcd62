"""The rules of the house (DESIGN §1), kept by reading the code's syntax trees.

Each rule is a function from one module to what is wrong in it. `BAD` proves that each can fail, `GOOD` that it does
not fail on what merely looks alike.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "enact_plugin"

GROUND = frozenset({"errors", "progress", "outcome", "reference", "fields"})
DOMAIN = GROUND | {"register", "stock", "heat", "network", "publish", "demo"}

# room -> rooms it may import besides itself; who is not listed here does not exist in the design
_STOCK = GROUND
_HEAT = GROUND | {"register", "stock"}
_NETWORK = _HEAT | {"heat"}
_PUBLISH = _NETWORK | {"network"}
_CARTOGRAPHY = GROUND | {"sources", "layers"}
_PRODUCTS = _PUBLISH | {"publish"} | _CARTOGRAPHY | {"cartography"}
ALLOWED: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "progress": frozenset({"errors"}),
    "outcome": frozenset({"errors"}),
    "reference": frozenset({"errors", "outcome"}),
    "fields": frozenset({"errors", "outcome", "reference"}),
    "register": _STOCK,
    "stock": _STOCK,
    "heat": _HEAT,
    "network": _NETWORK,
    "publish": _PUBLISH,
    "demo": GROUND,
    "sources": GROUND,
    "layers": GROUND,
    "cartography": _CARTOGRAPHY,
    "products": _PRODUCTS,
    "processing": _PRODUCTS | {"products", "demo"},
    "gui": GROUND | {"layers"},
    "plugin": GROUND | {"layers", "processing", "gui"},
}

QGIS = {"qgis", "PyQt5", "PyQt6", "PySide2", "PySide6", "osgeo", "sip", "processing"}
HEAVY = {"geopandas", "pandas", "shapely", "scipy", "matplotlib", "pyproj"}
OTHER_READERS = {"fiona", "pyogrio", "rasterio", "sqlalchemy"}
FILE_METHODS = {
    *("read_file", "to_file", "from_file", "read_parquet", "to_parquet", "read_feather", "to_feather"),
    *("read_postgis", "to_postgis", "to_gpkg", "read_sql", "to_sql", "to_pickle", "read_pickle"),
}
NETWORK_MODULES = {
    "urllib3",
    "httpx",
    "aiohttp",
    "http.client",
    "ftplib",
    "socket",
    "urllib.request",
    "urllib.error",
}
QT_NETWORK = {
    "QNetworkAccessManager",
    "QgsNetworkAccessManager",
    "QgsBlockingNetworkRequest",
    "QNetworkRequest",
}
TOLD_BY_RETURN_VALUE = {
    *(
        "addFeature",
        "addFeatures",
        "deleteFeatures",
        "startEditing",
        "commitChanges",
        "changeAttributeValues",
    ),
    *(
        "importNamedStyle",
        "loadNamedStyle",
        "saveNamedStyle",
        "saveStyleToDatabase",
        "transform",
        "exportToImage",
    ),
}


@dataclass(frozen=True)
class Module:
    """A source file: where it stands in the project, and its tree."""

    path: PurePosixPath
    tree: ast.Module

    @property
    def package(self) -> tuple[str, ...]:
        return self.path.parts[:-1]

    @property
    def dotted(self) -> str:
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """First name below enact_plugin; empty for the packages' own __init__.py."""
        parts = self.path.with_suffix("").parts
        return parts[1] if parts[0] == PLUGIN and len(parts) > 1 and parts[1] != "__init__" else ""


@dataclass(frozen=True)
class Import:
    """One imported name: `target` is absolute within the project, or the outside module."""

    target: str
    line: int
    level: int
    typing_only: bool
    nested: bool  # inside a function

    @property
    def top(self) -> str:
        return self.target.partition(".")[0]


def parse(path: str, code: str) -> Module:
    return Module(PurePosixPath(path), ast.parse(code))


@cache
def modules() -> tuple[Module, ...]:
    paths = sorted((ROOT / PLUGIN).rglob("*.py"))
    if (ROOT / "__init__.py").exists():
        paths.append(ROOT / "__init__.py")
    return tuple(
        parse(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if "__pycache__" not in path.parts
    )


def imports(module: Module) -> Iterator[Import]:
    """Every import, also inside functions, under TYPE_CHECKING and by importlib with a literal name."""
    yield from _imports(module, module.tree, typing_only=False, nested=False)


def _imports(module: Module, node: ast.AST, typing_only: bool, nested: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        yield from _own_imports(module, child, typing_only, nested)
        inside = nested or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if isinstance(child, ast.If) and _mentions(child.test, "TYPE_CHECKING"):
            for statement in child.body:
                yield from _own_imports(module, statement, True, inside)
                yield from _imports(module, statement, True, inside)
            for statement in child.orelse:
                yield from _own_imports(module, statement, typing_only, inside)
                yield from _imports(module, statement, typing_only, inside)
        else:
            yield from _imports(module, child, typing_only, inside)


def _own_imports(module: Module, node: ast.AST, typing_only: bool, nested: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield Import(alias.name, node.lineno, 0, typing_only, nested)
    elif isinstance(node, ast.ImportFrom):
        base = _base(module, node)
        for alias in node.names:
            yield Import(f"{base}.{alias.name}".lstrip("."), node.lineno, node.level, typing_only, nested)
    elif isinstance(node, ast.Call) and _name(node.func) in ("import_module", "__import__"):
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            yield Import(node.args[0].value, node.lineno, 0, typing_only, nested)


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.package[: len(module.package) - node.level + 1]
    return ".".join((*package, *((node.module or "").split(".") if node.module else ())))


def _mentions(node: ast.AST, name: str) -> bool:
    return any(_name(inner) == name for inner in ast.walk(node))


def _name(node: ast.AST) -> str:
    """Last part of a name or attribute."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


# ---- the rules ------------------------------------------------------------------------------------------------------


def no_qgis_in_the_domain(module: Module) -> Iterator[str]:
    """Rule 1."""
    if module.room in DOMAIN:
        for found in imports(module):
            if found.top in QGIS and not found.level:
                yield f"line {found.line}: imports {found.target}"


def imports_point_down(module: Module) -> Iterator[str]:
    """Rule 2."""
    if not module.room:
        return
    if module.room not in ALLOWED:
        yield f"room {module.room} is not in the design"
        return
    for found in imports(module):
        parts = found.target.split(".")
        if found.level and parts[0] == PLUGIN and len(parts) > 1:
            room = parts[1]
            if room != module.room and room not in ALLOWED[module.room]:
                yield f"line {found.line}: {module.room} may not import {room}"


def imports_are_relative(module: Module) -> Iterator[str]:
    """Rule 2: in QGIS the parent of enact_plugin is the zip's folder, whatever its name."""
    for found in imports(module):
        if not found.level and found.top == PLUGIN:
            yield f"line {found.line}: absolute import of {found.target}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and module.path.parts[0] == PLUGIN:
            if node.level > len(module.package):
                yield f"line {node.lineno}: imports from above {PLUGIN}"


def geopandas_neither_reads_nor_writes(module: Module) -> Iterator[str]:
    """Rule 3."""
    for found in imports(module):
        if found.top in OTHER_READERS and not found.level:
            yield f"line {found.line}: imports {found.target}"
        if found.top in ("geopandas", "pandas") and found.target.rpartition(".")[2] in FILE_METHODS:
            yield f"line {found.line}: imports {found.target}"
    for call in _calls(module):
        if isinstance(call.func, ast.Attribute) and call.func.attr in FILE_METHODS:
            yield f"line {call.lineno}: calls {call.func.attr}"


def network_only_in_sources(module: Module) -> Iterator[str]:
    """Rule 5."""
    for found in imports(module):
        if found.level:
            continue
        if any(found.target == name or found.target.startswith(f"{name}.") for name in NETWORK_MODULES):
            yield f"line {found.line}: imports {found.target}"
        if module.room != "sources" and found.top == "requests":
            yield f"line {found.line}: imports requests outside sources"
        if module.room != "sources" and found.target.rpartition(".")[2] in QT_NETWORK:
            yield f"line {found.line}: imports {found.target} outside sources"


def qt_through_qgis(module: Module) -> Iterator[str]:
    """Rule 6; that enums are scoped is flake8-qgis' part."""
    for found in imports(module):
        if found.top in ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip") and not found.level:
            yield f"line {found.line}: imports {found.target}; take it from qgis.PyQt"


def loads_without_heavy_packages(module: Module) -> Iterator[str]:
    """Where QGIS imports at start, geopandas and its like are imported inside functions only."""
    at_start = ("__init__.py", f"{PLUGIN}/__init__.py", f"{PLUGIN}/plugin.py")
    at_start += (f"{PLUGIN}/processing/__init__.py", f"{PLUGIN}/processing/provider.py")
    if str(module.path) in at_start or module.room == "gui":
        for found in imports(module):
            if found.top in HEAVY and not found.level and not found.typing_only and not found.nested:
                yield f"line {found.line}: imports {found.target} at load time"


def root_init_only_wires(module: Module) -> Iterator[str]:
    """The zip's __init__.py holds classFactory, which imports inside, and nothing else."""
    if str(module.path) != "__init__.py":
        return
    for node in module.tree.body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        typing = isinstance(node, ast.If) and _mentions(node.test, "TYPE_CHECKING")
        typing = typing or (isinstance(node, ast.ImportFrom) and node.module == "typing")
        factory = isinstance(node, ast.FunctionDef) and node.name == "classFactory"
        if not (docstring or future or typing or factory):
            yield f"line {node.lineno}: only classFactory belongs here"


def nothing_is_swallowed(module: Module) -> Iterator[str]:
    """Never a bare except; who catches everything does something about it."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield f"line {node.lineno}: bare except"
            elif _catches_all(node.type) and all(_does_nothing(statement) for statement in node.body):
                yield f"line {node.lineno}: swallows every error"
        if isinstance(node, ast.Call) and _name(node.func) == "suppress":
            if any(_catches_all(argument) for argument in node.args):
                yield f"line {node.lineno}: suppresses every error"


def _catches_all(node: ast.AST) -> bool:
    return any(_name(inner) in ("Exception", "BaseException") for inner in ast.walk(node))


def _does_nothing(node: ast.stmt) -> bool:
    if isinstance(node, ast.Return):
        return node.value is None or isinstance(node.value, ast.Constant)
    constant = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return constant or isinstance(node, (ast.Pass, ast.Continue, ast.Break))


def nothing_dangerous(module: Module) -> Iterator[str]:
    """No eval, exec, pickle, shell, unchecked certificates, processEvents; no assert that decides anything."""
    for found in imports(module):
        if found.top in ("pickle", "marshal", "shelve", "dill", "subprocess") and not found.level:
            yield f"line {found.line}: imports {found.target}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assert):
            yield f"line {node.lineno}: assert vanishes with -O; raise an error"
    for call in _calls(module):
        if isinstance(call.func, ast.Name) and call.func.id in ("eval", "exec", "compile", "__import__"):
            yield f"line {call.lineno}: calls {call.func.id}"
        if _name(call.func) in ("processEvents", "exec_") or ast.unparse(call.func) == "os.system":
            yield f"line {call.lineno}: calls {ast.unparse(call.func)}"
        for keyword in call.keywords:
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if (keyword.arg, value) in (("shell", True), ("verify", False)):
                yield f"line {call.lineno}: {keyword.arg}={value}"


def results_are_looked_at(module: Module) -> Iterator[str]:
    """What QGIS tells by a return value instead of an exception is not thrown away."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call = node.value
            if isinstance(call.func, ast.Attribute) and call.func.attr in TOLD_BY_RETURN_VALUE:
                yield f"line {node.lineno}: the result of {call.func.attr} is not looked at"


def functions_take_few_parameters(module: Module) -> Iterator[str]:
    """A dozen parameters is a record that has not been named yet."""
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            count = len([argument for argument in arguments if argument.arg not in ("self", "cls")])
            if count > 9:
                yield f"line {node.lineno}: {node.name} takes {count} parameters"


RULES = {
    rule.__name__: rule
    for rule in (
        no_qgis_in_the_domain,
        imports_point_down,
        imports_are_relative,
        geopandas_neither_reads_nor_writes,
        network_only_in_sources,
        qt_through_qgis,
        loads_without_heavy_packages,
        root_init_only_wires,
        nothing_is_swallowed,
        nothing_dangerous,
        results_are_looked_at,
        functions_take_few_parameters,
    )
}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_keeps_its_rule(rule):
    wrong = [f"{module.path}: {what}" for module in modules() for what in RULES[rule](module)]
    assert not wrong, "\n".join([f"{rule}:", *wrong])


def test_the_house_is_there():
    rooms = {module.room for module in modules()}
    assert rooms >= GROUND


def test_there_is_no_circle():
    circle = find_circle(modules())
    assert not circle, " -> ".join(circle)


def test_the_allowed_imports_themselves_have_no_circle():
    graph = {room: set(below) for room, below in ALLOWED.items()}
    assert not _circle_in(graph)


# ---- circles --------------------------------------------------------------------------------------------------------


def find_circle(found: tuple[Module, ...]) -> list[str]:
    """Modules that import each other in a ring; imports for type checking only do not count."""
    names = {module.dotted for module in found}
    graph: dict[str, set[str]] = {}
    for module in found:
        targets = {
            _owner(item.target, names) for item in imports(module) if item.level and not item.typing_only
        }
        # a package's __init__.py stands for the package; importing from one's own package is no circle by itself
        graph[module.dotted] = {target for target in targets if target and target != module.dotted}
    return _circle_in(graph)


def _owner(target: str, names: set[str]) -> str:
    """The module that holds an imported name."""
    while target and target not in names:
        target = target.rpartition(".")[0]
    return target


def _circle_in(graph: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def visit(node: str, trail: list[str]) -> list[str]:
        if node in trail:
            return [*trail[trail.index(node) :], node]
        if node in done:
            return []
        for target in sorted(graph.get(node, ())):
            circle = visit(target, [*trail, node])
            if circle:
                return circle
        done.add(node)
        return []

    for start in sorted(graph):
        circle = visit(start, [])
        if circle:
            return circle
    return []


# ---- each rule can fail ---------------------------------------------------------------------------------------------

REGISTER = "enact_plugin/register/csv.py"
LAYERS = "enact_plugin/layers/workspace.py"
SOURCES = "enact_plugin/sources/session.py"
GUI = "enact_plugin/gui/dialog.py"

BAD = [
    (no_qgis_in_the_domain, REGISTER, "from qgis.core import QgsFeature"),
    (no_qgis_in_the_domain, "enact_plugin/errors.py", "import qgis"),
    (no_qgis_in_the_domain, "enact_plugin/outcome.py", "def f():\n    from qgis.PyQt.QtCore import QDate"),
    (
        no_qgis_in_the_domain,
        "enact_plugin/demo/town.py",
        "import importlib\nimportlib.import_module('qgis.core')",
    ),
    (
        no_qgis_in_the_domain,
        "enact_plugin/stock/x.py",
        "if TYPE_CHECKING:\n    from qgis.core import QgsFeature",
    ),
    (no_qgis_in_the_domain, "enact_plugin/reference/x.py", "from osgeo import ogr"),
    (no_qgis_in_the_domain, "enact_plugin/fields/x.py", "from qgis.PyQt.QtCore import QDate"),
    (imports_point_down, REGISTER, "from ..stock import merge"),
    (imports_point_down, REGISTER, "from ..layers.workspace import Workspace"),
    (imports_point_down, REGISTER, "from .. import layers"),
    (imports_point_down, "enact_plugin/stock/x.py", "from ..heat import demand"),
    (imports_point_down, "enact_plugin/demo/x.py", "from ..register import columns"),
    (imports_point_down, LAYERS, "from ..cartography import styles"),
    (imports_point_down, LAYERS, "from ..register import csv"),
    (imports_point_down, "enact_plugin/cartography/x.py", "def f():\n    from ..stock import age"),
    (imports_point_down, GUI, "from ..processing import provider"),
    (imports_point_down, GUI, "from ..register.csv import read"),
    (imports_point_down, "enact_plugin/plugin.py", "from .register import csv"),
    (imports_point_down, "enact_plugin/errors.py", "from .progress import Progress"),
    (imports_point_down, "enact_plugin/reference/x.py", "from ..fields.numbers import numbers"),
    (imports_point_down, "enact_plugin/fields/x.py", "from ..stock.rows import BuildingRows"),
    (imports_point_down, "enact_plugin/helpers/x.py", ""),
    (imports_are_relative, REGISTER, "from enact_plugin.errors import EnactError"),
    (imports_are_relative, REGISTER, "import enact_plugin.errors"),
    (imports_are_relative, REGISTER, "from ...other import x"),
    (imports_are_relative, "enact_plugin/plugin.py", "from .. import resources"),
    (geopandas_neither_reads_nor_writes, REGISTER, "import geopandas as gpd\ngpd.read_file('x.gpkg')"),
    (geopandas_neither_reads_nor_writes, LAYERS, "frame.to_file('x.gpkg')"),
    (geopandas_neither_reads_nor_writes, LAYERS, "from geopandas import read_file"),
    (geopandas_neither_reads_nor_writes, LAYERS, "import pyogrio"),
    (geopandas_neither_reads_nor_writes, LAYERS, "frame.to_parquet(path)"),
    (network_only_in_sources, LAYERS, "import requests"),
    (network_only_in_sources, REGISTER, "from requests import Session"),
    (network_only_in_sources, SOURCES, "import urllib.request"),
    (network_only_in_sources, SOURCES, "from urllib import request"),
    (network_only_in_sources, SOURCES, "import http.client"),
    (network_only_in_sources, GUI, "from qgis.core import QgsNetworkAccessManager"),
    (qt_through_qgis, GUI, "from PyQt5.QtCore import Qt"),
    (qt_through_qgis, GUI, "import PyQt6"),
    (loads_without_heavy_packages, GUI, "import geopandas"),
    (loads_without_heavy_packages, "enact_plugin/plugin.py", "from matplotlib import pyplot"),
    (loads_without_heavy_packages, "enact_plugin/processing/provider.py", "import pandas as pd"),
    (
        loads_without_heavy_packages,
        "__init__.py",
        "try:\n    import scipy\nexcept ImportError:\n    scipy = None",
    ),
    (root_init_only_wires, "__init__.py", "import sys\nsys.path.append('x')"),
    (root_init_only_wires, "__init__.py", "from .enact_plugin.plugin import EnactPlugin"),
    (nothing_is_swallowed, LAYERS, "try:\n    f()\nexcept:\n    raise"),
    (nothing_is_swallowed, LAYERS, "try:\n    f()\nexcept Exception:\n    pass"),
    (
        nothing_is_swallowed,
        LAYERS,
        "def g():\n    try:\n        f()\n    except Exception:\n        return None",
    ),
    (nothing_is_swallowed, LAYERS, "with contextlib.suppress(Exception):\n    f()"),
    (nothing_dangerous, LAYERS, "eval('1')"),
    (nothing_dangerous, LAYERS, "exec('1')"),
    (nothing_dangerous, LAYERS, "import pickle"),
    (nothing_dangerous, LAYERS, "import subprocess"),
    (nothing_dangerous, LAYERS, "run('x', shell=True)"),
    (nothing_dangerous, SOURCES, "session.get(url, verify=False)"),
    (nothing_dangerous, LAYERS, "assert layer.isValid()"),
    (nothing_dangerous, GUI, "QgsApplication.processEvents()"),
    (results_are_looked_at, LAYERS, "provider.addFeatures(features)"),
    (results_are_looked_at, LAYERS, "layer.importNamedStyle(document)"),
    (functions_take_few_parameters, LAYERS, "def f(a, b, c, d, e, f, g, h, i, j): ..."),
]

GOOD = [
    (no_qgis_in_the_domain, LAYERS, "from qgis.core import QgsFeature"),
    (no_qgis_in_the_domain, REGISTER, "text = 'import qgis'  # from qgis.core import x"),
    (
        imports_point_down,
        REGISTER,
        "from ..errors import EnactError\nfrom .columns import NAMES\nimport pandas",
    ),
    (imports_point_down, "enact_plugin/publish/x.py", "from ..heat import demand"),
    (imports_point_down, "enact_plugin/stock/x.py", "from ..fields.numbers import numbers"),
    (imports_point_down, LAYERS, "from ..fields.numbers import numbers"),
    (
        imports_point_down,
        "enact_plugin/processing/x.py",
        "from ..register import csv\nfrom ..layers import frames",
    ),
    (imports_point_down, "enact_plugin/layers/__init__.py", "from .workspace import Workspace"),
    (imports_are_relative, "enact_plugin/processing/algorithms/x.py", "from ...errors import EnactError"),
    (imports_are_relative, "enact_plugin/plugin.py", "from .gui.dialog import Dialog"),
    (imports_are_relative, "__init__.py", "def classFactory(iface):\n    from .enact_plugin.plugin import P"),
    (geopandas_neither_reads_nor_writes, REGISTER, "frame = pandas.read_csv(path)"),
    (network_only_in_sources, SOURCES, "import requests\nfrom qgis.core import QgsNetworkAccessManager"),
    (network_only_in_sources, SOURCES, "from urllib.parse import urljoin"),
    (qt_through_qgis, GUI, "from qgis.PyQt.QtCore import Qt"),
    (loads_without_heavy_packages, GUI, "def draw():\n    import matplotlib"),
    (loads_without_heavy_packages, GUI, "if TYPE_CHECKING:\n    import geopandas"),
    (loads_without_heavy_packages, REGISTER, "import pandas"),
    (root_init_only_wires, "__init__.py", '"""Doc."""\ndef classFactory(iface):\n    return P(iface)'),
    (nothing_is_swallowed, LAYERS, "try:\n    f()\nexcept Exception as error:\n    show(error)"),
    (nothing_is_swallowed, LAYERS, "try:\n    f()\nexcept FileNotFoundError:\n    pass"),
    (nothing_dangerous, LAYERS, "dialog.exec()\nconnection.execute('SELECT 1')"),
    (results_are_looked_at, LAYERS, "if not sink.addFeatures(features):\n    raise EnactError('x')"),
    (functions_take_few_parameters, LAYERS, "def f(self, a, b, c): ..."),
]


@pytest.mark.parametrize(("rule", "path", "code"), BAD)
def test_a_rule_sees_what_is_wrong(rule, path, code):
    assert list(rule(parse(path, code)))


@pytest.mark.parametrize(("rule", "path", "code"), GOOD)
def test_a_rule_lets_pass_what_only_looks_alike(rule, path, code):
    assert not list(rule(parse(path, code)))


def test_every_rule_has_an_example_that_breaks_it():
    assert {rule.__name__ for rule, _, _ in BAD} == set(RULES)


def test_a_circle_is_found():
    ring = (
        parse("enact_plugin/heat/a.py", "from .b import x"),
        parse("enact_plugin/heat/b.py", "def f():\n    from .c import y"),
        parse("enact_plugin/heat/c.py", "from . import a"),
    )
    assert find_circle(ring)
    assert not find_circle(ring[:2])


def test_an_import_for_type_checking_closes_no_circle():
    pair = (
        parse("enact_plugin/heat/a.py", "from .b import x"),
        parse("enact_plugin/heat/b.py", "if TYPE_CHECKING:\n    from .a import y"),
    )
    assert not find_circle(pair)

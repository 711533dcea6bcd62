"""What every test may use: the real data, the project's root, and the two tiers.

`--tier=fast` collects the files that need no QGIS and forbids its import, so that the domain rooms are really tested
without it; `--tier=qgis` collects the others; without the option both run in one process.
"""

from __future__ import annotations

import ast
import os
import string
import sys
import tempfile
from functools import cache
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"

# helpers of tests in several folders: ``import servers``, ``import fake_lod2``; tests themselves are no package
sys.path += [
    str(TESTS / "sources"),
    str(TESTS / "sources" / "services"),
    str(TESTS / "heat"),
    str(TESTS / "network"),
    str(TESTS / "publish"),
]

QGIS_PACKAGES = ("qgis", "PyQt5", "PyQt6", "osgeo", "processing", "pytest_qgis")
QGIS_ROOMS = ("layers", "cartography", "products", "processing", "gui", "plugin")


def _private_runtime_dir() -> str:
    """Return a folder of our own for Qt's sockets; Qt insists on mode 700."""
    folder = Path(tempfile.gettempdir()) / f"xdg-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return str(folder)


# for the processes that tests start; pytest-qgis has by now set its own in this one
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# what a test writes need not outlive a power failure; waiting for the disk took a fifth of the time
os.environ.setdefault("OGR_SQLITE_SYNCHRONOUS", "OFF")
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = _private_runtime_dir()


class _NoQgis:
    """Import hook of the fast tier: QGIS is not there."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in QGIS_PACKAGES:
            raise ModuleNotFoundError(f"the fast tier has no QGIS: {name}", name=name)


def pytest_addoption(parser):
    parser.addoption(
        "--tier", choices=("fast", "qgis", "all"), default="all", help="tests without QGIS, or the rest"
    )


# a landing is judged by the same cases each time, and by fewer; elsewhere hypothesis looks for new ones
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, max_examples=30)
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")


def pytest_configure(config):
    if config.getoption("--tier") == "fast":
        sys.meta_path.insert(0, _NoQgis())


def pytest_ignore_collect(collection_path, config):
    tier = config.getoption("--tier")
    if collection_path.is_dir():
        # a folder's conftest would be imported before its files are looked at
        inside = collection_path / "conftest.py"
        return (
            True
            if tier == "fast" and _below_tests(inside) and inside.is_file() and needs_qgis(inside)
            else None
        )
    if tier == "all" or collection_path.suffix != ".py" or not collection_path.name.startswith("test_"):
        return None
    return True if needs_qgis(collection_path) != (tier == "qgis") else None


def _below_tests(path: Path) -> bool:
    return TESTS in path.parents and path.parent != TESTS


# what CI, which runs as root in a container, may leave out; everything else it skips is a failure
SKIPS_ALLOWED_IN_CI = ("root may write everywhere", "no right to mount")


def _fail_instead_of_skip(report):
    """In CI a test that is left out is a test that failed: a tool or the real data is missing."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not any(allowed in reason for allowed in SKIPS_ALLOWED_IN_CI):
        report.outcome = "failed"
        report.longrepr = f"left out in CI: {reason}"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    outcome = yield
    _fail_instead_of_skip(outcome.get_result())


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report():
    outcome = yield
    _fail_instead_of_skip(outcome.get_result())


def pytest_collection_modifyitems(items):
    for item in items:
        if needs_qgis(item.path):
            item.add_marker(pytest.mark.qgis)


@cache
def needs_qgis(path: Path) -> bool:
    """Tell whether a test file needs QGIS: by what it imports, its fixtures, its mark, or the conftest beside it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(_is_qgis(alias.name) for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and not node.level:
            module = node.module or ""
            if _is_qgis(module) or any(_is_qgis(f"{module}.{alias.name}") for alias in node.names):
                return True
        if isinstance(node, ast.FunctionDef) and any(arg.arg.startswith("qgis_") for arg in node.args.args):
            return True
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "qgis"
            and ast.unparse(node) == "pytest.mark.qgis"
        ):
            return True
    beside = [folder / "conftest.py" for folder in path.parents if TESTS in folder.parents]
    return any(conftest.is_file() and conftest != path and needs_qgis(conftest) for conftest in beside)


def _is_qgis(name: str) -> bool:
    parts = name.split(".")
    return parts[0] in QGIS_PACKAGES or (
        parts[0] == "enact_plugin" and len(parts) > 1 and parts[1] in QGIS_ROOMS
    )


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


def read_catalogue(code: str) -> dict[str, str]:
    """Return code to English text from `CATALOGUE = {code: QT_TRANSLATE_NOOP(context, text), …}`, without QGIS."""
    for node in ast.parse(code).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "CATALOGUE" for target in targets):
            pairs = zip(node.value.keys, node.value.values)
            return {key.value: text.args[1].value for key, text in pairs}
    return {}


@pytest.fixture(scope="session")
def catalogue_reader():
    return read_catalogue


@pytest.fixture(scope="session")
def catalogue() -> dict[str, str]:
    """Code to English text of errors, findings and steps."""
    return _catalogue()


def _catalogue() -> dict[str, str]:
    path = ROOT / "enact_plugin" / "layers" / "messages.py"
    if not path.exists():
        pytest.fail(f"{path} is missing")
    return read_catalogue(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session", autouse=True)
def codes_met_have_texts(pytestconfig):
    """Watch which codes the plugin really makes; some come from tables, where reading the source does not find them.

    Counts in a whole tier only (`make test`), and fails at its end.
    """
    if pytestconfig.getoption("--tier") == "all":
        yield
        return
    from enact_plugin import errors, outcome

    met: dict[str, set[str]] = {}
    plugin = str(ROOT / "enact_plugin")

    def watch(cls, codes_of):
        original = cls.__init__

        def init(self, *arguments, **keywords):
            original(self, *arguments, **keywords)
            if sys._getframe(1).f_code.co_filename.startswith(plugin):
                for code, values in codes_of(self):
                    met[code] = met.get(code, values) & values

        cls.__init__ = init
        return lambda: setattr(cls, "__init__", original)

    def of_outcome(made):
        # reasons and assumptions are shown without values
        return [
            (code, set()) for code in (*made.assumptions, *(f"dropped_{reason}" for reason in made.dropped))
        ]

    stop = [
        watch(errors.EnactError, lambda error: [(error.code, set(error.params))]),
        watch(errors.Finding, lambda finding: [(finding.id, {"key", *finding.values})]),
        watch(outcome.Outcome, of_outcome),
    ]
    yield
    for undo in stop:
        undo()
    texts = _catalogue()
    wrong = [f"{code}: no text" for code in sorted(set(met) - set(texts))]
    for code in sorted(set(met) & set(texts)):
        lacking = placeholders(texts[code]) - met[code]
        if lacking:
            wrong.append(f"{code}: the text names {sorted(lacking)}, which is not handed over")
    if wrong:
        pytest.fail("codes met in this run:\n" + "\n".join(wrong))


def placeholders(text: str) -> set[str]:
    """Names in braces, without attribute, index or format."""
    fields = (field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    return {field.partition(".")[0].partition("[")[0] for field in fields}


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of the real data; missing it is a failure in CI and a skip elsewhere."""
    folder = Path(os.environ.get("ENACT_REAL_DATA") or ROOT.parent / "shared" / "data")
    if not (folder / "README.md").is_file():
        reason = f"no real data in {folder}; set ENACT_REAL_DATA"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture
def german_locale():
    """QGIS set to German: titles of kinds stand in a table in both languages, and a comma is a decimal one."""
    from qgis.core import QgsSettings

    settings = QgsSettings()
    before = settings.value("locale/overrideFlag"), settings.value("locale/userLocale")
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "de")
    yield
    for key, value in zip(("locale/overrideFlag", "locale/userLocale"), before):
        settings.remove(key) if value is None else settings.setValue(key, value)


@pytest.fixture(scope="session")
def qgis_iface(qgis_iface):
    """The interface with a canvas that draws nothing by itself.

    A layer that is removed while threads begin to draw it can end QGIS: `QgsExpression::detach` lets go of what it
    copies. A test that draws does so itself, and waits for it.
    """
    qgis_iface.mapCanvas().setRenderFlag(False)
    return qgis_iface

"""The layouts are filled from variables, show their theme, and export."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtGui import QColor, QImage

from enact_plugin.cartography.layer_tree import known_layers, themes
from enact_plugin.cartography.layouts import FORMATS, make_layout
from enact_plugin.cartography.project import assemble_project
from enact_plugin.cartography.unlocated import OF_UNITS, SHARE_BREAK
from enact_plugin.errors import EnactError
from enact_plugin.layers.workspace import Workspace
from enact_plugin.reference.kinds import layer_kinds
from enact_plugin.reference.tables import RESOURCES

ROOT = Path(__file__).resolve().parents[2]
MARGIN_MM = 10
MANY_UNITS = ("plants_pv", "plants_storage", "plant_findings", "plant_changes")


@pytest.fixture(scope="module")
def project(town, tmp_path_factory):
    folder = tmp_path_factory.mktemp("layouts")
    shutil.copy2(town.path, folder / town.path.name)
    path = folder / "musterstadt.qgz"
    assemble_project(Workspace.open(folder / town.path.name), path)
    read = QgsProject()
    assert read.read(str(path))
    return read


def layout(project, theme, paper="A3 quer"):
    return project.layoutManager().layoutByName(f"{theme} – {paper}")


def labels(made):
    return {item.id(): item for item in made.items() if isinstance(item, QgsLayoutItemLabel)}


def test_there_is_a_layout_per_format_and_theme(project):
    names = {made.name() for made in project.layoutManager().printLayouts()}
    assert names == {
        f"{theme.title} – {paper}"
        for theme in themes() if not theme.optional
        for paper in ("A3 quer", "A4 hoch")
    }  # fmt: skip


@pytest.mark.parametrize(("paper", "width", "height"), [("A3 quer", 420, 297), ("A4 hoch", 210, 297)])
def test_pages_have_the_size_they_say(project, paper, width, height):
    size = layout(project, "Energieanlagen", paper).pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (width, height)


@pytest.mark.parametrize("theme", [theme.title for theme in themes() if not theme.optional])
def test_map_and_legend_follow_the_theme(project, theme):
    made = layout(project, theme)
    map_item, legend = made.itemById("Karte"), made.itemById("Legende")
    assert map_item.followVisibilityPreset() and map_item.followVisibilityPresetName() == theme
    assert legend.linkedMap() == map_item
    assert legend.autoUpdateModel() and legend.legendFilterByMapEnabled()


def test_map_shows_the_municipality(project):
    extent = project.viewSettings().defaultViewExtent()
    for made in project.layoutManager().printLayouts():
        assert made.itemById("Karte").extent().contains(extent.center())
        assert made.itemById("Karte").extent().width() >= extent.width() * 0.99


@pytest.mark.parametrize("paper", ["A3 quer", "A4 hoch"])
def test_a_map_has_all_that_a_map_needs(project, paper):
    ids = {getattr(item, "id", str)() for item in layout(project, "Wärmeplanung", paper).items()}
    assert {
        "Titel",
        "Ort",
        "Karte",
        "Legende",
        "Maßstabsleiste",
        "Maßstab",
        "Nordpfeil",
        "Quellen",
        "Stand",
    } <= ids


def test_labels_are_filled_from_variables(project):
    made = layout(project, "Energieanlagen")
    texts = {id_: label.currentText() for id_, label in labels(made).items()}
    assert texts["Titel"] == "Energieanlagen"
    assert texts["Ort"] == "Probestadt · AGS 14999000"
    assert "© Erfundenes Register" in texts["Quellen"]
    assert "Erfundenes Register: 01.08.2026" in texts["Stand"]
    assert re.search(r"Erstellt am \d\d\.\d\d\.\d{4}", texts["Stand"])
    assert re.fullmatch(r"Maßstab 1:[\d.]+", texts["Maßstab"])
    assert texts["plants:Ohne Lage"].startswith("Ohne Lage im Register")
    assert not any("[%" in text for text in texts.values())


def test_credits_are_those_of_the_layers_shown(project):
    assert "Register" not in labels(layout(project, "Gebäudebestand"))["Quellen"].currentText()


def test_what_belongs_to_one_theme_is_on_its_maps_only(project):
    assert not [id_ for id_ in labels(layout(project, "Gebäudebestand")) if ":" in id_]
    assert "§ 23 Abs. 4 WPG" in labels(layout(project, "Wärmeplanung"))["heat:Hinweis"].currentText()


def test_a_municipality_without_a_name_is_called_by_its_key_once(tmp_path, town_with):
    workspace = town_with("buildings", "streets", name="", ags="12999000")
    made = QgsProject()
    made.read(str(assemble_project(workspace, tmp_path / "wenig.qgz").path))
    texts = labels(layout(made, "Gebäudebestand"))
    assert texts["Ort"].currentText() == "AGS 12999000"
    made.clear()


@pytest.mark.parametrize("paper", ["A3 quer", "A4 hoch"])
def test_sizes_in_the_legend_are_those_on_the_map(project, paper):
    made = layout(project, "Energieanlagen", paper)
    categories = project.mapLayer("enact_layer_plants_pv").renderer().embeddedRenderer().categories()
    size = QgsExpression(categories[0].symbol().dataDefinedSize().expressionString())
    fields = QgsFields()
    for name in ("net_kw", "gross_kw"):
        fields.append(QgsField(name, QMetaType.Type.Double))
    for text, kw in (("100 kW", 100.0), ("1 MW", 1000.0), ("10 MW", 10_000.0)):
        unit = QgsFeature(fields)
        unit.setAttributes([kw, kw])
        context = QgsExpressionContext()
        context.setFeature(unit)
        disc = made.itemById(f"plants:Kreis {text}")
        assert disc.sizeWithUnits().width() == pytest.approx(size.evaluate(context), abs=0.05)


@pytest.mark.parametrize("paper", ["A3 quer", "A4 hoch"])
def test_discs_with_a_number_are_explained(project, paper):
    texts = " ".join(
        label.currentText() for label in labels(layout(project, "Energieanlagen", paper)).values()
    )
    assert "mehrere Anlagen" in texts and "gestrichelter Ring" in texts
    assert "mehrere Anlagen" not in " ".join(
        label.currentText() for label in labels(layout(project, "Gebäudebestand", paper)).values()
    )


def test_what_stands_under_a_heading_is_set_back(project):
    # else a layer of one symbol looks like a class of the layer above
    legend = layout(project, "Energieanlagen").itemById("Legende")
    assert legend.style(QgsLegendStyle.Style.Subgroup).indent() > 0


def styled(layer):
    """A layer that the town has no data for, with its classes."""
    geometry = next(kind.geometry for kind in layer_kinds() if kind.layer == layer.table)
    opened = QgsVectorLayer(f"{geometry.replace('line', 'linestring')}?crs=EPSG:25833", layer.title, "memory")
    assert opened.loadNamedStyle(str(RESOURCES / "styles" / f"{layer.style}.qml"))[1]
    return opened


@pytest.mark.parametrize(
    ("theme", "paper"),
    [pytest.param(theme, paper, id=f"{theme.id}-{paper}") for theme in themes() for paper in theme.papers],
)
def test_a_legend_of_all_that_a_theme_can_show_ends_before_the_edge(project, theme, paper):
    made = make_layout(project, paper, theme, project.viewSettings().defaultViewExtent())
    legend = made.itemById("Legende")
    legend.setLegendFilterByMapEnabled(False)
    legend.setAutoUpdateModel(False)  # a tree of its own, for this test
    root = legend.model().rootGroup()
    root.removeAllChildren()
    absent = QgsProject()
    for layer in known_layers():
        if not layer.style or not any(theme.id == shown.split("?")[0] for shown in layer.themes):
            continue
        opened = project.mapLayer(f"enact_layer_{layer.id}")
        if opened is None and theme.ground_of:
            opened = absent.addMapLayer(styled(layer))
        if opened is None:
            continue
        units = "12.345 von 13.456" if layer.id in MANY_UNITS else "123 von 234"
        share = f"{SHARE_BREAK}{units} ohne Lage" if layer.table in OF_UNITS else ""
        root.addLayer(opened).setCustomProperty("legend/title-label", layer.title + share)
    assert root.findLayers()
    size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()
    edge = made.pageCollection().page(0).pageSize().width() - MARGIN_MM
    assert legend.pagePositionWithUnits().x() + size.width() <= edge
    if theme.ground_of:  # of a subject that the town has no data for: the legend of a topic is told whole
        below = min(made.itemById(name).pos().y() for name in ("Maßstabsleiste", "Hinweis", "Nordpfeil"))
        assert legend.pos().y() + size.height() <= below


@pytest.mark.parametrize("paper", FORMATS)
def test_template_holds_no_path_and_only_valid_expressions(paper):
    text = (RESOURCES / "layouts" / f"{paper}.qpt").read_text(encoding="utf-8")
    assert not re.search(r'"(/(?!>)|[A-Za-z]:[\\/]|file:)', text)
    for expression in re.findall(
        r"\[%(.*?)%\]", text.replace("&apos;", "'").replace("&quot;", '"'), re.DOTALL
    ):
        parsed = QgsExpression(expression.replace("&lt;", "<").replace("&gt;", ">"))
        assert not parsed.hasParserError(), parsed.parserErrorString()
        assert all(name.startswith("enact_") for name in parsed.referencedVariables() if name != "")


@pytest.mark.parametrize("paper", FORMATS)
def test_nothing_lies_outside_the_page_or_on_the_map(project, paper):
    made = make_layout(project, paper, themes()[0], project.viewSettings().defaultViewExtent())
    page = made.pageCollection().page(0).rect()
    map_rect = made.itemById("Karte").sceneBoundingRect()
    for item in made.items():
        if not hasattr(item, "id") or not item.id() or isinstance(item, QgsLayoutItemMap):
            continue
        rect = item.mapRectToScene(item.rect())
        assert page.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect), item.id()
        assert not map_rect.adjusted(1, 1, -1, -1).intersects(rect), item.id()


def test_an_unknown_format_is_an_error(project):
    with pytest.raises(EnactError) as caught:
        make_layout(project, "a0_poster", themes()[0], project.viewSettings().defaultViewExtent())
    assert caught.value.code == "layout_missing"


@pytest.mark.parametrize("paper", ["A3 quer", "A4 hoch"])
def test_layout_exports_to_picture_and_pdf(project, tmp_path, paper):
    exporter = QgsLayoutExporter(layout(project, "Gebäudebestand", paper))
    picture = QgsLayoutExporter.ImageExportSettings()
    picture.dpi = 40
    done = QgsLayoutExporter.ExportResult.Success
    assert exporter.exportToImage(str(tmp_path / "karte.png"), picture) == done
    assert exporter.exportToPdf(str(tmp_path / "karte.pdf"), QgsLayoutExporter.PdfExportSettings()) == done
    image = QImage(str(tmp_path / "karte.png"))
    colors = {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert len(colors) > 30  # a map, not an empty frame
    assert (tmp_path / "karte.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(Qgis.versionInt() // 100 != 340, reason="other releases of QGIS write other attributes")
def test_templates_are_those_their_description_makes(tmp_path):
    run = [sys.executable, str(ROOT / "tools" / "make_layouts.py"), str(tmp_path)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    for paper in FORMATS:
        shipped = RESOURCES / "layouts" / f"{paper}.qpt"
        assert (tmp_path / shipped.name).read_bytes() == shipped.read_bytes(), "run tools/make_layouts.py"

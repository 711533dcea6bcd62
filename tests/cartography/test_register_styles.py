"""Gas plants, findings, changes and plants feeding a network are drawn as their values say."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QSize

from enact_plugin.cartography import styles
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.reference.values import values

TYPES = {ColumnType.REAL: QMetaType.Type.Double, ColumnType.BOOLEAN: QMetaType.Type.Bool}


def drawn(table, style, **row):
    """Legend entry under which a row is drawn."""
    layer = QgsVectorLayer("Point?crs=EPSG:25833", table, "memory")
    fields = [
        QgsField(column.name, TYPES.get(column.type, QMetaType.Type.QString)) for column in columns(table)
    ]
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    styles.apply_style(layer, style)
    unit = QgsFeature(layer.fields())
    for name, value in row.items():
        unit[name] = value
    renderer = layer.renderer()
    embedded = renderer.embeddedRenderer() if renderer.type() == "pointCluster" else renderer
    context = QgsExpressionContext()
    context.setFeature(unit)
    context.setFields(layer.fields())
    text = embedded.classAttribute()
    value = QgsExpression(f'"{text}"' if layer.fields().lookupField(text) >= 0 else text).evaluate(context)
    return next((entry.label() for entry in embedded.categories() if entry.value() == value), None)


@pytest.mark.parametrize(
    ("kind", "technology", "status", "entry"),
    [
        ("producer", "Power-to-Gas (Wasserstoff)", "in_operation", "Elektrolyse (Wasserstoff)"),
        ("producer", "Power-to-Gas (Wasserstoff)", "planned", "Elektrolyse (Wasserstoff), in Planung"),
        ("producer", "Power-to-Gas (Methan)", "closed", "Power-to-Gas (Methan), stillgelegt"),
        ("producer", "Biomethan-Erzeugung", "in_operation", "Biomethan"),
        ("producer", "Liquefied Natural Gas", "in_operation", "sonstige Gaserzeugung"),
        ("producer", None, None, "sonstige Gaserzeugung"),
        ("storage", "Porenspeicher", "temporarily_closed", "Gasspeicher, stillgelegt"),
        (None, None, "planned", "sonstige Gaserzeugung, in Planung"),
    ],
)
def test_gas_plants_are_told_apart_by_what_they_make_and_whether_they_run(
    qgis_app, kind, technology, status, entry
):
    assert drawn("gas_plants", "gas_plants", kind=kind, technology=technology, status=status) == entry


@pytest.mark.parametrize("status", [None, *(value.code for value in values("plant_status"))])
def test_every_plant_marked_as_feeding_a_network_is_drawn(qgis_app, status):
    assert drawn("plants", "plants_feeding", status=status)


@pytest.mark.parametrize(
    ("severity", "state", "entry"),
    [
        ("error", "open", "Fehler"),
        ("warning", "open", "Warnung"),
        ("note", "open", "Hinweis"),
        ("error", "accepted", "geprüft oder berichtigt"),
        ("warning", "corrected", "geprüft oder berichtigt"),
    ],
)
def test_findings_are_drawn_by_severity_until_they_are_reviewed(qgis_app, severity, state, entry):
    assert drawn("plant_findings", "plant_findings", severity=severity, state=state) == entry


def test_each_change_has_a_symbol_of_its_own(qgis_app):
    codes = [value.code for value in values("plant_change") if value.code != "first"]
    entries = [drawn("plant_changes", "plant_changes", change=code) for code in codes]
    assert None not in entries
    assert len(set(entries)) == len(codes)


def disc_of(*states):
    """Colours of the disc that stands for warnings at one place, each in one of these states."""
    layer = QgsVectorLayer("Point?crs=EPSG:25833", "plant_findings", "memory")
    layer.dataProvider().addAttributes(
        [QgsField(column.name, QMetaType.Type.QString) for column in columns("plant_findings")]
    )
    layer.updateFields()
    styles.apply_style(layer, "plant_findings")
    for state in states:
        row = QgsFeature(layer.fields())
        row["severity"], row["state"] = "warning", state
        row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)))
        layer.dataProvider().addFeature(row)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(-10, -10, 10, 10))
    settings.setOutputSize(QSize(60, 60))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    # left of the number and inside the rim
    return {image.pixelColor(x, 30).name() for x in range(21, 26)}


@pytest.mark.parametrize(
    ("states", "color"),
    [
        (("open", "open"), "#e08214"),
        (("accepted", "corrected"), "#ffffff"),
        (("open", "open", "accepted", "corrected"), "#5a6270"),
    ],
)
def test_a_bundle_with_open_findings_does_not_look_reviewed(qgis_app, states, color):
    assert color in disc_of(*states)


def test_the_legend_names_bundles(qgis_app):
    assert drawn("plant_findings", "plant_findings", severity="several", state="open") == (
        "mit Zahl: verschiedene an einem Ort"
    )

"""The guide in QGIS: what it shows, and that its links lead somewhere."""

from __future__ import annotations

import re

import pytest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QApplication

from enact_plugin.gui.help import DOCS, GUIDE, GuideDialog, anchor_of, show_help

SHIPPED = ("anwenderhandbuch", "layer-kinds", "methoden")


@pytest.fixture
def guide(qgis_app):
    dialog = GuideDialog(GUIDE)
    dialog.show()
    QApplication.processEvents()
    yield dialog
    dialog.close()


def headings(path):
    text = path.read_text(encoding="utf-8")
    return [re.sub(r"[`*]", "", heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)]


def test_the_help_is_the_guide(qgis_app):
    window = show_help(None)
    assert window.objectName() == "EnactGuide"
    shown = window.browser.toPlainText()
    for heading in headings(GUIDE):
        assert heading in shown
    window.close()


def test_a_link_goes_to_its_heading_and_to_another_part(guide):
    bar = guide.browser.verticalScrollBar()
    assert bar.value() == 0
    guide.follow(QUrl("#" + anchor_of(headings(GUIDE)[-1])))
    assert bar.value() > bar.maximum() / 2
    guide.follow(QUrl("methoden.md"))
    assert headings(DOCS / "methoden.md")[0] in guide.browser.toPlainText()
    assert bar.value() == 0
    guide.follow(QUrl("anwenderhandbuch.md#" + anchor_of(headings(GUIDE)[-1])))
    assert bar.value() > bar.maximum() / 2


def test_a_link_to_nothing_leaves_the_guide_as_it_is(guide):
    before = guide.browser.toPlainText()
    for link in ("gibt-es-nicht.md", "#gibt-es-nicht", "../metadata.txt"):
        guide.follow(QUrl(link))
    assert guide.browser.toPlainText() == before


@pytest.mark.parametrize("name", SHIPPED)
def test_every_link_within_the_guide_leads_to_a_heading(qgis_app, name):
    path = DOCS / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith("http")]
    for link in links:
        file, _hash, fragment = link.partition("#")
        target = path.parent / file if file else path
        assert target.is_file(), link
        assert not fragment or fragment in [anchor_of(each) for each in headings(target)], link

"""The help: the user guide, shown as it is written."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import (
    QBrush,
    QDesktopServices,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from .report import ReportDialog

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = DOCS / "anwenderhandbuch.md"
_SIZE = (900, 720)
_PADDING, _MARGIN, _LINE_HEIGHT = 5, 18, 125
_NO_WORD = re.compile(r"[^\w\- ]")


class GuideDialog(QDialog):
    """A guide in Markdown to read and to leaf through.

    Parameters
    ----------
    path : Path
    parent : QWidget or None
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("EnactGuide")
        self.setWindowTitle(QCoreApplication.translate("Help", "EnAct – user guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self.follow)
        buttons = QDialogButtonBox(self)
        start = buttons.addButton(
            QCoreApplication.translate("Help", "&Beginning"), QDialogButtonBox.ButtonRole.ActionRole
        )
        start.clicked.connect(lambda: self.show_file(path))
        buttons.addButton(
            QCoreApplication.translate("Report", "&Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        self._path = path
        self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Show another part of the guide from its beginning."""
        document = self.browser.document()
        document.setMarkdown(
            path.read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        _dress(document)
        self._path = path
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self.browser.verticalScrollBar().setValue(0)

    def follow(self, url: QUrl) -> None:
        """Go to a heading, to another part of the guide, or with the browser to a web page."""
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
            return
        if url.path():
            file = (self._path.parent / url.path()).resolve()
            if file.suffix != ".md" or not file.is_file():
                return
            self.show_file(file)
        if url.fragment():
            self._go_to(url.fragment())

    def _go_to(self, fragment: str) -> None:
        document = self.browser.document()
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == fragment:
                top = document.documentLayout().blockBoundingRect(block).top()
                self.browser.verticalScrollBar().setValue(round(top))
                return
            block = block.next()


def anchor_of(heading: str) -> str:
    """Name by which a link means a heading, as GitHub makes it: "2.1 Was gebraucht wird" → "21-was-gebraucht-wird"."""
    return _NO_WORD.sub("", heading.strip().lower()).replace(" ", "-")


def _dress(document: QTextDocument) -> None:
    """Give tables lines and room, and text air: Qt leaves Markdown as narrow as it can."""
    document.setDocumentMargin(_MARGIN)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    height = QTextBlockFormat()
    height.setLineHeight(_LINE_HEIGHT, _proportional())
    cursor.mergeBlockFormat(height)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _without_empty_heading(frame)
            form = frame.format()
            form.setCellPadding(_PADDING)
            form.setCellSpacing(0)
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QBrush(Qt.GlobalColor.lightGray))
            form.setBorderCollapse(True)
            frame.setFormat(form)


def _without_empty_heading(table: QTextTable) -> None:
    """Take away the first row where it says nothing: Markdown knows no table without one."""
    cells = [table.cellAt(0, column) for column in range(table.columns())]
    if table.rows() > 1 and all(cell.firstCursorPosition() == cell.lastCursorPosition() for cell in cells):
        table.removeRows(0, 1)


def _proportional() -> int:
    """The line height as a share; PyQt 5 has a number there, PyQt 6 an enum."""
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    return int(getattr(kind, "value", kind))


def show_help(parent: QWidget) -> QDialog:
    """Show the guide, or the first steps where it is not installed; returns the window."""
    if GUIDE.is_file():
        dialog: QDialog = GuideDialog(GUIDE, parent)
    else:
        title = QCoreApplication.translate("Help", "EnAct – first steps")
        dialog = ReportDialog(title, first_steps(), parent)
    dialog.show()
    return dialog


def first_steps() -> str:
    """Return the first steps as HTML."""
    return QCoreApplication.translate(
        "Help",
        "<h2>From a few files to a map</h2>"
        "<ol><li><b>Get the files.</b> For each data set the dialog “Open municipality” says where to get it. None is"
        " compulsory: what you do not have is skipped, and the report says so.</li>"
        "<li><b>Open the municipality.</b> Choose it, give files or layers, start. All layers go into one GeoPackage,"
        " the workspace; beside it stands a QGIS project with styles, map themes and print layouts.</li>"
        "<li><b>Look around.</b> The map themes (eye symbol above the layer tree) show energy plants, buildings and"
        " the heat plan. The notes of a layer name its source, date and licence.</li>"
        "<li><b>Update.</b> Open the same municipality again with a newer file: only that layer is replaced.</li></ol>"
        "<h3>No files at hand?</h3><p>“Demo municipality” writes a fictitious town and opens the dialog with its"
        " files.</p>"
        "<h3>Models and batches</h3><p>All that the dialog does is done by the algorithms of the group EnAct in the"
        " processing toolbox; they can be used in models, as a batch, and with qgis_process.</p>",
    )

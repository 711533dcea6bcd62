"""Shows what a run did: loaded, skipped and why; or why it failed."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from .runner import RunResult


class ReportDialog(QDialog):
    """A text to read and copy."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("EnactReport")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self.browser = QTextBrowser(self)
        self.browser.setOpenExternalLinks(True)
        self.browser.setHtml(html)
        buttons = QDialogButtonBox(self)
        buttons.addButton(
            QCoreApplication.translate("Report", "&Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)


def outcome_html(result: RunResult) -> str:
    """Return the account of a run of `enact:loadmunicipality`: figures first, then all the algorithm said."""
    counts = [
        (QCoreApplication.translate("Report", "Data sets loaded"), result.outputs.get("LOADED")),
        (QCoreApplication.translate("Report", "Not given, skipped"), result.outputs.get("SKIPPED")),
        (
            QCoreApplication.translate("Report", "Not loaded because of an error"),
            result.outputs.get("FAILED"),
        ),
    ]
    files = [
        (QCoreApplication.translate("Report", "Workspace"), result.outputs.get("WORKSPACE")),
        (QCoreApplication.translate("Report", "Project"), result.outputs.get("PROJECT")),
    ]
    rows = "".join(
        f"<tr><td>{name}&nbsp;&nbsp;</td><td><b>{escape(str(value))}</b></td></tr>"
        for name, value in counts + files
        if value is not None
    )
    failed = "".join(f"<li>{escape(error)}</li>" for error in result.errors)
    failures = QCoreApplication.translate("Report", "What was not loaded, and why")
    trouble = f"<h3>{failures}</h3><ul>{failed}</ul>" if failed else ""
    steps = QCoreApplication.translate("Report", "What was done")
    return f"<table>{rows}</table>{trouble}<h3>{steps}</h3>{result.log}"

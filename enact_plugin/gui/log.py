"""The loggers of our modules write to QGIS' log panel, under the tag EnAct."""

from __future__ import annotations

import logging

from qgis.core import Qgis, QgsMessageLog

TAG = "EnAct"


class QgisLogHandler(logging.Handler):
    """Hands records to QgsMessageLog, which may be called from any thread."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        QgsMessageLog.logMessage(self.format(record), TAG, _level(record.levelno), notifyUser=False)


def _level(number: int) -> Qgis.MessageLevel:
    if number >= logging.ERROR:
        return Qgis.MessageLevel.Critical
    if number >= logging.WARNING:
        return Qgis.MessageLevel.Warning
    return Qgis.MessageLevel.Info


def attach(package: str) -> QgisLogHandler:
    """Send what `package` and its modules log, from INFO on, to QGIS; returns the handler for `detach`."""
    handler = QgisLogHandler(logging.INFO)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger(package)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return handler


def detach(package: str, handler: QgisLogHandler) -> None:
    """Undo `attach`."""
    logger = logging.getLogger(package)
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)
    handler.close()

"""The main thread of QGIS, which other threads need to ask for certificates and passwords."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QTimer


def on_main_thread() -> bool:
    """Whether this is it."""
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() == application.thread()


def breathe(seconds: float) -> None:
    """Wait on the main thread without holding up those who need it."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

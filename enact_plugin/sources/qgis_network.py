"""The one thread in which QGIS' network works for EnAct, several requests at once.

PyQt knows objects by their place in memory; with replies made and destroyed in several threads at once, a new one was
seen to lose its Python half to an old one of the same place. So one thread makes, reads and destroys them all. Who
asks waits elsewhere: what comes in is handed over in pieces of Python, never an object of Qt. No signal is connected to
Python, and while nothing is asked nothing of Qt is held but the network manager of the thread.
"""

from __future__ import annotations

import atexit
import contextlib
import queue
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import requests
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .qgis_main_thread import breathe, on_main_thread
from .qgis_request import failure_of, sent
from .transfer import Beginning, Transfer

NAME = "enact-network"
AT_ONCE = 16  # who fetches much limits itself (`services.gathering`, `services.check`)
AT_ONE_HOST = 6  # as Qt: further ones would wait in it, and their wait would look like the server's silence
IDLE_S = 10.0  # for which the thread waits for the next request; the next thread reads QGIS' options anew
_TICK_MS = 10  # between two looks at new requests, at those given up, and at pieces taken
_HELD_UP_S = (
    1.0  # longer than a tick ever lasts: a window of QGIS asks for a password, or about a certificate
)
_BUFFER = 1 << 20  # bytes Qt may hold of an answer before they are taken; the server waits meanwhile
_PIECE = 1 << 16
_SIGN_S = 5.0  # between two signs of life, see `_Live`
_AT_EXIT_S = 2.0


def begin(transfer: Transfer) -> None:
    """Send a request as soon as it has its turn; what comes of it, the transfer tells."""
    global _THREAD  # noqa: PLW0603 - there is one, and it comes and goes
    with _LOCK:
        if _CLOSED.is_set():
            _refuse((transfer,))
            return
        if _THREAD is None:
            _THREAD = _Network()
            _THREAD.start()
        _THREAD.jobs.put(transfer)


def end() -> None:
    """End the thread once it has nothing to do, and wait for that: what asks next finds QGIS' options read anew."""
    thread = _taken()
    if thread is not None:
        thread.jobs.put(None)
        thread.join()


def stop(wait_s: float = _AT_EXIT_S) -> None:
    """Break off what is under way and end the thread, when EnAct is unloaded; who asks afterwards is refused.

    Two threads of two states of the code would disturb each other.

    Parameters
    ----------
    wait_s : float
        For so long is waited. On the main thread its events are served meanwhile: a request may be waiting for them.
    """
    _CLOSED.set()
    thread = _taken()
    if thread is None:
        return
    thread.is_over = True
    thread.jobs.put(None)
    until = time.monotonic() + wait_s
    wait = breathe if on_main_thread() else time.sleep
    while thread.is_alive() and time.monotonic() < until:
        wait(_TICK_MS / 1000)


def resume() -> None:
    """Take requests again, when EnAct is loaded again."""
    _CLOSED.clear()


def _taken() -> _Network | None:
    """The thread, which is no longer that of requests to come."""
    global _THREAD
    with _LOCK:
        thread, _THREAD = _THREAD, None
    return thread


def _has_qt() -> bool:
    """Whether there is an application: without one, making any object of Qt may end in a crash."""
    return not (_OVER.is_set() or QCoreApplication.instance() is None or QCoreApplication.closingDown())


_LOCK = threading.Lock()
_OVER = threading.Event()
_CLOSED = threading.Event()


class _Network(threading.Thread):
    def __init__(self) -> None:
        # not waited for at the end of the program, see `_rest`
        super().__init__(name=NAME, daemon=True)
        self.jobs: queue.SimpleQueue[Transfer | None] = queue.SimpleQueue()
        self.rests = threading.Event()
        self.is_over = False

    def run(self) -> None:
        while True:
            self.rests.set()
            try:
                job = self.jobs.get(timeout=None if _OVER.is_set() else IDLE_S)
            except queue.Empty:
                if _retired(self):
                    return
                continue  # a job is on its way
            if job is None:
                return
            self.rests.clear()
            self._work(deque([job]))
            del job  # what it holds belongs to who waits, not to an idle thread

    def _work(self, waiting: deque[Transfer]) -> None:
        """Let Qt work until nothing is asked any more."""
        if not _has_qt():
            _refuse(waiting)
            return
        live: list[_Live] = []
        loop = QEventLoop()  # first: it gives the thread its clockwork
        tick = QTimer()
        tick.setInterval(_TICK_MS)
        tick.timeout.connect(loop.quit)
        tick.start()
        ended = False
        try:
            while (waiting or live) and _has_qt() and not self.is_over:
                _start_in_turn(waiting, loop, live)
                since = time.monotonic()
                loop.exec()
                held_up_s = time.monotonic() - since
                live[:] = [each for each in live if each.serve(held_up_s if held_up_s > _HELD_UP_S else 0.0)]
                with contextlib.suppress(queue.Empty):
                    while True:
                        job = self.jobs.get_nowait()
                        if job is None:
                            ended = True
                        else:
                            waiting.append(job)
        finally:
            for each in live:
                each.drop()
            _refuse((*(one.transfer for one in live), *waiting))
            sip.delete(tick)
            sip.delete(loop)
            if ended:
                self.jobs.put(None)


_THREAD: _Network | None = None


def _retired(thread: _Network) -> bool:
    global _THREAD  # noqa: PLW0603
    with _LOCK:
        if not thread.jobs.empty() or _OVER.is_set():
            return False
        if _THREAD is thread:
            _THREAD = None
        return True


def _rest() -> None:
    """Break off what is under way when Python ends: a thread still in Qt then would take the program down.

    The thread itself stays, asleep: its end would destroy a network manager after the application it belongs to.
    """
    _OVER.set()
    thread = _THREAD
    if thread is not None:
        thread.rests.wait(_AT_EXIT_S)


atexit.register(_rest)


def _refuse(transfers: Iterable[Transfer]) -> None:
    for each in transfers:
        each.hand(requests.ConnectionError("QGIS' network has ended"))


def _start_in_turn(waiting: deque[Transfer], loop: QEventLoop, live: list[_Live]) -> None:
    """Start those that have their turn; one whose host is busy lets the others pass."""
    hosts = Counter(each.transfer.host for each in live)
    for transfer in list(waiting):
        if len(live) >= AT_ONCE:
            return
        if transfer.is_given_up or hosts[transfer.host] < AT_ONE_HOST:
            waiting.remove(transfer)
            hosts[transfer.host] += 1
            _start(transfer, loop, live)


def _start(transfer: Transfer, loop: QEventLoop, live: list[_Live]) -> None:
    if transfer.is_given_up:
        return
    try:
        with _lost_as_broken():
            live.append(_Live(transfer, loop))
    except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to who waits
        transfer.hand(error.with_traceback(None))


class _Live:
    """A request under way; for the network thread only.

    QGIS breaks off after the silence its options allow, 60 s as a rule: servers that compute for longer would never
    answer, and one that waits for us to read would be left. What counts as silence is said here; so QGIS' timer is set
    back by the sign of progress it listens to. (The timer itself is not touched: to ask a reply for its children from
    Python was seen to crash.)
    """

    def __init__(self, transfer: Transfer, loop: QEventLoop) -> None:
        self.transfer = transfer
        self._heard = time.monotonic()
        self._begun = False
        self._signed = self._heard
        self._sign_s = min(_SIGN_S, QgsNetworkAccessManager.timeout() / 4000)
        self._reply: QNetworkReply | None = sent(transfer.request, transfer.authcfg)
        for news in (self._reply.metaDataChanged, self._reply.readyRead, self._reply.finished):
            news.connect(loop.quit)

    def serve(self, held_up_s: float) -> bool:
        """Hand over what came in.

        Parameters
        ----------
        held_up_s : float
            For so long the thread could not listen, which is not the server's silence.

        Returns
        -------
        bool
            Whether there is more to come; where not, Qt's objects are destroyed.
        """
        self._heard += held_up_s
        more = False
        try:
            if not self.transfer.is_given_up:
                with _lost_as_broken():
                    more = self._pass_on()
        except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to who waits
            # without the frames: what they hold was made in this thread and must end in it
            self.transfer.hand(error.with_traceback(None))
        finally:
            if not more:
                self.drop()
        return more

    def drop(self) -> None:
        """Break off what is not finished and destroy Qt's object, here and now: nothing is left for later."""
        reply, self._reply = self._reply, None
        if reply is None or sip.isdeleted(reply):
            return
        if not reply.isFinished():
            reply.abort()  # destroyed only, it would leave the connection open
        if not sip.isdeleted(reply):
            sip.delete(reply)

    def _pass_on(self) -> bool:
        self._give_sign()
        if not self._begun and not self._begins():
            return True
        reply = self._reply
        while reply.bytesAvailable():
            self._heard = time.monotonic()
            room = self.transfer.room
            if room <= 0:
                return True
            self.transfer.hand(bytes(reply.read(min(room, _PIECE)) or b""))
        if reply.isFinished():
            self._refuse_failure()
            self.transfer.hand(None)
            return False
        self._refuse_silence()
        return True

    def _begins(self) -> bool:
        """Whether the beginning of the answer is there."""
        reply = self._reply
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status is None:
            if reply.isFinished():
                self._refuse_failure()
                raise requests.ConnectionError(reply.errorString())
            self._refuse_silence()
            return False
        if not reply.isFinished():
            # not before: where a proxy turns the request away, Qt 5 sets the size of a buffer that is gone, and crashes
            reply.setReadBufferSize(_BUFFER)
        reason = reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or ""
        headers = tuple(
            (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
            for name, value in reply.rawHeaderPairs()
        )
        self._begun = True
        self._heard = time.monotonic()
        self.transfer.hand(Beginning(int(status), str(reason), headers))
        return True

    def _give_sign(self) -> None:
        now = time.monotonic()
        if now - self._signed > self._sign_s and not self._reply.isFinished():
            self._signed = now
            self._reply.downloadProgress.emit(0, -1)

    def _refuse_failure(self) -> None:
        failure = failure_of(self._reply)
        if failure is not None:
            raise failure

    def _refuse_silence(self) -> None:
        if time.monotonic() - self._heard > self.transfer.idle_s:
            raise requests.ReadTimeout(f"silent for {self.transfer.idle_s:g} s")


@contextmanager
def _lost_as_broken() -> Iterator[None]:
    """A reply whose Python half was lost all the same is a connection that broke: ask again."""
    try:
        yield
    except RuntimeError as error:
        if "has been deleted" not in str(error):
            raise
        raise requests.ConnectionError(str(error)) from None

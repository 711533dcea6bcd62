"""Asking a server: redirects, repetitions, a deadline for the whole, cancel, and errors that name the host."""

from __future__ import annotations

import io
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Callable, TypeVar
from urllib.parse import urljoin, urlsplit

import requests

from ..errors import Canceled, EnactError
from ..progress import SILENT, Progress
from . import problems, reach
from .exchange import Exchange, Head, encoding_of, sleep, whole_number
from .services.answers import said_in

T = TypeVar("T")
_REDIRECTS = (301, 302, 303, 307, 308)
_SAME_QUESTION = (307, 308)  # the others lead to where the answer to a form is to be got
_NO_BODY = 304
_REASON = 4 << 10  # bytes of an error answer that are read
_REASON_S = 1.0  # and how long is waited for them
_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True)
class Limits:
    """How patient to be with a server, and how much to take from it.

    Attributes
    ----------
    connect_s, idle_s : float
        Seconds to connect; seconds of silence after which a connection counts as broken.
    attempts : int
        How often to ask in all.
    first_pause_s, most_pause_s : float
        Pause before the second attempt, doubled before each further one up to the most; half of it is chance, so that
        many users who were sent away at once do not come back at once.
    most_bytes : int
        Largest answer to take into memory.
    redirects : int
    """

    connect_s: float = 10.0
    idle_s: float = 30.0
    attempts: int = 4
    first_pause_s: float = 0.5
    most_pause_s: float = 20.0
    most_bytes: int = 256 << 20
    redirects: int = 10


LIMITS = Limits()


@dataclass(frozen=True)
class Question:
    """What is asked of a server.

    Attributes
    ----------
    url : str
        http or https.
    params : mapping or None
    headers : mapping, callable or None
        A callable is asked before each attempt: what an attempt brought may change what the next one asks for.
    form : mapping or None
        What is too long for an address: sent as a form. It must be a question all the same, because it is sent again
        where the connection breaks.
    """

    url: str
    params: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None
    form: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Answer:
    """A whole answer.

    Attributes
    ----------
    status : int
        2xx.
    headers : mapping
    content : bytes
    url : str
        Where it came from after redirects.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    url: str


@dataclass(frozen=True)
class Reply:
    """An answer whose content is still to come; may be left at any time."""

    head: Head
    chunks: Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class _Order:
    """What is asked, and until when."""

    session: requests.Session
    question: Question
    limits: Limits
    progress: Progress
    deadline_s: float
    end: float

    def check(self) -> None:
        """Leave after a cancel or past the deadline."""
        if self.progress.is_canceled():
            raise Canceled
        if time.monotonic() >= self.end:
            raise problems.too_late(self.question.url, self.deadline_s)

    @property
    def left_s(self) -> float:
        return self.end - time.monotonic()


class _Busy(Exception):
    """The server asks to come back later."""

    def __init__(self, status: int, url: str, wait_s: float) -> None:
        self.status = status
        self.url = url
        self.wait_s = wait_s
        super().__init__(status)


def fetch(
    session: requests.Session,
    url: str,
    *,
    params: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
    deadline_s: float = 60.0,
    limits: Limits = LIMITS,
    progress: Progress = SILENT,
) -> Answer:
    """Fetch an address as a whole.

    Parameters
    ----------
    session : requests.Session
        See `session.open_session`.
    url : str
        http or https.
    params, headers : mapping or None
    form : mapping or None
        See `Question`.
    deadline_s : float
        Seconds for everything: redirects, repetitions, pauses, the whole content.
    limits : Limits
    progress : Progress
        A cancel ends the request within a second.

    Returns
    -------
    Answer

    Raises
    ------
    Canceled
    EnactError
        ``source_address``, ``source_name``, ``source_proxy``, ``source_proxy_login``, ``source_certificate``,
        ``source_certificate_date``, ``source_authentication``,
        ``source_timeout``, ``source_unreachable``, ``source_busy``, ``source_refused``, ``source_missing``,
        ``source_status``, ``source_redirects``, ``source_redirect_insecure``, ``source_too_large``.
    """

    def whole(reply: Reply) -> Answer:
        content = io.BytesIO()
        size = size_of(reply.head)
        for chunk in reply.chunks():
            if content.tell() + len(chunk) > limits.most_bytes:
                raise EnactError(
                    "source_too_large", host=problems.host_of(reply.head.url), size=limits.most_bytes >> 20
                )
            content.write(chunk)
            if size:
                progress(content.tell() / size)
        return Answer(reply.head.status, reply.head.headers, content.getvalue(), reply.head.url)

    question = Question(url, params, headers, form)
    return ask(session, question, whole, deadline_s=deadline_s, limits=limits, progress=progress)


def ask(
    session: requests.Session,
    question: Question,
    use: Callable[[Reply], T],
    *,
    deadline_s: float = 60.0,
    limits: Limits = LIMITS,
    progress: Progress = SILENT,
) -> T:
    """Ask a server and use its answer while it comes in.

    Parameters
    ----------
    use : callable
        Given the reply; called again when the connection breaks while it reads, so it must be able to start anew.
    question : Question
    session, deadline_s, limits, progress
        See `fetch`.

    Returns
    -------
    what `use` returns

    Raises
    ------
    Canceled, EnactError
        See `fetch`; and what `use` raises.
    """
    url = question.url
    order = _Order(session, question, limits, progress, deadline_s, time.monotonic() + deadline_s)
    pause_s = limits.first_pause_s
    attempts = 1 if reach.was_unreachable(url) else limits.attempts
    for attempt in range(1, attempts + 1):
        has_answered = False
        try:
            with _answered(order) as reply:
                has_answered = True
                return use(reply)
        except _Busy as busy:
            problem: EnactError = problems.of_status(busy.status, busy.url)
            wait_s = max(busy.wait_s, _with_chance(pause_s))
        except (requests.RequestException, UnicodeError) as error:
            problem = problems.of_failure(error, url, limits.idle_s)
            problem.__cause__ = error
            if not (isinstance(error, Exception) and problems.may_pass(error)):
                if not has_answered:
                    reach.note_failure(url, problem)
                raise problem from error
            wait_s = _with_chance(pause_s)
        if attempt == attempts or wait_s >= order.left_s:
            if not has_answered:
                reach.note_failure(url, problem)
            raise problem
        sleep(session, url, wait_s, order.check)
        pause_s = min(2 * pause_s, limits.most_pause_s)
    raise problems.too_late(url, deadline_s)


def size_of(head: Head) -> int:
    """Bytes to come as the server says; 0 where it does not, or where they are compressed for the way."""
    promised = whole_number(head.headers.get("Content-Length", ""))
    return promised if promised and not encoding_of(head.headers) else 0


def _with_chance(pause_s: float) -> float:
    return pause_s * (0.5 + 0.5 * _CHANCE.random())


@contextmanager
def _answered(order: _Order) -> Iterator[Reply]:
    """One attempt: follow redirects to an answer that is a success."""
    question = _settled(order.question)
    for _ in range(order.limits.redirects + 1):
        request = _prepared(order, question)
        with Exchange(order.session, request, _timeouts(order), order.check) as exchange:
            head = _head(exchange, question.url)
            reach.note_answer(order.question.url)
            location = head.headers.get("Location") if head.status in _REDIRECTS else None
            if location is None:
                _refuse(head, exchange)
                yield Reply(head, exchange.chunks)
                return
        question = _followed(order, question, request.url or "", head.status, location)
    raise EnactError(
        "source_redirects", host=problems.host_of(order.question.url), value=problems.shown(question.url)
    )


def _head(exchange: Exchange, url: str) -> Head:
    try:
        return exchange.head()
    except ValueError as error:
        if isinstance(error, (UnicodeError, requests.RequestException)):
            raise
        # requests has read where a redirect leads, which is no address
        raise EnactError("source_redirects", host=problems.host_of(url), value="?") from error


def _settled(question: Question) -> Question:
    headers = question.headers
    return replace(question, headers=dict(headers() if callable(headers) else headers or {}))


def _timeouts(order: _Order) -> tuple[float, float]:
    left_s = max(order.left_s, 0.01)
    return min(order.limits.connect_s, left_s), min(order.limits.idle_s, left_s)


def _prepared(order: _Order, question: Question) -> requests.PreparedRequest:
    order.check()
    url = question.url
    if urlsplit(url).scheme.lower() not in ("http", "https") or not problems.host_of(url):
        raise EnactError("source_address", value=problems.shown(url))
    method = "GET" if question.form is None else "POST"
    request = requests.Request(
        method, url, headers=question.headers, params=question.params, data=question.form
    )
    return order.session.prepare_request(request)


def _followed(order: _Order, question: Question, here: str, status: int, location: str) -> Question:
    """What to ask where a redirect points to; who logs in here does not log in there."""
    try:
        there = urljoin(here, location)
        scheme = urlsplit(there).scheme
    except ValueError as error:  # from a transport that is not requests' own
        host, value = problems.host_of(here), problems.shown(location)
        raise EnactError("source_redirects", host=host, value=value) from error
    if urlsplit(here).scheme == "https" and scheme == "http":
        raise EnactError(
            "source_redirect_insecure", host=problems.host_of(here), target=problems.host_of(there)
        )
    headers = _settled(question).headers
    if order.session.should_strip_auth(here, there):
        headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
    return Question(there, headers=headers, form=question.form if status in _SAME_QUESTION else None)


def _refuse(head: Head, exchange: Exchange) -> None:
    if head.status in problems.BUSY:
        raise _Busy(head.status, head.url, _wait_asked(head.headers.get("Retry-After", "")))
    if not (200 <= head.status < 300 or head.status == _NO_BODY):
        said = said_in(exchange.beginning(_REASON, _REASON_S))
        raise problems.of_status(head.status, head.url, said)


def _wait_asked(text: str) -> float:
    """Seconds a server asks to wait: a number, or a date."""
    seconds = whole_number(text)
    if seconds is not None:
        return float(seconds)
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=timezone.utc)
    return max((until - datetime.now(timezone.utc)).total_seconds(), 0.0)

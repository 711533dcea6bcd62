"""Ask a service for one box, and put what it says into files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Callable

from ...errors import EnactError
from ...progress import Progress
from ..problems import host_of
from .client import Box, Client, Page
from .kept import Kept
from .tiles import Answer, PageFile

_EMPTY = 3  # pages without an object in a row, after which no more are asked for
_BEYOND = 50_000  # objects above what a box should hold at most: a server that never ends
_MOST = 1_000_000  # where nobody says how many there should be


@dataclass(frozen=True)
class Question:
    """How a box is asked.

    Attributes
    ----------
    counting : bool
        Whether to ask first how many objects there are.
    capacity : int or None
        Most objects to fetch; None for all.
    anyway : bool
        Whether to fetch even where the service counts none.
    whole_file : bool
        The service delivers files that are kept as they are; what they hold is not judged.
    unless : str
        Validator of the answer in the cache.
    doubts : callable or None
        Whether the service may have cut an answer off and counted no further than that; None not to look.
    """

    counting: bool = True
    capacity: int | None = None
    anyway: bool = False
    whole_file: bool = False
    unless: str = ""
    doubts: Callable[[Box, Answer, Progress], bool] | None = None


def ask(client: Client, box: Box | None, question: Question, kept: Kept, progress: Progress) -> Answer:
    """Count the objects of a box, and fetch them where they are not too many.

    Raises
    ------
    Canceled, EnactError
        As the client; ``service_no_end``, ``cache_unwritable``.
    """
    counts = question.counting and not question.whole_file
    count = None
    if counts and not question.unless:
        count = client.count(box, progress.silent())
        if count == 0 and not question.anyway:
            return Answer(count=0)
        if count is not None and question.capacity is not None and count > question.capacity:
            return Answer(count=count)
    reader = _Reader(client, kept, question.whole_file, count)
    try:
        if not reader.read(box, progress, question.unless):
            return Answer(count=count, fetched=True, unchanged=True)
        if counts and question.unless:
            count = client.count(box, progress.silent())
        answer = reader.answer(count)
        if question.doubts is not None and question.doubts(box, answer, progress.silent()):
            answer = replace(answer, doubtful=True)
    except BaseException:
        kept.drop(file.name for file in reader.files)
        raise
    return answer


class _Reader:
    """Reads the pages of a box, and notices when they repeat themselves."""

    def __init__(self, client: Client, kept: Kept, whole_file: bool, count: int | None) -> None:
        self._client = client
        self._kept = kept
        self._whole_file = whole_file
        self._count = count
        self._rows: set[bytes] = set()
        self._more: Counter[bytes] = Counter()  # how often objects stand on one page beyond the first time
        self._raw = 0
        self._stuck = self._mixed = False
        self._validator = ""
        self.files: list[PageFile] = []

    def read(self, box: Box | None, progress: Progress, unless: str) -> bool:
        """Take pages until the service ends, or does not go on; False where the answer in the cache holds."""
        empty = 0
        inner = progress if self._whole_file else progress.silent()
        for page in self._client.pages(box, inner, unless):
            if page.unchanged:
                return False
            if self._whole_file or page.path is not None:
                self._keep(page)
                continue
            fresh = set(page.rows) - self._rows
            empty = 0 if page.rows else empty + 1
            if (page.rows and not fresh) or empty > _EMPTY:
                self._stuck = True
                break
            if fresh:
                self._take(page, fresh)
                progress(min(len(self._rows) / self._count, 1.0) if self._count else 0.0)
        return True

    def _take(self, page: Page, fresh: set[bytes]) -> None:
        distinct = set(page.rows)
        self._mixed = self._mixed or len(fresh) < len(distinct)
        if len(distinct) < len(page.rows):
            self._more |= Counter({row: times - 1 for row, times in Counter(page.rows).items()})
        self._rows |= fresh
        self._raw += len(page.rows)
        self._keep(page)
        if self._raw > (_MOST if self._count is None else 4 * self._count + _BEYOND):
            service = self._client.service
            raise EnactError(
                "service_no_end", service=service.title, host=host_of(service.url), rows=self._raw
            )

    def _keep(self, page: Page) -> None:
        self._validator = page.validator if not self.files else ""
        self.files.append(self._kept.keep(page, self._client.suffix))

    def answer(self, count: int | None) -> Answer:
        """What came, all in all."""
        return Answer(
            count=count,
            fetched=True,
            files=tuple(self.files),
            rows=frozenset(self._rows),
            raw=self._raw,
            delivered=len(self._rows) + sum(self._more.values()),
            stuck=self._stuck,
            mixed=self._mixed,
            validator=self._validator,
        )

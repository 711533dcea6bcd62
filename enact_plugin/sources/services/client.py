"""What every protocol's client can do; `collect` builds completeness, resuming and cancelling on it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ...errors import EnactError
from ...progress import SILENT, Progress
from .guard import reading
from .service import Service

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

T = TypeVar("T")
Box = tuple[float, float, float, float]  # west, south, east, north: x first, whatever the CRS says


@dataclass(frozen=True)
class Page:
    """One answer with objects.

    Attributes
    ----------
    content : bytes
        As it came; a file of its own that OGR can read. Empty where `unchanged`.
    rows : tuple of bytes
        One digest for each object, of what it says without what a server makes anew each time (gml:id, fid,
        OBJECTID, time stamps), so that the same object on two pages has the same digest.
    validator : str
        ETag or Last-Modified of the answer, for `Client.pages`; empty where the server gave none.
    unchanged : bool
        The server says that it would answer as it did when it gave the validator.
    path : Path or None
        Instead of `content`, for what is too large for memory: a whole file in `Client.folder`, which `collect` takes
        over.
    """

    content: bytes
    rows: tuple[bytes, ...]
    validator: str = ""
    unchanged: bool = False
    path: Path | None = None


class TooMuch(EnactError):
    """A box holds more than the service delivers at once; smaller boxes may help, and are asked by `collect`."""


@dataclass(frozen=True)
class Probe:
    """What one look at a service told.

    Attributes
    ----------
    title : str
        Of the layer, in the service's words.
    objects : int or None
        How many it holds; None where it does not tell.
    fields : tuple of str
        Fields of one object.
    licence : str
        What it says of fees, licence and rights, shortened; empty for nothing.
    """

    title: str
    objects: int | None
    fields: tuple[str, ...]
    licence: str


@dataclass(frozen=True)
class LayerInfo:
    """A layer that a service offers.

    Attributes
    ----------
    name : str
        As `Service.name`.
    title : str
    """

    name: str
    title: str


def _guarded(method: Callable[..., T]) -> Callable[..., T]:
    @wraps(method)
    def safe(self: Client, *args: Any, **named: Any) -> T:
        with reading(self.service):
            return method(self, *args, **named)

    return safe


def _guarded_pages(method: Callable[..., Iterator[Page]]) -> Callable[..., Iterator[Page]]:
    @wraps(method)
    def safe(self: Client, *args: Any, **named: Any) -> Iterator[Page]:
        with reading(self.service):
            yield from method(self, *args, **named)

    return safe


class Client(ABC):
    """One layer of one service, opened: its capabilities are known.

    Parameters
    ----------
    service : Service

    Attributes
    ----------
    crs : str
        Of boxes and of the pages' coordinates.
    suffix : str
        Of the files, with the dot: what OGR knows them by.
    parallel : int
        Requests at once, at most.
    limit : int
        Objects one answer holds at most, as the service declares or the client asks; 0 where nobody says.
    least_limit : int
        No service gives out fewer objects than that where there are more.
    tells_cuts : bool
        Whether an answer that is not all there is says so, or is an error.
    smallest : float
        Side of the smallest box that is asked, in units of the CRS.
    folder : Path or None
        Where large files may be put; set by `collect` before it asks, the same for the same order each time, so that
        a download can be gone on with.
    """

    crs: str = ""
    suffix: str = ""
    parallel: int = 4
    limit: int = 0
    least_limit: int = 50
    tells_cuts: bool = False
    smallest: float = 10.0
    folder: Path | None = None

    def __init__(self, service: Service) -> None:
        self.service = service

    def __init_subclass__(cls, **options: Any) -> None:
        """Guard what each protocol reads: an answer nobody foresaw is an error of the service (`guard`)."""
        super().__init_subclass__(**options)
        for name, guarded in (("count", _guarded), ("probe", _guarded), ("pages", _guarded_pages)):
            if name in cls.__dict__:
                setattr(cls, name, guarded(cls.__dict__[name]))

    @abstractmethod
    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """Objects in a box (None: everywhere); None where the service does not tell or is not to be believed.

        Raises
        ------
        Canceled, EnactError
        """

    @abstractmethod
    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """Yield the pages of a box; ends where the service says or shows that there are no more.

        Pages may repeat objects, hold none, or end too early: `collect` notices, and asks for smaller boxes. An answer
        that is broken off, an error document or a web page is an error, not a page.

        Parameters
        ----------
        box : Box or None
        progress : Progress
            For cancelling.
        unless : str
            `Page.validator` of the answer in the cache.

        Raises
        ------
        Canceled, EnactError
            `source_…` of the way, `service_…` of the answer.
        TooMuch
            Where the service says so.
        """

    @abstractmethod
    def probe(self, progress: Progress = SILENT) -> Probe:
        """Look at the capabilities and one object, as cheaply as it goes.

        Raises
        ------
        Canceled, EnactError
        """

    def boxes(self, area: BaseGeometry) -> list[Box] | None:
        """Boxes that are asked for an area in `crs`, where the service itself is cut in tiles; None: any box will do.

        Such boxes are never split.
        """
        return None

"""What the answers of a service tell together: where it cuts off, and which answers are all there is."""

from __future__ import annotations

from dataclasses import replace

from ...errors import Canceled, EnactError
from ...progress import Progress
from .client import Box, Client
from .tiles import Answer, Tile, brings_more, clusters_of, proves_something, quarters, side

_HEAVY = 2  # quarters with as many objects as the box itself, after which counts are not believed
_THIN = 1e-9  # of the larger coordinate: strips that hold what meets a line, and little else


class Evidence:
    """What is known of how a service counts and cuts off.

    Parameters
    ----------
    client : Client

    Attributes
    ----------
    counting : bool
        Whether its counts are believed.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self.counting = True
        self._most_raw = 0  # objects in the largest answer: what is smaller was not cut off by a limit
        self._most_counted = 0  # what is less was not counted only so far
        self._cuts: set[int] = set()  # numbers of objects after which it was seen to cut off

    @property
    def most_raw(self) -> int:
        """Objects of the largest answer."""
        return self._most_raw

    def see(self, answer: Answer) -> None:
        """Take an answer into account."""
        self._most_raw = max(self._most_raw, answer.raw)
        self._most_counted = max(self._most_counted, answer.count or 0)

    def can_cut(self, tile: Tile) -> bool:
        """Whether smaller boxes may be asked."""
        return tile.cuttable and tile.box is not None and side(tile.box) >= 2 * self._client.smallest

    def counts_without_the_box(self, tile: Tile) -> bool:
        """Whether a quarter with as many objects as the box shows, with others, that counts heed no box.

        Parameters
        ----------
        tile : Tile
            A quarter that was counted.
        """
        parent = tile.parent
        if parent is None or parent.answer is None or not self.counting:
            return False
        parent.heavy += (tile.answer.count or 0) >= (parent.answer.count or 0)
        return parent.heavy >= _HEAVY

    def doubts(self, box: Box, answer: Answer, progress: Progress) -> bool:
        """Whether the service may have cut an answer off and counted no further than that.

        Where there is no count to ask, an answer as large as the largest is in doubt. Asks the service; may be called
        from any thread.

        Raises
        ------
        Canceled
        """
        client = self._client
        if client.tells_cuts or answer.raw < client.least_limit:
            return False
        if not answer.count:
            return answer.raw >= self._most_raw
        if answer.delivered != answer.count or answer.count < self._most_counted:
            return False  # what falls short of its count is asked in quarters anyway
        try:
            return _quarters_count_more(client, box, answer.count, progress)
        except Canceled:
            raise
        except EnactError:
            return True  # it does not count small boxes: their objects show

    def weighed(self, answer: Answer) -> Answer:
        """The answer, in doubt where the service was seen to cut off after so many objects."""
        return replace(answer, doubtful=True) if self._cuts & {answer.raw, answer.delivered} else answer

    def is_whole(self, answer: Answer) -> bool:
        """Whether nothing speaks against an answer's being all there is."""
        if answer.doubtful:
            return False
        return answer.is_whole(self._client.limit) or self._is_smaller_than_a_limit(answer)

    def _is_smaller_than_a_limit(self, answer: Answer) -> bool:
        """Whether a larger answer has come from this service, so that this one was not cut off by a limit.

        Only where the service does not count: one wrong count does not make the others wrong, and an answer that falls
        short of its count is asked in quarters.
        """
        odd = answer.mixed or answer.stuck or answer.looks_cut(self._client.limit)
        return answer.count is None and not odd and answer.raw < self._most_raw

    def is_whole_though_odd(self, tile: Tile) -> bool:
        """Whether an answer that cannot be checked in smaller boxes is accepted."""
        answer = tile.answer
        limited = bool(answer.raw) and (answer.raw == self._client.limit or answer.raw in self._cuts)
        if answer.count is not None and not answer.is_short and not limited:
            return True  # as many as it counts, which happens to be a round number
        if answer.stuck or answer.mixed or limited:
            return False
        return tile.box is None or (answer.count is None and not answer.looks_cut(self._client.limit))

    def quarters_agree(self, tile: Tile) -> bool:
        """Whether the answers of its quarters, which are all there, show a box's answer to be all there is."""
        limit = self._client.limit
        proves = all(
            child.answer is not None and proves_something(child.answer, limit) for child in tile.children
        )
        if brings_more(tile):
            if tile.answer.doubtful:
                self._cuts.update((tile.answer.raw, tile.answer.delivered))
            return False
        clusters = clusters_of(tile, limit)
        for cluster in clusters if tile.answer.doubtful else ():
            cluster.answer = replace(cluster.answer, doubtful=True)
        return proves and not clusters


def _quarters_count_more(client: Client, box: Box, count: int, progress: Progress) -> bool:
    """Whether the counts of smaller boxes contradict that of a box.

    An honest count of a box is that of its quarters less what stands in several of them, which are the objects on the
    lines between.
    """
    while side(box) >= 2 * client.smallest:
        parts = quarters(box)
        counts = [client.count(part, progress) for part in parts]
        if None in counts or sum(counts) < count:
            return True
        if sum(counts) > count:
            on_lines = [client.count(line, progress) or 0 for line in _lines(box)]
            # a line with as many as the box may be counted no further than the box
            return max(on_lines) >= count or sum(counts) - sum(on_lines) > count
        if max(counts) < count:
            return False
        box = parts[counts.index(count)]  # all in one quarter: it shows further in
    return False


def _lines(box: Box) -> list[Box]:
    """The two lines between the quarters of a box, and the point where they cross: what meets two stands on a line."""
    west, south, east, north = box
    x, y = (west + east) / 2, (south + north) / 2
    thin = max(map(abs, box)) * _THIN
    return [
        (x - thin, south, x + thin, north),
        (west, y - thin, east, y + thin),
        (x - thin, y - thin, x + thin, y + thin),
    ]

"""What a person says of a source besides where it is: its field mapping and its origin."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

# as they are cited; the first ones are those of German administrations
LICENCES = ("dl-de/by-2-0", "dl-de/zero-2-0", "CC BY 4.0", "CC0 1.0", "ODbL-1.0")


@dataclass(frozen=True)
class SourceFacts:
    """Mapping and origin of one source; all empty when nothing was said.

    Attributes
    ----------
    mapping : str
        JSON as the parameter MAPPING takes it.
    licence, attribution : str
        As they are cited and printed.
    state_date : str
        ISO date.
    """

    mapping: str = ""
    licence: str = ""
    attribution: str = ""
    state_date: str = ""

    def __bool__(self) -> bool:
        return self != SourceFacts()

    def as_item(self) -> dict[str, Any]:
        """What was said, as SOURCE_FACTS and HEATPLAN take it; the mapping as an object."""
        said = {name: value for name, value in vars(self).items() if value}
        if self.mapping:
            said["mapping"] = json.loads(self.mapping)
        return said

    @classmethod
    def from_item(cls, item: dict[str, Any]) -> SourceFacts:
        """Reverse `as_item`; keys of others are passed over."""
        mapping = item.get("mapping") or ""
        if mapping and not isinstance(mapping, str):
            mapping = json.dumps(mapping, ensure_ascii=False)
        texts = {name: str(item.get(name) or "") for name in ("licence", "attribution", "state_date")}
        return cls(mapping=mapping, **texts)


NOTHING_SAID = SourceFacts()

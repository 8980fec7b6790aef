"""Open data. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from eedraws.structured.writing import Node, without_blanks

TYPES = {"csv": "text/csv", "json": "application/json"}


class File(NamedTuple):
    """A download: what it holds, its whole address, csv or json."""

    name: str
    address: str
    format: str


@dataclass(frozen=True)
class Table:
    """What a page offers to download; `first` and `last` are the days that it spans, `last` None where it goes on.

    `variables` are what its columns or files are called; `sources` the addresses that the facts come from.
    """

    page: str
    name: str
    description: str
    files: Sequence[File]
    first: date
    last: date | None
    changed: date
    variables: Sequence[str] = ()
    sources: Sequence[str] = ()
    keywords: Sequence[str] = field(default_factory=tuple)


def dataset(table: Table, publisher: Node, licence: str) -> Node:
    return without_blanks(
        {
            "@type": "Dataset",
            "@id": f"{table.page}#data",
            "name": table.name,
            "description": table.description,
            "url": table.page,
            "license": licence,
            "isAccessibleForFree": True,
            "creator": publisher,
            "isBasedOn": list(table.sources),
            "keywords": list(table.keywords),
            "temporalCoverage": f"{table.first}/{table.last or '..'}",
            "spatialCoverage": {"@type": "Country", "name": "Canada"},
            "dateModified": table.changed.isoformat(),
            "variableMeasured": list(table.variables),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.name,
                    "contentUrl": file.address,
                    "encodingFormat": TYPES[file.format],
                }
                for file in table.files
            ],
        }
    )

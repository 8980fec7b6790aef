"""Where a page stands. Pure: no Django."""

from collections.abc import Sequence
from urllib.parse import urljoin

from eedraws.structured.writing import Node


def breadcrumbs(crumbs: Sequence[Sequence[object]], page: str) -> Node:
    """The visible way to the page at the address `page`: labels, each with its path; the page itself has none."""
    items = []
    for position, (label, *path) in enumerate(crumbs, start=1):
        address = urljoin(page, str(path[0])) if path and path[0] else page
        items.append({"@type": "ListItem", "position": position, "name": str(label), "item": address})
    return {"@type": "BreadcrumbList", "itemListElement": items}

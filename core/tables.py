"""Rows of open data as files: CSV that no spreadsheet runs, and JSON that says where it comes from."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse
from ninja import Schema

# A spreadsheet takes text that begins so for a formula, some after spaces, some in the wide letters of East Asia; what it
# makes of a control character at the beginning differs from one to the next.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def cell(value: Any) -> Any:
    """Return what stands in a CSV file for a value: nothing for null, and text that is no formula.

    Numbers stay numbers; a list is its members with a space between.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Write rows as RFC 4180 with a header."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def download(name: str, format: str, schema: type[Schema], objects: Iterable, about: Mapping) -> HttpResponse:
    """Return `objects`, each told by `schema`, as the file eedraws-<name>.<format>.

    `about` stands before the rows of a JSON file: what they are, whose, and how fresh.
    """
    rows = [schema.model_validate(item).model_dump(mode="json") for item in objects]
    if format == "csv":
        content = as_csv(list(schema.model_fields), rows)
        response = HttpResponse(content, content_type="text/csv; charset=utf-8; header=present")
    else:
        content = {**about, "count": len(rows), "items": rows}
        response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="eedraws-{name}.{format}"'
    return response

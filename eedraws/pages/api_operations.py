"""The operations of the API in readers' words, out of its own OpenAPI document. Pure: no Django."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

# What a program calls them, in words.
KINDS = {
    "integer": "whole number",
    "boolean": "true or false",
    "string": "text",
    "number": "number",
    "null": "null",
}
FORMATS = {"date": "day", "date-time": "moment"}
JSON = "application/json"


class Parameter(NamedTuple):
    """A part of an address or of its query; `default` is "" where there is none."""

    name: str
    kind: str
    meaning: str
    default: str
    in_path: bool


class Field(NamedTuple):
    """A field of an answer."""

    name: str
    kind: str
    meaning: str


class Operation(NamedTuple):
    """What can be asked at an address; `fields` are of each item where the answer is a list, by pages."""

    anchor: str
    path: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Field, ...]
    is_list: bool


def operations(document: Mapping[str, Any]) -> list[Operation]:
    """Return the operations of an OpenAPI document in its order."""
    schemas = document["components"]["schemas"]
    return [
        _operation(path, methods["get"], schemas)
        for path, methods in document["paths"].items()
        if "get" in methods
    ]


def _operation(path: str, said: Mapping[str, Any], schemas: Mapping[str, Any]) -> Operation:
    answer = _resolved(said["responses"][next(iter(said["responses"]))]["content"][JSON]["schema"], schemas)
    items = answer.get("properties", {}).get("items")
    item = _resolved(items["items"], schemas) if items else answer
    title, description = said["summary"], said.get("description", "")
    return Operation(
        said["operationId"].rpartition("api_")[2].replace("_", "-"),
        path,
        title,
        "" if description.rstrip(".") == title else description,
        tuple(_parameters(said.get("parameters", ()))),
        tuple(
            Field(name, kind_of(field), meaning_of(field))
            for name, field in item.get("properties", {}).items()
        ),
        items is not None,
    )


def _parameters(said: Any) -> Iterator[Parameter]:
    for each in said:
        schema = each["schema"]
        default = schema.get("default")
        yield Parameter(
            each["name"],
            kind_of(schema),
            each.get("description", ""),
            "" if default is None else str(default),
            each["in"] == "path",
        )


def _resolved(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    return schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def meaning_of(schema: Mapping[str, Any]) -> str:
    return str(schema.get("description", ""))


def kind_of(schema: Mapping[str, Any]) -> str:
    """Say of what kind a value is: "day", "whole number from 1 to 500", "list of text", "text or null"."""
    if "anyOf" in schema:
        return " or ".join(kind_of(each) for each in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"])
    if "$ref" in schema or schema.get("type") == "object":
        return "object"
    if schema.get("type") == "array":
        return f"list of {kind_of(schema['items'])}"
    kind = FORMATS.get(schema.get("format", "")) or KINDS.get(schema.get("type", ""), "")
    if "minimum" in schema and "maximum" in schema:
        return f"{kind} from {schema['minimum']:,} to {schema['maximum']:,}"
    return kind

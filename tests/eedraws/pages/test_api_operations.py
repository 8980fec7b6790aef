"""The page of the API says what its OpenAPI document says, in words and without a script."""

import re

import pytest

from eedraws.pages.api_operations import Field, Parameter, kind_of, operations

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "integer"}, "whole number"),
        ({"type": "integer", "minimum": 1, "maximum": 1000000}, "whole number from 1 to 1,000,000"),
        ({"type": "string", "format": "date"}, "day"),
        ({"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}, "moment or null"),
        ({"type": "string", "enum": ["general", "program"]}, "general, program"),
        ({"type": "array", "items": {"type": "string"}}, "list of text"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Item"}}, "list of object"),
        ({"type": "boolean"}, "true or false"),
    ],
)
def test_kinds_are_said_in_words(schema, kind):
    assert kind_of(schema) == kind


def test_operations_are_those_of_the_document():
    reference = "#/components/schemas/"
    document = {
        "paths": {
            "/things": {
                "get": {
                    "operationId": "shelf_api_list_things",
                    "summary": "Things",
                    "description": "Things.",
                    "parameters": [
                        {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
                        {"name": "key", "in": "path", "description": "Which.", "schema": {"type": "string"}},
                    ],
                    "responses": {
                        "200": {"content": {"application/json": {"schema": {"$ref": f"{reference}Page"}}}}
                    },
                }
            },
            "/sent": {"post": {}},
        },
        "components": {
            "schemas": {
                "Page": {"properties": {"items": {"type": "array", "items": {"$ref": f"{reference}Thing"}}}},
                "Thing": {"properties": {"name": {"type": "string", "description": "How it is called."}}},
            }
        },
    }
    [operation] = operations(document)
    assert (operation.anchor, operation.path, operation.title) == ("list-things", "/things", "Things")
    assert operation.is_list
    assert operation.description == ""
    assert operation.parameters == (
        Parameter("page", "whole number", "", "1", False),
        Parameter("key", "text", "Which.", "", True),
    )
    assert operation.fields == (Field("name", "text", "How it is called."),)


def test_the_page_has_every_address_parameter_and_field_and_needs_no_script(client):
    document = client.get("/api/v1/openapi.json").json()
    text = client.get("/api/v1/docs").text
    said = set(re.findall(r"<code>([^<]+)</code>", text))
    for path, methods in document["paths"].items():
        assert f"GET {path}" in said
        assert {parameter["name"] for parameter in methods["get"].get("parameters", [])} <= said
    for name in ("RoundRow", "PoolRow", "CategoryRow", "VersionRow", "ListingRow", "OccupationRow", "Record"):
        assert set(document["components"]["schemas"][name]["properties"]) <= said, name
    assert "swagger" not in text
    assert set(re.findall(r'<li><a href="#([a-z-]+)">', text)) == set(
        re.findall(r'<h3 id="([a-z-]+)">', text)
    )

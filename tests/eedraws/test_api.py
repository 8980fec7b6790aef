"""The API as a whole: its document, what it promises to programs, what it refuses and how."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from openapi_spec_validator import validate

from eedraws.api import api

pytestmark = pytest.mark.django_db

LISTS = ["rounds", "pool", "categories", "versions", "listings", "occupations"]
SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json()


def test_the_document_is_openapi_3_1(document):
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert document["info"]["version"] == "1.0.0"
    assert set(document["paths"]) > {f"/api/v1/{name}" for name in LISTS}


def test_every_operation_only_reads_is_described_and_names_its_problems(document):
    for path, methods in document["paths"].items():
        assert set(methods) == {"get"}, path
        operation = methods["get"]
        assert operation["summary"]
        assert all(
            parameter.get("description") or parameter["in"] == "path" for parameter in operation["parameters"]
        )
        for status in ("400", "404", "405", "422"):
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]


def test_every_column_is_described(document):
    for name, schema in document["components"]["schemas"].items():
        if name.endswith("Row"):
            assert all(column["description"] for column in schema["properties"].values()), name


def test_the_root_says_how_fresh_the_record_is_and_whose(client):
    root = client.get("/api/v1/").json()
    assert (root["complete_to"], root["stale"]) == ("2026-10-01", True)
    assert "CC BY 4.0" in root["licence"]
    assert "Open Government Licence" in root["attribution"]
    assert root["about"] == "http://testserver/data/"


@pytest.mark.parametrize("path", ["", *LISTS, "openapi.json", "rounds/255"])
def test_an_unchanged_answer_is_304_and_head_has_no_body(client, path):
    first = client.get(f"/api/v1/{path}")
    again = client.get(f"/api/v1/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    head = client.head(f"/api/v1/{path}")
    assert (head.status_code, head.content) == (200, b"")
    assert not first.cookies


@pytest.mark.parametrize("path", ["rounds", "rounds/9999", "nothing", "rounds?page=x", "openapi.json"])
def test_scripts_of_other_sites_may_read_every_answer(client, path):
    headers = client.get(f"/api/v1/{path}", headers={"Origin": "https://elsewhere.example"}).headers
    assert {name: headers.get(name) for name in SHARED} == SHARED
    assert "Access-Control-Allow-Credentials" not in headers


@pytest.mark.parametrize("path", ["/", "/draws/255/", "/admin/login/", "/static/css/eedraws.css"])
def test_scripts_of_other_sites_may_not_read_pages(client, path):
    response = client.get(path, headers={"Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in response.headers
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    response.close()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/api/v1/rounds", "/api/v1/nothing", "/api/"])
def test_writing_is_a_problem(client, method, path):
    response = client.generic(method, path)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert response.json()["status"] == 405
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/v2/rounds", 404),
        ("/api/v1/rounds/", 404),
        ("/api/", 404),
        ("/api/v1/rounds/2023", 404),
        ("/api/v1/rounds%00", 400),
        ("/api/v1/rounds?" + "a&" * 1500, 400),
        ("/api/v1/rounds?q=" + "a" * 5000, 414),
    ],
)
@pytest.mark.parametrize("debug", [False, True])
def test_what_the_gate_or_the_addresses_refuse_is_a_problem(client, settings, path, status, debug):
    settings.DEBUG = debug
    response = client.get(path)
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    assert response.json()["status"] == status


def test_another_host_and_our_own_errors_are_problems(monkeypatch):
    client = Client(raise_request_exception=False)
    response = client.get("/api/v1/rounds", headers={"Host": "evil.example"})
    assert (response.status_code, response.json()["title"]) == (400, "Bad Request")
    monkeypatch.setattr("eedraws.api.age_of_record", lambda: 1 / 0)
    response = client.get("/api/v1/")
    assert (response.status_code, response.json()["title"]) == (500, "Internal Server Error")


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_answers_keep_what_the_document_promises(live_server, settings, monkeypatch, tmp_path):
    """Requests made up from the document, right and wrong ones, to a server of its own."""
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(api, "servers", [{"url": live_server.url}])
    program = Path(sys.executable).with_name("schemathesis")
    command = [program, "run", f"{live_server.url}/api/v1/openapi.json", "--no-color"]
    command += ["--max-examples=5", "--generation-deterministic"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]

import json

import pytest

from core.problems import DETAILS, problem


@pytest.mark.parametrize("status", DETAILS)
def test_a_problem_names_its_status_and_says_what_to_do(status):
    response = problem(status)
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    content = json.loads(response.content)
    assert content["status"] == status
    assert content["type"] == "about:blank"
    assert content["title"]
    assert content["detail"].endswith((".", "docs"))
    assert "errors" not in content


def test_a_problem_tells_each_parameter():
    content = json.loads(problem(422, "No.", [("year", "Enter a whole number.")]).content)
    assert content["errors"] == [{"parameter": "year", "detail": "Enter a whole number."}]

"""The watch over the browser itself: each kind of problem is seen."""

import pytest

POLICY = {"Content-Security-Policy": "default-src 'self'"}


@pytest.fixture
def visit(page):
    """Show the browser a made-up page of the site and return what the watch saw."""

    def visit(html, headers=None, status=200):
        page.route(
            "**/made-up/",
            lambda route: route.fulfill(
                status=status, content_type="text/html", headers=headers or {}, body=html
            ),
        )
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.goto("/made-up/")
        page.wait_for_load_state("networkidle")
        page.watch.expect(".")
        return " ".join(page.watch.problems)

    return visit


def test_quiet_page_has_no_problems(visit):
    assert visit("<p>Quiet</p>") == ""


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<script>console.error('broken')</script>", "console: broken"),
        ("<script>throw new Error('thrown')</script>", "uncaught: "),
        ("<img src='http://elsewhere.example/x.png' alt=''>", "another host: http://elsewhere.example/x.png"),
    ],
)
def test_each_kind_of_problem_is_seen(visit, html, problem):
    assert problem in visit(html)


def test_breach_of_the_policy_is_seen(visit):
    assert "Content Security Policy" in visit("<p style='color: red'>Red</p>", headers=POLICY)


def test_error_answer_is_seen(visit):
    assert "404" in visit("<p>Not here</p>", status=404)


def test_page_of_the_site_is_reached(page, live_server):
    assert page.goto("/admin/login/").status == 200

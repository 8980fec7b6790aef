"""For readers whom motion makes ill nothing moves, the newsroom included."""

import pytest

from tests.browser.visiting import visit
from tests.pages import Shown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]

MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || style.scrollBehavior !== "auto"
    || style.transitionDuration.split(", ").some((duration) => parseFloat(duration) > 0.001);
}).map((element) => element.cloneNode(false).outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", ["home", "faq", "occupation", "styleguide", "admin:draws_round_changelist"])
def test_nothing_moves(new_page, name):
    page = visit(new_page, Shown(name))
    assert page.evaluate(MOVING) == []
    for summary in page.locator("details:visible > summary").all()[:3]:
        summary.click()
    assert page.evaluate("document.getAnimations().length") == 0

"""Tables as they are seen: cards where there is little room, one line a row where there is enough."""

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]


def heights(page, rows):
    return page.locator(rows).evaluate_all("(rows) => rows.map((row) => row.getBoundingClientRect().height)")


@pytest.mark.parametrize("path", ["/", "/categories/"])
def test_each_type_stands_on_one_line_of_a_desk(page, path):
    page.goto(path)
    rows = ".standings tbody tr:not(:has(.nomination))"
    one_line = heights(page, f"{rows}:has(.category-tag--french)")[0]
    assert heights(page, rows) == pytest.approx([one_line] * page.locator(rows).count(), abs=4)
    assert one_line < 60


def test_tables_of_types_have_their_columns_in_line(page):
    page.goto("/categories/")
    edges = {
        tuple(table.locator("thead th").evaluate_all("(cells) => cells.map((cell) => cell.offsetLeft)"))
        for table in page.locator(".standings").all()
    }
    assert len(edges) == 1


def test_the_head_of_the_record_stays_in_sight(page):
    page.goto("/draws/")
    page.mouse.wheel(0, 2000)
    head = page.locator(".draw-table thead th").first
    page.wait_for_function("scrollY > 1000")
    assert head.bounding_box()["y"] == 0


def test_a_phone_sorts_and_says_how(phone):
    phone.goto("/draws/")
    sorts = phone.locator(".draw-table thead")
    assert sorts.get_by_role("link").all_inner_texts() == ["Date", "Invitations", "Cut-off (points)"]
    assert phone.locator("[aria-sort]").all_inner_texts() == ["Date"]
    sorts.get_by_role("link", name="Cut-off").click()
    phone.wait_for_url("**/draws/?**")
    header = phone.locator("[aria-sort]")
    assert header.inner_text() == "Cut-off (points)"
    assert phone.evaluate("getComputedStyle(document.querySelector('[aria-sort] a'), '::after').content") in (
        '" ↓" / ""',
        '" ↑" / ""',
    )


def test_large_text_on_a_desk_turns_rows_into_cards(page):
    page.goto("/categories/")
    unit = page.locator(".standings .unit").first
    assert not unit.is_visible()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert unit.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 1280

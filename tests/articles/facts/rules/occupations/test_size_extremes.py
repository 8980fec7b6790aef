"""The largest or smallest size of a time."""

from datetime import date

import pytest

from tests.articles.facts.rules.saying import wrong


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("# 2024 in draws\n\nThe largest was the French round with 7,000 invitations; the smallest, with {}, was one for agriculture.", date(2025, 1, 3), "150", "174"),
        ("# 2023 so far\n\n24 rounds, with {} as the largest of them, reached three times.", date(2023, 7, 13), "7,000", "5,500"),
        ("# Nominees\n\nIn 2025 provincial nominees had 24 draws. The smallest had {} invitations.", date(2025, 12, 31), "125", "152"),
        ("# French draws\n\nIn 2026 there were six French draws. The largest brought {} invitations.", date(2026, 8, 30), "8,500", "5,500"),
    ],
)  # fmt: skip
def test_the_size_of_the_extreme(text, day, true, false):
    assert not set(wrong(text.format(true), day)) & {true}
    assert false in wrong(text.format(false), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# 2024 in draws\n\nThe second largest had 6,500 invitations.", date(2025, 1, 3)),
        ("# 2024 in draws\n\nThe largest since May had 6,500 invitations.", date(2025, 1, 3)),
        ("# 2024 in draws\n\nWas the largest one of 6,500 invitations?", date(2025, 1, 3)),
        ("# 2024 in draws\n\nThe largest step was 2,100 invitations.", date(2025, 1, 3)),
    ],
)
def test_what_is_no_such_size(text, day):
    assert not {"6,500", "2,100"} & set(wrong(text, day))

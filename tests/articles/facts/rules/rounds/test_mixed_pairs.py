"""Figures of two draws told as those of one."""

import pytest

from tests.articles.facts.rules.judging import contradicted


@pytest.mark.parametrize(
    ("text", "day", "true", "false"),
    [
        ("In January the Canadian Experience Class had received {}.", "2026-07-02", "8,000 at 511", "8,000 at 509"),
        ("In March 2025 French speakers were invited: {}.", "2025-07-02", "7,500 at 379", "4,500 at 379"),
        ("In February 2024 French speakers were called twice, and then {} in the second draw.", "2024-07-02", "2,500 at 336", "7,000 at 336"),
    ],
)  # fmt: skip
def test_a_pair_of_two_draws(text, day, true, false):
    assert not contradicted(text.format(true), day)
    assert contradicted(text.format(false), day)


def test_a_sum_beside_a_cutoff_is_no_pair():
    text = "In January two draws of the Canadian Experience Class brought 14,000 at 509 and 511."
    assert not contradicted(text, "2026-07-02")

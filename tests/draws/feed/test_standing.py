import pytest

from draws.feed.standing import base, lost, newest

WHOLE = ["3", "1", "2"]


@pytest.mark.parametrize(
    ("fed", "recorded", "withdrawn", "missing"),
    [
        (WHOLE, ["1", "2"], [], []),
        (["1", "3"], [], [], ["2"]),
        (["1", "3"], ["1", "2"], [], ["2"]),
        (["3"], [], [], ["1", "2"]),
        (["1", "3"], ["1", "3"], ["2"], []),
        (["1", "2a", "2b", "3"], ["1", "2"], [], []),  # split
        (["1", "2", "3"], ["1", "2a", "2b"], [], []),  # joined
        (["1", "2a", "3"], ["1", "2a", "2b"], [], ["2b"]),
        (["1", "2"], ["1", "2", "3", "4"], [], []),  # old, not lost
        ([], ["1"], [], []),
    ],
)
def test_a_whole_feed_has_every_number_up_to_its_newest(fed, recorded, withdrawn, missing):
    assert lost(fed, recorded, withdrawn) == missing


def test_newest_goes_by_number_then_letter():
    assert newest(["91a", "9", "91b", "90"]) == "91b"
    assert newest([]) is None


def test_base_is_the_number_without_its_letter():
    assert [base("91a"), base("91"), base("s1")] == [91, 91, 0]

import pytest

from draws.numbers import NotARoundNumber, following, propose, sequence


def test_numbers_sort_by_digits_then_letter_and_synthetic_ones_last():
    numbers = ["92", "s1", "91b", "9", "448", "91a", "90", "s2"]
    assert sorted(numbers, key=sequence) == ["9", "90", "91a", "91b", "92", "448", "s1", "s2"]


@pytest.mark.parametrize(
    "text", ["", "0", "012", "91A", "91ab", "-1", "1.5", "٣", "2023", "2099", "s", "12345", "91a\n"]
)
def test_other_texts_are_no_numbers(text):
    with pytest.raises(NotARoundNumber):
        sequence(text)


def test_numbers_beside_the_years_are_numbers():
    assert sequence("2014") < sequence("2100")


@pytest.mark.parametrize(("number", "expected"), [("447", "448"), ("91b", "92"), ("9", "10")])
def test_the_following_number(number, expected):
    assert following(number) == expected


def test_synthetic_numbers_have_no_following_one():
    with pytest.raises(NotARoundNumber):
        following("s1")


@pytest.mark.parametrize(
    ("last", "given", "expected"),
    [
        ("447", ["", "", ""], ["448", "449", "450"]),
        (None, ["", ""], ["1", "2"]),
        ("447", [], []),
        ("447", ["", "450", ""], ["448", "450", "451"]),
        ("447", ["447a", ""], ["447a", "448"]),
        ("447", ["nonsense", "", "s3", "", "2023", ""], ["nonsense", "448", "s3", "449", "2023", "450"]),
        ("447", ["255", ""], ["255", "448"]),
    ],
)
def test_blank_numbers_follow_the_ones_before_them(last, given, expected):
    assert propose(last, given) == expected

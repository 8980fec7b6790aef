"""All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.personal import Kind, find

FOUND = [
    ("My UCI is 1234-5678.", Kind.UCI, "1234-5678"),
    ("UCI: 11-2233-4455", Kind.UCI, "11-2233-4455"),
    ("uci 12345678", Kind.UCI, "12345678"),
    ("uci no. 20010203", Kind.UCI, "20010203"),
    ("client 1122334455 waits", Kind.UCI, "1122334455"),
    ("11 2233 4455", Kind.UCI, "11 2233 4455"),
    ("11\u20112233\u20114455", Kind.UCI, "11\u20112233\u20114455"),
    ("١١-٢٢٣٣-٤٤٥٥", Kind.UCI, "١١-٢٢٣٣-٤٤٥٥"),
    ("my file E001234567 is late", Kind.APPLICATION, "E001234567"),
    ("e001234567", Kind.APPLICATION, "e001234567"),
    ("EP00-123456 and W304123456", Kind.APPLICATION, "W304123456"),
    ("passport AB123456", Kind.PASSPORT, "AB123456"),
    ("Passport number: 532345678", Kind.PASSPORT, "532345678"),
    ("it is K1234567", Kind.PASSPORT, "K1234567"),
    ("A 1234567", Kind.PASSPORT, "A 1234567"),
    ("call 416-555-0123", Kind.PHONE, "416-555-0123"),
    ("(416) 555-0123", Kind.PHONE, "(416) 555-0123"),
    ("416.555.0123", Kind.PHONE, "416.555.0123"),
    ("416 555 0123", Kind.PHONE, "416 555 0123"),
    ("4165550123", Kind.PHONE, "4165550123"),
    ("+1 (416) 555-0123 ext", Kind.PHONE, "+1 (416) 555-0123"),
    ("1-416-555-0123", Kind.PHONE, "1-416-555-0123"),
    ("+91 98765 43210", Kind.PHONE, "+91 98765 43210"),
    ("+44 20 7946 0958", Kind.PHONE, "+44 20 7946 0958"),
    ("0044 20 7946 0958", Kind.PHONE, "0044 20 7946 0958"),
    ("020 7946 0958", Kind.PHONE, "020 7946 0958"),
    ("08012345678", Kind.PHONE, "08012345678"),
    ("my phone is 555-0123", Kind.PHONE, "555-0123"),
    ("WhatsApp 98765 43210", Kind.PHONE, "98765 43210"),
    ("SIN 123-456-782", Kind.SIN, "123-456-782"),
    ("046454286", Kind.SIN, "046454286"),
    ("write to alice@example.org.", Kind.EMAIL, "alice@example.org"),
    ("1234567890123456", Kind.LONG, "1234567890123456"),
]
PASSES = [
    "The cut-off of draw 255 was 463, not 462; CRS 1200 is the most.",
    "CRS 491, 487, 510 and 1,500 invitations",
    "NOC 72300 21231 31102 and 00010 00011",
    "72300, 21231; 31102/31301",
    "NOC 2016 codes 7230 2123",
    "5,000 invitations, 110000 in all, 1,234,567 profiles",
    "On 2023-07-04 at 14:00:55 UTC, 4 July 2023, 04/07/2023, 04-07-2023 and 20230704",
    "2023-2026 levels plan; 2022-23",
    "Draws #445, #91a and s12; form IMM 5669 and IMM 0008; v1 to v2",
    "from 125000 to 130000 in 2026",
    "A 110000 target",
    "600 points, 50 + 30 + 15, +600, CLB 9, NCLC 7",
    "https://www.canada.ca/en/12345678/0987654321.html says so",
    "Tie-break: July 03, 2026 at 10:31:24 UTC",
    "https://example.org/a?b=416-555-0123",
    "Table: 255 463 700",
    "1000-1500 or 4500–5000 invitations",
    "",
]


@pytest.mark.parametrize(("text", "kind", "found"), FOUND)
def test_finds(text, kind, found):
    assert (kind, found) in find(text)


@pytest.mark.parametrize("text", PASSES)
def test_lets_pass(text):
    assert find(text) == []


def test_names_each_once_in_the_order_of_the_text():
    text = "Call 416-555-0123 or a@example.org about 1234-5678, I said 416-555-0123"
    assert [found for _, found in find(text)] == ["416-555-0123", "a@example.org", "1234-5678"]


@given(st.text(max_size=300))
def test_any_text_is_read_and_what_is_found_stands_in_it(text):
    for _, found in find(text):
        assert found in text


@given(st.text(alphabet="0123456789-. ()+/E@", max_size=400))
def test_digits_of_any_shape_are_read(text):
    for _, found in find(text):
        assert found in text


@given(
    st.from_regex(r"[1-9][0-9]-[0-9]{4}-[0-9]{4}", fullmatch=True), st.sampled_from(["{}", "UCI {}.", "({})"])
)
def test_every_uci_of_ten_digits_with_dashes_is_found(number, around):
    assert (Kind.UCI, number) in find(around.format(number))


@given(
    st.tuples(st.integers(200, 999), st.integers(200, 999), st.integers(0, 9999)),
    st.sampled_from(
        ["{:03}-{:03}-{:04}", "({:03}) {:03}-{:04}", "+1 {:03} {:03} {:04}", "1.{:03}.{:03}.{:04}"]
    ),
)
def test_every_phone_number_of_north_america_is_found(parts, form):
    assert [kind for kind, _ in find("Call me: " + form.format(*parts))] == [Kind.PHONE]


@given(st.lists(st.from_regex(r"[0-9]{5}", fullmatch=True), min_size=1, max_size=9))
def test_codes_of_occupations_pass(codes):
    assert find("NOC " + " ".join(codes)) == []
    assert find("NOC " + ", ".join(codes)) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_pass(day):
    for form in ("{:%Y-%m-%d}", "{:%Y%m%d}", "{:%d/%m/%Y}", "{:%d-%m-%Y}", "{:%d %B %Y}"):
        assert find(form.format(day)) == []


def test_a_long_text_is_read_once_not_for_ever():
    assert find("1 2-3.(4)5" * 2000 + "@" * 4000 + "+1" * 2000) is not None

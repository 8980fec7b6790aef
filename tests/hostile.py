"""Input that nobody means, made up by Hypothesis: values, queries, headers and methods."""

from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

PHRASES = [
    *("<zq7 x='\"&;>", "</textarea><zq7>", '"zq7 onfocus=zq7 ', "'zq7", "`zq7", "]]><zq7>", "--><zq7>"),
    *(
        "{{ 7000000|add:353353 }}",
        "{% zq7 %}",
        "${7000000+353353}",
        "%(zq7)s",
        "{zq7}",
        "[[round 255 cutoff]]",
    ),
    *(
        "' OR 1=1 --",
        '" UNION SELECT 1',
        "%",
        "_",
        "%_%%__",
        "\\",
        "NULL",
        "*",
        '"zq7" OR (',
        "NEAR(a b)",
        "a:b^",
    ),
    *(
        "../../etc/passwd",
        "..%2f..%2f",
        "//zq7.example/",
        "/\\zq7.example",
        "javascript:zq7()",
        "http://[zq7",
    ),
    *(
        "a\r\nX-Zq7: 1",
        "\0",
        "a\0b",
        "\x01\x1f\x7f\x85\u2028",
        "\t\r\n ",
        "\ufeff",
        "\u202ezq7",
        "e" + "\u0301" * 300,
    ),
    *("NaN", "Infinity", "-inf", "1e999", "0x10", "1_0", "1.5", "²", "Ⅷ", "١٢٣", "１２", "-0", "+1", " 1 "),
    *(str(2**31), str(2**63), str(-(2**63) - 1), "9" * 3900, "-" + "9" * 3900, "9" * 5000, "0" * 500 + "1"),
    *(
        "2023-02-30",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "99999-12-31",
        "2023-w54",
        "2023-13",
        "24:00",
        "23:59:60",
    ),
    *("a" * 1000, "a" * 5000, "a-" * 900, "(" * 900, " a" * 900, "\U0001f41f" * 50, "ß", "ſ", "İ", "ﬃ"),
]
BROKEN = [
    *(
        b"\xff\xfe",
        b"\xc0\xae\xc0\xae\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe2\x82",
        b"zq7\xc3",
    ),
]
# What leads behind the first checks.
MEANT = [
    *(
        "",
        "1",
        "2",
        "on",
        "yes",
        "french",
        "trades",
        "cec",
        "2023",
        "2023-07-04",
        "4 July 2023",
        "2023-w27",
        "73300",
    ),
    *(
        "truck driver",
        "welder",
        "-date",
        "cutoff",
        "-teer",
        "491",
        "CEC",
        "14:05",
        "UTC",
        "draws",
        "255",
        "NOC 2021",
    ),
]
values = st.one_of(
    st.sampled_from(PHRASES).map(str.encode),
    st.sampled_from(BROKEN),
    st.sampled_from(MEANT).map(str.encode),
    st.integers().map(lambda number: str(number).encode()),
    st.dates().map(lambda day: day.isoformat().encode()),
    st.text(max_size=40).map(str.encode),
    st.text(st.characters(categories=["Nd", "No", "Nl"]), max_size=12).map(str.encode),
    st.binary(max_size=30),
)
# As a form has them once they have arrived.
texts = values.map(lambda value: value.decode(errors="replace"))


def encoded(value: bytes, safe: str = "") -> str:
    return quote_from_bytes(value, safe)


def names_among(known) -> st.SearchStrategy:
    """Return names of parameters: those that are known, spoilt ones, others."""
    spoilt = ["{}[b]", "{}[]", "{}.0", "{}__in", "{}__gt", "{}\0", "_{}"]
    others = st.sampled_from(
        ["zq7", "__class__", "_method", "a[b][c]", "", "<zq7>", "callback", "format", "next"]
    )
    if not known:
        return others
    own = st.sampled_from(sorted(known))
    return st.one_of(own, own, own, st.builds(str.format, st.sampled_from(spoilt), own), others)


def queries(known) -> st.SearchStrategy:
    """Return query strings over the parameters that are known, some of them repeated."""
    field = st.builds(
        lambda name, value: f"{encoded(name.encode())}={encoded(value)}", names_among(known), values
    )
    return st.lists(field, max_size=6).map("&".join)


def latin(*examples) -> st.SearchStrategy:
    """Return values of a header, which a server passes on as Latin-1: `examples` or anything that may stand in one."""
    anything = st.text(
        st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=40
    )
    return st.one_of(st.sampled_from(examples), anything)


HEADERS = {
    "Accept": latin(
        "text/html", "application/json", "*/*;q=0", "text/html;q=zq7", ";;,;", "a/b," * 300, "zq7"
    ),
    "Accept-Language": latin("fr", "*", "en;q=9", "zq7", "x-" * 200, "de-" + "a" * 500),
    "Accept-Encoding": latin("br", "*;q=0", "identity;q=0", "gzip;q=zq7", "zstd;q=1e400", "gzip," * 200, ""),
    "Range": latin(
        "bytes=0-", "bytes=-1", "bytes=9-0", "lines=1", "bytes=" + "0-1," * 300, "bytes=" + "9" * 500
    ),
    "If-None-Match": latin("*", '"zq7"', 'W/"', ",,,", '"a",' * 300),
    "If-Match": latin("*", '"zq7"'),
    "If-Modified-Since": latin("Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 99999 99:99:99 GMT", "zq7"),
    "If-Unmodified-Since": latin("Thu, 01 Jan 1970 00:00:00 GMT", "zq7"),
    "Cookie": latin(
        "session=zq7", "csrf=", "a=b; a; =", "session=" + "a" * 3000, '__Host-session="\\', "messages=zq7"
    ),
    "Content-Type": latin(
        "multipart/form-data", "application/json; charset=utf-7", "text/plain;" * 50, "zq7"
    ),
    "Content-Length": latin("-1", "zq7", "9" * 500),
    "Host": latin("zq7.example", "testserver:99999", "testserver:", "[::1", "a@testserver", ""),
    "Origin": latin("null", "https://zq7.example", "://"),
    "Referer": latin("https://zq7.example/", "http://[", "zq7"),
    "User-Agent": latin("<zq7>", ""),
    "X-Forwarded-Host": latin("zq7.example"),
    "X-Forwarded-Proto": latin("https", "zq7", "https,http"),
    "X-Forwarded-For": latin("zq7", "::1, 127.0.0.1", "1" * 500),
    "X-Forwarded-Port": latin("99999", "zq7"),
    "Forwarded": latin("host=zq7.example;proto=zq7"),
    "X-Original-Url": latin("/admin/", "/zq7"),
    "X-Http-Method-Override": latin("DELETE", "zq7"),
    "X-Requested-With": latin("XMLHttpRequest"),
}
headers = st.lists(
    st.sampled_from(sorted(HEADERS)).flatmap(lambda name: st.tuples(st.just(name), HEADERS[name])), max_size=4
).map(dict)
METHODS = [
    *("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"),
    "get",
    "ZQ7",
    "<zq7>",
]

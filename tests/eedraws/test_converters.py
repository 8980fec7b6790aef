"""One spelling of each thing that stands in an address."""

import pytest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from draws.clock import Week


@pytest.mark.parametrize(
    ("path", "name", "kwargs"),
    [
        ("/news/week/2023-w27/", "week", {"week": Week(2023, 27)}),
        ("/news/week/2020-w53/", "week", {"week": Week(2020, 53)}),
        ("/draws/2015/", "draw-year", {"year": 2015}),
        ("/draws/2099/", "draw-year", {"year": 2099}),
        ("/draws/2023/07/", "draw-month", {"year": 2023, "month": 7}),
        ("/draws/255/", "round", {"number": "255"}),
        ("/draws/91a/", "round", {"number": "91a"}),
        ("/draws/s1/", "round", {"number": "s1"}),
        ("/draws/2014/", "round", {"number": "2014"}),
        ("/draws/2100/", "round", {"number": "2100"}),
        ("/draws/latest/", "latest-round", {}),
        ("/occupations/00010/", "occupation", {"code": "00010"}),
        ("/occupations/noc-2021/00010/", "occupation-of-noc-2021", {"code": "00010"}),
        ("/occupations/noc-2026/00010/", "occupation-of", {"classification": "NOC 2026", "code": "00010"}),
        ("/categories/healthcare/v1/", "category-version", {"slug": "healthcare", "number": 1}),
    ],
)
def test_address_and_its_meaning(path, name, kwargs):
    match = resolve(path)
    assert (match.url_name, match.kwargs) == (name, kwargs)
    assert reverse(name, kwargs=kwargs) == path


@pytest.mark.parametrize(
    "path",
    [
        "/news/week/2023-W27/",
        "/news/week/2023-w7/",
        "/news/week/2023-w53/",
        "/news/week/2023-w00/",
        "/news/week/2014-w27/",
        "/news/week/٢٠٢٣-w27/",
        "/draws/2023/7/",
        "/draws/2023/13/",
        "/draws/2023/00/",
        "/draws/91A/",
        "/draws/12345/",
        "/draws/s/",
        "/draws/٢٥٥/",
        "/occupations/1234/",
        "/occupations/123456/",
        "/occupations/7330٠/",
        "/occupations/NOC-2026/73300/",
        "/occupations/noc-26/73300/",
        "/occupations/noc2026/73300/",
        "/occupations/noc-2026/733/",
        "/occupations/noc-2026/",
        "/categories/healthcare/v0/",
        "/categories/healthcare/v01/",
        "/categories/healthcare/v1000/",
        "/fr/",
        "/en/",
    ],
)
def test_what_is_no_address(path):
    with pytest.raises(Resolver404):
        resolve(path)


def test_year_outside_the_record_has_no_address():
    with pytest.raises(NoReverseMatch):
        reverse("draw-year", args=[2014])

"""Two classifications beside each other in the data files. What is said of NOC 2026 here is synthetic."""

from functools import partial

import pytest

from core.loading import BadRow, data_dir, load
from occupations.loading import FILES
from occupations.models import Listing, Occupation, OccupationTitle

pytestmark = pytest.mark.django_db

UNIT_GROUP = (
    "classification,code,title_en,title_fr,teer,broad_category\n{},73300,Drivers,Conducteurs,3,7 Trades\n"
)
TITLE = "classification,code,language,title\n{},73300,en,Truck driver\n"
LISTING = (
    "category,version,classification,code,title_as_published,source,verified_on,verified_by\n"
    "transport,2,{},73300,Drivers,,,\n"
)


def take(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    loader = next(loader for pattern, loader in FILES.items() if path.match(pattern))
    return load(f"synthetic/{name}", [path], partial(loader, path))


def test_a_code_of_another_classification_stands_beside_that_of_noc_2021(tmp_path):
    assert take(tmp_path, "noc2026.csv", UNIT_GROUP.format("NOC 2026")).added == 1
    later = Occupation.objects.get(classification="NOC 2026", code="73300")
    earlier = Occupation.objects.get(classification="NOC 2021", code="73300")
    assert (later.title_en, earlier.title_en) == ("Drivers", "Transport truck drivers")

    assert take(tmp_path, "occupation_titles.csv", TITLE.format("NOC 2026")).added == 1
    assert [title.title for title in later.titles.all()] == ["Truck driver"]
    assert OccupationTitle.objects.filter(occupation=earlier, title="Truck driver").count() == 1

    assert take(tmp_path, "listings.csv", LISTING.format("NOC 2026")).added == 1
    assert (
        Listing.objects.get(
            version__category__slug="transport", version__number=2, title_as_published="Drivers"
        ).occupation
        == later
    )


def test_a_file_read_again_finds_its_own_rows(tmp_path):
    for name, text in {
        "noc2026.csv": UNIT_GROUP,
        "occupation_titles.csv": TITLE,
        "listings.csv": LISTING,
    }.items():
        take(tmp_path, name, text.format("NOC 2026"))
        report = take(tmp_path, name, text.format("NOC 2026") + "\n")
        assert (report.added, report.unchanged, report.differing) == (0, 1, [])


@pytest.mark.parametrize(("name", "text"), [("occupation_titles.csv", TITLE), ("listings.csv", LISTING)])
def test_a_code_that_the_classification_does_not_have_is_refused(tmp_path, name, text):
    with pytest.raises(BadRow, match="line 2, column code: '73300': NOC 2026 has no such code"):
        take(tmp_path, name, text.format("NOC 2026"))


@pytest.mark.parametrize("name", ["NOC", "NOC 21", "noc 2021", "NOC 2026 ", "ISCO 2008", ""])
def test_a_classification_is_noc_and_its_year(tmp_path, name):
    with pytest.raises(BadRow, match="column classification"):
        take(tmp_path, "noc2026.csv", UNIT_GROUP.format(name))


def test_the_shipped_files_are_of_noc_2021():
    found = [path.name for path in data_dir("occupations").glob(next(iter(FILES)))]
    assert found == ["noc2021.csv"]
    assert set(Occupation.objects.values_list("classification", flat=True)) == {"NOC 2021"}

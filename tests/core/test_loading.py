from functools import partial

import pytest

from core.loading import BadRow, load, read_rows, rehearsal
from core.models import LoadedFile
from occupations.loading import CATEGORY, load_categories
from occupations.models import Category

HEADER = ",".join(CATEGORY.values())
TOURISM = "tourism,category-based,Tourism,Tourisme,Tourism,Tourisme,,For the tests only.,900"

pytestmark = pytest.mark.django_db


@pytest.fixture
def data_file(tmp_path):
    def make(*lines, encoding="utf-8"):
        path = tmp_path / "categories.csv"
        path.write_text("\n".join(lines) + "\n", encoding=encoding)
        return path

    return make


def load_file(path, **how):
    return load("tests/categories.csv", [path], partial(load_categories, path), **how)


def test_an_absent_row_is_added_and_then_unchanged(data_file):
    path = data_file(HEADER, TOURISM)
    assert (load_file(path).added, load_file(path, force=True).unchanged) == (1, 1)
    assert Category.objects.get(slug="tourism").name_fr == "Tourisme"


def test_a_file_known_by_its_hash_is_skipped(data_file):
    load_file(data_file(HEADER, TOURISM))
    assert load_file(data_file(HEADER, TOURISM)).skipped
    assert not load_file(data_file(HEADER, TOURISM.replace("900", "901"))).skipped


def test_a_row_that_differs_is_reported_and_left_as_it_is(data_file):
    load_file(data_file(HEADER, TOURISM))
    Category.objects.filter(slug="tourism").update(name_en="Tourism and travel")
    report = load_file(data_file(HEADER, TOURISM), force=True)
    assert report.differing == [
        "categories.csv, line 2: Tourism and travel: name_en is Tourism and travel, the file says Tourism"
    ]
    assert Category.objects.get(slug="tourism").name_en == "Tourism and travel"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(
            TOURISM.replace("900", "last"),
            "categories.csv, line 3, column order: 'last': expected a whole number",
            id="not a number",
        ),
        pytest.param(
            TOURISM.replace("category-based", "seasonal"),
            "categories.csv, line 3, column kind: 'seasonal': Value 'seasonal' is not a valid choice.",
            id="not a kind",
        ),
        pytest.param(
            TOURISM.replace("tourism", "tour ism"),
            "categories.csv, line 3, column slug: 'tour ism': Enter a valid “slug”",
            id="not an address",
        ),
        pytest.param(TOURISM + ",more", "categories.csv, line 3: expected 9 values", id="a value too many"),
        pytest.param("tourism,program", "categories.csv, line 3: expected 9 values", id="values missing"),
    ],
)
def test_a_bad_row_stops_the_load_and_nothing_is_half_loaded(data_file, line, message):
    good = TOURISM.replace("tourism", "film").replace("Tourism", "Film")
    with pytest.raises(BadRow) as caught:
        load_file(data_file(HEADER, good, line))
    assert message in str(caught.value)
    assert not Category.objects.filter(slug__in=["film", "tourism"]).exists()
    assert not LoadedFile.objects.filter(name="tests/categories.csv").exists()


def test_a_wrong_header_names_what_is_missing_and_unknown(data_file):
    with pytest.raises(BadRow, match=r"line 1: columns missing: \['order'\]; columns unknown: \['place'\]"):
        load_file(data_file(HEADER.replace("order", "place"), TOURISM))


def test_a_file_that_is_not_utf8_is_refused_in_words(data_file):
    path = data_file(HEADER, TOURISM.replace("For the tests", "Pour les métiers"), encoding="cp1252")
    with pytest.raises(BadRow, match="is not UTF-8"):
        load_file(path)


def test_a_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(BadRow, match="categories.csv.*No such file"):
        load_file(tmp_path / "categories.csv")


def test_a_byte_order_mark_is_no_part_of_the_first_column(data_file):
    path = data_file(HEADER, TOURISM, encoding="utf-8-sig")
    assert next(read_rows(path, CATEGORY.values())).text("slug") == "tourism"


def test_a_rehearsal_leaves_nothing_behind(data_file):
    with rehearsal(True):
        assert load_file(data_file(HEADER, TOURISM)).added == 1
    assert not Category.objects.filter(slug="tourism").exists()
    assert not LoadedFile.objects.filter(name="tests/categories.csv").exists()


def test_moments_need_a_zone(tmp_path):
    path = tmp_path / "moments.csv"
    path.write_text("at\n2023-07-06T14:25:05\n2023-07-06T14:25:05Z\n")
    naive, aware = read_rows(path, ["at"])
    assert aware.moment("at").isoformat() == "2023-07-06T14:25:05+00:00"
    with pytest.raises(BadRow, match="with its zone"):
        naive.moment("at")

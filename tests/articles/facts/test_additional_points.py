from datetime import date

from articles.facts.additional_points import shipped


def test_a_nomination_gives_600_points():
    (row,) = [points for points in shipped() if points.what == "nomination"]
    assert (row.points, row.valid_to) == (600, None)
    assert "nominee" in row.words


def test_job_offers_gave_points_until_25_march_2025():
    last = {
        points.points
        for points in shipped()
        if points.what.startswith("job offer") and points.valid_to == date(2025, 3, 24)
    }
    assert last == {50, 200}

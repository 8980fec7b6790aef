from draws.pool_sums import Band, Discrepancy, discrepancies, overlaps

# The count of 26 April 2023, where IRCC prints 55,867 for 451-500.
APRIL = [
    Band(491, 500, 680),
    Band(481, 490, 3001),
    Band(471, 480, 21544),
    Band(461, 470, 17111),
    Band(451, 460, 13351),
]


def test_a_subtotal_is_compared_with_the_bands_inside_it():
    assert discrepancies(APRIL, None, {"451-500": 55687}) == []
    assert discrepancies(APRIL, None, {"451-500": 55867}) == [Discrepancy("451-500", 55867, 55687)]


def test_the_total_is_compared_with_all_bands():
    assert discrepancies(APRIL, 55688, {}) == [Discrepancy("total", 55688, 55687)]


def test_what_has_no_bands_is_not_judged():
    assert discrepancies([], 10, {"401-450": 5}) == []


def test_a_subtotal_among_its_bands_overlaps_them():
    subtotal = Band(451, 500, 55687)
    assert overlaps([*APRIL, subtotal])[0] == (Band(451, 460, 13351), subtotal)
    assert overlaps(APRIL) == []

from threading import Event, Thread

import pytest

from eedraws.cards import store
from eedraws.cards.saying import LINK, SQUARE
from tests.eedraws.cards.samples import make_card


@pytest.fixture
def drawn(monkeypatch, settings, tmp_path):
    """The pictures that were drawn, none of which takes time."""
    settings.CARDS_ROOT = tmp_path
    drawn = []

    def draw(card, size):
        drawn.append((card.digest, size.name))
        return f"{card.title} {size.name}".encode()

    monkeypatch.setattr(store.drawing, "draw", draw)
    return drawn


def files(root):
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_a_picture_is_drawn_once(drawn):
    assert [store.kept(make_card(), LINK) for _time in range(3)] == [b"All programs 1200x630"] * 3
    assert len(drawn) == 1


def test_a_new_picture_takes_the_place_of_the_old_one_of_its_size(drawn, settings):
    old, new = make_card(), make_card(title="Trades")
    for card, size in ((old, LINK), (old, SQUARE), (make_card(key="s10"), LINK)):
        store.kept(card, size)
    assert store.kept(new, LINK) == b"Trades 1200x630"
    assert files(settings.CARDS_ROOT) == sorted(
        [
            f"{old.digest}-1080x1080.png",
            f"{make_card(key='s10').digest}-1200x630.png",
            f"{new.digest}-1200x630.png",
        ]
    )


def test_many_who_ask_at_once_cost_one_drawing(drawn, monkeypatch):
    begun, go_on = Event(), Event()
    draw = store.drawing.draw

    def slow(card, size):
        begun.set()
        assert go_on.wait(5)
        return draw(card, size)

    monkeypatch.setattr(store.drawing, "draw", slow)
    found = []
    readers = [Thread(target=lambda: found.append(store.kept(make_card(), LINK))) for _reader in range(5)]
    for reader in readers:
        reader.start()
    assert begun.wait(5)
    go_on.set()
    for reader in readers:
        reader.join(5)
    assert (len(found), len(set(found)), len(drawn)) == (5, 1, 1)


def test_who_would_wait_too_long_is_told_so(drawn, monkeypatch):
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    with store._turn, pytest.raises(store.Busy):
        store.kept(make_card(), LINK)
    assert store.kept(make_card(), LINK)


def test_without_room_on_the_disk_a_picture_is_shown_all_the_same(drawn, settings, tmp_path, caplog):
    settings.CARDS_ROOT = tmp_path / "file"
    settings.CARDS_ROOT.write_text("no folder")
    assert store.kept(make_card(), LINK) == b"All programs 1200x630"
    assert "A picture was not kept" in caplog.text


def test_a_drawing_that_fails_leaves_the_turn_to_others(drawn, monkeypatch):
    def fail(card, size):
        raise ValueError("no letters")

    with monkeypatch.context() as failing:
        failing.setattr(store.drawing, "draw", fail)
        with pytest.raises(ValueError, match="no letters"):
            store.kept(make_card(), LINK)
    assert store.kept(make_card(), LINK)

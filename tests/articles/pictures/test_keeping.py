import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image as Pillow

from articles.models import Image
from articles.pictures import NotKept, Refused, keep
from core.storage import WholeFileStorage
from tests.articles.pictures.making import drawing, encoded

pytestmark = pytest.mark.django_db


def upload(content=None, name="office.jpg"):
    return ContentFile(encoded() if content is None else content, name=name)


def test_a_picture_is_kept_in_the_widths_that_pages_need(disk, on_disk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = keep(upload(), alt="An office.", credit="Synthetic")
    assert (image.width, image.height, image.widths) == (900, 600, [320, 640, 900])
    assert on_disk() == sorted(f"media/{path}" for path in image.paths)
    with default_storage.open(f"pictures/{image.name}-320.webp") as file:
        assert Pillow.open(file).size == (320, 213)


def test_the_same_picture_is_one_file(disk, on_disk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = keep(upload(), alt="An office.")
    files = on_disk()
    with django_capture_on_commit_callbacks(execute=True):
        again = keep(upload(encoded(comment=b"another way here"), "other-name.jpeg"), alt="Other words.")
    assert again == first
    assert again.alt == "An office."
    assert on_disk() == files != []
    assert Image.objects.count() == 1


def test_a_picture_whose_files_were_lost_is_mended_by_another_upload(
    disk, on_disk, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = keep(upload(), alt="An office.")
    (disk / "media" / image.paths[0]).unlink()
    (disk / "media" / image.paths[1]).write_bytes(b"half")
    with django_capture_on_commit_callbacks(execute=True):
        assert keep(upload(), alt="An office.") == image
    assert on_disk() == sorted(f"media/{path}" for path in image.paths)
    assert (disk / "media" / image.paths[1]).stat().st_size > 4


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_is_rolled_back_leaves_nothing(disk, on_disk):
    with transaction.atomic():
        keep(upload(), alt="An office.")
        transaction.set_rollback(True)
    assert on_disk() == []
    assert not Image.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_storage_that_fails_in_the_middle_leaves_nothing(disk, on_disk, monkeypatch):
    save, calls = WholeFileStorage._save, []

    def full(storage, name, content):
        calls.append(name)
        if len(calls) == 3:
            raise OSError("No space left on device")
        return save(storage, name, content)

    monkeypatch.setattr(WholeFileStorage, "_save", full)
    with pytest.raises(NotKept):
        keep(upload(), alt="An office.")
    assert len(calls) == 3
    assert on_disk() == []
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    "words", [{}, {"alt": "  "}, {"alt": "An office.", "decorative": True}], ids=["none", "blank", "both"]
)
def test_a_picture_has_an_alternative_text_or_is_decorative(
    disk, on_disk, django_capture_on_commit_callbacks, words
):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ValidationError):
        keep(upload(), **words)
    assert on_disk() == []


def test_what_is_refused_is_not_kept(disk, on_disk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(Refused):
        keep(upload(b"GIF89a", "office.gif"), alt="An office.")
    assert on_disk() == []
    assert not Image.objects.exists()


def test_a_picture_is_never_made_wider_than_it_is(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = keep(upload(encoded(drawing(200, 100))), decorative=True)
    assert image.widths == [200]
    assert image.webp_srcset == f"/media/pictures/{image.name}-200.webp 200w"

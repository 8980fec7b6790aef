"""The desk of pictures: whose they are, what is said, what cannot go."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Image
from core.storage import WholeFileStorage
from tests.articles.pictures.making import encoded
from tests.factories import make_article, make_image, make_person

ADD = "/admin/articles/image/add/"
LIST = "/admin/articles/image/"


def change(image):
    return f"/admin/articles/image/{image.pk}/change/"


def sent(name="office.jpg", **words):
    return {"file": SimpleUploadedFile(name, encoded())} | words


@pytest.fixture
def writer(client, db):
    client.force_login(make_person("Writer"))
    return client


@pytest.fixture
def editor(client, db):
    client.force_login(make_person("Editor"))
    return client


def test_a_writer_brings_a_picture_in_and_is_told_how_to_use_it(writer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = writer.post(ADD, sent(alt="An office.", credit="A. Nobody"), follow=True)
    image = Image.objects.get()
    assert (image.alt, image.credit, image.uploaded_by.username) == ("An office.", "A. Nobody", "writer")
    assert f"In a text it stands as [[image {image.pk}]]" in response.text
    assert image.small_url in response.text


def test_words_are_required_and_what_was_typed_is_kept(writer):
    response = writer.post(ADD, sent(caption="The office in Toronto"))
    assert "Say in words what the picture tells" in response.text
    assert "The office in Toronto" in response.text
    assert "Choose the file again" in response.text


def test_a_file_is_required(writer):
    assert "Choose the file of the picture." in writer.post(ADD, {"alt": "An office."}).text


def test_the_same_picture_again_is_refused_by_its_number(writer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        writer.post(ADD, sent(alt="An office."))
    response = writer.post(ADD, sent("again.jpg", alt="Other words."))
    assert f"This picture is here already, as number {Image.objects.get().pk}: An office." in response.text


def test_a_writer_changes_their_own_and_an_editor_all(client, db):
    ann = make_person("Writer", "ann")
    own, other = make_image(by=ann), make_image("#224466")
    client.force_login(ann)
    words = {"alt": "Changed words.", "caption": "", "credit": "", "source_url": ""}
    assert client.post(change(own), words).status_code == 302
    assert client.post(change(other), words).status_code == 403
    assert "Changed words." in client.get(LIST).text
    client.force_login(make_person("Editor"))
    assert client.post(change(other), words).status_code == 302
    assert set(Image.objects.values_list("alt", flat=True)) == {"Changed words."}


def test_a_picture_that_is_shown_cannot_be_deleted_and_the_message_says_where(editor):
    image = make_image()
    make_article("shown", title="A story with a picture", image=image)
    for method in (editor.get, editor.post):
        response = method(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"}, follow=True)
        assert "The picture is shown in: A story with a picture. Take it out there first." in response.text
    assert Image.objects.exists()


def test_a_picture_that_nothing_shows_is_deleted(editor):
    image = make_image()
    assert editor.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Image.objects.exists()


def test_the_list_finds_pictures_by_their_words(editor):
    make_image(alt="Towers at dusk.")
    make_image("#224466", alt="A narrow street.")
    html = editor.get(LIST, {"q": "street"}).text
    assert "A narrow street." in html
    assert "Towers at dusk." not in html


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_is_full_is_said_in_words(client, monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "core.storage.WholeFileStorage"}}

    def full(storage, name, content):
        raise OSError("No space left on device")

    monkeypatch.setattr(WholeFileStorage, "_save", full)
    client.force_login(make_person("Editor"))
    response = client.post(ADD, sent(alt="An office."), follow=True)
    assert "The picture could not be written." in response.text
    assert "was added" not in response.text
    assert not Image.objects.exists()


def test_the_picker_offers_pictures_by_their_words_and_the_newest_without(writer):
    image = make_image(alt="A narrow street.")
    for query in ("", "street narrow", "pictures", str(image.pk)):
        html = writer.get("/admin/articles/article/insert/", {"q": query}).text
        assert f"[[image {image.pk}]]" in html
        assert image.small_url in html
    assert "[[image" not in writer.get("/admin/articles/article/insert/", {"q": "bridge"}).text


def test_the_article_takes_the_picture_on_top_by_its_number(editor):
    html = editor.get("/admin/articles/article/add/").text
    assert 'name="image"' in html
    response = editor.post("/admin/articles/article/add/", {"image": "999999"})
    assert "There is no picture of this number." in response.text

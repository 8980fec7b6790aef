"""Pictures in articles: the block, the one on top, revisions, and what may go."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image as Pillow

from articles.comparison import changes
from articles.live import fill_article
from articles.models import Article, ArticleReference, FaqEntry, Image
from articles.pictures import InUse, discard, users_of
from articles.revisions import newest_state
from articles.saving import save_article, save_entry
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return make_image(caption="One colour.", credit="A. Nobody", source_url="https://pictures.example/1")


def story(body="Text.", **fields):
    return save_article(make_article("shown", kind="news", body=body, **fields))


def page(client, article):
    return client.get(article.get_absolute_url()).text


class TestAnotherStorage:
    """Whatever keeps the files, and wherever it would have browsers go for them."""

    @pytest.fixture(autouse=True)
    def elsewhere(self, settings):
        options = {"base_url": "https://elsewhere.example/"}
        memory = {"BACKEND": "django.core.files.storage.InMemoryStorage", "OPTIONS": options}
        settings.STORAGES = settings.STORAGES | {"default": memory}

    def test_pages_show_pictures_from_the_site_itself(self, client):
        image = make_image()
        assert default_storage.url("a").startswith("https://elsewhere.example/")
        html = page(client, story(f"[[image {image.pk}]]", image=image))
        assert "elsewhere.example" not in html
        assert f'src="{image.url(640)}"' in html or f"{image.url(640)} 640w" in html
        answer = client.get(image.small_url)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/webp"
        with default_storage.open(f"{Image.FOLDER}/{image.name}-320.webp") as stored:
            assert answer.content == stored.read()

    def test_a_file_that_is_gone_is_not_found(self, client):
        image = make_image()
        default_storage.delete(f"{Image.FOLDER}/{image.name}-320.webp")
        assert client.get(image.small_url).status_code == 404


class TestBlock:
    def test_shows_every_width_with_its_dimensions_and_words(self, client, image):
        html = page(client, story(f"Text.\n\n[[image {image.pk}]]\n\nMore."))
        for format in ("avif", "webp"):
            assert f"/media/pictures/{image.name}-320.{format} 320w, " in html
        assert 'width="900" height="600" alt="A synthetic picture, all of one colour." loading="lazy"' in html
        assert "One colour." in html
        assert '<a href="https://pictures.example/1" rel="noopener">A. Nobody</a>' in html

    def test_has_a_caption_of_its_own_in_one_place(self, client, image):
        html = page(client, story(f'[[image {image.pk} caption="The IRCC office, <b>Toronto</b>"]]'))
        assert "The IRCC office, &lt;b&gt;Toronto&lt;/b&gt;" in html
        assert "One colour." not in html

    def test_of_a_decorative_picture_tells_nothing(self, client):
        plain = make_image(alt="", decorative=True)
        html = page(client, story(f"[[image {plain.pk}]]"))
        assert ' alt="" loading="lazy"' in html
        assert "<figcaption" not in html

    def test_is_refused_where_there_is_no_such_picture(self):
        article = make_article("shown", kind="news", body="Text.\n\n[[image 999999]]")
        with pytest.raises(ValidationError, match="There is no picture 999999"):
            save_article(article)

    @pytest.mark.parametrize(
        ("body", "words"),
        [
            ("Text [[image {}]] text.", "A picture stands alone on a line"),
            ("[[image]]", "Say which picture by its number"),
            ("[[image office]]", "no number of a picture"),
            ("[[image {} caption=Toronto]]", "stands in quotation marks"),
            ("[[image {} width=900]]", "no argument"),
            ("[[image " + "9" * 250 + "]]", "no number of a picture"),
        ],
    )
    def test_that_is_written_wrong_says_what_is_meant(self, image, body, words):
        with pytest.raises(ValidationError, match=words):
            story(body.replace("{}", str(image.pk)))

    def test_does_not_fit_into_a_standfirst(self, image):
        with pytest.raises(ValidationError, match="A picture does not fit here"):
            story(standfirst=f"[[image {image.pk}]]")

    def test_costs_no_query_of_its_own(self, image, record_in_hand, django_assert_num_queries):
        body = (
            f"[[round 255 cutoff]]\n\n[[occupations category=trades on=2023-07-07]]\n\n[[image {image.pk}]]"
        )
        article = story(body + f"\n\n[[image {make_image('#224466').pk}]]")
        fill_article(article, [], timezone.now())
        # The references, which bring their pictures along.
        with django_assert_num_queries(1):
            assert fill_article(article, [], timezone.now()).body.count("<figure") == 2
        written = [row.text for row in ArticleReference.objects.filter(article=article, part=0)]
        with django_assert_num_queries(1):
            fill_article(article, [], timezone.now(), [written])

    def test_of_a_picture_that_is_gone_all_the_same_says_so(self, client, image):
        article = story(f"[[image {image.pk}]]")
        ArticleReference.objects.update(image=None)
        assert "This picture is not here any more." in page(client, article)


class TestOnTop:
    def test_is_fetched_first(self, client, image):
        html = page(client, story(image=image))
        assert 'fetchpriority="high"' in html
        assert html.index("</header>") < html.index("<figure") < html.index('class="prose"')

    def test_is_part_of_what_is_saved_and_waits_for_publication(self, client, image):
        article = story()
        article.image = image
        save_article(article, live=False)
        assert "<figure" not in page(client, article)
        again = Article.objects.get(pk=article.pk)
        assert newest_state(again).article.image == image

    def test_is_named_where_two_states_are_compared(self, image):
        article = story()
        article.image = image
        save_article(article)
        new, old = (revision.content for revision in article.revisions.all())
        [found] = changes(old, new)
        assert (found.name, found.label) == ("image", "Picture on top")
        assert found.rows[0].new[0].text == f"{image.pk} A synthetic picture, all of one colour."

    def test_of_a_revision_from_before_there_were_any_is_none(self):
        article = story()
        revision = article.revisions.get()
        del revision.content["image"]
        revision.save()
        article.version += 1
        revision.number = article.version
        revision.pk = None
        revision.save()
        assert newest_state(article).article.image is None


class TestSending:
    def test_sends_a_picture_that_may_be_kept_for_ever(self, client, image, django_assert_num_queries):
        with django_assert_num_queries(0):
            response = client.get(image.small_url)
        assert response["Content-Type"] == "image/webp"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert not response.cookies
        assert Pillow.open(BytesIO(response.content)).size == (320, 213)
        assert client.get(image.jpeg_url)["Content-Type"] == "image/jpeg"

    @pytest.mark.parametrize(
        "name",
        [
            "{}-321.webp",
            "{}.webp",
            "{}-320.png",
            "..%2f{}-320.webp",
            "{}-320.webp/",
            "A{}-320.webp",
            "{}-320.webp%00",
        ],
    )
    def test_sends_nothing_else(self, client, image, name):
        assert client.get(f"/media/pictures/{name.format(image.name)}").status_code in (400, 404)


class TestDiscarding:
    def test_takes_the_files_away_when_the_transaction_has_ended(
        self, image, django_capture_on_commit_callbacks
    ):
        paths = image.paths
        with django_capture_on_commit_callbacks() as callbacks:
            discard(image)
        assert all(default_storage.exists(path) for path in paths)
        for callback in callbacks:
            callback()
        assert not any(default_storage.exists(path) for path in paths)
        assert not Image.objects.exists()

    def test_is_refused_while_anything_shows_the_picture(self, image):
        reference = f"[[image {image.pk}]]"
        entry = save_entry(FaqEntry(question="What colour?", answer=reference))
        top = make_article("on-top", image=image, status="draft")
        text = save_article(make_article("in-text", kind="news", body=reference))
        waiting = save_article(make_article("waiting", kind="news"))
        waiting.body = f'[[image {image.pk} caption="Soon"]]'
        save_article(waiting, live=False)
        assert set(users_of(image)) == {entry, top, text, waiting}
        with pytest.raises(InUse):
            discard(image)
        assert Image.objects.get() == image

    def test_is_allowed_of_another(self, image):
        other = make_image("#224466")
        story(f"[[image {other.pk}]]")
        assert users_of(image) == []

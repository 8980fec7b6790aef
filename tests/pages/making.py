"""What is made before a page is shown in one of its states: each function returns the path then."""

from django.contrib.auth import get_user_model
from django.urls import reverse

from alerts.links import path_of
from articles.drafting.making import make_flash
from articles.models import Article, Author, FaqEntry
from articles.saving import save_article
from draws.models import Round
from eedraws.signin.devices import new_recovery_codes
from tests.factories import (
    make_app,
    make_article,
    make_awaited_version,
    make_busy_newsroom,
    make_corrected_round,
    make_correction,
    make_expectation,
    make_image,
    make_list_correction,
    make_note,
    make_person,
    make_round,
    make_saved_article,
    make_sign_in,
    make_stated,
    make_subscriber,
    make_superuser,
    make_untold_story,
)

# In place of a function: what a browser or a client does with the page.
SENT_EMPTY = "the form of the page, sent as it stands"

# Synthetic, and as long as a careless editor makes it.
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung"
LONG_TEXT = f"A synthetic article with more to say than anyone asked for, {LONG_WORD} among it. "
LONG_BODY = f"""{LONG_TEXT * 2} STEM is science, technology, engineering and math.

## {LONG_WORD}

[[draws year=2023]]

[[occupations category=stem on=2023-07-07]]

### `{LONG_WORD}`

| Type | {LONG_WORD} | Third | Fourth | Fifth |
| --- | ---: | --- | --- | --- |
| {LONG_WORD} | 1 | {LONG_TEXT} | four | five |

1. {LONG_TEXT}
2. [{LONG_WORD}](/draws/255/)
   > {LONG_TEXT}
"""


def long_article():
    """Everything that an article can hold, at its longest."""
    story = make_article("long", kind="news", title=LONG_TEXT[:150], standfirst=LONG_TEXT * 3, body=LONG_BODY)
    questions = [FaqEntry(question=f"Why {LONG_WORD}, {n}?", answer=LONG_TEXT * 5) for n in range(3)]
    return save_article(story, entries=questions).get_absolute_url()


def article_with_pictures():
    """A picture on top and two in the text: a tall one with all its words, a decorative one without any."""
    lead = make_image(caption=LONG_TEXT, credit=LONG_WORD)
    tall = make_image("#224466", size=(300, 900), source_url="https://pictures.example/1", credit="A. Nobody")
    plain = make_image("#eeeeee", size=(40, 40), alt="", decorative=True)
    body = f'Text.\n\n[[image {tall.pk} caption="A colour, {LONG_WORD}"]]\n\nText.\n\n[[image {plain.pk}]]'
    story = make_article("with-pictures", kind="news", body=body, image=lead)
    return save_article(story).get_absolute_url()


def shown_image():
    article_with_pictures()
    return reverse("admin:articles_image_change", args=[Article.objects.get(slug="with-pictures").image_id])


def removed_article():
    return make_article("gone", status="removed").get_absolute_url()


def withdrawn_article():
    reason = "The figures were another week's."
    return make_article("taken-back", status="withdrawn", withdrawn_reason=reason).get_absolute_url()


def sponsored_article():
    """A story that somebody paid for, by an author with a licence. Synthetic."""
    author = Author.objects.create(
        name="Robin Synthetic",
        slug="robin-synthetic",
        disclosure="The author advises people who apply.",
        licensing_body="College of Synthetic Consultants",
        licence_number="S000001",
    )
    paid = "[A course](https://course.example/){sponsored} and [draw 255](/draws/255/)."
    story = make_article(
        "paid-for", kind="news", title="Courses before a test", body=paid, author=author,
        funding="sponsored", sponsor="Synthetic Courses",
    )  # fmt: skip
    return save_article(story).get_absolute_url()


def sponsored_article_listed():
    sponsored_article()
    return "/about/funding/"


def saved_article_url(action):
    return reverse(f"admin:articles_article_{action}", args=[make_saved_article().pk])


def corrected_draw():
    return make_correction().round.get_absolute_url()


def stated_impact():
    """Texts of every kind that rest on a draw that was corrected. Synthetic."""
    round = make_correction().round
    story = make_article("stated", kind="news", title=LONG_TEXT[:150])
    make_stated(story)
    make_stated(story, words="1,234", expected="", replacement=None, standing="overtaken")
    make_stated(make_article("right", title="A story that is right"), standing="agrees")
    entry = FaqEntry.objects.create(question="Which cut-off?", answer="It was 460.")
    make_stated(None, faq_entry=entry)
    return reverse("admin:round_impact", args=[round.pk])


def drafted_impact():
    path = stated_impact()
    make_note(Article.objects.get(slug="stated"))
    return path


def everything_wrong():
    stated_impact()
    words = {"answer": LONG_TEXT, "template": "latest", "pinned": True, "computed": "Something else."}
    FaqEntry.objects.create(question=f"Which is the newest, {LONG_WORD}?", **words)
    return reverse("admin:record_moves")


def corrected_list_impact():
    return reverse("admin:version_impact", args=[make_list_correction().version_id])


def noted_article():
    """An article with two correction notes, a long one among them. Synthetic."""
    story = save_article(make_article("with-notes", kind="news"))
    make_note(story, published=True)
    make_note(story, published=True, kind="ircc", said=LONG_TEXT * 4, right=LONG_WORD)
    return story.get_absolute_url()


def note_listed():
    noted_article()
    return "/corrections/"


def pictures_of_corrected():
    return reverse("admin:draw_pictures", args=[make_corrected_round().pk])


def pictures_of_hidden():
    return reverse("admin:draw_pictures", args=[make_round(published_at=None).pk])


def pictures_of_long_article():
    long_article()
    return reverse("admin:article_pictures", args=[Article.objects.get(slug="long").pk])


def draw_without_details():
    return make_round().get_absolute_url()


def public_draw_without_details():
    return reverse("admin:draws_round_confirm", args=[make_round().pk])


def correction():
    make_correction()
    return "/corrections/"


def list_correction():
    make_list_correction()
    return "/corrections/"


def corrected_change():
    make_list_correction()
    return "/categories/changes/"


def flash_made():
    round = Round.objects.get(number="255")
    make_flash(round, make_superuser("reporter"), publish=True)
    return reverse("admin:articles_article_flash", args=[round.pk])


def flash_of_nothing():
    return reverse("admin:articles_article_flash", args=[make_round(published_at=None).pk])


def grown_in_own_words():
    story = make_untold_story(standfirst=LONG_TEXT, body=LONG_BODY + "[[draws numbers=253,254,255]]")
    return reverse("admin:articles_article_grow", args=[story.pk])


def nothing_to_add():
    roundup = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    return reverse("admin:articles_article_grow", args=[roundup.pk])


def awaited_change():
    make_awaited_version()
    return "/categories/changes/"


def awaited_list():
    make_awaited_version()
    return "/categories/lists/?on=2026-11-03"


def awaited_occupations():
    make_awaited_version()
    return "/occupations/?list=trades"


def awaited_difference():
    make_awaited_version()
    return "/categories/trades/v3-to-v4/"


def busy_newsroom():
    make_busy_newsroom(times=3)
    return "/admin/"


def alerts_on():
    return path_of("alerts-confirm", make_subscriber(job="72106"))


def alerts_stopped():
    subscriber = make_subscriber()
    path = path_of("alerts-stop", subscriber)
    subscriber.delete()
    return path


def leaver():
    ann = make_person("Writer", "ann", first_name="Ann", last_name="Lee")
    for number in range(3):
        make_article(f"of-ann-{number}", title=LONG_TEXT, owner=ann)
    return f"/admin/auth/user/{ann.pk}/leave/"


def expectations_of_every_state():
    """Own and others', of nominees, still open, without a draw, withdrawn; held and missed are in the record."""
    article = make_article("expecting", title=LONG_TEXT)
    make_expectation(article=article, kind="bound", low=None, high=517, text=LONG_WORD)
    make_expectation("pnp", low=700, high=760, window_from="2026-08-01", source_date="2026-07-31")
    make_expectation("cec", kind="comparison", low=None, high=None, position="below", other="general")
    make_expectation("stem", window_from="2026-08-01", window_to="2026-08-31", source_date="2026-07-31")
    make_expectation("trades", withdrawn_reason="The page is about another year.")
    return "/expectations/"


def second_factors():
    """One's own sign-in, with an app that has a long name and recovery codes."""
    owner = get_user_model().objects.filter(is_superuser=True).first() or make_superuser()
    make_app(owner, f"the app on my {LONG_WORD}"[:64])
    new_recovery_codes(owner)
    return reverse("admin:account")


def colleague():
    """Somebody who has a second factor, and has signed in."""
    person = make_person("Writer")
    make_app(person)
    make_sign_in(person)
    return reverse("admin:auth_user_signin", args=[person.pk])

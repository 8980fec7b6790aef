"""Who may do what in the newsroom: every address of it, for every role, to read and to write.

An address without a row fails. Writing sends an empty form, which changes nothing where a form is shown again (200).
What may be done to one article and not to another stands in tests/articles/test_owning.py.
"""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from eedraws.roles import ROLES
from tests.addresses import address, names
from tests.factories import make_person, make_superuser
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.django_db, pytest.mark.longer]

ANYONE = ("anonymous", *ROLES, "superuser")
# Of whom everyday asks.
EVERYDAY = ("Writer", "Editor")


def row(*cells):
    """Cells "GET POST" for anonymous, Writer, Editor, Data keeper, Administrator, superuser; the last one repeats."""
    cells = [*cells, *[cells[-1]] * (len(ANYONE) - len(cells))]
    return {who: [int(status) for status in cell.split()] for who, cell in zip(ANYONE, cells, strict=True)}


LOGIN = "302 302"
FORM, READ, NO, SENT = "200 200", "200 403", "403 403", "200 302"
ALL_FORM = row(LOGIN, FORM)
ALL_NO = row(LOGIN, NO)
ALL_404 = row(LOGIN, "404 404")
# From which role on a page may be used; those before may read what it is about, or not see it at all.
EDITORS = row(LOGIN, READ, FORM)
KEEPERS = row(LOGIN, READ, READ, FORM)
ONLY_EDITORS = row(LOGIN, NO, FORM)
ONLY_KEEPERS = row(LOGIN, NO, NO, FORM)
ONLY_ADMINISTRATORS = row(LOGIN, NO, NO, NO, FORM)
ONLY_SUPERUSERS = row(LOGIN, NO, NO, NO, NO, FORM)

TABLE = {
    "admin:index": ALL_FORM,
    "admin:app_list": ALL_FORM,
    "admin:login": row("200 200", "302 200"),
    "admin:logout": row(LOGIN, "405 200"),
    "admin:welcome": row("200 200"),
    # Between the door and the newsroom: tests/eedraws/signin/test_second_factor.py.
    "admin:second_factor": row("302 302"),
    "admin:account": ALL_FORM,
    "admin:add_app": ALL_FORM,
    "admin:recovery_codes": ALL_FORM,
    "admin:own_sessions": ALL_FORM,
    # The device of the table is somebody else's; nothing is being set up; there are no passkeys over HTTP.
    "admin:own_device": ALL_404,
    "admin:app_code": ALL_404,
    "admin:recovery_codes_file": ALL_404,
    "admin:add_passkey": ALL_404,
    "admin:alerts": row(LOGIN, "403 405", "200 405"),
    "admin:password_change": ALL_FORM,
    "admin:password_change_done": row(LOGIN, "200 405"),
    "admin:autocomplete": row(LOGIN, "403 405"),
    "admin:jsi18n": row(LOGIN, "200 405"),
    "admin:view_on_site": row(LOGIN),
    "admin:<path:object_id>/": row(LOGIN),
    "admin:(?P<url>.*)$": ALL_404,
    # The article of the table is in nobody's hands.
    "admin:articles_article_preview": EDITORS,
    "admin:articles_article_add_preview": ALL_FORM,
    "admin:articles_article_picker": ALL_FORM,
    "admin:articles_article_flash": ALL_FORM,
    "admin:articles_article_roundups": ALL_FORM,
    "admin:articles_article_roundup": ALL_FORM,
    "admin:articles_article_grow": ONLY_EDITORS,
    "admin:articles_article_compare": ALL_FORM,
    "admin:articles_article_revision": ALL_FORM,
    "admin:articles_article_restore": row(LOGIN, "405 403", "405 302"),
    "admin:articles_article_share": row(LOGIN, "405 403", "405 302"),
    "admin:draws_round_confirm": row(LOGIN, READ, SENT),
    "admin:draws_round_week": ONLY_EDITORS,
    "admin:draw_pictures": row(LOGIN, "200 405"),
    "admin:week_pictures": row(LOGIN, "200 405"),
    "admin:article_pictures": row(LOGIN, "200 405"),
    # Sent: what rests on it is read again.
    "admin:round_impact": row(LOGIN, READ, SENT),
    "admin:version_impact": row(LOGIN, READ, SENT),
    "admin:occupation_impact": row(LOGIN, READ, SENT),
    "admin:record_moves": row(LOGIN, READ, SENT),
    "admin:article_correct": row(LOGIN, "405 403", "405 302"),
    "admin:draws_syncrun_check": row(LOGIN, NO, "405 302"),
    "admin:occupations_categoryversion_next": ONLY_KEEPERS,
    "admin:occupations_categoryversion_publish": ONLY_KEEPERS,
    "admin:occupations_categoryversion_correct": ONLY_KEEPERS,
    "admin:occupations_categoryversion_verify": row(LOGIN, NO, NO, SENT),
    "admin:auth_user_link": row(LOGIN, NO, NO, NO, SENT),
    "admin:auth_user_leave": row(LOGIN, NO, NO, NO, SENT),
    "admin:auth_user_signin": ONLY_ADMINISTRATORS,
    "admin:auth_user_password_change": ONLY_ADMINISTRATORS,
}
# Pages of a model: its list, which everybody reads, its form for one more, for one that is there, and of deletion.
MODELS = {
    # The article of the table is in nobody's hands.
    "articles_article": (ALL_FORM, ALL_FORM, EDITORS, ONLY_EDITORS),
    # The note of the table is not published yet.
    "articles_articlecorrection": (ALL_FORM, ALL_NO, EDITORS, ONLY_EDITORS),
    "articles_author": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "articles_expectation": (ALL_FORM, ONLY_EDITORS, EDITORS, ALL_NO),
    "articles_faqentry": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    # Writers change their own, which is not the one of the table.
    "articles_image": (ALL_FORM, ALL_FORM, EDITORS, ONLY_EDITORS),
    "articles_judgement": (ALL_FORM, ALL_NO, row(LOGIN, READ), ONLY_EDITORS),
    "articles_override": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "articles_stopphrase": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "articles_redirect": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "articles_tag": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "draws_round": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "draws_pooldistribution": (ALL_FORM, ONLY_EDITORS, EDITORS, ONLY_EDITORS),
    "draws_heldrow": (ALL_FORM, ALL_NO, EDITORS, ALL_NO),
    "draws_proposedcorrection": (ALL_FORM, ALL_NO, KEEPERS, ALL_NO),
    "draws_roundcorrection": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "draws_syncrun": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "occupations_category": (ALL_FORM, ONLY_KEEPERS, KEEPERS, ONLY_KEEPERS),
    "occupations_categoryversion": (ALL_FORM, ONLY_KEEPERS, KEEPERS, ONLY_KEEPERS),
    "occupations_occupation": (ALL_FORM, ONLY_KEEPERS, KEEPERS, ONLY_KEEPERS),
    "occupations_serieslabel": (ALL_FORM, ONLY_KEEPERS, KEEPERS, ONLY_KEEPERS),
    "occupations_listing": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "occupations_listcorrection": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "readers_readermessage": (ONLY_EDITORS, ALL_NO, ONLY_EDITORS, ALL_NO),
    "readers_readcount": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "readers_missedaddress": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "readers_missedsearch": (ALL_FORM, ALL_NO, row(LOGIN, READ), ALL_NO),
    "signin_signin": (ONLY_ADMINISTRATORS, ALL_NO, row(LOGIN, NO, NO, NO, READ), ALL_NO),
    "auth_user": (ONLY_ADMINISTRATORS,) * 4,
    "auth_group": (
        ONLY_ADMINISTRATORS,
        ONLY_SUPERUSERS,
        row(LOGIN, NO, NO, NO, READ, FORM),
        ONLY_SUPERUSERS,
    ),
}
for model, rows in MODELS.items():
    for action, cells in zip(("changelist", "add", "change", "delete"), rows, strict=True):
        TABLE[f"admin:{model}_{action}"] = cells
    TABLE[f"admin:{model}_history"] = rows[0]
# A form without the number of the version that was opened is not trusted.
TABLE["admin:articles_article_change"] = row(LOGIN, READ, "200 409")
for model in ("draws_pooldistribution", "draws_round", "occupations_categoryversion"):
    TABLE[f"admin:{model}_simple_history"] = ALL_404


def test_every_address_of_the_newsroom_has_a_row_and_every_row_an_address():
    assert {name for name in names() if name.startswith("admin:")} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_answers(name):
    target = address(name)
    found = {}
    for who in ANYONE if THOROUGH else EVERYDAY:
        client = Client(raise_request_exception=False)
        with transaction.atomic():
            if who != "anonymous":
                client.force_login(make_superuser() if who == "superuser" else make_person(who))
            found[who] = [client.get(target).status_code, client.post(target).status_code]
            transaction.set_rollback(True)
    assert found == {who: TABLE[name][who] for who in found}


class TestGroups:
    def test_hold_what_the_roles_say_and_nothing_else(self):
        for name, wanted in ROLES.items():
            held = Group.objects.get(name=name).permissions.values_list("content_type__app_label", "codename")
            assert {f"{app}.{codename}" for app, codename in held} == wanted

    def test_each_role_may_do_all_that_the_one_before_may(self):
        for before, after in zip(list(ROLES)[:-1], list(ROLES)[1:], strict=True):
            assert ROLES[before] < ROLES[after]

    def test_nobody_but_administrators_touches_accounts(self):
        for name, wanted in ROLES.items():
            accounts = {permission for permission in wanted if permission.startswith("auth.")}
            assert bool(accounts) == (name == "Administrator")
            assert not {permission for permission in accounts if "permission" in permission}


@pytest.mark.django_db(transaction=True)
class TestMigration:
    """From before the groups to after them, and back."""

    BEFORE = [("eedraws", None)]

    @pytest.fixture(autouse=True)
    def on_the_way(self):
        self.migrate(self.BEFORE)
        yield
        self.migrate_to_the_end()

    def migrate_to_the_end(self):
        self.migrate(MigrationExecutor(connection).loader.graph.leaf_nodes("eedraws"))

    def migrate(self, target):
        executor = MigrationExecutor(connection)
        executor.loader.build_graph()
        executor.migrate(target)

    def test_takes_the_groups_away_and_makes_them_again(self):
        assert not Group.objects.filter(name__in=ROLES).exists()
        self.migrate_to_the_end()
        assert set(Group.objects.filter(name__in=ROLES).values_list("name", flat=True)) == set(ROLES)

    def test_makes_permissions_that_are_not_there_yet(self):
        Permission.objects.filter(content_type__app_label="articles").delete()
        self.migrate_to_the_end()
        assert Group.objects.get(name="Editor").permissions.filter(codename="publish_article").exists()

    def test_leaves_a_group_that_somebody_made_or_changed(self):
        Group.objects.create(name="Writer")
        self.migrate_to_the_end()
        assert not Group.objects.get(name="Writer").permissions.exists()
        editors = Group.objects.get(name="Editor")
        editors.permissions.remove(editors.permissions.get(codename="publish_article"))
        self.migrate(self.BEFORE)
        assert set(Group.objects.values_list("name", flat=True)) == {"Writer", "Editor"}


def test_roles_need_no_migration_of_models(db):
    assert not list(apps.get_app_config("eedraws").get_models())
    call_command("makemigrations", "eedraws", check_changes=True, dry_run=True, verbosity=0)

"""Who may do what: four roles, each of which may do all that the one before it may.

They are groups of Django's, made once by a migration (eedraws/migrations/0001_roles.py). From then on a site owns its
groups: what is changed in them there stays, so a permission that is added here later needs a migration that gives it.

Permissions alone do not say whose article may be changed (articles/admin/owning.py), nor that a figure which readers
have seen becomes another by a correction (draws/admin/forms.py).
"""

from collections.abc import Iterable

from django.contrib.auth.management import create_permissions

ADD, CHANGE, DELETE, VIEW = "add", "change", "delete", "view"
ALL = (ADD, CHANGE, DELETE, VIEW)


def may(actions: Iterable[str], app: str, *models: str) -> set[str]:
    """Return the names of permissions, such as "draws.add_round"."""
    actions = tuple(actions)
    return {f"{app}.{action}_{model}" for model in models for action in actions}


WRITER = (
    # The whole desk, to be read.
    may([VIEW], "articles", "article", "articlerevision", "author", "faqentry", "redirect", "tag")
    | may([VIEW], "articles", "articlecorrection", "expectation")
    | may([VIEW], "draws", "round", "pooldistribution", "poolband", "syncrun", "heldrow")
    | may([VIEW], "draws", "proposedcorrection", "roundcorrection")
    | may([VIEW], "occupations", "category", "categoryversion", "listing", "listcorrection")
    | may([VIEW], "occupations", "occupation", "occupationtitle", "serieslabel")
    | may([VIEW], "readers", "readcount", "missedaddress", "missedsearch")
    # Articles in their own hands, until they are ready.
    | may([ADD, CHANGE, DELETE], "articles", "article")
    # What the fact desk keeps; a claim of an article in their own hands is theirs to judge.
    | may([VIEW], "articles", "judgement", "override", "stopphrase")
    | may([ADD], "articles", "judgement")
    # Pictures: their own to change (articles/admin/pictures.py).
    | may([ADD, CHANGE, VIEW], "articles", "image")
)
EDITOR = (
    WRITER
    | {"articles.publish_article", "articles.change_any_article"}
    | {"articles.change_any_image"}
    | may(ALL, "articles", "author", "faqentry", "image", "redirect", "tag")
    # Notes are drafted beside a change of an article, and theirs until readers have them.
    | may([CHANGE, DELETE], "articles", "articlecorrection")
    # To publish although the fact desk is against it, and to say what it stops at.
    | may([ADD], "articles", "override")
    | may(ALL, "articles", "judgement", "stopphrase")
    # Forecasts are withdrawn with a reason, and never deleted.
    | may([ADD, CHANGE, VIEW], "articles", "expectation")
    # A whole draw day by one person: to add draws is to check IRCC's feed too, to change them is to publish them.
    | may(ALL, "draws", "round", "pooldistribution", "poolband")
    | may([CHANGE], "draws", "heldrow")
    # What readers wrote in confidence.
    | may([VIEW, CHANGE], "readers", "readermessage")
)
DATA_KEEPER = (
    EDITOR
    # Figures that readers have seen.
    | may([ADD], "draws", "roundcorrection")
    | may([CHANGE], "draws", "proposedcorrection")
    # Types of draw, their versions, lists and labels.
    | may(ALL, "occupations", "category", "categoryversion", "listing", "occupation", "serieslabel")
    | may([ADD], "occupations", "listcorrection")
)
ADMINISTRATOR = (
    DATA_KEEPER
    | may(ALL, "auth", "user")
    | may([VIEW], "auth", "group")
    # Who came in when.
    | may([VIEW], "signin", "signin")
)

ROLES = {
    "Writer": WRITER,
    "Editor": EDITOR,
    "Data keeper": DATA_KEEPER,
    "Administrator": ADMINISTRATOR,
}


def make_roles(apps, schema_editor):
    """Make the groups. One that is there by its name stays as it is."""
    using = schema_editor.connection.alias
    _make_permissions(apps, using)
    groups = apps.get_model("auth", "Group").objects.using(using)
    known = _permissions(apps, using)
    for name, wanted in ROLES.items():
        group, is_new = groups.get_or_create(name=name)
        if is_new:
            group.permissions.set(known[permission] for permission in wanted & known.keys())


def remove_roles(apps, schema_editor):
    """Take away the groups that still are as they were made."""
    using = schema_editor.connection.alias
    known = _permissions(apps, using)
    for group in apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES):
        held = set(group.permissions.values_list("pk", flat=True))
        if held == {known[permission] for permission in ROLES[group.name] & known.keys()}:
            group.delete()


def gives(app: str, *models: str):
    """Return what gives the roles their permissions of these models, which came after them, in a migration.

    A group of a role's name that holds nothing of that role is somebody's own, and stays as it is.
    """

    def give(apps, schema_editor):
        using = schema_editor.connection.alias
        _make_permissions(apps, using)
        known = _permissions(apps, using)
        new = {name for name in known if name.startswith(f"{app}.") and name.rsplit("_", 1)[1] in models}
        for group in apps.get_model("auth", "Group").objects.using(using).filter(name__in=ROLES):
            wanted = ROLES[group.name] & known.keys()
            if group.permissions.filter(pk__in=[known[name] for name in wanted]).exists():
                group.permissions.add(*[known[name] for name in wanted & new])

    return give


def _make_permissions(apps, using):
    """Make them now: Django does when all migrations are done, which is too late for one that gives them."""
    for app_config in apps.get_app_configs():
        app_config.models_module = True
        create_permissions(app_config, verbosity=0, using=using, apps=apps)
        app_config.models_module = None


def _permissions(apps, using) -> dict[str, int]:
    """Return the key of every permission by its name."""
    rows = apps.get_model("auth", "Permission").objects.using(using)
    rows = rows.values_list("content_type__app_label", "codename", "pk")
    return {f"{app}.{codename}": key for app, codename, key in rows}

from django.db import migrations

from eedraws.roles import gives

KEPT = ("judgement", "override", "stopphrase")


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration removes the groups as they are now."""

    dependencies = [
        ("articles", "0008_fact_desk"),
        ("eedraws", "0004_roles_of_redirects"),
    ]

    operations = [migrations.RunPython(gives("articles", *KEPT), migrations.RunPython.noop)]

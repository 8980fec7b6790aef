from django.db import migrations

from eedraws.roles import gives


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration removes the groups as they are now."""

    dependencies = [
        ("articles", "0007_redirects"),
        ("eedraws", "0003_roles_and_readers"),
    ]

    operations = [migrations.RunPython(gives("articles", "redirect"), migrations.RunPython.noop)]

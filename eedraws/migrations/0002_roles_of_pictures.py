from django.db import migrations

from eedraws.roles import gives


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the migration before removes the groups as they are now."""

    dependencies = [
        ("articles", "0005_images"),
        ("eedraws", "0001_roles"),
    ]

    operations = [migrations.RunPython(gives("articles", "image"), migrations.RunPython.noop)]

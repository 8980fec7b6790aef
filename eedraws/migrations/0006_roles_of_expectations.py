from django.db import migrations

from eedraws.roles import gives


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration removes the groups as they are now."""

    dependencies = [
        ("articles", "0009_expectations"),
        ("eedraws", "0005_roles_of_the_fact_desk"),
    ]

    operations = [migrations.RunPython(gives("articles", "expectation"), migrations.RunPython.noop)]

from django.db import migrations

from eedraws.roles import gives


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration removes the groups as they are now."""

    dependencies = [
        ("articles", "0010_record_moves"),
        ("eedraws", "0005_roles_of_the_fact_desk"),
        ("eedraws", "0006_roles_of_expectations"),
    ]

    operations = [migrations.RunPython(gives("articles", "articlecorrection"), migrations.RunPython.noop)]

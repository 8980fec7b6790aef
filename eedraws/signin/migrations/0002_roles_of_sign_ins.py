from django.db import migrations

from eedraws.roles import gives


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration of the roles removes the groups as they are now."""

    dependencies = [("signin", "0001_sessions_and_sign_ins"), ("eedraws", "0007_roles_of_article_corrections")]

    operations = [migrations.RunPython(gives("signin", "signin"), migrations.RunPython.noop)]

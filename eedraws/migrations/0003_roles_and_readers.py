from django.db import migrations

from eedraws.roles import gives

READERS = ("readermessage", "readcount", "missedaddress", "missedsearch")


class Migration(migrations.Migration):
    """Backwards nothing is taken away: the first migration removes the groups as they are now."""

    dependencies = [
        ("eedraws", "0002_roles_of_pictures"),
        ("readers", "0001_initial"),
    ]

    operations = [migrations.RunPython(gives("readers", *READERS), migrations.RunPython.noop)]

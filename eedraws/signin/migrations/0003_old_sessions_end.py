from django.db import migrations


def end(apps, schema_editor):
    apps.get_model("sessions", "Session").objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    """Sessions are kept elsewhere now: those of the table of before would lie there for ever."""

    dependencies = [("signin", "0002_roles_of_sign_ins"), ("sessions", "0001_initial")]

    operations = [migrations.RunPython(end, migrations.RunPython.noop)]

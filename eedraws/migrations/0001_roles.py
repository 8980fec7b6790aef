from django.db import migrations

from eedraws.roles import make_roles, remove_roles


class Migration(migrations.Migration):
    """Whose permissions the roles hold must be there before: the newest migration of each app."""

    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("articles", "0002_revisions_owners_and_review"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("draws", "0002_feed_and_corrections"),
        ("occupations", "0004_classification_is_noc_and_a_year"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]

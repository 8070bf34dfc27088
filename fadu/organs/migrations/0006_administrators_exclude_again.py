"""0004 and 0005 rebuilt ``organs_post`` on SQLite, which drops its triggers: they are created again (see 0002)."""

from importlib import import_module

from django.db import migrations

FIRST = import_module("fadu.organs.migrations.0002_administrators_exclude")


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS post_administrators_exclude_{event}")
        FIRST.create(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("organs", "0005_examiner")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]

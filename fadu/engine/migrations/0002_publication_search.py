"""Publications are found by the pairs of characters in them."""

from django.db import migrations

POSTGRESQL = "CREATE INDEX publication_grams ON engine_publication USING gin (string_to_array(grams, ' '))"
PLAIN = "CREATE VIRTUAL TABLE engine_publication_words USING fts5(grams)"


def make(_apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL)
    else:
        editor.execute(PLAIN)


def unmake(_apps, editor):
    editor.execute("DROP INDEX publication_grams" if editor.connection.vendor == "postgresql" else
                   "DROP TABLE engine_publication_words")


class Migration(migrations.Migration):
    dependencies = [("engine", "0001_engine")]
    operations = [migrations.RunPython(make, unmake)]

"""Nobody is two of the three administrators on one day: held by the database itself, for dated posts too.

The partial unique constraint of 0001 sees only open posts; a trigger compares the periods. On PostgreSQL it first locks
the person, so that two transactions cannot each miss the other's post; SQLite has one writer at a time.
A later migration that rebuilds ``organs_post`` on SQLite must create the triggers again (the test of this rule tells).
"""

from django.db import migrations

CLASH = """
    SELECT 1 FROM organs_post p
     WHERE p.person_id = NEW.person_id AND p.id <> NEW.id AND p.kind <> NEW.kind
       AND p.kind IN ('system_admin', 'security_admin', 'audit_admin')
       AND (p.until IS NULL OR p.until >= NEW.since) AND (NEW.until IS NULL OR p.since <= NEW.until)
"""
MESSAGE = "post_administrators_exclude"

SQLITE = [
    f"""
    CREATE TRIGGER post_administrators_exclude_{event.lower()} AFTER {event} ON organs_post
    WHEN NEW.kind IN ('system_admin', 'security_admin', 'audit_admin') AND EXISTS ({CLASH})
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """
    for event in ("INSERT", "UPDATE")
]
POSTGRESQL = [
    f"""
    CREATE FUNCTION post_administrators_exclude() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM 1 FROM organs_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
        IF EXISTS ({CLASH}) THEN
            RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'exclusion_violation';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER post_administrators_exclude AFTER INSERT OR UPDATE ON organs_post FOR EACH ROW
    WHEN (NEW.kind IN ('system_admin', 'security_admin', 'audit_admin'))
    EXECUTE FUNCTION post_administrators_exclude()
    """,
]


def create(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER post_administrators_exclude ON organs_post")
        schema_editor.execute("DROP FUNCTION post_administrators_exclude()")
    else:
        schema_editor.execute("DROP TRIGGER post_administrators_exclude_insert")
        schema_editor.execute("DROP TRIGGER post_administrators_exclude_update")


class Migration(migrations.Migration):
    dependencies = [("organs", "0001_organs")]
    operations = [migrations.RunPython(create, drop)]

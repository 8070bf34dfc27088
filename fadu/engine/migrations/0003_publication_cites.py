"""What cites a provision is found by an index; publications that are there already are entered in it."""

import django.db.models.deletion
from django.db import migrations, models


def containing(provision):
    statute, _slash, place = provision.partition("/")
    parts = place.split(".")
    return [f"{statute}/{'.'.join(parts[:n])}" for n in range(len(parts), 0, -1) if parts[n - 1]]


def enter(apps, _editor):
    publication, cite = (apps.get_model("engine", name) for name in ("Publication", "PublicationCite"))
    batch = []
    for key, cites in publication.objects.filter(withdrawn_on=None).values_list("pk", "cites").iterator(2000):
        places = dict.fromkeys(place for each in cites for place in containing(each))
        batch += [cite(publication_id=key, provision=place) for place in places]
        if len(batch) >= 5000:
            cite.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
    cite.objects.bulk_create(batch, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("engine", "0002_publication_search")]
    operations = [
        migrations.CreateModel(
            name="PublicationCite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("provision", models.CharField(max_length=80, verbose_name="条文")),
                ("publication", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE,
                    related_name="cited", to="engine.publication", verbose_name="公开信息")),
            ],
            options={
                "verbose_name": "公开信息引用的条文",
                "verbose_name_plural": "公开信息引用的条文",
                "indexes": [models.Index(fields=["provision", "-publication"], name="publication_cite_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "provision"), name="publication_cite_once")
                ],
            },
        ),
        migrations.RunPython(enter, migrations.RunPython.noop),
    ]

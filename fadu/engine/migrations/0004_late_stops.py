"""Stops and lengthenings keep the moment of their entry: what is dated back is counted as entered late."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("engine", "0003_publication_cites"),
    ]

    operations = [
        migrations.AddField(
            model_name="lengthening",
            name="entered_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="录入时间"),
        ),
        migrations.AddField(
            model_name="stop",
            name="entered_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="录入时间"),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('engine', '0003_publication_cites'),
        ('procedures', '0004_penalty_bounds_by_edition'),
    ]

    operations = [
        migrations.AddField(
            model_name='coercivemeasure',
            name='held_by',
            field=models.CharField(blank=True, db_comment='《行政强制法》第二十五条第一款', default='', max_length=200, verbose_name='另有规定的法律、行政法规条款'),
        ),
        migrations.AddField(
            model_name='coercivemeasure',
            name='held_until',
            field=models.DateField(blank=True, db_comment='《行政强制法》第二十五条第一款', null=True, verbose_name='法律、行政法规另有规定的，期限届满日期'),
        ),
        migrations.AddConstraint(
            model_name='coercivemeasure',
            constraint=models.CheckConstraint(condition=models.Q(('held_by', ''), ('held_until__isnull', False), _negated=True), name='measure_held_by', violation_error_message='《行政强制法》第二十五条第一款'),
        ),
    ]

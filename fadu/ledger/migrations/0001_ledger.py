"""The ledger's tables, and the triggers that keep them append-only."""

from django.db import migrations, models

import fadu.ledger.models
from fadu.ledger import guards


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(db_index=True, max_length=64, verbose_name='摘要')),
                ('algorithm', models.CharField(max_length=8, verbose_name='算法')),
                ('size', models.BigIntegerField(verbose_name='字节数')),
                ('media_type', models.CharField(max_length=100, verbose_name='类型')),
                ('name', models.TextField(verbose_name='文件名')),
                ('at', models.DateTimeField(verbose_name='记入时刻')),
            ],
            options={
                'verbose_name': '附件',
                'verbose_name_plural': '附件',
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('number', models.IntegerField(primary_key=True, serialize=False, verbose_name='封存号')),
                ('day', models.DateField(unique=True, verbose_name='封存日')),
                ('first', models.BigIntegerField(verbose_name='起账号')),
                ('last', models.BigIntegerField(db_index=True, verbose_name='止账号')),
                ('root', models.CharField(max_length=64, verbose_name='根摘要')),
                ('at', models.DateTimeField(verbose_name='封存时刻')),
                ('before', models.CharField(blank=True, max_length=64, verbose_name='前一封存摘要')),
                ('head', models.CharField(blank=True, max_length=64, verbose_name='止账摘要')),
                ('algorithm', models.CharField(max_length=8, verbose_name='算法')),
                ('digest', models.CharField(max_length=64, verbose_name='封存摘要')),
            ],
            options={
                'verbose_name': '封存',
                'verbose_name_plural': '封存',
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='账页号')),
                ('stream', models.TextField(verbose_name='卷')),
                ('seq', models.IntegerField(verbose_name='卷内序号')),
                ('at', models.DateTimeField(verbose_name='记入时刻')),
                ('on', models.DateField(verbose_name='发生日期')),
                ('actor', models.TextField(verbose_name='经办')),
                ('principal', models.TextField(blank=True, verbose_name='委托人')),
                ('act', models.TextField(verbose_name='事项')),
                ('cites', fadu.ledger.models.Texts(verbose_name='依据')),
                ('content', models.TextField(verbose_name='内容')),
                ('before', models.CharField(blank=True, max_length=64, verbose_name='本卷前一摘要')),
                ('above', models.CharField(blank=True, max_length=64, verbose_name='账上前一摘要')),
                ('algorithm', models.CharField(max_length=8, verbose_name='算法')),
                ('digest', models.CharField(max_length=64, verbose_name='摘要')),
            ],
            options={
                'verbose_name': '账页',
                'verbose_name_plural': '账页',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('stream', 'seq'), name='ledger_entry_stream_seq'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('seq__gte', 1)), name='ledger_entry_from_one')],
            },
        ),
        migrations.CreateModel(
            name='Head',
            fields=[
                ('book', models.CharField(max_length=8, primary_key=True, serialize=False)),
                ('number', models.BigIntegerField(default=0)),
                ('digest', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('book__in', ['entry', 'seal'])), name='ledger_head_books')],
            },
        ),
        migrations.RunPython(guards.install, guards.remove),
    ]

import fadu.organs.secret
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('procedures', '0005_measure_held_otherwise'),
    ]

    operations = [
        migrations.AddField(
            model_name='ordinarypenalty',
            name='hearing_minutes',
            field=fadu.organs.secret.EncryptedField(blank=True, db_comment='《行政处罚法》第六十四条第一款第（八）项', default='', verbose_name='听证记录'),
        ),
        migrations.AddField(
            model_name='ordinarypenalty',
            name='inspection',
            field=fadu.organs.secret.EncryptedField(blank=True, db_comment='《行政处罚法》第五十五条第二款', default='', verbose_name='检查情况'),
        ),
        migrations.AddField(
            model_name='ordinarypenalty',
            name='interview',
            field=fadu.organs.secret.EncryptedField(blank=True, db_comment='《行政处罚法》第五十五条第二款', default='', verbose_name='询问内容（问：……答：……）'),
        ),
        migrations.AddField(
            model_name='ordinarypenalty',
            name='samples',
            field=models.TextField(blank=True, db_comment='《行政处罚法》第五十六条', default='', verbose_name='抽取的样品（每行一件：名称｜规格｜单位｜数量｜备注）'),
        ),
        migrations.AlterField(
            model_name='coercivemeasure',
            name='goods',
            field=models.TextField(blank=True, db_comment='《行政强制法》第二十四条第二款第（三）项', default='', verbose_name='场所、设施或者财物（每行一件：名称｜规格｜单位｜数量｜备注）'),
        ),
        migrations.AlterField(
            model_name='crimereferral',
            name='goods',
            field=models.TextField(blank=True, db_comment='《行政执法机关移送涉嫌犯罪案件的规定》第四条第二款', default='', verbose_name='涉案物品（每行一件：名称｜规格｜单位｜数量｜备注）'),
        ),
        migrations.AlterField(
            model_name='ordinarypenalty',
            name='preserved',
            field=models.TextField(blank=True, db_comment='《行政处罚法》第五十六条', default='', verbose_name='登记保存的证据（每行一件：名称｜规格｜单位｜数量｜备注）'),
        ),
    ]

"""Two tables without any rule."""

from django.db import models


class Item(models.Model):
    stage = models.CharField(max_length=40)
    owner = models.BigIntegerField(default=0)
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "due_on", "id"], condition=models.Q(closed_on=None), name="item_due")]

    def __str__(self) -> str:
        return self.stage


class Line(models.Model):
    item = models.ForeignKey(Item, models.PROTECT)
    text = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.text

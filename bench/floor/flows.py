"""The same human step in django-viewflow: a process, a task assigned, done, and the flow's own record of it."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.flow.views import UpdateProcessView
from viewflow.workflow.models import Process


class Review(flow.Flow):
    process_class = Process
    start = flow.StartHandle(this.begin).Next(this.look)
    look = flow.View(UpdateProcessView.as_view(fields=[])).Next(this.end)
    end = flow.End()

    def begin(self, activation):
        return activation.process
